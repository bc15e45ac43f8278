import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type TestSite } from '../../../test/support/site.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PersonDetails } from './person.ts'
import { createPerson, findPerson, savePerson } from './store.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

/** Every column with a value, so that one that is forgotten on the way shows. */
const details: PersonDetails = {
  firstName: 'Lucía',
  lastName: 'Nuñez',
  birthDate: '1984-05-02',
  birthYear: 1984,
  gender: 'w',
  language: 'es',
  interpreter: true,
  phone: '079 000 00 01',
  email: 'lucia@example.org',
  street: 'Rue Neuve 1',
  postalCode: '2599',
  town: 'Rivemont',
}

describe('a person', () => {
  test('is kept and read back in every field, and changed in every field', async () => {
    const amina = await site.given.staff('social-worker')
    const id = await site.asActor(amina, (tx, actor) => createPerson(tx, actor as StaffActor, details))
    expect(await site.asActor(amina, (tx) => findPerson(tx, id))).toEqual({
      id,
      institutionId: amina.institutionId,
      ...details,
    })
    const changed: PersonDetails = {
      ...details,
      firstName: 'Lucia',
      lastName: null,
      interpreter: null,
      phone: null,
      gender: 'not-disclosed',
    }
    expect(await site.asActor(amina, (tx) => savePerson(tx, id, changed))).toBe(true)
    expect(await site.asActor(amina, (tx) => findPerson(tx, id))).toMatchObject(changed)
  })

  test('of a stranger is neither found nor changed, though it is there', async () => {
    const amina = await site.given.staff('social-worker')
    const marc = await site.given.staff('social-worker')
    const id = await site.given.person({ by: amina, firstName: 'Ada' })
    expect(await site.asActor(marc, (tx) => findPerson(tx, id))).toBeUndefined()
    expect(await site.asActor(marc, (tx) => savePerson(tx, id, details))).toBe(false)
    expect(await site.sql('select first_name from persons where id = $1', [id])).toEqual([{ first_name: 'Ada' }])
  })
})
