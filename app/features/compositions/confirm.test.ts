// From a plan to groups and back: with policies on, through the routes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ComposeWorld, givenComposing, givenPlan } from '../../../test/support/compose-world.ts'
import { createTestSite, type TestSite, testToday } from '../../../test/support/site.ts'
import { countFigures } from '../today/store/ways.ts'
import { paths } from './paths.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Six people, three in each of two groups. */
async function planned(): Promise<ComposeWorld & { planId: string }> {
  const world = await givenComposing(site)
  return { ...world, planId: await givenPlan(site, world, [0, 0, 0, 1, 1, null]) }
}
const urlOf = (world: { compositionId: string; planId: string }) =>
  paths.confirm({ compositionId: world.compositionId, planId: world.planId })
const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? ''
async function look(world: ComposeWorld & { planId: string }) {
  const response = await site.as(world.coordinator).get(urlOf(world))
  expect(response.status).toBe(200)
  return response.text()
}
async function confirm(world: ComposeWorld & { planId: string }, seen?: string) {
  return site.as(world.coordinator).post(urlOf(world), { seen: seen ?? seenIn(await look(world)) })
}
const madeIn = async (programmeId: string) => ({
  groups: await site.sql(
    'select name, capacity, (select count(*) from sessions s where s.group_id = g.id) as sessions from groups g where programme_id = $1 order by 1',
    [programmeId],
  ),
  members: (
    await site.sql<{ n: number }>(
      'select count(*) as n from group_members m join groups g on g.id = m.group_id where g.programme_id = $1 and m.left_on is null',
      [programmeId],
    )
  )[0]!.n,
})
const stageOf = async (enrolmentId: string) =>
  (
    await site.sql<{ kind: string }>('select kind from enrolment_stages where enrolment_id = $1 and ended_at is null', [
      enrolmentId,
    ])
  )[0]!.kind
const mandatesOf = async (who: { id: string }) =>
  (
    await site.sql<{ n: number }>(
      `select count(*) as n from mandates where professional_id = $1 and purpose = 'group' and revoked_at is null`,
      [who.id],
    )
  )[0]!.n

describe('confirming', () => {
  test('is for coordinators of the programme', async () => {
    const world = await planned()
    expect((await site.as(undefined).post(urlOf(world))).status).toBe(401)
    const stranger = await site.given.staff('coordinator', { institutionId: world.coordinator.institutionId })
    for (const who of [world.office, world.coach, stranger]) {
      expect((await site.as(who).get(urlOf(world))).status).toBe(404)
      expect((await site.as(who).post(urlOf(world))).status).toBe(404)
    }
    const other = await planned()
    const wrong = paths.confirm({ compositionId: world.compositionId, planId: other.planId })
    expect((await site.as(world.coordinator).get(wrong)).status).toBe(404)
  })

  test('shows first what it would make, and then makes it: groups, half-days, members, stages, mandates', async () => {
    const world = await planned()
    const shown = (await look(world)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(shown).toContain('Person0')
    expect(shown).toContain('1 person stays on the waiting list')
    expect(await madeIn(world.programmeId)).toEqual({ groups: [], members: 0 })

    const response = await confirm(world)
    expect(response.status).toBe(303)
    expect(await madeIn(world.programmeId)).toEqual({
      groups: [
        { name: 'Lilas', capacity: 3, sessions: 12 },
        { name: 'Pont', capacity: 3, sessions: 12 },
      ],
      members: 5,
    })
    expect(await stageOf(world.candidates[0]!.enrolmentId)).toBe('allocated')
    expect(await stageOf(world.candidates[5]!.enrolmentId)).toBe('informed')
    expect(await mandatesOf(world.coach)).toBe(3)
    expect(await mandatesOf(world.other)).toBe(2)
    expect(
      await site.sql('select act from audit_entries where person_id = $1 and object_kind = $2', [
        world.candidates[0]!.personId,
        'group',
      ]),
    ).toEqual([{ act: 'groups.join' }])
    const page = await textOf(await site.as(world.coordinator).get(response.headers.get('location')!))
    expect(page).toContain('Lilas')
    expect(page).toContain('24 hours left')

    // The same click again is the same confirmation.
    const again = await site.as(world.coordinator).post(urlOf(world), { seen: 'whatever' })
    expect(again.headers.get('location')).toBe(response.headers.get('location')!.split('?')[0])
    expect((await madeIn(world.programmeId)).groups).toHaveLength(2)
  })

  test.each([
    [
      'somebody got a place elsewhere',
      async (world: ComposeWorld) => {
        const groupId = await site.given.group({ programmeId: world.programmeId, by: world.coordinator, name: 'Other' })
        await site.given.member({ groupId, ...world.candidates[0]!, by: world.coordinator })
      },
      'Person0 no longer waits',
    ],
    [
      'a coach left',
      async (world: ComposeWorld) => site.given.leaving(world.coach),
      'Lilas: somebody of the team no longer works here',
    ],
    [
      'a sheet changed so that a rule is broken',
      async (world: ComposeWorld) => world.sheet(world.candidates[1]!.personId, { half_days: ['fri-pm'] }),
      'Person1 is not free on every half-day of Lilas',
    ],
    [
      'two must be apart now',
      async (world: ComposeWorld) => {
        const [one, other] = world.candidates.map((c) => c.personId) as [string, string]
        await site.as(world.coordinator).post(paths.pairs({ programmeId: world.programmeId }), {
          ...{ one, other, kind: 'apart', reason: 'A quarrel.' },
        })
      },
      'Person0 and Person1 must be apart, but both are in Lilas',
    ],
    [
      'a group was withdrawn',
      async (world: ComposeWorld) => {
        const [offerId] = world.offers as [string]
        await site.as(world.coordinator).post(paths.withdrawOffer({ compositionId: world.compositionId, offerId }))
      },
      'The group Lilas was withdrawn',
    ],
  ])('is refused at the click when %s meanwhile, with what it is, and writes nothing', async (_name, change, words) => {
    const world = await planned()
    const seen = seenIn(await look(world))
    await change(world)
    const before = await madeIn(world.programmeId)
    const response = await confirm(world, seen)
    expect(response.status).toBe(409)
    expect(await textOf(response)).toContain(words)
    expect(await madeIn(world.programmeId)).toEqual(before)
    expect(
      await site.sql('select id from composition_confirmations where composition_id = $1', [world.compositionId]),
    ).toEqual([])
  })

  test('by two at the same moment makes the groups once', async () => {
    const world = await planned()
    const second = await site.given.staff('coordinator', { institutionId: world.coordinator.institutionId })
    await site.sql('insert into programme_staff (programme_id, user_id, from_date, added_by) values ($1, $2, $3, $2)', [
      world.programmeId,
      second.id,
      testToday,
    ])
    const seen = seenIn(await look(world))
    const answers = await Promise.all(
      [world.coordinator, second].map((who) => site.as(who).post(urlOf(world), { seen })),
    )
    expect(answers.map((one) => one.status).filter((status) => status === 303).length).toBeGreaterThanOrEqual(1)
    expect(await madeIn(world.programmeId)).toMatchObject({ groups: [{ name: 'Lilas' }, { name: 'Pont' }], members: 5 })
  })

  test('and joining one of them elsewhere at the same moment leaves nobody in two groups', async () => {
    const world = await planned()
    const groupId = await site.given.group({ programmeId: world.programmeId, by: world.coordinator, name: 'Other' })
    const seen = seenIn(await look(world))
    const { enrolmentId } = world.candidates[0]!
    await Promise.all([
      site.as(world.coordinator).post(urlOf(world), { seen }),
      site.as(world.office).post(`/groups/${groupId}/members/new`, { enrolments: [enrolmentId] }),
    ])
    const running = await site.sql('select group_id from group_members where enrolment_id = $1 and left_on is null', [
      enrolmentId,
    ])
    expect(running).toHaveLength(1)
    const { groups } = await madeIn(world.programmeId)
    expect([1, 3], 'all of the plan, or nothing').toContain(groups.length)
  })

  test('is asked once more when a sheet changed though no rule is broken', async () => {
    const world = await planned()
    const seen = seenIn(await look(world))
    await world.sheet(world.candidates[0]!.personId, { schooling: 'never' })
    const first = await confirm(world, seen)
    expect(first.status).toBe(409)
    const html = await first.text()
    expect(html).toContain('Person0: Years of school')
    expect((await confirm(world, seenIn(html))).status).toBe(303)
  })
})

describe('undoing', () => {
  async function confirmed() {
    const world = await planned()
    const location = (await confirm(world)).headers.get('location')!.split('?')[0]!
    const confirmationId = location.split('/').at(-1)!
    const undo = () =>
      site.as(world.coordinator).post(paths.undo({ compositionId: world.compositionId, confirmationId }))
    const groups = await site.sql<{ id: string }>('select id from groups where programme_id = $1 order by name', [
      world.programmeId,
    ])
    return { ...world, confirmationId, location, undo, groupIds: groups.map((one) => one.id) }
  }

  test('takes everything back and keeps the history: waiting again, no mandates, nothing to attend', async () => {
    const world = await confirmed()
    expect((await world.undo()).status).toBe(303)
    expect((await madeIn(world.programmeId)).members).toBe(0)
    expect(await stageOf(world.candidates[0]!.enrolmentId)).toBe('informed')
    expect(await mandatesOf(world.coach)).toBe(0)
    // Nobody was ever in a group, as the programme counts.
    const counts = await site.asActor(world.coordinator, (tx) => countFigures(tx, world.programmeId, {}))
    expect(counts).toMatchObject({ informed: 6, allocated: 0 })
    expect(
      await site.sql('select count(*) as n from sessions where group_id = any($1) and cancelled_on is null', [
        world.groupIds,
      ]),
    ).toEqual([{ n: 0 }])
    expect(await site.sql('select left_reason from group_members where group_id = $1', [world.groupIds[0]])).toEqual(
      Array(3).fill({ left_reason: 'mistake' }),
    )
    expect((await site.as(world.coach).get(`/groups/${world.groupIds[0]}`)).status).toBe(404)
    expect(await textOf(await site.as(world.coordinator).get(world.location))).toContain('was undone on')
    expect((await world.undo()).status, 'twice').toBe(409)
    // The plan can be confirmed again: everybody waits.
    expect((await confirm(world)).status).toBe(303)
    expect((await madeIn(world.programmeId)).members).toBe(5)
  })

  const sessionOf = async (groupId: string) =>
    (
      await site.sql<{ id: string }>('select id from sessions where group_id = $1 order by number limit 1', [groupId])
    )[0]!.id
  test.each([
    [
      'a half-day was changed',
      async (world: Awaited<ReturnType<typeof confirmed>>) => {
        const sessionId = await sessionOf(world.groupIds[0]!)
        const cancelled = await site.as(world.coach).post(`/sessions/${sessionId}/cancellation`, { reason: 'room' })
        expect(cancelled.status).toBe(303)
      },
      'Lilas: a session was changed',
    ],
    [
      'a profile was begun',
      async (world: Awaited<ReturnType<typeof confirmed>>) => {
        const { enrolmentId, personId } = world.candidates[3]!
        await site.sql('insert into profiles (id, enrolment_id, person_id) values (gen_random_uuid(), $1, $2)', [
          enrolmentId,
          personId,
        ])
      },
      'Person3: the profile is begun',
    ],
    [
      'a coach wrote a note',
      async (world: Awaited<ReturnType<typeof confirmed>>) => {
        const note = { body: 'First talk', audience: 'own' }
        const written = await site.as(world.coach).post(`/people/${world.candidates[0]!.personId}/notes`, note)
        expect(written.status).toBe(303)
      },
      'Person0: a coach wrote something',
    ],
    [
      'somebody joined',
      async (world: Awaited<ReturnType<typeof confirmed>>) => {
        const joined = await site.as(world.coordinator).post(`/groups/${world.groupIds[1]}/members/new`, {
          enrolments: [world.candidates[5]!.enrolmentId],
        })
        expect(joined.status).toBe(303)
      },
      'Person5 joined a group',
    ],
    [
      'somebody left',
      async (world: Awaited<ReturnType<typeof confirmed>>) => {
        await site.sql(`update group_members set left_on = $2, left_reason = 'dropped' where enrolment_id = $1`, [
          world.candidates[0]!.enrolmentId,
          testToday,
        ])
      },
      'Person0 left a group',
    ],
  ])('is refused when %s since, and says so', async (_name, work, words) => {
    const world = await confirmed()
    await work(world)
    const response = await world.undo()
    expect(response.status).toBe(409)
    const text = await textOf(response)
    expect(text).toContain(words)
    expect(text).not.toContain('hours left')
    expect((await madeIn(world.programmeId)).members).toBeGreaterThan(3)
  })

  test('is refused after a day, and for others not found', async () => {
    const world = await confirmed()
    expect(
      (await site.as(world.office).post(paths.undo({ ...world, confirmationId: world.confirmationId }))).status,
    ).toBe(404)
    await site.sql(`update composition_confirmations set made_at = made_at - interval '25 hours' where id = $1`, [
      world.confirmationId,
    ])
    const late = await world.undo()
    expect(late.status).toBe(409)
    expect(await textOf(late)).toContain('More than 24 hours')
  })
})
