import { describe, expect, it } from 'vitest'
import { layOut } from './columns.ts'
import type { Cell, CellKind, Circumstances, Sheet } from './imports.ts'
import type { Mapping } from './mapping.ts'
import { parseRows } from './rows.ts'
import { splitName } from './values/names.ts'

const now: Circumstances = { today: '2026-12-01', country: 'CH' }
type Given = string | [text: string, kind: CellKind]
const cell = (given: Given): Cell => {
  const [text, kind] =
    typeof given === 'string' ? [given, given === '' ? ('empty' as const) : ('text' as const)] : given
  return { text, kind }
}
const read = (header: string[], lines: Given[][], mapping: Mapping = {}, circumstances = now) => {
  const rows = [header, ...lines].map((line, at) => ({ number: at + 1, cells: line.map(cell) }))
  const sheet: Sheet = { name: 'a', hidden: false, rows }
  const layout = layOut(sheet, mapping)
  if (!layout.ok) throw new Error(layout.key)
  const parsed = parseRows(sheet, layout.value, circumstances)
  if (!parsed.ok) throw new Error(parsed.key)
  return parsed.value
}
const one = (header: string[], line: Given[], mapping?: Mapping, circumstances?: Circumstances) =>
  read(header, [line], mapping, circumstances)[0]!
const codes = (header: string[], line: Given[], circumstances?: Circumstances) =>
  one(header, line, {}, circumstances).errors.map((error) => `${error.column}: ${error.code}`)

describe('a row that says everything', () => {
  it('becomes a command', () => {
    const header = [
      'Nom',
      'Prénom',
      'Né le',
      'Sexe',
      'Langue',
      'Tél',
      'Natel',
      'E-mail',
      'Rue',
      'N° rue',
      'NPA/Localité',
      'Dossier',
      'Arrivée',
      'Remarques',
    ]
    // biome-ignore format: one row of a list
    const line: Given[] = ['VON ALLMEN', ' Zoé\u00a0', ['1990-03-09', 'date'], 'f', 'Français', '032 322 00 00', '079/000.00.01', 'zoe@example.org',
      'Rue du Lac', ['3', 'number'], '2500 Rivemont', 'RV-0012', '1.2.2024', 'vient\nle lundi']
    expect(one(header, line)).toEqual({
      row: 2,
      who: 'Zoé VON ALLMEN',
      errors: [],
      notices: [
        {
          row: 2,
          column: 'Tél',
          code: 'secondPhone',
          key: 'imports.notice.secondPhone',
          params: { value: '+41 32 322 00 00', kept: '+41 79 000 00 01' },
        },
      ],
      command: {
        row: 2,
        person: {
          firstName: 'Zoé',
          lastName: 'VON ALLMEN',
          birthDate: '1990-03-09',
          gender: 'w',
          language: 'fr',
          phone: '+41 79 000 00 01',
          email: 'zoe@example.org',
          street: 'Rue du Lac 3',
          postalCode: '2500',
          town: 'Rivemont',
        },
        reference: 'RV-0012',
        firstAidOn: '2024-02-01',
        notes: 'vient\nle lundi',
        phoneAsTyped: '079/000.00.01',
      },
    })
  })

  it.each([
    "O'Brien",
    'O’Brien',
    'Nuñez',
    'Şahin',
    '李',
    'VON ALLMEN',
    "L'amie > caline !",
    'Na',
    'Null',
    '=1+1',
    '<b>x</b>',
  ])('keeps the name %s', (name) => {
    expect(one(['Nom', 'Prénom'], [name, 'Zoé']).command?.person.lastName).toBe(name)
  })
})

describe('empty cells', () => {
  it('say nothing, whatever sign stands for nothing', () => {
    const { command } = one(
      ['Nom', 'Prénom', 'Né le', 'Tél', 'E-mail', 'Sexe', 'NPA'],
      ['Rey', 'Léo', '-', 'aucun', 'k.A.', '?', ''],
    )
    expect(command?.person).toEqual({ lastName: 'Rey', firstName: 'Léo' })
    expect(Object.keys(command ?? {})).toEqual(['row', 'person'])
  })
  it('a header that comes again is passed over', () => {
    expect(
      read(
        ['Nom', 'Prénom'],
        [
          ['Rey', 'Léo'],
          ['Nom', 'Prénom'],
          ['Petit', 'Zoé'],
        ],
      ).map((row) => row.row),
    ).toEqual([2, 4])
  })
})

describe('what a row must say', () => {
  const header = ['Nom', 'Prénom', 'Né le', 'Tél', 'Ville', 'Dossier']
  it.each<[string, Given[], string[]]>([
    ['first name and phone', ['', 'Zoé', '', '079 000 00 01', '', ''], []],
    ['first and last name', ['Rey', 'Léo', '', '', '', ''], []],
    ['first name and birth date', ['', 'Léo', '9.3.1990', '', '', ''], []],
    ['only a reference', ['', '', '', '079 000 00 01', '', 'RV-1'], []],
    ['only a first name', ['', 'Léo', '', '', '', ''], [': tooLittle']],
    ['no first name', ['Rey', '', '9.3.1990', '', '', ''], ['Prénom: firstNameMissing']],
  ])('%s', (_, line, errors) => expect(codes(header, line)).toEqual(errors))
})

describe('what is refused, and where', () => {
  it.each<[string, string, Given, string]>([
    ['an impossible day', 'Né le', '31.02.1990', 'dateImpossible'],
    ['a birth to come', 'Né le', '9.3.2030', 'birthDateFuture'],
    ['a birth long ago', 'Né le', '9.3.1850', 'birthDateTooOld'],
    ['a year to come', 'Né le', '2500', 'birthDateFuture'],
    ['two figures for a year', 'Né le', '9.3.24', 'dateUnclearCentury'],
    ['words for a date', 'Né le', 'au printemps', 'dateUnknownForm'],
    ['a mangled date', 'Né le', '3.29E+04', 'mangledNumber'],
    ['a phone in powers of ten', 'Tél', '7.56123E+12', 'mangledNumber'],
    ['a phone that lost its zero', 'Tél', ['790000001', 'number'], 'mangledNumber'],
    ['a phone of words', 'Tél', 'voir fils', 'phoneNoNumber'],
    ['a mangled reference', 'Dossier', ['7.561234567890124E+17', 'number'], 'mangledNumber'],
    ['an unknown word for gender', 'Sexe', 'oui', 'genderUnknown'],
    ['an unknown language', 'Langue', 'klingon', 'languageUnknown'],
    ['an e-mail without a place', 'E-mail', 'zoe@', 'emailWrong'],
    ['a formula without its value', 'Ville', ['', 'uncalculated'], 'uncalculatedFormula'],
    ['a formula gone wrong', 'Ville', ['#N/A', 'error'], 'formulaError'],
    ['letters gone wrong', 'Ville', 'GenÃ¨ve', 'garbledText'],
    ['a text too long', 'Ville', 'x'.repeat(400), 'textTooLong'],
    ['help still to come', 'Première aide', '9.3.2030', 'firstAidFuture'],
    ['only a year of first help', 'Première aide', '2020', 'dateUnknownForm'],
  ])('%s', (_, header, value, code) => {
    const row = one(['Nom', 'Prénom', header], ['Rey', 'Léo', value])
    expect(row.command).toBeNull()
    expect(row.errors).toMatchObject([{ row: 2, column: header, code, key: `imports.row.${code}` }])
  })

  it('names everything that is wrong at once', () => {
    expect(codes(['Nom', 'Prénom', 'Né le', 'Sexe', 'Tél'], ['Rey', 'Léo', '31.2.1990', 'oui', 'non'])).toEqual([
      'Né le: dateImpossible',
      'Sexe: genderUnknown',
      'Tél: phoneNoNumber',
    ])
  })

  it('help before birth, and two years of birth', () => {
    expect(codes(['Prénom', 'Né le', 'Première aide'], ['Léo', '9.3.1990', '1.1.1980'])).toEqual([
      'Première aide: firstAidBeforeBirth',
    ])
    expect(codes(['Prénom', 'Né le', 'Jahrgang'], ['Léo', '9.3.1990', '1991'])).toEqual([
      'Jahrgang: birthYearDisagrees',
    ])
  })

  it('a French postal code without its zero', () => {
    const header = ['Nom', 'Prénom', 'Code postal']
    expect(codes(header, ['Rey', 'Léo', ['1000', 'number']], { ...now, country: 'FR' })).toEqual([
      'Code postal: mangledNumber',
    ])
    expect(codes(header, ['Rey', 'Léo', ['1000', 'number']])).toEqual([])
  })
})

describe('dates of a whole column', () => {
  const header = ['Last name', 'First name', 'Date of birth']
  const births = (...dates: string[]) =>
    read(
      header,
      dates.map((date) => ['Rey', 'Léo', date]),
    ).map((row) => row.command?.person.birthDate ?? row.errors[0]?.code)
  it('are decided together', () => {
    expect(births('3/4/1990', '13/4/1990')).toEqual(['1990-04-03', '1990-04-13'])
    expect(births('3/4/1990', '4/13/1990')).toEqual(['1990-03-04', '1990-04-13'])
    expect(births('2024-03-09', '9.3.2024', '9/3/2024')).toEqual(['2024-03-09', '2024-03-09', '2024-03-09'])
  })
  it('are asked for where nothing tells', () => {
    expect(births('3/4/1990', '5/5/1990')).toEqual(['dateUnclear', '1990-05-05'])
    expect(one(header, ['Rey', 'Léo', '3/4/1990'], { dateOrder: 'mdy' }).command?.person.birthDate).toBe('1990-03-04')
  })
})

describe('a whole name', () => {
  it.each([
    ['Rey, Léo', null, 'Rey', 'Léo'],
    ['REY Léo', null, 'REY', 'Léo'],
    ['Maria del Carmen LOPEZ GARCIA', null, 'LOPEZ GARCIA', 'Maria del Carmen'],
    ['VON ALLMEN Heidi', null, 'VON ALLMEN', 'Heidi'],
    ['Rey Léo', 'last-first', 'Rey', 'Léo'],
    ['Léo Rey', 'first-last', 'Rey', 'Léo'],
    ['von Allmen Heidi', 'last-first', 'von Allmen', 'Heidi'],
    ['Jan De Smet', 'first-last', 'De Smet', 'Jan'],
  ] as const)('%s (%s) is %s and %s', (text, order, lastName, firstName) => {
    expect(splitName(text, order)).toEqual({ lastName, firstName })
  })
  it('of one word is a first name', () => expect(splitName('李', null)).toEqual({ firstName: '李' }))
  it.each([
    ['Rey Léo', null],
    ['Lopez Garcia Maria', 'last-first'],
    ['Maria Lopez Garcia', 'first-last'],
    ['REY LÉO', null],
  ] as const)('%s (%s) is not guessed', (text, order) => expect(splitName(text, order)).toBeNull())
  it('is asked for where nobody can tell', () => {
    expect(codes(['Participant', 'Né le'], ['Rey Léo', '9.3.1990'])).toEqual(['Participant: nameUnclear'])
    expect(one(['Nom, prénom', 'Né le'], ['Rey Léo', '9.3.1990']).command?.person).toMatchObject({
      firstName: 'Léo',
      lastName: 'Rey',
    })
  })
})
