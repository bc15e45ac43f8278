import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ComposeWorld, givenComposing } from '../../../test/support/compose-world.ts'
import { createTestSite, newId, type Signed, type TestSite, textOf } from '../../../test/support/site.ts'
import { compose } from '../../engine/groups/compose.ts'
import { faultsOf } from '../../engine/groups/rules.ts'
import { scoreOf } from '../../engine/groups/score.ts'
import { paths } from './paths.ts'
import { findPlan, openPlan } from './plans.store.ts'
import { mostSearches, Searches, searchesOf } from './run.searches.ts'

let site: TestSite
let world: ComposeWorld
let stranger: Signed
beforeAll(async () => {
  site = await createTestSite()
  world = await givenComposing(site)
  stranger = await site.given.staff('coordinator', { institutionId: world.coordinator.institutionId })
})
afterAll(() => site.close())
afterEach(() => expect(site.logged.splice(0)).toEqual([]))

const as = (who: Signed | undefined) => site.as(who)
const form = { duration: 'short', from: '', maxMoves: '', seed: '1' }
const propose = async ({ coordinator, compositionId }: ComposeWorld, change: Record<string, string> = {}) =>
  as(coordinator).post(paths.propose({ compositionId }), { ...form, ...change })

/** Asks for the page of a search until it is another: the plan's address, or what the page says instead. */
async function endOf(who: Signed, at: string): Promise<string> {
  for (;;) {
    const page = await as(who).get(at)
    if (page.status === 303) return page.headers.get('location')!
    const text = await textOf(page)
    if (!text.includes('Looking for the best groups')) return text
    await new Promise((done) => setTimeout(done, 50))
  }
}
const stop = (who: Signed, at: string) => as(who).post(`${at}/stop`)
const runsOf = ({ compositionId }: ComposeWorld) =>
  site.sql<{ state: string; iterations_done: number | null; max_moves: number | null }>(
    'select state, iterations_done, max_moves from composition_runs where composition_id = $1 order by made_at, id',
    [compositionId],
  )

describe('a proposal', () => {
  test('is for coordinators of the programme', async () => {
    const at = paths.propose({ compositionId: world.compositionId })
    expect((await as(undefined).get(at)).status).toBe(303)
    expect((await as(undefined).post(at, form)).status).toBe(401)
    for (const who of [stranger, world.office, world.coach]) {
      expect((await as(who).get(at)).status).toBe(404)
      expect((await as(who).post(at, form)).status).toBe(404)
    }
    expect((await as(world.coordinator).get(at)).status).toBe(200)
  })

  test('becomes a numbered plan, with all that it was made from on record', async () => {
    const own = await givenComposing(site)
    const answer = await propose(own)
    expect(answer.status).toBe(303)
    const at = answer.headers.get('location')!
    expect((await as(stranger).get(at)).status).toBe(404)
    expect(await textOf(await as(own.coordinator).get(at))).toContain('Good enough, stop')
    // Asked again meanwhile, it is the same search.
    expect((await propose(own)).headers.get('location')).toBe(at)
    expect(await textOf(await as(own.coordinator).get(paths.show({ compositionId: own.compositionId })))).toContain(
      'A proposal is being looked for',
    )
    const plan = await endOf(own.coordinator, at)
    expect(plan).toContain('/plans/')
    expect(await textOf(await as(own.coordinator).get(plan))).toContain('6 of 6 people have a place')
    const [row] = await site.sql(
      `select p.number, p.origin, p.seats, p.seed, r.state, r.iterations_done = p.iterations as same,
         (select count(*) from composition_run_people x where x.run_id = r.id) as people,
         (select count(*) from composition_run_offers x where x.run_id = r.id) as offers
         from composition_plans p join composition_runs r on r.id = p.run_id where p.composition_id = $1`,
      [own.compositionId],
    )
    expect(row).toEqual({
      ...{ number: 1, origin: 'proposed', seats: 6, seed: 1, state: 'finished', same: true, people: 6, offers: 2 },
    })
  })

  test('is found again from what is on record: people, offers, locks, seed and number of steps', async () => {
    const own = await givenComposing(site, { people: 8 })
    await site.sql(
      `insert into composition_locks (id, composition_id, programme_id, offer_id, enrolment_id, person_id, made_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[newId(), own.compositionId, own.programmeId, own.offers[1]],
        ...[own.candidates[7]!.enrolmentId, own.candidates[7]!.personId, own.coordinator.id],
      ],
    )
    const at = (await propose(own, { seed: '999999999' })).headers.get('location')!
    const planId = (await endOf(own.coordinator, at)).split('/').at(-1)!
    await site.asActor(own.coordinator, async (tx) => {
      const plan = (await findPlan(tx, own.compositionId, planId))!
      const { list, people, planned, run } = await openPlan(tx, plan)
      const again = compose(list, {
        mode: run.mode,
        seed: plan.seed,
        iterations: plan.iterations,
        clock: () => 0,
        fixed: { at: people.map((one) => one.pinnedTo), sealed: [] },
      })
      expect(again.assignment).toEqual(planned)
      expect(planned[people.findIndex((one) => one.enrolmentId === own.candidates[7]!.enrolmentId)]).toBe(1)
      expect(scoreOf(list, planned, run.mode)).toMatchObject({ score: plan.score, seats: plan.seats })
      expect(faultsOf(list, planned)).toEqual([])
    })
  })

  test('can be stopped when it is good enough, and is proved afterwards', async () => {
    const own = await givenComposing(site)
    const at = (await propose(own, { duration: 'thorough' })).headers.get('location')!
    expect((await stop(stranger, at)).status).toBe(404)
    expect((await stop(own.coordinator, at)).status).toBe(303)
    const plan = await endOf(own.coordinator, at)
    expect(await runsOf(own)).toMatchObject([{ state: 'stopped' }])
    for (;;) {
      const text = await textOf(await as(own.coordinator).get(plan))
      if (!text.includes('Now checking')) {
        expect(text).toContain('there is no better plan')
        break
      }
      await new Promise((done) => setTimeout(done, 50))
    }
  })

  test.each([
    [{ duration: 'for ever' }, 422],
    [{ seed: '-1' }, 422],
    [{ maxMoves: '3' }, 422],
    [{ maxMoves: 'few' }, 422],
  ])('with %j is asked again', async (change, status) => {
    expect((await propose(world, change)).status).toBe(status)
  })

  test('starts from nothing that is missing', async () => {
    const own = await givenComposing(site, { people: 1 })
    await own.choose(await own.waiting('Nadia'))
    const answer = await propose(own)
    expect(answer.status).toBe(409)
    expect(await textOf(answer)).toContain('Answers about 1 person are still missing')
  })

  test('keeps to a plan within a number of moves, and says so when no plan does', async () => {
    const own = await givenComposing(site)
    const first = await propose(own)
    await stop(own.coordinator, first.headers.get('location')!)
    const plan = await endOf(own.coordinator, first.headers.get('location')!)
    const from = plan.split('/').at(-1)!
    // Two of different groups must be together now: that can't be without moving anybody.
    await site.sql(
      `insert into person_pairs (id, programme_id, person_id, other_id, kind, reason, made_by, made_on)
         select $1, p.programme_id, a.person_id, b.person_id, 'together', '', p.made_by, '2026-11-23' from composition_plans p
           join composition_plan_people a on a.plan_id = p.id and a.offer = 0 join composition_plan_people b on b.plan_id = p.id and b.offer = 1
          where p.id = $2 limit 1`,
      [newId(), from],
    )
    const none = (await propose(own, { from, maxMoves: '0' })).headers.get('location')!
    const end = await endOf(own.coordinator, none)
    expect(end).toContain('With so few moves there is no plan')
    expect((await runsOf(own)).find((run) => run.max_moves === 0)).toMatchObject({ state: 'interrupted' })
    const few = (await propose(own, { from, maxMoves: '2' })).headers.get('location')!
    await stop(own.coordinator, few)
    const next = await endOf(own.coordinator, few)
    const compared = await as(own.coordinator).get(`${next}/compare?with=${from}`)
    expect(await textOf(compared)).toContain('2 people are elsewhere')
  })
})

describe('a search that the site does not know any more', () => {
  test('is shown as interrupted; the next one starts and puts it on record', async () => {
    const own = await givenComposing(site)
    const runId = newId()
    await site.sql(
      `insert into composition_runs (id, composition_id, programme_id, mode, seed, engine_version, made_by) values ($1, $2, $3, 'mixed', 1, '1', $4)`,
      [runId, own.compositionId, own.programmeId, own.coordinator.id],
    )
    const at = paths.run({ compositionId: own.compositionId, runId })
    expect(await textOf(await as(own.coordinator).get(at))).toContain('The search was interrupted')
    const next = (await propose(own)).headers.get('location')!
    await stop(own.coordinator, next)
    await endOf(own.coordinator, next)
    expect(new Set((await runsOf(own)).map((run) => run.state))).toEqual(new Set(['interrupted', 'stopped']))
  })

  test('keeps nothing when whoever began it is no longer signed in', async () => {
    const own = await givenComposing(site)
    const at = (await propose(own, { duration: 'thorough' })).headers.get('location')!
    await site.sql('update staff_sessions set ended_at = now() where user_id = $1', [own.coordinator.id])
    searchesOf(site.db).stop(at.split('/').at(-1)!)
    while (searchesOf(site.db).isSearching(own.compositionId)) await new Promise((done) => setTimeout(done, 50))
    expect(await site.sql('select id from composition_plans where composition_id = $1', [own.compositionId])).toEqual(
      [],
    )
  })

  test('is one that went down with the site: all end at once', async () => {
    const own = await givenComposing(site)
    const at = (await propose(own, { duration: 'thorough' })).headers.get('location')!
    await searchesOf(site.db).end()
    expect(searchesOf(site.db).isSearching(own.compositionId)).toBe(false)
    expect(await runsOf(own)).toMatchObject([{ state: 'interrupted' }])
    expect(await endOf(own.coordinator, at)).toContain('There is no plan from this search')
  })
})

test('few searches run at once on the site; the next is asked to wait', async () => {
  const worlds = []
  for (let i = 0; i <= mostSearches; i += 1) worlds.push(await givenComposing(site))
  const answers = []
  for (const one of worlds) answers.push(await propose(one, { duration: 'thorough' }))
  expect(answers.map((answer) => answer.status)).toEqual([303, 303, 409])
  expect(await textOf(answers.at(-1)!)).toContain('Try again in a minute')
  await searchesOf(site.db).end()
})

test('a site has its own searches', () => {
  expect(searchesOf(site.db)).toBe(searchesOf(site.db))
  expect(new Searches(site.db).isBusy()).toBe(false)
})
