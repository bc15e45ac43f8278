import { fields, type Parsed, parseForm, type Typed, withErrors } from '../../shared/forms/forms.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { genders, type PersonDetails } from './person.ts'

const shape = {
  firstName: fields.text(200, 'people.firstName.missing'),
  lastName: fields.optionalText(),
  birthDate: fields.optionalDate(),
  birthYear: fields.optionalInteger(1900, 2100),
  gender: fields.optionalChoice(genders),
  language: fields.optionalText(10),
  interpreter: fields.optionalChoice(['yes', 'no']),
  phone: fields.optionalText(60),
  email: fields.optionalEmail(),
  street: fields.optionalText(),
  postalCode: fields.optionalText(20),
  town: fields.optionalText(),
}

/** A first name is enough to begin with, if there is a way to reach the person. */
export function parsePerson(typed: Typed, today: PlainDate): Parsed<PersonDetails> {
  const parsed = parseForm(shape, typed)
  if (!parsed.ok) return parsed
  const { interpreter, ...rest } = parsed.value
  const value = { ...rest, interpreter: interpreter === null ? null : interpreter === 'yes' }
  if (value.birthDate && value.birthDate > today)
    return withErrors(parsed, { birthDate: { key: 'people.birthDate.future' } })
  const reachable = value.phone || value.email || (value.street && value.town)
  if (!reachable) return withErrors(parsed, { phone: { key: 'people.contact.missing' } })
  return { ok: true, value, typed }
}

/** The fields of an existing person, for the form. */
export const toValues = (person: PersonDetails): Record<string, string> => ({
  firstName: person.firstName,
  lastName: person.lastName ?? '',
  birthDate: person.birthDate ?? '',
  birthYear: person.birthYear === null ? '' : String(person.birthYear),
  gender: person.gender ?? '',
  language: person.language ?? '',
  interpreter: person.interpreter === null ? '' : person.interpreter ? 'yes' : 'no',
  phone: person.phone ?? '',
  email: person.email ?? '',
  street: person.street ?? '',
  postalCode: person.postalCode ?? '',
  town: person.town ?? '',
})
