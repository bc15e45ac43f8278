// Changing group: one act, with a reason, on record on both groups and the person's page.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, newId, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { paths as content } from '../content-levels/paths.ts'
import { paths as people } from '../people/paths.ts'
import { paths as sessions } from '../sessions/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: MoveupWorld
let other: Staff
let advanced: string
let full: string
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  other = await site.given.staff('coach', { institutionId: world.house, name: 'Ada Advanced' })
  const group = { programmeId: world.programmeId, by: world.coordinator }
  advanced = await site.given.group({ ...group, coaches: [other], name: 'Advanced' })
  full = await site.given.group({ ...group, capacity: 1, name: 'Full' })
  const somebody = await world.enrol('Bela')
  await site.given.member({ groupId: full, ...somebody, by: world.coordinator })
  await site.sql(
    `insert into language_levels (id, person_id, language, skill, level, source, assessed_on)
     values ($1, $2, 'fr', 'oral-production', 'A2', 'tested', $3)`,
    [newId(), world.personId, testToday],
  )
})
afterAll(() => site.close())

const change = () => paths.change({ groupId: world.groupId, memberId: world.memberId })

describe('the level of content', () => {
  const url = () => content.show({ groupId: advanced })
  test('is suggested from the members, decided by coordinator or coach, kept, and shown on group and session', async () => {
    const own = content.show({ groupId: world.groupId })
    expect(await textOf(await site.as(world.trainer).get(own))).toContain('Suggested: A2')
    for (const [who, level] of [
      [world.coordinator, 'a1'],
      [world.trainer, 'a2'],
    ] as const)
      expect((await site.as(who).post(own, { level })).status).toBe(303)
    const group = await textOf(await site.as(world.coTrainer).get(paths.show({ groupId: world.groupId })))
    expect(group).toContain('Decided by Tom Trainer')
    expect(group).toContain('One earlier level')
    const session = await textOf(await site.as(world.trainer).get(sessions.show({ sessionId: world.sessionId })))
    expect(session).toContain('Real documents')
  })
  test('is nothing to strangers, not the office’s to decide, and one of the blueprint', async () => {
    expect((await site.as().post(url(), { level: 'a2' })).status).toBe(401)
    expect((await site.as(world.trainer).post(url(), { level: 'a2' })).status).toBe(404)
    expect((await site.as(world.office).post(url(), { level: 'a2' })).status).toBe(403)
    expect((await site.as(other).post(url(), { level: 'z9' })).status).toBe(422)
    expect((await site.as(other).post(url(), { level: 'a2' })).status).toBe(303)
  })
  test('is refused once the group is finished', async () => {
    const finished = await site.given.group({ programmeId: world.programmeId, by: world.coordinator })
    await site.sql('update groups set closed_on = $2 where id = $1', [finished, testToday])
    const answer = await site.as(world.coordinator).post(content.show({ groupId: finished }), { level: 'a2' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('changes no more')
  })
})

describe('changing group', () => {
  test('is for the programme: nobody, strangers and coaches are turned away', async () => {
    expect((await site.as().get(change())).status).toBe(303)
    expect((await site.as(other).get(change())).status).toBe(404)
    expect((await site.as(world.trainer).get(change())).status).toBe(403)
  })

  test('shows the person’s levels and groups with a place, each with its level of content; not the full one', async () => {
    const text = await textOf(await site.as(world.coordinator).get(change()))
    expect(text).toContain('Advanced (12 places)')
    expect(text).toContain('Level of content: A2')
    expect(text).not.toContain('Full')
  })

  test('without a target or a reason, or into the full group, comes back and nothing is written', async () => {
    for (const form of [{ toGroup: advanced }, { why: 'progressed' }, { toGroup: newId(), why: 'progressed' }]) {
      const answer = await site.as(world.coordinator).post(change(), form as Record<string, string>)
      expect(answer.status).toBe(422)
    }
    const late = await site.as(world.coordinator).post(change(), { toGroup: full, why: 'progressed' })
    expect(late.status).toBe(409)
    expect(await site.sql('select 1 from group_moves')).toEqual([])
  })

  test('moves membership and mandates, keeps attendance, and stands on both groups and the person’s page', async () => {
    await site.sql(
      `insert into attendance_marks (key, session_id, person_id, status, marked_by) values ($1, $2, $3, 'present', $4)`,
      [newId(), world.sessionId, world.personId, world.trainer.id],
    )
    // Whoever accompanies the enrolment keeps the file by that; here only the group opens it.
    await site.sql(
      `update mandates set revoked_at = now() where person_id = $1 and purpose = 'follow-up' and role = 'coach'`,
      [world.personId],
    )
    const opens = async (who: Staff) => (await site.as(who).get(people.show({ personId: world.personId }))).status
    expect([await opens(world.trainer), await opens(other)]).toEqual([200, 404])
    const done = await site.as(world.coordinator).post(change(), { toGroup: advanced, why: 'progressed' })
    expect(done.headers.get('location')).toBe(paths.show({ groupId: advanced }))
    expect([await opens(world.trainer), await opens(other)]).toEqual([404, 200])
    expect(await site.sql('select status from attendance_marks where person_id = $1', [world.personId])).toEqual([
      { status: 'present' },
    ])
    const [{ name }] = (await site.sql<{ name: string }>('select name from groups where id = $1', [world.groupId])) as [
      { name: string },
    ]
    const there = await textOf(await site.as(world.coordinator).get(paths.show({ groupId: advanced })))
    expect(there).toContain(`came from the group ${name}`)
    const before = await textOf(await site.as(world.coordinator).get(paths.show({ groupId: world.groupId })))
    expect(before).toContain(`${name} → Advanced`)
    const story = await textOf(await site.as(world.global).get(people.show({ personId: world.personId })))
    expect(story).toContain('has made progress')
    expect((await site.as(world.coordinator).get(change())).status).toBe(404)
  })
})
