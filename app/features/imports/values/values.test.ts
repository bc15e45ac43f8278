import { describe, expect, it } from 'vitest'
import type { Cell, CellKind, Country } from '../imports.ts'
import type { DateOrder } from '../mapping.ts'
import { type DatePurpose, dateOrderOf, readDate } from './dates.ts'
import { readPhone } from './phones.ts'
import { isGarbled, isMangledNumber, manyLines, oneLine, saysNothing } from './text.ts'
import { readGender, readLanguage } from './words.ts'

const cell = (text: string, kind: CellKind = 'text'): Cell => ({ text, kind })
const today = '2026-12-01'

describe('a date in a cell', () => {
  const read = (text: string, order: DateOrder | null = 'dmy', purpose: DatePurpose = 'birth') => {
    const reading = readDate(cell(text), order, purpose, today)
    return reading.kind === 'date' ? reading.date : reading.kind === 'year' ? reading.year : reading.kind
  }
  it.each([
    ['2024-03-09', '2024-03-09'],
    ['2024/3/9', '2024-03-09'],
    ['9.3.2024', '2024-03-09'],
    ['09.03.2024', '2024-03-09'],
    ['9. 3. 2024', '2024-03-09'],
    ['9/3/2024', '2024-03-09'],
    ['09-03-2024', '2024-03-09'],
    ['9.3.2024 00:00:00', '2024-03-09'],
    ['2024-03-09T00:00:00Z', '2024-03-09'],
    ['09.03.84', '1984-03-09'],
    ['09.03.05', '2005-03-09'],
    ['09.03.24', 'unclearCentury'],
    ['9 mars 1990', '1990-03-09'],
    ['1er août 1990', '1990-08-01'],
    ['9 févr. 1990', '1990-02-09'],
    ['9. März 1990', '1990-03-09'],
    ['9 maart 1990', '1990-03-09'],
    ['9th March 1990', '1990-03-09'],
    ['March 9, 1990', '1990-03-09'],
    ['09-Mar-90', '1990-03-09'],
    ['32941', '1990-03-09'],
    ['32941.5', '1990-03-09'],
    ['19900309', '1990-03-09'],
    ['09031990', '1990-03-09'],
    ['1990', 1990],
    ['00.00.1990', 1990],
    ['xx.xx.1990', 1990],
    ['31.02.1990', 'impossible'],
    ['31/04/1990', 'impossible'],
    ['29.02.1900', 'impossible'],
    ['29.02.2000', '2000-02-29'],
    ['13.13.1990', 'impossible'],
    ['1990-13-01', 'impossible'],
    ['2500', 2500],
    ['hier', 'unknownForm'],
    ['9 foo 1990', 'unknownForm'],
    ['9.3', 'unknownForm'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected))

  it('follows the column where day and month could change places', () => {
    expect(read('3/4/1990', 'dmy')).toBe('1990-04-03')
    expect(read('3/4/1990', 'mdy')).toBe('1990-03-04')
    expect(read('3/4/1990', null)).toBe('unclear')
    expect(read('5/5/1990', null)).toBe('1990-05-05')
    expect(read('25/4/1990', 'mdy')).toBe('1990-04-25')
    expect(read('3.4.1990', 'mdy')).toBe('1990-04-03')
  })

  it('puts a day of the past into the last century only when it must', () => {
    expect(read('09.03.24', 'dmy', 'past')).toBe('2024-03-09')
    expect(read('09.03.99', 'dmy', 'past')).toBe('1999-03-09')
  })

  it.each([
    ['a 13 in front', ['3/4/1990', '13/4/1990'], ['en'], 'dmy'],
    ['a 13 behind', ['3/4/1990', '4/13/1990'], ['fr'], 'mdy'],
    ['dots', ['3/4/1990', '3.4.1990'], ['en'], 'dmy'],
    ['both', ['13/4/1990', '4/13/1990'], ['fr'], null],
    ['only the language', ['3/4/1990'], ['fr'], 'dmy'],
    ['English headers', ['3/4/1990'], ['en'], null],
    ['headers of two languages', ['3/4/1990'], ['en', 'fr'], null],
    ['no header understood', ['3/4/1990'], [], null],
  ])('the order told by %s', (_, texts, languages, order) => {
    expect(
      dateOrderOf(
        texts.map((text) => cell(text)),
        languages,
      ),
    ).toBe(order)
  })
})

describe('a phone in a cell', () => {
  it.each<[string, Country, string]>([
    ['079 000 00 01', 'CH', '+41 79 000 00 01'],
    ['079/000.00.01', 'CH', '+41 79 000 00 01'],
    ['+41 (0)79 000 00 01', 'CH', '+41 79 000 00 01'],
    ['0041790000001', 'CH', '+41 79 000 00 01'],
    ['41790000001', 'CH', '+41 79 000 00 01'],
    ['032 322 00 00', 'CH', '+41 32 322 00 00'],
    ['0470/00.00.01', 'BE', '+32 470 00 00 01'],
    ['02 500 00 01', 'BE', '+32 2 500 00 01'],
    ['06 00 00 00 01', 'FR', '+33 6 00 00 00 01'],
    ['+33 6 00 00 00 01', 'CH', '+33 6 00 00 00 01'],
    ['+49 170 0000001', 'CH', '+49 170 0000001'],
    ['0049 170 0000001', 'CH', '+491700000001'],
  ])('%s in %s is %s', (typed, country, text) =>
    expect(readPhone(typed, country, false)).toEqual({ kind: 'phone', text }),
  )

  it.each([
    ['0470 00 00 01', 'unsure'],
    ['079 000 00 01 / 032 322 00 00', 'unsure'],
    ['12345', 'unsure'],
    ['790000001', 'mangled'],
    ['voir fils', 'noPhone'],
  ])('%s is %s', (typed, kind) => expect(readPhone(typed, 'CH', false).kind).toBe(kind))

  it('has lost its zero when the cell held a number', () => {
    expect(readPhone('790000001', 'CH', true)).toEqual({ kind: 'mangled' })
    expect(readPhone('470000001', 'BE', true)).toEqual({ kind: 'mangled' })
    expect(readPhone('41790000001', 'CH', true)).toEqual({ kind: 'phone', text: '+41 79 000 00 01' })
  })
})

describe('words for gender and language', () => {
  it.each([
    ['Femme', 'w'],
    ['F', 'w'],
    ['Mme', 'w'],
    ['féminin', 'w'],
    ['weiblich', 'w'],
    ['W', 'w'],
    ['Frau', 'w'],
    ['vrouw', 'w'],
    ['V', 'w'],
    ['Ms.', 'w'],
    ['H', 'm'],
    ['M.', 'm'],
    ['Homme', 'm'],
    ['männlich', 'm'],
    ['Herr', 'm'],
    ['de heer', 'm'],
    ['male', 'm'],
    ['x', 'x'],
    ['divers', 'x'],
    ['non-binaire', 'x'],
    ['Non binary', 'x'],
    ['keine Angabe', 'not-disclosed'],
    ['Ne souhaite pas répondre', 'not-disclosed'],
    ['prefer not to say', 'not-disclosed'],
    ['1', null],
    ['oui', null],
  ])('%s is %s', (text, gender) => expect(readGender(text)).toBe(gender))

  it.each([
    ['Français', 'fr'],
    ['FR', 'fr'],
    ['F', 'fr'],
    ['D', 'de'],
    ['Deutsch', 'de'],
    ['Duits', 'de'],
    ['fr-CH', 'fr'],
    ['ALBANAIS', 'sq'],
    ['Albanisch', 'sq'],
    ['tigrinya', 'ti'],
    ['Farsi', 'fa'],
    ['Dari', 'prs'],
    ['kurde (kurmandji)', 'ku'],
    ['Kurmandschi', 'kmr'],
    ['Türkisch', 'tr'],
    ['Turc', 'tr'],
    ['Türkçe', 'tr'],
    ['українська', 'uk'],
    ['Oekraïens', 'uk'],
    ['Arabic', 'ar'],
    ['العربية', 'ar'],
    ['Suisse allemand', 'de'],
    ['Portugais', 'pt'],
  ])('%s is %s', (text, code) => expect(readLanguage(text)).toEqual({ code, others: false }))

  it('takes the first of several', () => {
    expect(readLanguage('arabe, français')).toEqual({ code: 'ar', others: true })
    expect(readLanguage('Deutsch und Türkisch')).toEqual({ code: 'de', others: true })
    expect(readLanguage('klingon')).toBeNull()
  })
})

describe('texts', () => {
  it.each([
    ['  Zoé\u00a0', 'Zoé'],
    ['Anna\u00a0 Maria', 'Anna Maria'],
    ['\u200bRey\ufeff', 'Rey'],
    ['Nun\u0303ez', 'Nuñez'],
    ['a\u202eb', 'ab'],
    ["L'amie > caline !", "L'amie > caline !"],
    ['VON ALLMEN', 'VON ALLMEN'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
  ])('%j is kept as %j', (typed, kept) => expect(oneLine(typed)).toBe(kept))

  it('keeps lines where there may be several', () => expect(manyLines(' a \r\n\u00a0b\n')).toBe('a\nb'))

  it.each(['MÃ¼ller', 'ZoÃ©', 'NuÃ±ez', 'M�ller', 'Fran\u00c3\u00a7ois'])('%s is garbled', (text) =>
    expect(isGarbled(text)).toBe(true),
  )
  it.each(['Müller', 'SÃO', 'Âncora', 'Nuñez', '李', 'Şahin'])('%s is not', (text) =>
    expect(isGarbled(text)).toBe(false),
  )

  it.each(['7.56123E+12', '7,56123E+12', '4.1791E10', '1E+11'])('%s is mangled', (text) =>
    expect(isMangledNumber(text)).toBe(true),
  )
  it.each(['1E5', '2024E12', 'E+12', '7561234567890'])('%s is not', (text) => expect(isMangledNumber(text)).toBe(false))

  it.each(['-', 'n/a', 'Aucun', 'k.A.', 'unbekannt', '?'])('%s says nothing', (text) =>
    expect(saysNothing(text)).toBe(true),
  )
  it.each(['Na Li', '079', 'Non'])('%s says something', (text) => expect(saysNothing(text)).toBe(false))
})
