import type { Selectable } from 'kysely'
import type { Persons } from '../../shared/db/tables.gen.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

export const genders = ['w', 'm', 'x', 'not-disclosed'] as const
export type Gender = (typeof genders)[number]

/** Whoever is helped; may be known by a first name only. */
export type Person = {
  id: string
  institutionId: string
  firstName: string
  lastName: string | null
  birthDate: PlainDate | null
  birthYear: number | null
  gender: Gender | null
  /** The language to write and speak to them in, as a short code. */
  language: string | null
  interpreter: boolean | null
  phone: string | null
  email: string | null
  street: string | null
  postalCode: string | null
  town: string | null
}

export const personColumns = [
  'id',
  'institution_id',
  'first_name',
  'last_name',
  'birth_date',
  'birth_year',
  'gender',
  'language',
  'interpreter',
  'phone',
  'email',
  'street',
  'postal_code',
  'town',
] as const satisfies (keyof Persons)[]

type Row = Pick<Selectable<Persons>, (typeof personColumns)[number]>

export const toPerson = (row: Row): Person => ({
  id: row.id,
  institutionId: row.institution_id,
  firstName: row.first_name,
  lastName: row.last_name,
  birthDate: row.birth_date,
  birthYear: row.birth_year,
  gender: row.gender,
  language: row.language,
  interpreter: row.interpreter,
  phone: row.phone,
  email: row.email,
  street: row.street,
  postalCode: row.postal_code,
  town: row.town,
})

export type PersonDetails = Omit<Person, 'id' | 'institutionId'>

export const toRow = (details: PersonDetails) => ({
  first_name: details.firstName,
  last_name: details.lastName,
  birth_date: details.birthDate,
  birth_year: details.birthYear,
  gender: details.gender,
  language: details.language,
  interpreter: details.interpreter,
  phone: details.phone,
  email: details.email,
  street: details.street,
  postal_code: details.postalCode,
  town: details.town,
})

export const fullName = (person: { firstName: string; lastName: string | null }) =>
  person.lastName ? `${person.firstName} ${person.lastName}` : person.firstName
