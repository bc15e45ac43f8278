import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GroupWorld, givenGroup } from '../../../test/support/group-world.ts'
import { createTestSite, newId, type TestSite } from '../../../test/support/site.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { findSession, saveExpected } from '../sessions/store.ts'
import { type Mark, markable } from './attendance.ts'
import { attendanceSummary, certificateData, listSessionsOfPerson, nextSessionOf, sessionsToClose } from './readers.ts'
import { currentStatus } from './rules.ts'
import { listMarks, listRegister, saveMarks } from './store.ts'

let site: TestSite
let world: GroupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenGroup(site)
})
afterAll(() => site.close())

/** The same numbers every time. */
function dice(seed: number) {
  let state = seed
  return (most: number) => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.floor((state / 4294967296) * most)
  }
}

describe('marks from devices', () => {
  test('500 schedules with repeated and disordered deliveries: no tap lost, none twice, the last new one to arrive counts', async () => {
    const roll = dice(20261123)
    const [member] = world.members
    for (let schedule = 0; schedule < 500; schedule += 1) {
      const sessionId = world.sessionIds[schedule % world.sessionIds.length]!
      const before = new Set(
        await site.asActor(world.coach, (tx) => listMarks(tx, sessionId)).then((all) => all.map((m) => m.key)),
      )
      const taps = Array.from(
        { length: 1 + roll(4) },
        (): Mark => ({
          key: newId(),
          personId: member!.personId,
          status: markable[roll(markable.length)]!,
        }),
      )
      // What the site gets: every tap at least once, some again, in any order and in any bundles.
      const deliveries = [...taps, ...taps.filter(() => roll(2) === 0)].sort(() => roll(3) - 1)
      const arrived: Mark[] = []
      while (deliveries.length > 0) {
        const bundle = deliveries.splice(0, 1 + roll(3))
        await site.asActor(world.coach, (tx, actor) => saveMarks(tx, actor as StaffActor, sessionId, bundle))
        for (const tap of bundle) if (!arrived.some((one) => one.key === tap.key)) arrived.push(tap)
      }
      const stored = (await site.asActor(world.coach, (tx) => listMarks(tx, sessionId))).filter(
        (m) => !before.has(m.key),
      )
      expect(
        stored.map((m) => m.key),
        `schedule ${schedule}`,
      ).toEqual(arrived.map((m) => m.key))
      expect(currentStatus(stored)).toBe(currentStatus(arrived))
    }
  }, 120_000)

  test('two devices that send the same tap at the same moment make one', async () => {
    const tap: Mark = { key: newId(), personId: world.members[1]!.personId, status: 'late' }
    const send = () =>
      site.asActor(world.coach, (tx, actor) => saveMarks(tx, actor as StaffActor, world.sessionIds[0]!, [tap]))
    const fresh = await Promise.all([send(), send(), send()])
    expect(fresh.reduce((sum, keys) => sum + keys.size, 0)).toBe(1)
  })
})

describe('who is on the register', () => {
  test('a part of the group, and still everyone for another session', async () => {
    const [first, second] = world.sessionIds
    await site.asActor(world.coach, (tx) => saveExpected(tx, first!, [world.members[2]!.personId]))
    const names = (sessionId: string) =>
      site.asActor(world.coach, async (tx) => {
        const session = await findSession(tx, sessionId)
        return (await listRegister(tx, session!)).map((one) => one.firstName)
      })
    expect(await names(second!)).toEqual(['Person0', 'Person1', 'Person2'])
    expect(await names(first!)).toContain('Person2')
    const seen = (who: typeof world.referrer, personId: string) =>
      site.asActor(who, async (tx) => (await listSessionsOfPerson(tx, personId)).map((one) => one.id))
    const other = await givenGroup(site, { people: 2, sessions: 1 })
    await site.asActor(other.coach, (tx) => saveExpected(tx, other.sessionIds[0]!, [other.members[0]!.personId]))
    // The referrer sees only rows of their own people, and must not take a part for the whole.
    expect(await seen(other.referrer, other.members[0]!.personId)).toEqual([other.sessionIds[0]])
    expect(await seen(other.referrer, other.members[1]!.personId)).toEqual([])
  })
  test('a coach of another group sees no session and writes no mark', async () => {
    const stranger = await site.given.staff('coach')
    const sessionId = world.sessionIds[0]!
    expect(await site.asActor(stranger, (tx) => findSession(tx, sessionId))).toBeUndefined()
    const tap: Mark = { key: newId(), personId: world.members[0]!.personId, status: 'present' }
    await expect(
      site.asActor(stranger, (tx, actor) => saveMarks(tx, actor as StaffActor, sessionId, [tap])),
    ).rejects.toThrow(/row-level security/)
    expect(await site.sql('select 1 from attendance_marks where key = $1', [tap.key])).toEqual([])
  })
})

describe('what others read', () => {
  test('a person’s sessions, next one, regularity and certificate; by staff and by the person’s own card', async () => {
    const own = await givenGroup(site, { people: 1, sessions: 3 })
    const [{ personId, enrolmentId }] = own.members as [GroupWorld['members'][0]]
    await site.given.sessionOf({ groupId: own.groupId, number: 9, onDate: '2026-12-01' })
    const mark = (sessionId: string, status: Mark['status']) =>
      site.asActor(own.coach, (tx, actor) =>
        saveMarks(tx, actor as StaffActor, sessionId, [{ key: newId(), personId, status }]),
      )
    await mark(own.sessionIds[0]!, 'present')
    await mark(own.sessionIds[1]!, 'absent')
    const card = await site.given.card({ personId, by: own.coach, level: 'token' })
    for (const who of [own.coach, own.referrer, own.coordinator, card]) {
      const read = await site.asActor(who, async (tx) => ({
        statuses: (await listSessionsOfPerson(tx, personId)).map((one) => one.status),
        next: (await nextSessionOf(tx, personId, '2026-11-24'))?.onDate,
        summary: await attendanceSummary(tx, personId, enrolmentId),
      }))
      expect(read.statuses).toEqual(['present', 'absent', null, null])
      expect(read.next).toBe('2026-12-01')
      expect(read.summary).toMatchObject({ marked: 2, present: 1, absent: 1 })
    }
    const certificate = await site.asActor(own.coach, (tx) =>
      certificateData(tx, { personId, groupId: own.groupId, today: '2026-11-23' }),
    )
    expect(certificate).toMatchObject({
      firstName: 'Person0',
      planned: 3,
      hours: 3,
      from: '2026-11-21',
      to: '2026-11-21',
    })
  })
  test('sessions to close: of the coach’s own groups and of the coordinator’s programme', async () => {
    const own = await givenGroup(site, { people: 1, sessions: 2 })
    const count = (who: typeof own.coach) => site.asActor(who, async (tx) => (await sessionsToClose(tx, who.id)).length)
    expect(await count(own.coach)).toBe(2)
    expect(await count(own.coordinator)).toBe(2)
    expect(await count(own.office)).toBe(0)
    expect(await count(own.referrer)).toBe(0)
  })
})
