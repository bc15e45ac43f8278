import { describe, expect, it } from 'vitest'
import { chooseSheet, layOut } from './columns.ts'
import { plainHeader, recognise } from './header-words.ts'
import type { Cell, Sheet, Workbook } from './imports.ts'
import { type Mapping, readMapping } from './mapping.ts'

const cell = (text: string): Cell => ({ text, kind: text === '' ? 'empty' : 'text' })
const sheet = (lines: string[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Liste',
  hidden: false,
  rows: lines
    .map((line, at) => ({ number: at + 1, cells: line.split(';').map(cell) }))
    .filter((row) => row.cells.some((one) => one.kind !== 'empty')),
  ...more,
})
const workbook = (...sheets: Sheet[]): Workbook => ({ format: 'xlsx', sheets })
const fieldsOf = (lines: string[], mapping?: Mapping) => {
  const layout = layOut(sheet(lines), mapping)
  return layout.ok ? layout.value.columns.map((column) => column.field) : layout.key
}

describe('headers in four languages', () => {
  it.each([
    [
      'NOM;Prénom;Date de naissance;Sexe;Langue;Tél.;Natel;Courriel;Rue et n°;NPA;Localité;N° de dossier;Première aide sociale;Remarques',
    ],
    [
      'Nachname;Vorname;Geburtsdatum;Geschlecht;Sprache;Telefon;Handy;E-Mail;Strasse;PLZ;Ort;Dossier-Nr.;Sozialhilfe seit;Bemerkungen',
    ],
    [
      'Achternaam;Voornaam;Geboortedatum;Geslacht;Taal;Telefoon;GSM;E-mail;Straat en nr.;Postcode;Gemeente;Dossiernummer;Leefloon sinds;Opmerkingen',
    ],
    [
      'Last name;First name;Date of birth;Gender;Language;Phone;Mobile;Email;Street;Postal code;Town;File number;First social aid;Notes',
    ],
  ])('%s', (header) => {
    expect(fieldsOf([header])).toEqual([
      'lastName',
      'firstName',
      'birthDate',
      'gender',
      'language',
      'phone',
      'mobile',
      'email',
      'street',
      'postalCode',
      'town',
      'reference',
      'firstAidOn',
      'notes',
    ])
  })

  it.each([
    ['Né(e) le', 'birthDate', 'sure'],
    ['Date de naissance (jj.mm.aaaa)', 'birthDate', 'sure'],
    ['  date\u00a0de  NAISSANCE ', 'birthDate', 'sure'],
    ['Jg.', 'birthYear', 'sure'],
    ['PLZ/Ort', 'postalTown', 'sure'],
    ['NPA - Localité', 'postalTown', 'sure'],
    ['Nom, prénom', 'fullName', 'sure'],
    ['Date de naissance du bénéficiaire', 'birthDate', 'likely'],
    ['Vorname der Klientin', 'firstName', 'likely'],
    ['Anrede', 'gender', 'sure'],
  ])('%j is %s, %s', (header, field, confidence) => expect(recognise(header)).toMatchObject({ field, confidence }))

  it.each([
    'Lieu de naissance',
    'Place of birth',
    'Nom du référent',
    'Téléphone de l’assistante sociale',
    'Telefon Notfall',
    'Personne de contact',
    'Name der Mutter',
    'Statut',
    '2024',
    '',
  ])('%j is left to a person', (header) => expect(recognise(header)).toBeNull())

  it('gives a field to one column only, the surest', () => {
    expect(fieldsOf(['Téléphone du bureau;Téléphone;Téléphone;Prénom'])).toEqual([null, 'phone', null, 'firstName'])
  })

  it.each([
    ['Nom;Prénom', ['lastName', 'firstName']],
    ['Name;Vorname', ['lastName', 'firstName']],
    ['Name;Geburtsdatum', ['fullName', 'birthDate']],
    ['Naam;Voornaam', ['lastName', 'firstName']],
  ])('a lone name is the whole name: %s', (header, expected) => expect(fieldsOf([header])).toEqual(expected))
})

describe('where the header is', () => {
  it('may be the third row, below a title', () => {
    const layout = layOut(sheet(['Liste d’attente, état au 3 mars', '', 'Nom;Prénom;Né le', 'Rey;Léo;3.4.1990']))
    expect(layout).toMatchObject({ ok: true, value: { headerRow: 3, languages: ['fr'] } })
  })
  it('is not looked for in a table of numbers', () => {
    expect(layOut(sheet(['a;b', 'c;d']))).toMatchObject({ ok: false, key: 'imports.header.notFound' })
  })
  it('may be a single column', () => expect(fieldsOf(['Prénom', 'Zoé'])).toEqual(['firstName']))
  it('is where a person says', () => {
    expect(fieldsOf(['x;y', 'Nom;Prénom'], { headerRow: 1, columns: { x: 'firstName', y: 'phone' } })).toEqual([
      'firstName',
      'phone',
    ])
  })
  it('names columns without a header by their letters and twins by number', () => {
    const layout = layOut(sheet(['Nom;;Nom;Prénom;', 'Rey;x;Rey;Léo;']))
    expect(layout.ok && layout.value.columns.map((column) => column.label)).toEqual(['Nom', 'B', 'Nom (2)', 'Prénom'])
  })
})

describe('a person’s mapping', () => {
  const lines = ['Nom;Prénom;Code;Tél', 'Rey;Léo;12;079']
  it('wins over what was understood', () => {
    expect(fieldsOf(lines, { columns: { Code: 'reference', Tél: null } })).toEqual([
      'lastName',
      'firstName',
      'reference',
      null,
    ])
    expect(fieldsOf(lines, { columns: { code: 'phone' } })).toEqual(['lastName', 'firstName', 'phone', null])
  })
  it('must fit the file', () => {
    expect(fieldsOf(lines, { columns: { Ville: 'town' } })).toBe('imports.mapping.unknownHeader')
    expect(fieldsOf(lines, { columns: { Nom: 'phone', Code: 'phone' } })).toBe('imports.mapping.fieldTwice')
  })
  it.each([
    ['{', 'imports.mapping.notJson', undefined],
    ['{"columns":{"Nom":"surname"}}', 'imports.mapping.wrong', 'columns.Nom'],
    ['{"colums":{}}', 'imports.mapping.wrong', 'colums'],
    ['[]', 'imports.mapping.wrong', '{}'],
  ])('as a file, %s is refused', (json, key, place) => {
    expect(readMapping(json)).toMatchObject({ ok: false, key, ...(place ? { params: { place } } : {}) })
  })
  it('as a file, may say everything', () => {
    const json =
      '{"columns":{"Nom":"lastName","x":null},"sheet":"Liste","headerRow":3,"dateOrder":"dmy","nameOrder":"last-first"}'
    expect(readMapping(json)).toMatchObject({ ok: true, value: { headerRow: 3 } })
  })
  it('is remembered for the same headers in any order', () => {
    const print = (header: string) => {
      const layout = layOut(sheet([header]))
      return layout.ok && layout.value.fingerprint
    }
    expect(print('Nom;Prénom;Né le')).toBe(print('PRENOM;nom;né  le'))
    expect(print('Nom;Prénom')).not.toBe(print('Nom;Prénom;Né le'))
  })
})

describe('which sheet', () => {
  const people = sheet(['Nom;Prénom', 'Rey;Léo'], { name: 'Personnes' })
  const codes = sheet(['Sexe;Langue', 'f;fr'], { name: 'Codes' })
  const template = sheet(['Nom;Prénom'], { name: 'Modèle' })
  it('is the only one that lists people', () => {
    const other = sheet(['Nom;Prénom', 'x;y'], { name: 'Caché', hidden: true })
    expect(chooseSheet(workbook(codes, template, other, people))).toMatchObject({
      ok: true,
      value: { name: 'Personnes' },
    })
  })
  it('is asked for when two do', () => {
    const again = { ...people, name: 'Archive' }
    expect(chooseSheet(workbook(people, again))).toMatchObject({
      ok: false,
      key: 'imports.sheet.choose',
      params: { names: 'Personnes, Archive' },
    })
    expect(chooseSheet(workbook(people, again), { sheet: 'Archive' })).toMatchObject({
      ok: true,
      value: { name: 'Archive' },
    })
    expect(chooseSheet(workbook(people), { sheet: 'Autre' })).toMatchObject({ ok: false, key: 'imports.sheet.unknown' })
  })
})

describe('the order of a whole name', () => {
  it.each([
    ['Nom, prénom', 'last-first'],
    ['Prénom Nom', 'first-last'],
    ['Name Vorname', 'last-first'],
    ['Vorname Name', 'first-last'],
    ['First name last name', 'first-last'],
    ['Participant', null],
  ])('%s: %s', (header, order) => {
    const layout = layOut(sheet([`${header};Né le`]))
    expect(layout.ok && layout.value.nameOrder).toBe(order)
  })
})

it('compares headers without accents, signs and brackets', () => {
  expect(plainHeader('N° de dossier')).toBe(plainHeader('no. de DOSSIER'))
  expect(plainHeader('(Nom)')).toBe('nom')
})
