import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type TestSite, textOf } from '../../../test/support/site.ts'
import { paths } from './paths.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

describe('the page of a person', () => {
  test('nobody is sent to sign in, whether the person exists or not', async () => {
    const amina = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: amina })
    for (const id of [personId, newId()]) {
      const response = await site.as().get(paths.show({ personId: id }))
      expect(response.status).toBe(303)
      expect((await site.as().post(paths.edit({ personId: id }))).status).toBe(401)
    }
  })
  test('a colleague without a mandate finds nothing', async () => {
    const amina = await site.given.staff('social-worker')
    const marc = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: amina })
    expect((await site.as(marc).get(paths.show({ personId }))).status).toBe(404)
  })
  test('who holds the mandate reads it, and the reading is on record', async () => {
    const amina = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: amina, firstName: 'Leïla', lastName: 'Ferrat' })
    const response = await site.as(amina).get(paths.show({ personId }))
    expect(response.status).toBe(200)
    expect(await textOf(response)).toContain('Leïla Ferrat')
    expect(await site.sql('select act, actor_id, result from audit_entries where person_id = $1', [personId])).toEqual([
      { act: 'people.read', actor_id: amina.id, result: 'read' },
    ])
  })
})

describe('a new person', () => {
  test('a first name and a phone number are enough', async () => {
    const amina = await site.given.staff('social-worker')
    const response = await site
      .as(amina)
      .post(paths.create(), { firstName: "L'amie > caline !", phone: '079 111 22 33' })
    expect(response.status).toBe(303)
    const page = await site.as(amina).get(response.headers.get('location')!)
    expect(await textOf(page)).toContain("L'amie > caline !")
  })
  test('without a way to reach them the form comes back with what was typed', async () => {
    const amina = await site.given.staff('social-worker')
    const response = await site.as(amina).post(paths.create(), { firstName: 'Şahin' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Say how to reach the person')
    expect(html).toContain('Şahin')
  })
  test('a coach may not open files', async () => {
    const coach = await site.given.staff('coach')
    expect((await site.as(coach).get(paths.create())).status).toBe(403)
    expect((await site.as(coach).post(paths.create(), { firstName: 'A', phone: '1' })).status).toBe(403)
  })
})
