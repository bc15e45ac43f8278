import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type Staff, type TestSite, textOf } from '../../../../test/support/site.ts'
import { staffRoles } from '../../../shared/http/actor.ts'
import { paths as people } from '../../people/paths.ts'
import { paths } from '../paths.ts'

let site: TestSite
let sylvie: Staff
beforeAll(async () => {
  site = await createTestSite()
  sylvie = await site.given.staff('administrator', { name: 'Sylvie Aebi' })
})
afterAll(() => site.close())

const lives = async (who: Staff) => (await site.as(who).get(paths.account())).status === 200

describe('who works here', () => {
  test('is for administrators only', async () => {
    expect((await site.as().get(paths.list())).status).toBe(303)
    for (const role of staffRoles) {
      const who = await site.given.staff(role)
      const expected = role === 'administrator' ? 200 : 403
      for (const path of [paths.list(), paths.institutions(), paths.invite(), paths.show({ userId: sylvie.id })])
        expect((await site.as(who).get(path)).status, `${role} ${path}`).toBe(expected)
    }
  })
  test('is searched without accents, by institution and by state', async () => {
    const other = await site.given.institution('association', 'Association Pont')
    const zoe = await site.given.staff('coach', { name: 'Zoé Nuñez', institutionId: other })
    const names = async (query: Record<string, string>) => textOf(await site.as(sylvie).get(paths.list(query)))
    expect(await names({ q: 'zoe nunez' })).toContain('Zoé Nuñez')
    expect(await names({ institution: other })).toContain('Zoé Nuñez')
    expect(await names({ institution: sylvie.institutionId })).not.toContain('Zoé Nuñez')
    await site.given.leaving(zoe)
    expect(await names({})).not.toContain('Zoé Nuñez')
    expect(await names({ state: 'ended' })).toContain('Zoé Nuñez')
  })
  test('an administrator opens no file', async () => {
    const amina = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: amina })
    expect([403, 404]).toContain((await site.as(sylvie).get(people.show({ personId }))).status)
    expect((await site.as(sylvie).get(people.create())).status).toBe(403)
  })
})

describe('a role', () => {
  test('changes, and the mandates of the old one end', async () => {
    const luc = await site.given.staff('coach', { name: 'Luc Favre' })
    const amina = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: amina })
    await site.given.mandate(personId, luc, { purpose: 'group' })
    expect((await site.as(luc).get(people.show({ personId }))).status).toBe(200)
    const path = paths.role({ userId: luc.id })
    expect((await site.as(sylvie).post(path, { role: 'nobody' })).status).toBe(422)
    expect((await site.as(sylvie).post(path, { role: 'coordinator', field: 'dropped' })).status).toBe(303)
    expect((await site.as(luc).get(people.show({ personId }))).status).toBe(404)
    expect(await site.sql('select role, field from users where id = $1', [luc.id])).toEqual([
      { role: 'coordinator', field: null },
    ])
    expect((await site.as(sylvie).post(path, { role: 'coordinator' })).status).toBe(409)
  })
  test('asks for a fresh code first', async () => {
    const luc = await site.given.staff('coach')
    const other = await site.given.staff('administrator')
    await site.sql(`update staff_sessions set factor_at = now() - interval '11 minutes' where user_id = $1`, [other.id])
    const path = paths.role({ userId: luc.id })
    expect((await site.as(other).post(path, { role: 'trainee' })).headers.get('location')).toMatch(
      '/account/confirmation',
    )
  })
  test.each([
    ['one’s own', () => sylvie],
    [
      'an account of another institution',
      async () => site.given.staff('coach', { institutionId: await site.given.institution() }),
    ],
  ])('%s is not one’s to change', async (_, whose) => {
    const { id: userId } = await whose()
    expect((await site.as(sylvie).get(paths.show({ userId }))).status).toBe(200)
    for (const path of [paths.role({ userId }), paths.ending({ userId }), paths.reopening({ userId })])
      expect((await site.as(sylvie).post(path, { role: 'coordinator' })).status).toBe(403)
    expect((await site.as(sylvie).post(paths.renewal({ userId }))).status).toBe(403)
  })
  test('cannot be changed past the functions, not even by the application', async () => {
    const luc = await site.given.staff('coach')
    await expect(
      site.asActor(sylvie, (tx) =>
        tx.updateTable('users').set({ role: 'coordinator' }).where('id', '=', luc.id).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('leaving', () => {
  test('stops the sessions at once and ends the mandates; coming back gives no mandate', async () => {
    const luc = await site.given.staff('coach', { name: 'Luc Favre' })
    const amina = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: amina })
    await site.given.mandate(personId, luc, { purpose: 'group' })
    const path = paths.ending({ userId: luc.id })
    expect(await textOf(await site.as(sylvie).get(path))).toContain('The mandate on one file ends')
    expect(await lives(luc)).toBe(true)
    expect((await site.as(sylvie).post(path)).status).toBe(303)
    expect(await lives(luc)).toBe(false)
    expect((await site.as(sylvie).post(path)).status).toBe(409)
    expect((await site.as(sylvie).post(paths.reopening({ userId: luc.id }))).status).toBe(303)
    expect(await lives(luc)).toBe(false)
    const back = { ...luc, token: await site.given.session(luc.id) }
    expect(await lives(back)).toBe(true)
    expect((await site.as(back).get(people.show({ personId }))).status).toBe(404)
    expect((await site.as(sylvie).post(paths.reopening({ userId: luc.id }))).status).toBe(409)
  })
  test('passes the files to the colleague who is named, and the administrator sees none', async () => {
    const service = await site.given.institution('social-service')
    const boss = await site.given.staff('administrator', { institutionId: service })
    const amina = await site.given.staff('social-worker', { institutionId: service })
    const marc = await site.given.staff('social-worker', { institutionId: service })
    const elsewhere = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: amina })
    const path = paths.ending({ userId: amina.id })
    expect((await site.as(boss).post(path)).status).toBe(409)
    expect((await site.as(boss).post(path, { successorId: elsewhere.id })).status).toBe(409)
    expect((await site.as(boss).post(path, { successorId: marc.id })).status).toBe(303)
    expect((await site.as(marc).get(people.show({ personId }))).status).toBe(200)
    expect((await site.as(boss).get(people.show({ personId }))).status).toBe(404)
  })

  test('whom nobody knows is not found', async () => {
    expect((await site.as(sylvie).get(paths.show({ userId: newId() }))).status).toBe(404)
    expect((await site.as(sylvie).post(paths.ending({ userId: newId() }))).status).toBe(404)
  })
})

describe('institutions', () => {
  const pont = { name: 'Association Pont', kind: 'association', languages: ['fr'], region: 'FR', phone: '' }
  test('are added and edited', async () => {
    expect((await site.as(sylvie).post(paths.newInstitution(), { ...pont, languages: [] })).status).toBe(422)
    expect((await site.as(sylvie).post(paths.newInstitution(), pont)).status).toBe(303)
    const [row] = await site.sql<{ id: string; time_zone: string }>(
      'select id, time_zone from institutions where name = $1 and region = $2',
      ['Association Pont', 'FR'],
    )
    expect(row!.time_zone).toBe('Europe/Paris')
    const path = paths.institution({ institutionId: row!.id })
    expect(await textOf(await site.as(sylvie).get(path))).toContain('Edit the institution')
    expect((await site.as(sylvie).post(path, { ...pont, name: 'Association Brücke' })).status).toBe(303)
    expect(await textOf(await site.as(sylvie).get(paths.institutions()))).toContain('Association Brücke')
  })
})
