// Long, because each act on a group is asked here as nobody, as a stranger and as each of its people.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GroupWorld, givenGroup } from '../../../test/support/group-world.ts'
import { createTestSite, newId, type Signed, type TestSite, textOf } from '../../../test/support/site.ts'
import { paths as people } from '../people/paths.ts'
import { paths as sessions } from '../sessions/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: GroupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenGroup(site)
})
afterAll(() => site.close())

const runningMembers = async (groupId: string) =>
  (
    await site.sql<{ n: number }>(
      'select count(*)::int as n from group_members where group_id = $1 and left_on is null',
      [groupId],
    )
  )[0]!.n
const stageOf = async (enrolmentId: string) =>
  (
    await site.sql<{ kind: string }>('select kind from enrolment_stages where enrolment_id = $1 and ended_at is null', [
      enrolmentId,
    ])
  )[0]?.kind
const opens = async (who: Signed, personId: string) => (await site.as(who).get(people.show({ personId }))).status

describe('the page of a group', () => {
  test('nobody is sent to sign in', async () => {
    expect((await site.as().get(paths.show({ groupId: world.groupId }))).status).toBe(303)
  })
  test('a coach of another group and a coordinator of another programme find nothing', async () => {
    const other = await givenGroup(site)
    for (const who of [other.coach, other.trainee, other.coordinator, other.office, other.referrer])
      for (const path of [paths.show, paths.calendar, paths.attendance])
        expect((await site.as(who).get(path({ groupId: world.groupId }))).status, path.pattern).toBe(404)
  })
  test('coach, trainee, coordinator and office read it', async () => {
    for (const who of [world.coach, world.trainee, world.coordinator, world.office])
      for (const path of [paths.list, paths.show, paths.calendar, paths.attendance]) {
        const response = await site.as(who).get(path({ groupId: world.groupId } as never))
        expect(response.status, path.pattern).toBe(200)
      }
  })
})

describe('a new group', () => {
  const form = (over: Record<string, string | string[]> = {}) => ({
    id: newId(),
    name: 'Lilas',
    language: 'fr',
    site: 'Centre',
    room: 'Salle 1',
    capacity: '12',
    start: '2027-03-08',
    halfDays: ['mon-am', 'wed-am', 'fri-am'],
    amFrom: '08:30',
    amTo: '11:30',
    pmFrom: '13:30',
    pmTo: '16:30',
    coach: world.coach.id,
    trainee: world.trainee.id,
    ...over,
  })
  const url = () => paths.create({ programmeId: world.programmeId })

  test('shows its dates and skipped holidays before anything is written, then has its twelve sessions', async () => {
    const values = form()
    const preview = await site.as(world.coordinator).post(url(), { ...values, intent: 'preview' })
    const text = await textOf(preview)
    expect(text).toContain('Good Friday')
    expect(text).toContain('Easter Monday')
    expect(await site.sql('select 1 from groups where id = $1', [values.id])).toEqual([])
    for (let twice = 0; twice < 2; twice += 1) {
      const made = await site.as(world.coordinator).post(url(), { ...values, intent: 'confirm' })
      expect(made.headers.get('location')).toBe(paths.show({ groupId: values.id }))
    }
    const dates = await site.sql<{ on_date: string }>(
      'select on_date::text from sessions where group_id = $1 order by number',
      [values.id],
    )
    expect(dates).toHaveLength(12)
    expect(dates.map((row) => row.on_date)).not.toContain('2027-03-26')
    const [group] = await site.sql(
      'select starts_on::text, ends_on::text, mandates_until::text from groups where id = $1',
      [values.id],
    )
    expect(group).toEqual({ starts_on: '2027-03-08', ends_on: '2027-04-07', mandates_until: '2027-05-07' })
    expect((await site.as(world.coach).get(paths.show({ groupId: values.id }))).status).toBe(200)
    const again = await site.as(world.coordinator).post(url(), { ...form({ name: 'Rosiers' }), intent: 'preview' })
    const conflicts = await textOf(again)
    expect(conflicts).toContain('Carla Coach leads the group Lilas at that time')
    expect(conflicts).toContain('the room Salle 1 is taken by the group Lilas')
  })
  test('with a room called as one of another institution clashes with nothing', async () => {
    const elsewhere = await givenGroup(site)
    const elsewhereUrl = paths.create({ programmeId: elsewhere.programmeId })
    const values = form({ coach: elsewhere.coach.id, trainee: elsewhere.trainee.id })
    const preview = await site.as(elsewhere.coordinator).post(elsewhereUrl, { ...values, intent: 'preview' })
    expect(preview.status).toBe(200)
    expect(await preview.text()).not.toContain('data-testid="conflicts"')
  })
  test('with a rhythm that does not fit is refused with the reason; with missing fields it comes back', async () => {
    const short = await site.as(world.coordinator).post(url(), { ...form({ halfDays: ['mon-am'] }), intent: 'confirm' })
    expect(short.status).toBe(409)
    const wrong = await site.as(world.coordinator).post(url(), { ...form({ name: '', coach: '' }), intent: 'confirm' })
    expect(wrong.status).toBe(422)
  })
  test('is made by a coordinator of the programme only', async () => {
    for (const who of [world.office, world.coach]) expect((await site.as(who).post(url(), form())).status).toBe(403)
    const other = await givenGroup(site, { people: 0, sessions: 0 })
    expect((await site.as(other.coordinator).post(url(), form())).status).toBe(403)
  })
})

describe('placing people', () => {
  test('several at once: stage, membership and the coaches’ mandates', async () => {
    const own = await givenGroup(site, { people: 0, capacity: 3 })
    const [a, b] = [await own.waiting('Aïcha'), await own.waiting('Bruno')]
    expect(await textOf(await site.as(own.office).get(paths.join({ groupId: own.groupId })))).toContain('Aïcha')
    expect(await opens(own.coach, a.personId)).toBe(404)
    const response = await site
      .as(own.office)
      .post(paths.join({ groupId: own.groupId }), { enrolments: [a.enrolmentId, b.enrolmentId] })
    expect(response.status).toBe(303)
    expect(await stageOf(a.enrolmentId)).toBe('allocated')
    expect(await opens(own.coach, a.personId)).toBe(200)
    expect(await opens(own.trainee, b.personId)).toBe(200)
    const again = await site.as(own.office).post(paths.join({ groupId: own.groupId }), { enrolments: a.enrolmentId })
    expect(again.status).toBe(409)
    expect(await runningMembers(own.groupId)).toBe(2)
  })
  test('two who click at once on the last place: one gets it, the other a clear refusal', async () => {
    for (let round = 0; round < 10; round += 1) {
      const own = await givenGroup(site, { people: 0, sessions: 0, capacity: 1 })
      const [a, b] = [await own.waiting(), await own.waiting()]
      const click = (who: Signed, enrolmentId: string) =>
        site.as(who).post(paths.join({ groupId: own.groupId }), { enrolments: enrolmentId })
      const answers = await Promise.all([click(own.coordinator, a.enrolmentId), click(own.office, b.enrolmentId)])
      expect(answers.map((one) => one.status).sort()).toEqual([303, 409])
      expect(await textOf(answers.find((one) => one.status === 409)!)).toContain('No place is left in this group')
      expect(await runningMembers(own.groupId)).toBe(1)
    }
  })
  test('one person into two groups at once ends in one of them', async () => {
    const own = await givenGroup(site, { people: 0, sessions: 0 })
    const second = await site.given.group({ programmeId: own.programmeId, by: own.coordinator })
    const one = await own.waiting()
    const into = (groupId: string) =>
      site.as(own.coordinator).post(paths.join({ groupId }), { enrolments: one.enrolmentId })
    const answers = await Promise.all([into(own.groupId), into(second)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409])
  })
  test('is not for coaches, and not for people of another programme', async () => {
    const own = await givenGroup(site, { people: 0 })
    const foreign = await world.waiting()
    expect(
      (await site.as(own.coach).post(paths.join({ groupId: own.groupId }), { enrolments: foreign.enrolmentId })).status,
    ).toBe(403)
    expect(
      (await site.as(own.coordinator).post(paths.join({ groupId: own.groupId }), { enrolments: foreign.enrolmentId }))
        .status,
    ).toBe(409)
  })
})

describe('leaving', () => {
  test('with a reason ends the coaches’ mandates, changes the stage and tells the referrer; by the coach too', async () => {
    const own = await givenGroup(site)
    const [one] = own.members
    const url = paths.leave({ groupId: own.groupId, memberId: one!.memberId })
    expect((await site.as(own.trainee).post(url, { reason: 'dropped', changeStage: 'yes' })).status).toBe(403)
    expect((await site.as(own.coach).post(url, {})).status).toBe(422)
    expect((await site.as(own.coach).post(url, { reason: 'dropped', changeStage: 'yes' })).status).toBe(303)
    expect(await stageOf(one!.enrolmentId)).toBe('dropped')
    expect(await opens(own.coach, one!.personId)).toBe(404)
    expect(
      await site.sql('select kind from notices where person_id = $1 and user_id = $2', [
        one!.personId,
        own.referrer.id,
      ]),
    ).toEqual([{ kind: 'dropped' }])
    expect((await site.as(own.coach).post(url, { reason: 'dropped' })).status).toBe(404)
  })
  test('for another group keeps the history and hands the file to the other coaches', async () => {
    const own = await givenGroup(site)
    const other = await site.given.staff('coach', { institutionId: own.coach.institutionId })
    const second = await site.given.group({
      programmeId: own.programmeId,
      by: own.coordinator,
      coaches: [other],
      capacity: 1,
    })
    const move = (i: number) =>
      site.as(own.coordinator).post(paths.leave({ groupId: own.groupId, memberId: own.members[i]!.memberId }), {
        reason: 'moved-group',
        toGroup: second,
        changeStage: 'yes',
      })
    expect((await move(0)).headers.get('location')).toBe(paths.show({ groupId: second }))
    expect(await opens(other, own.members[0]!.personId)).toBe(200)
    expect(await opens(own.coach, own.members[0]!.personId)).toBe(404)
    expect((await move(1)).status).toBe(409)
    expect(await runningMembers(own.groupId)).toBe(2)
    expect(await opens(own.coach, own.members[1]!.personId)).toBe(200)
  })
})

describe('coaches', () => {
  test('a replacement takes over the files at once', async () => {
    const own = await givenGroup(site)
    const next = await site.given.staff('coach', { institutionId: own.coach.institutionId })
    const [{ id }] = (await site.sql<{ id: string }>('select id from group_coaches where user_id = $1', [
      own.coach.id,
    ])) as [{ id: string }]
    const answer = await site
      .as(own.coordinator)
      .post(paths.coaches({ groupId: own.groupId }), { user: next.id, part: 'coach', replaces: id })
    expect(answer.status).toBe(303)
    expect(await opens(next, own.members[0]!.personId)).toBe(200)
    expect(await opens(own.coach, own.members[0]!.personId)).toBe(404)
    expect((await site.as(own.coach).get(paths.show({ groupId: own.groupId }))).status).toBe(404)
    expect(
      (
        await site
          .as(own.coordinator)
          .post(paths.coaches({ groupId: own.groupId }), { user: own.trainee.id, part: 'coach' })
      ).status,
    ).toBe(409)
  })
})

describe('sessions', () => {
  test('moving one proposes those after it, and writes only what is confirmed', async () => {
    const own = await givenGroup(site, { people: 1, sessions: 0 })
    const ids: string[] = []
    for (const [i, onDate] of ['2026-11-30', '2026-12-02', '2026-12-07', '2026-12-09'].entries())
      ids.push(await site.given.sessionOf({ groupId: own.groupId, number: i + 1, onDate }))
    const to = { date: '2026-12-07', from: '08:30', to: '11:30' }
    const preview = await site.as(own.coach).post(sessions.moving({ sessionId: ids[1]! }), { ...to, intent: 'preview' })
    expect(await textOf(preview)).toContain('3 sessions change their dates')
    const dates = () =>
      site
        .sql<{ d: string }>('select on_date::text as d from sessions where group_id = $1 order by number', [
          own.groupId,
        ])
        .then((all) => all.map((row) => row.d))
    expect(await dates()).toEqual(['2026-11-30', '2026-12-02', '2026-12-07', '2026-12-09'])
    expect(
      (await site.as(own.coach).post(sessions.moving({ sessionId: ids[1]! }), { ...to, intent: 'confirm' })).status,
    ).toBe(303)
    expect(await dates()).toEqual(['2026-11-30', '2026-12-07', '2026-12-09', '2026-12-14'])
    expect(
      await site.sql('select ends_on::text, mandates_until::text from groups where id = $1', [own.groupId]),
    ).toEqual([{ ends_on: '2026-12-14', mandates_until: '2027-01-13' }])
    const [mandate] = await site.sql<{ to_date: string }>(
      'select to_date::text from mandates where professional_id = $1 and revoked_at is null',
      [own.coach.id],
    )
    expect(mandate!.to_date).toBe('2027-01-13')
  })
  test('a cancelled one stays in the lists with its reason, and can be taken up again', async () => {
    const own = await givenGroup(site, { people: 1, sessions: 0 })
    const id = await site.given.sessionOf({ groupId: own.groupId, onDate: '2026-12-01' })
    const last = await site.given.sessionOf({ groupId: own.groupId, number: 2, onDate: '2026-12-03' })
    expect((await site.as(own.coach).post(sessions.cancellation({ sessionId: id }), {})).status).toBe(422)
    expect(
      (await site.as(own.coach).post(sessions.cancellation({ sessionId: id }), { reason: 'weather' })).status,
    ).toBe(303)
    const calendar = await textOf(await site.as(own.coach).get(paths.calendar({ groupId: own.groupId })))
    expect(calendar).toContain('The weather does not allow it.')
    expect((await site.as(own.coach).get(paths.addSession({ groupId: own.groupId }, { instead: id }))).status).toBe(403)
    expect(
      (await site.as(own.coordinator).get(paths.addSession({ groupId: own.groupId }, { instead: id }))).status,
    ).toBe(200)
    const again = await site.as(own.coordinator).post(paths.addSession({ groupId: own.groupId }), {
      instead: id,
      title: 'Thème 1',
      date: '2026-12-08',
      from: '08:30',
      to: '11:30',
    })
    expect(again.status).toBe(303)
    expect(
      await site.sql(
        `select theme->>'key' as key, number from sessions where group_id = $1 and on_date = '2026-12-08'`,
        [own.groupId],
      ),
    ).toEqual([{ key: 'theme-1', number: 3 }])
    expect((await site.as(own.coach).post(sessions.cancellationEnd({ sessionId: id }))).status).toBe(303)
    expect((await site.as(own.coach).get(sessions.show({ sessionId: last }))).status).toBe(200)
  })
  test('words that nobody changed keep all their languages; changed ones are the group’s own', async () => {
    const own = await givenGroup(site, { people: 1, sessions: 1 })
    const [sessionId] = own.sessionIds
    const save = (over: Record<string, string>) =>
      site.as(own.coach).post(sessions.edit({ sessionId: sessionId! }), {
        title: 'Thème 1',
        place: '',
        room: '',
        bring: '',
        homework: '',
        outing: '',
        material: '',
        ...over,
      })
    expect((await save({ homework: 'Apporter une photo' })).status).toBe(303)
    const [row] = await site.sql<Record<string, unknown>>(
      'select theme, homework, bring, place from sessions where id = $1',
      [sessionId],
    )
    expect(row).toMatchObject({
      homework: 'Apporter une photo',
      bring: null,
      place: null,
      theme: { title: { de: 'Thema 1' } },
    })
    const page = await textOf(await site.as(own.coach).get(sessions.show({ sessionId: sessionId! })))
    expect(page).toContain('Apporter une photo')
  })
  test('who is expected: a part, or everyone again', async () => {
    const own = await givenGroup(site, { people: 3, sessions: 1 })
    const [sessionId] = own.sessionIds
    const ids = own.members.map((one) => one.personId)
    const save = (persons: string[]) =>
      site.as(own.coach).post(sessions.expected({ sessionId: sessionId! }), { persons })
    const stored = () => site.sql('select person_id from session_expected where session_id = $1', [sessionId])
    await save(ids.slice(0, 2))
    expect(await stored()).toHaveLength(2)
    await save(ids)
    expect(await stored()).toHaveLength(0)
  })
  test('the sign-in sheet is in the group’s language whoever prints it', async () => {
    const page = await textOf(await site.as(world.coach).get(sessions.signInSheet({ sessionId: world.sessionIds[0]! })))
    expect(page).toContain('Feuille de présence')
    expect(page).toContain('Person0')
  })
})

describe('the end of a group', () => {
  test('each member ends as decided; coaches keep the files for the hand-over', async () => {
    const own = await givenGroup(site, { people: 2, sessions: 1 })
    const url = paths.completion({ groupId: own.groupId })
    expect((await site.as(own.trainee).get(url)).status).toBe(403)
    expect((await site.as(own.coach).get(url)).status).toBe(200)
    const [a, b] = own.members
    const done = await site
      .as(own.coach)
      .post(url, { [`end-${a!.memberId}`]: 'completed', [`end-${b!.memberId}`]: 'never-started' })
    expect(done.status).toBe(303)
    expect([await stageOf(a!.enrolmentId), await stageOf(b!.enrolmentId)]).toEqual(['completed', 'never-started'])
    expect(await opens(own.coach, a!.personId)).toBe(200)
    expect(await site.sql('select kind from notices where person_id = $1', [b!.personId])).toEqual([
      { kind: 'never-started' },
    ])
  })
})
