import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type Staff, type TestSite, textOf } from '../../../test/support/site.ts'
import { paths } from './paths.ts'
import { listPeople, searchPeople } from './search.store.ts'

let site: TestSite
let amina: Staff
beforeAll(async () => {
  site = await createTestSite()
  amina = await site.given.staff('social-worker')
  for (const [firstName, lastName] of [
    ['Jörg', 'Müller'],
    ['Séan', 'O’Brien'],
    ['Şahin', 'Yıldız'],
    ['Lucía', 'Nuñez'],
    ['Mohammed', 'El Khatib'],
    ['Олена', 'Шевченко'],
    ['李', '娜'],
    ['Anne-Marie', 'Von Allmen'],
  ] as const)
    await site.given.person({ by: amina, firstName, lastName })
})
afterAll(() => site.close())

const find = (who: Staff, typed: string) =>
  site.asActor(who, async (tx) => (await searchPeople(tx, typed)).map((p) => `${p.firstName} ${p.lastName}`))

describe('a search by name', () => {
  test.each([
    ['muller', 'Jörg Müller'],
    ['Mueller', 'Jörg Müller'],
    ['obrien', 'Séan O’Brien'],
    ["o'brien sean", 'Séan O’Brien'],
    ['sahin yildiz', 'Şahin Yıldız'],
    ['nunez', 'Lucía Nuñez'],
    ['mohamed khatib', 'Mohammed El Khatib'],
    ['shevchenko', 'Олена Шевченко'],
    ['李', '李 娜'],
    ['vonallmen', 'Anne-Marie Von Allmen'],
    ['anne marie', 'Anne-Marie Von Allmen'],
    ['jo', 'Jörg Müller'],
  ])('%s finds %s first', async (typed, name) => {
    expect((await find(amina, typed))[0]).toBe(name)
  })
  test('finds nobody for what nobody is called, and takes signs as they are', async () => {
    for (const typed of ['Zwinglikx', '%', '_', "'; drop table persons; --", '\\', '.*', '   ']) {
      expect(await find(amina, typed)).toEqual([])
    }
  })
  test('finds a file by the beginning of its reference', async () => {
    const personId = await site.given.person({ by: amina, firstName: 'Rosa', lastName: 'Vial' })
    await site.sql('insert into person_social_aid (person_id, institution_id, reference) values ($1, $2, $3)', [
      personId,
      amina.institutionId,
      'RV-2044',
    ])
    expect(await find(amina, 'rv-20')).toEqual(['Rosa Vial'])
  })
  test('a colleague without mandates finds and counts nobody', async () => {
    const marc = await site.given.staff('social-worker')
    expect(await find(marc, 'muller')).toEqual([])
    const none = { q: '', programmeId: null, language: null, sort: 'name', page: 1 } as const
    expect(await site.asActor(marc, (tx) => listPeople(tx, none))).toEqual({ people: [], total: 0, pages: 1 })
    expect(await textOf(await site.as(marc).get(paths.search({ q: 'Müller' })))).toContain('Nobody is called “Müller”')
  })
})

describe('the list of people', () => {
  test('is narrowed by what stands in the address, and says so', async () => {
    await site.given.person({ by: amina, firstName: 'Tesfay', lastName: 'Haile', language: 'ti' })
    const text = await textOf(await site.as(amina).get(paths.list({ language: 'ti' })))
    expect(text).toContain('1 person')
    expect(text).toContain('Tesfay Haile')
    expect(text).not.toContain('Jörg')
  })
  test('of a programme is open to its office without mandates', async () => {
    const coordinator = await site.given.staff('coordinator')
    const office = await site.given.staff('programme-office')
    const programmeId = await site.given.programme({ by: coordinator, office })
    const personId = await site.given.person({ by: amina, firstName: 'Ilir', lastName: 'Krasniqi' })
    await site.given.enrolment({ personId, programmeId, by: amina })
    const text = await textOf(await site.as(office).get(paths.list({ programme: programmeId })))
    expect(text).toContain('Ilir Krasniqi')
    expect(text).toContain('1 person')
  })
  test('answers strange addresses with the whole list', async () => {
    for (const address of ['/people?page=-1', '/people?page=9999', '/people?programme=x&language=%27&sort=__proto__'])
      expect((await site.as(amina).get(address)).status).toBe(200)
  })
  test('is empty for a coach without a group, with a word on why', async () => {
    const coach = await site.given.staff('coach')
    expect(await textOf(await site.as(coach).get(paths.list()))).toContain('as soon as a mandate opens them')
  })
})
