import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, type Outcome } from './classify.ts'
import type { KnownPerson, ParsedRow, PersonCommand, PersonValues } from './imports.ts'
import { summarise } from './preview.ts'

const row = (number: number, person: PersonValues, more: Partial<PersonCommand> = {}): ParsedRow => ({
  row: number,
  who: '',
  command: { row: number, person, ...more },
  errors: [],
  notices: [],
})
const failed = (number: number): ParsedRow => ({
  row: number,
  who: '',
  command: null,
  errors: [{ row: number, column: '', code: 'tooLittle', key: 'imports.row.tooLittle', params: {} }],
  notices: [],
})
const known = (
  id: string,
  person: PersonValues & { firstName: string },
  more: Partial<KnownPerson> = {},
): KnownPerson => ({
  id,
  held: true,
  ...person,
  ...more,
})
const lea: PersonValues & { firstName: string } = { firstName: 'Léa', lastName: 'Şahin', birthDate: '1990-03-09' }
const short = (outcome: Outcome | undefined) => {
  if (outcome?.kind === 'duplicate') return `${outcome.with} ${outcome.ids.join(',')}: ${outcome.reason}`
  return outcome?.kind === 'update' ? `update ${outcome.differences.map((one) => one.field).join(',')}` : outcome?.kind
}
const first = (rows: ParsedRow[], site: KnownPerson[] = []) => short(classify(rows, site)[0])

describe('someone who is known', () => {
  const site = [known('p1', { ...lea, phone: '+41 79 000 00 01', town: 'Rivemont' }, { reference: 'RV-12' })]
  it.each<[string, PersonValues, Partial<PersonCommand>, string]>([
    [
      'by name and birth date, case and accents ignored',
      { firstName: 'LEA', lastName: 'sahin', birthDate: '1990-03-09' },
      {},
      'unchanged',
    ],
    ['by reference, the rest empty', {}, { reference: 'rv-12' }, 'unchanged'],
    [
      'by reference, with another name',
      { firstName: 'Léa', lastName: 'Meier' },
      { reference: 'RV-12' },
      'update lastName',
    ],
    ['the phone typed otherwise', { ...lea, phone: '079/000.00.01' }, {}, 'unchanged'],
    [
      'a new phone and a new e-mail',
      { ...lea, phone: '079 000 00 02', email: 'lea@example.org' },
      {},
      'update phone,email',
    ],
    ['the year of birth besides', { ...lea, birthYear: 1990 }, {}, 'unchanged'],
    ['a first day of aid that was missing', lea, { firstAidOn: '2024-02-01' }, 'update firstAidOn'],
    ['with notes only', lea, { notes: 'x' }, 'unchanged'],
  ])('%s', (_, person, more, outcome) => expect(first([row(2, person, more)], site)).toBe(outcome))

  it('gets the accents that were missing, and loses none', () => {
    const plain = [known('p1', { firstName: 'Lea', lastName: 'Sahin', birthDate: '1990-03-09' })]
    expect(first([row(2, lea)], plain)).toBe('update firstName,lastName')
  })

  it('is pointed out when the reference is right and nothing else', () => {
    const [outcome] = classify(
      [row(2, { firstName: 'Karl', lastName: 'Rey', birthDate: '1960-01-02' }, { reference: 'RV-12' })],
      site,
    )
    expect(outcome).toMatchObject({ kind: 'update', personId: 'p1', otherName: true })
  })

  it('lists what would change', () => {
    const [outcome] = classify([row(2, { ...lea, town: 'Uferwil', street: 'Seeweg 3' })], site)
    expect(outcome).toMatchObject({
      personId: 'p1',
      differences: [
        { field: 'town', before: 'Rivemont', after: 'Uferwil' },
        { field: 'street', before: null, after: 'Seeweg 3' },
      ],
    })
  })
})

describe('someone who is perhaps known', () => {
  it.each<[string, PersonValues, Partial<PersonCommand>, KnownPerson[], string]>([
    [
      'no birth date in the row',
      { firstName: 'Léa', lastName: 'Şahin' },
      {},
      [known('p1', lea)],
      'site p1: sameNameBirthDateUnknown',
    ],
    [
      'day and month changed over',
      { ...lea, birthDate: '1990-09-03' },
      {},
      [known('p1', lea)],
      'site p1: sameNameCloseBirthDate',
    ],
    ['two files alike', lea, {}, [known('p1', lea), known('p2', lea)], 'site p1,p2: severalFiles'],
    ['a file of another institution', lea, {}, [known('p1', lea, { held: false })], 'site p1: heldElsewhere'],
    [
      'the same person, another reference',
      lea,
      { reference: 'RV-99' },
      [known('p1', lea, { reference: 'RV-12' })],
      'site p1: otherReference',
    ],
    ['a reference that is not there yet', lea, { reference: 'RV-99' }, [known('p1', lea)], 'site p1: otherReference'],
    [
      'a reference that lost its zeros',
      lea,
      { reference: '123' },
      [known('p1', lea, { reference: '00123' })],
      'site p1: nearReference',
    ],
    [
      'umlauts written out',
      { firstName: 'Jörg', lastName: 'Mueller', birthDate: '1980-01-05' },
      {},
      [known('p1', { firstName: 'Joerg', lastName: 'Müller', birthDate: '1980-01-05' })],
      'site p1: sameNameAndBirthDate',
    ],
  ])('%s', (_, person, more, site, outcome) => expect(first([row(2, person, more)], site)).toBe(outcome))

  it('is not someone who only shares a phone, or a name of another age', () => {
    const site = [known('p1', { ...lea, phone: '079 000 00 01' }), known('p2', { ...lea, birthDate: '1961-11-30' })]
    expect(
      first([row(2, { firstName: 'Karim', lastName: 'Şahin', birthDate: '1988-07-07', phone: '079 000 00 01' })], site),
    ).toBe('create')
    expect(first([row(2, { ...lea, birthDate: '1975-06-21' })], site)).toBe('create')
  })

  it('is not found by the reference of another institution', () => {
    expect(
      first(
        [row(2, { firstName: 'Karim', lastName: 'Rey' }, { reference: 'RV-12' })],
        [known('p1', lea, { held: false, reference: 'RV-12' })],
      ),
    ).toBe('create')
  })
})

describe('the same person twice in the file', () => {
  const kinds = (rows: ParsedRow[], site: KnownPerson[] = []) => classify(rows, site).map(short)
  it('the first row stands, the later ones name it', () => {
    expect(kinds([row(2, lea), row(5, lea), row(9, lea)])).toEqual([
      'create',
      'file 2: sameNameAndBirthDate',
      'file 2: sameNameAndBirthDate',
    ])
    expect(
      kinds([row(2, { firstName: 'A' }, { reference: 'RV-1' }), row(3, { firstName: 'B' }, { reference: 'rv-1' })]),
    ).toEqual(['create', 'file 2: sameReference'])
  })
  it('is told apart from being on the site', () => {
    expect(kinds([row(2, lea), row(3, lea)], [known('p1', lea)])).toEqual(['unchanged', 'file 2: sameNameAndBirthDate'])
    expect(kinds([row(2, lea), row(3, lea)], [known('p1', lea), known('p2', lea)])).toEqual([
      'site p1,p2: severalFiles',
      'file 2: sameNameAndBirthDate',
    ])
  })
  it('by two ways to one person', () => {
    const site = [known('p1', lea, { reference: 'RV-12' })]
    expect(kinds([row(2, { phone: '079 000 00 01' }, { reference: 'RV-12' }), row(3, lea)], site)).toEqual([
      'update phone',
      'file 2: samePerson',
    ])
  })
  it('is not a couple, nor two with references of their own', () => {
    const phone = '079 000 00 01'
    expect(
      kinds([
        row(2, { ...lea, phone }),
        row(3, { firstName: 'Karim', lastName: 'Şahin', birthDate: '1988-07-07', phone }),
      ]),
    ).toEqual(['create', 'create'])
    const [a, b] = [
      { ...lea, birthDate: '1990-03-09' },
      { ...lea, birthDate: '1990-09-03' },
    ]
    expect(kinds([row(2, a, { reference: '1' }), row(3, b, { reference: '2' })])).toEqual(['create', 'create'])
  })
  it('a row in error does not count as the first', () =>
    expect(kinds([failed(2), row(3, lea)])).toEqual(['error', 'create']))
})

it('a row with a reference nobody has and no first name is an error', () => {
  const [outcome] = classify([row(2, { lastName: 'Rey' }, { reference: 'RV-1' })], [])
  expect(outcome).toMatchObject({ kind: 'error', errors: [{ row: 2, code: 'firstNameMissing' }] })
})

describe('whatever the file', () => {
  const names = fc.constantFrom('Léa', 'Lea', 'Karim', 'Müller', 'Mueller', 'O’Brien', '李', 'Rey')
  const dates = fc.constantFrom('1990-03-09', '1990-09-03', '1991-03-09', '1960-01-01')
  const person = fc.record(
    { firstName: names, lastName: names, birthDate: dates, phone: fc.constantFrom('079 000 00 01', '079 000 00 02') },
    { requiredKeys: [] },
  )
  const reference = fc.option(fc.constantFrom('1', '01', 'RV-2'), { nil: undefined })
  const rows = fc.array(fc.record({ person, reference, fails: fc.constantFrom(true, false, false, false) }), {
    maxLength: 25,
  })
  const people = fc.array(fc.record({ person, reference, held: fc.boolean(), firstName: names }), { maxLength: 15 })

  it('every row is counted once, and no person is written to twice', () => {
    fc.assert(
      fc.property(rows, people, (given, there) => {
        const parsed = given.map((one, at) =>
          one.fails ? failed(at + 2) : row(at + 2, one.person, one.reference ? { reference: one.reference } : {}),
        )
        const site = there.map((one, at) =>
          known(`p${at}`, { firstName: one.firstName, ...one.person }, { held: one.held, reference: one.reference }),
        )
        const outcomes = classify(parsed, site)
        const { create, update, unchanged, errors, duplicates, rows: all } = summarise(outcomes)
        const inError = new Set(errors.map((error) => error.row)).size
        expect(create + update + unchanged + inError + new Set(duplicates.map((one) => one.row)).size).toBe(all)
        const written = outcomes.flatMap((one) =>
          one.kind === 'update' || one.kind === 'unchanged' ? one.personId : [],
        )
        expect(new Set(written).size).toBe(written.length)
        for (const id of written) expect(site.find((one) => one.id === id)?.held).toBe(true)
      }),
    )
  })
})
