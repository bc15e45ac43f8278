import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as people } from '../people/paths.ts'
import { paths } from './paths.ts'
import { ending } from './rules.ts'
import type { ListedMandate } from './store.ts'

const mandate = (over: Partial<ListedMandate> = {}): ListedMandate => ({
  id: 'm1',
  personId: 'p',
  professionalId: 'me',
  professionalName: 'Me',
  role: 'social-worker',
  institutionId: 'home',
  institutionName: 'Home',
  purpose: 'intake',
  from: addDays(testToday, -10),
  to: null,
  revoked: false,
  reason: null,
  createdBy: 'me',
  hasLeft: false,
  ...over,
})
const other = mandate({ id: 'm2', professionalId: 'colleague' })

describe('ending a mandate', () => {
  test.each([
    ['of one’s own, while a colleague has the file', mandate(), [other], true],
    ['that one gave', mandate({ professionalId: 'x', purpose: 'colleague' }), [other], true],
    ['the last of the holding institution', mandate(), [], 'mandates.end.last'],
    ['the last but for somebody who has left', mandate(), [mandate({ id: 'm2', hasLeft: true })], 'mandates.end.last'],
    [
      'the last but for one that is over',
      mandate(),
      [mandate({ id: 'm2', to: addDays(testToday, -1) })],
      'mandates.end.last',
    ],
    [
      'the last but for another institution',
      mandate(),
      [mandate({ id: 'm2', institutionId: 'else' })],
      'mandates.end.last',
    ],
    ['of another institution than the holder', mandate({ institutionId: 'else', purpose: 'referral' }), [other], true],
    ['of somebody else', mandate({ professionalId: 'x', createdBy: 'y' }), [other], 'mandates.end.notYours'],
    ['that came from a group', mandate({ purpose: 'group' }), [other], 'mandates.end.byWork'],
    ['that has ended', mandate({ revoked: true }), [other], 'mandates.end.over'],
  ] as const)('%s', (_, one, others, expected) => {
    const all = [one, ...others]
    const decision = ending(one, {
      all,
      holder: 'home',
      actorId: 'me',
      institutionId: one.institutionId,
      today: testToday,
    })
    expect(decision.ok || decision.key).toBe(expected)
  })
})

describe('a file', () => {
  let site: TestSite
  let amina: Staff
  let marc: Staff
  let personId: string
  beforeAll(async () => {
    site = await createTestSite()
    amina = await site.given.staff('social-worker', { name: 'Amina Berger' })
    marc = await site.given.staff('social-worker', { name: 'Marc Favre' })
    personId = await site.given.person({ by: amina })
  })
  afterAll(() => site.close())

  test('is opened to a colleague with a reason, on record, and closed again at once', async () => {
    expect((await site.as(marc).get(people.show({ personId }))).status).toBe(404)
    expect((await site.as(amina).post(paths.give({ personId }), { colleagueId: marc.id })).status).toBe(422)
    const given = await site.as(amina).post(paths.give({ personId }), { colleagueId: marc.id, reason: 'Holidays' })
    expect(given.status).toBe(303)
    const text = await textOf(await site.as(marc).get(people.show({ personId })))
    expect(text).toContain('Marc Favre')
    expect(text).toContain('Holidays')
    const [row] = await site.sql<{ id: string }>('select id from mandates where professional_id = $1', [marc.id])
    expect((await site.as(amina).post(paths.end({ personId, mandateId: row!.id }))).status).toBe(303)
    expect((await site.as(marc).get(people.show({ personId }))).status).toBe(404)
    expect(await site.sql(`select act from audit_entries where object_kind = 'mandate' order by at`)).toEqual([
      { act: 'mandates.give' },
      { act: 'mandates.end' },
    ])
  })
  test('keeps its last mandate, and says what to do', async () => {
    const [row] = await site.sql<{ id: string }>('select id from mandates where professional_id = $1', [amina.id])
    const response = await site.as(amina).post(paths.end({ personId, mandateId: row!.id }))
    expect(response.status).toBe(409)
    expect(await textOf(response)).toContain('Open it to a colleague first')
  })
  test('is not opened to strangers, to other roles, twice, or by those who may not', async () => {
    const elsewhere = await site.given.staff('social-worker', { institutionId: await site.given.institution() })
    const coach = await site.given.staff('coach')
    for (const colleague of [elsewhere, coach, amina])
      expect(
        (await site.as(amina).post(paths.give({ personId }), { colleagueId: colleague.id, reason: 'x' })).status,
      ).toBe(409)
    await site.given.mandate(personId, coach, { purpose: 'group' })
    expect((await site.as(coach).get(paths.give({ personId }))).status).toBe(403)
    expect((await site.as(coach).post(paths.end({ personId, mandateId: newId() }))).status).toBe(403)
    expect((await site.as(marc).get(paths.give({ personId }))).status).toBe(404)
    expect((await site.as().post(paths.give({ personId }))).status).toBe(401)
  })
})
