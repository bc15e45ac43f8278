import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GroupWorld, givenGroup } from '../../../test/support/group-world.ts'
import { createTestSite, newId, type Signed, type TestSite, textOf } from '../../../test/support/site.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: GroupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenGroup(site)
})
afterAll(() => site.close())

const sessionId = () => world.sessionIds[0]!
const tap = (who: Signed, session: string, personId: string, status: string, key = newId()) =>
  site.as(who).post(paths.register({ sessionId: session }), { mark: `${personId}:${status}:${key}` })
const stageOf = async (enrolmentId: string) =>
  (
    await site.sql<{ kind: string }>('select kind from enrolment_stages where enrolment_id = $1 and ended_at is null', [
      enrolmentId,
    ])
  )[0]?.kind
const noticesOf = (userId: string, personId: string) =>
  site.sql('select kind, source_id from notices where user_id = $1 and person_id = $2', [userId, personId])

describe('the register', () => {
  test('nobody is sent to sign in', async () => {
    expect((await site.as().get(paths.register({ sessionId: sessionId() }))).status).toBe(303)
    expect((await site.as().post(paths.register({ sessionId: sessionId() }))).status).toBe(401)
  })
  test('a coach of another group finds nothing', async () => {
    const other = await givenGroup(site)
    for (const stranger of [other.coach, other.coordinator]) {
      expect((await site.as(stranger).get(paths.register({ sessionId: sessionId() }))).status).toBe(404)
      expect((await tap(stranger, sessionId(), world.members[0]!.personId, 'present')).status).toBe(404)
    }
  })
  test('the referrer reads the summary of their own people elsewhere, not the register', async () => {
    expect((await site.as(world.referrer).get(paths.register({ sessionId: sessionId() }))).status).toBe(403)
  })
  test('coach, trainee, coordinator and office see everyone expected, under 80 kB', async () => {
    for (const who of [world.coach, world.trainee, world.coordinator, world.office]) {
      const response = await site.as(who).get(paths.register({ sessionId: sessionId() }))
      expect(response.status).toBe(200)
      const html = await response.text()
      for (const i of [0, 1, 2]) expect(html).toContain(`Person${i}`)
      expect(html.length).toBeLessThan(40_000)
    }
  })
})

describe('one tap', () => {
  test('comes back to the same person, starts them, and can be undone', async () => {
    const own = await givenGroup(site)
    const [one] = own.members
    const [session] = own.sessionIds
    const key = newId()
    const response = await tap(own.coach, session!, one!.personId, 'present', key)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${paths.register({ sessionId: session! })}#p-${one!.personId}`)
    expect(await stageOf(one!.enrolmentId)).toBe('started')
    const undone = await site.as(own.coach).post(paths.undo({ sessionId: session!, markId: key }))
    expect(undone.status).toBe(303)
    expect(await stageOf(one!.enrolmentId)).toBe('allocated')
    const html = await (await site.as(own.coach).get(paths.register({ sessionId: session! }))).text()
    expect(html).not.toContain('aria-pressed="true"')
  })
  test('twice with one key is one mark; the device is told what counts', async () => {
    const own = await givenGroup(site, { people: 1, sessions: 1 })
    const [{ personId }] = own.members as [GroupWorld['members'][0]]
    const url = paths.register({ sessionId: own.sessionIds[0]! })
    const key = newId()
    for (let i = 0; i < 2; i += 1) {
      const answer = await site.as(own.coach).post(url, { as: 'json', mark: `${personId}:late:${key}` })
      expect(answer.status).toBe(200)
      expect(await answer.json()).toEqual({ arrived: [key], status: { [personId]: 'late' } })
    }
    expect(await site.sql('select count(*)::int as n from attendance_marks where person_id = $1', [personId])).toEqual([
      { n: 1 },
    ])
    expect(
      await site.sql(`select count(*)::int as n from audit_entries where act = 'attendance.mark' and person_id = $1`, [
        personId,
      ]),
    ).toEqual([{ n: 1 }])
  })
  test('about somebody who is not expected is refused, on the page and for the device', async () => {
    const outsider = world.members[0]!.personId
    const own = await givenGroup(site, { people: 1, sessions: 1 })
    expect((await tap(own.coach, own.sessionIds[0]!, outsider, 'present')).status).toBe(409)
    const answer = await site
      .as(own.coach)
      .post(paths.register({ sessionId: own.sessionIds[0]! }), { as: 'json', mark: `${outsider}:present:${newId()}` })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toHaveProperty('refused')
  })
  test('rubbish is refused without a trace', async () => {
    for (const mark of [
      '',
      'x',
      `${world.members[0]!.personId}:dancing:${newId()}`,
      `${world.members[0]!.personId}:present:1`,
    ])
      expect((await site.as(world.coach).post(paths.register({ sessionId: sessionId() }), { mark })).status).toBe(409)
  })
})

describe('two unexcused absences', () => {
  test('reach the referrer once, however often they are marked again', async () => {
    const own = await givenGroup(site, { people: 1, sessions: 3 })
    const [{ personId, enrolmentId }] = own.members as [GroupWorld['members'][0]]
    await tap(own.coach, own.sessionIds[0]!, personId, 'absent')
    await tap(own.coach, own.sessionIds[1]!, personId, 'excused')
    expect(await noticesOf(own.referrer.id, personId)).toEqual([])
    await tap(own.coach, own.sessionIds[2]!, personId, 'absent')
    expect(await noticesOf(own.referrer.id, personId)).toEqual([{ kind: 'two-absences', source_id: enrolmentId }])
    await tap(own.coach, own.sessionIds[2]!, personId, 'present')
    await tap(own.coach, own.sessionIds[2]!, personId, 'absent')
    await tap(own.coach, own.sessionIds[1]!, personId, 'absent')
    expect(await noticesOf(own.referrer.id, personId)).toHaveLength(1)
  })
})

describe('closing', () => {
  test('needs everyone; who announced it is excused; a trainee may not', async () => {
    const own = await givenGroup(site, { people: 2, sessions: 1 })
    const [session] = own.sessionIds
    const close = (who: Signed) => site.as(who).post(paths.closure({ sessionId: session! }))
    expect((await close(own.trainee)).status).toBe(403)
    expect((await close(own.coach)).status).toBe(409)
    await tap(own.coach, session!, own.members[0]!.personId, 'present')
    await site.sql(
      `insert into absence_announcements (id, session_id, person_id, by_kind) values ($1, $2, $3, 'card')`,
      [newId(), session, own.members[1]!.personId],
    )
    expect(await textOf(await site.as(own.coach).get(paths.register({ sessionId: session! })))).toContain(
      'said they can’t come',
    )
    expect((await close(own.coach)).status).toBe(303)
    expect(
      await site.sql('select status from attendance_marks where person_id = $1', [own.members[1]!.personId]),
    ).toEqual([{ status: 'excused' }])
    expect((await close(own.coach)).status).toBe(409)
    expect((await tap(own.coach, session!, own.members[0]!.personId, 'absent')).status).toBe(303)
    const page = await textOf(await site.as(own.coach).get(paths.register({ sessionId: session! })))
    expect(page).toContain('corrected after closing')
    expect(page).toContain('Finish the group')
  })
  test('all the others are here, in one press', async () => {
    const own = await givenGroup(site, { people: 3, sessions: 1 })
    await tap(own.coach, own.sessionIds[0]!, own.members[0]!.personId, 'absent')
    expect((await site.as(own.trainee).post(paths.rest({ sessionId: own.sessionIds[0]! }))).status).toBe(303)
    const rows = await site.sql<{ status: string }>('select status from attendance_marks where session_id = $1', [
      own.sessionIds[0],
    ])
    expect(rows.map((row) => row.status).sort()).toEqual(['absent', 'present', 'present'])
  })
})

describe('a note', () => {
  test('is sealed, read by the coach, and not by the office', async () => {
    const [one] = world.members
    const url = paths.register({ sessionId: sessionId() })
    const id = newId()
    const send = () =>
      site
        .as(world.coach)
        .post(paths.notes({ sessionId: sessionId() }), { id, person: one!.personId, body: 'Arrived very tired' })
    expect((await send()).status).toBe(303)
    expect((await send()).status).toBe(303)
    const [row] = await site.sql<{ body: Buffer; n: number }>(
      'select body, count(*) over ()::int as n from attendance_notes where person_id = $1',
      [one!.personId],
    )
    expect(row!.n).toBe(1)
    expect(row!.body.toString('latin1')).not.toContain('tired')
    expect(await textOf(await site.as(world.coach).get(url))).toContain('Arrived very tired')
    for (const who of [world.office, world.coordinator]) {
      expect(await textOf(await site.as(who).get(url))).not.toContain('tired')
      expect(
        (
          await site
            .as(who)
            .post(paths.notes({ sessionId: sessionId() }), { id: newId(), person: one!.personId, body: 'x' })
        ).status,
      ).toBe(403)
    }
  })
})
