import { describe, expect, test } from 'vitest'
import { Typed } from '../../shared/forms/forms.ts'
import { parsePerson, toValues } from './form.ts'

const today = '2026-11-23'
const enough = { firstName: 'Şahin', phone: '079 111 22 33' }

describe('a person as typed', () => {
  test('a first name and a way to reach them are enough; what is left out is not known yet', () => {
    const parsed = parsePerson(Typed.of(enough), today)
    expect(parsed.ok && parsed.value).toMatchObject({
      firstName: 'Şahin',
      lastName: null,
      birthDate: null,
      interpreter: null,
    })
  })

  test.each([
    ['no first name', { ...enough, firstName: '  ' }, 'firstName', 'people.firstName.missing'],
    ['no way to reach them', { firstName: 'Li' }, 'phone', 'people.contact.missing'],
    ['a street without a town', { firstName: 'Li', street: 'Rue Neuve 1' }, 'phone', 'people.contact.missing'],
    ['a birth date to come', { ...enough, birthDate: '2026-11-24' }, 'birthDate', 'people.birthDate.future'],
    ['a day that no calendar has', { ...enough, birthDate: '30.2.1990' }, 'birthDate', 'forms.date'],
    ['a gender nobody offered', { ...enough, gender: 'none' }, 'gender', 'forms.choose'],
    ['an address that is no e-mail', { ...enough, email: 'anna' }, 'email', 'forms.email'],
    ['a name without end', { ...enough, lastName: 'x'.repeat(201) }, 'lastName', 'forms.tooLong'],
  ])('%s is refused beside the field', (_, typed, field, key) => {
    const parsed = parsePerson(Typed.of(typed), today)
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.errors[field]?.key).toBe(key)
    expect(parsed.typed.get('firstName')).toBe(typed.firstName)
  })

  test('comes back from the form as it went in', () => {
    const parsed = parsePerson(
      Typed.of({
        firstName: 'Seán',
        lastName: "O'Brien",
        birthDate: '9.3.1980',
        gender: 'm',
        language: 'en',
        interpreter: 'no',
        email: 'sean@example.org',
        street: 'Rue Neuve 1',
        postalCode: '2599',
        town: 'Rivemont',
      }),
      today,
    )
    expect(parsed.ok).toBe(true)
    if (parsed.ok)
      expect(parsePerson(Typed.of(toValues(parsed.value)), today)).toMatchObject({ ok: true, value: parsed.value })
  })
})
