import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { KnownPerson } from './imports.ts'
import type { Mapping } from './mapping.ts'
import { preview, summarise } from './preview.ts'
import { givenRow, givenXlsx } from './reading/given-files.ts'
import { readFile } from './reading/read-file.ts'

const now = { today: '2026-12-01', country: 'CH' } as const
const summary = (bytes: Buffer, known: KnownPerson[] = [], mapping: Mapping = {}) => {
  const workbook = readFile(bytes, 'liste')
  if (!workbook.ok) return workbook.key
  const result = preview(workbook.value, mapping, known, now)
  return result.ok ? summarise(result.value.outcomes) : result.key
}

describe('a list as offices send it', () => {
  const csv = [
    'Liste d’attente Rivemont;;;;',
    '',
    'Nom;Prénom;Né(e) le;Tél. portable;N° de dossier',
    "O'Brien;Séan;9.3.1990;079 000 00 01;RV-001",
    'Nuñez;Lucía;1988-07-21;079 000 00 02;RV-002',
    ';;;;',
    '"Müller";"Jörg\nHans";17/05/1980;7,9E+08;RV-003',
    'VON ALLMEN;Heidi;31.02.1971;079 000 00 04;RV-004',
    'Rey;Léo;1.4.1975;079 000 00 05;',
    'Rey;Léo;1.4.1975;079 000 00 05;',
    'Rey;Zoé;2.5.1977;079 000 00 05;',
  ].join('\r\n')

  it('is sorted row by row, with the row numbers of the file', () => {
    const known: KnownPerson[] = [
      {
        id: 'p1',
        held: true,
        firstName: 'Sean',
        lastName: "O'Brien",
        birthDate: '1990-03-09',
        reference: 'RV-001',
        phone: '+41 79 000 00 01',
      },
      { id: 'p2', held: true, firstName: 'Zoe', lastName: 'Rey' },
    ]
    expect(summary(iconv.encode(csv, 'windows-1252'), known)).toMatchObject({
      rows: 7,
      create: 2,
      update: 1,
      unchanged: 0,
      errors: [
        { row: 7, column: 'Tél. portable', code: 'mangledNumber' },
        { row: 8, column: 'Né(e) le', code: 'dateImpossible' },
      ],
      duplicates: [
        { row: 10, with: 'file', ids: [9] },
        { row: 11, with: 'site', ids: ['p2'] },
      ],
    })
  })

  it('is the same list in every encoding', () => {
    const inUtf8 = summary(Buffer.from(csv))
    for (const encoding of ['windows-1252', 'macintosh']) expect(summary(iconv.encode(csv, encoding))).toEqual(inUtf8)
    expect(summary(iconv.encode(csv, 'utf-16le', { addBOM: true }))).toEqual(inUtf8)
  })

  it('is asked about where two sheets list people', () => {
    const people = (name: string) => ({ name, xml: givenRow(1, ['Nom', 'Prénom']) + givenRow(3, ['Şahin', '李']) })
    const bytes = givenXlsx([people('2025'), people('2026')])
    expect(summary(bytes)).toBe('imports.sheet.choose')
    expect(summary(bytes, [], { sheet: '2026' })).toMatchObject({ rows: 1, create: 1 })
  })
})

describe('whatever bytes come', () => {
  it('text of any kind gives an answer', () => {
    const line = fc.array(
      fc.constantFrom('"', ';', ',', '\n', '\r\n', 'Nom', 'Prénom', '3/4/90', '=1', 'é', ' ', '\u0000', '7E+12'),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(line, (pieces) => {
        expect(() => summary(Buffer.from(`Nom;Prénom;Né le\n${pieces.join('')}`))).not.toThrow()
      }),
    )
  })

  it('a workbook with bytes changed gives an answer', () => {
    const bytes = givenXlsx([{ name: 'a', xml: givenRow(1, ['Nom', 'Prénom']) + givenRow(2, ['Rey', 'Léo']) }])
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(bytes.length), (changes, length) => {
        const broken = Buffer.from(bytes)
        for (const [at, byte] of changes) broken[at] = byte
        expect(() => summary(broken)).not.toThrow()
        expect(() => summary(bytes.subarray(0, length))).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })
})
