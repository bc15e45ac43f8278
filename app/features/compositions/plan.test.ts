import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ComposeWorld, givenComposing, givenPlan } from '../../../test/support/compose-world.ts'
import { createTestSite, newId, type Signed, type TestSite, textOf } from '../../../test/support/site.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: ComposeWorld
let planId: string
beforeAll(async () => {
  site = await createTestSite()
  // Six people in two groups of three, and a seventh who stays on the list.
  world = await givenComposing(site, { people: 7 })
  planId = await givenPlan(site, world, [0, 0, 0, 1, 1, 1, null])
})
afterAll(() => site.close())
afterEach(() => expect(site.logged.splice(0)).toEqual([]))

const as = (who: Signed | undefined) => site.as(who)
const at = () => ({ compositionId: world.compositionId, planId })
const idOf = (n: number) => world.candidates[n]!.enrolmentId
const read = async (url: string) => textOf(await as(world.coordinator).get(url))
const placesOf = async (id: string) =>
  (
    await site.sql<{ offer: number | null }>(
      'select offer from composition_plan_people p join persons x on x.id = p.person_id where plan_id = $1 order by first_name',
      [id],
    )
  ).map((row) => row.offer)

describe('a plan', () => {
  test('is for coordinators of its programme: nobody signs in first, others find nothing', async () => {
    const stranger = await site.given.staff('coordinator', { institutionId: world.coordinator.institutionId })
    const who = idOf(0)
    const pages = [paths.plan(at()), paths.move(at(), { who }), paths.compare(at(), { with: planId })]
    const acts = [paths.changes(at()), paths.undoChange(at()), paths.keep(at()), paths.locks(at())]
    for (const page of pages) {
      expect((await as(undefined).get(page)).status).toBe(303)
      for (const one of [stranger, world.office, world.coach, world.referrer])
        expect((await as(one).get(page)).status).toBe(404)
      expect((await as(world.coordinator).get(page)).status).toBe(200)
    }
    for (const act of acts) {
      expect((await as(undefined).post(act)).status).toBe(401)
      for (const one of [stranger, world.office, world.coach]) expect((await as(one).post(act)).status).toBe(404)
    }
    const other = await givenComposing(site, { people: 0 })
    expect((await as(world.coordinator).get(paths.plan({ ...at(), compositionId: other.compositionId }))).status).toBe(
      404,
    )
  })

  test('says in words how good it is, who is where, and why somebody has no place', async () => {
    const text = await read(paths.plan(at()))
    expect(text).toContain('6 of 7 people have a place')
    expect(text).toContain('Person6')
    expect(text).toContain(
      'Could be in Lilas or Pont; the places there went to people who have waited longer or fit better',
    )
  })
})

describe('moving somebody', () => {
  test('first shows all places and what each would do', async () => {
    const text = await read(paths.move(at(), { who: idOf(6) }))
    expect(text).toContain('Where should Person6 go?')
    expect(text).toContain('Lilas would have 4 people; 3 is the most. A swap is possible.')
  })
  test('that breaks a rule can’t be confirmed: it says which, and with whom a swap would do', async () => {
    const html = await (await as(world.coordinator).get(paths.move(at(), { who: idOf(6), to: '0' }))).text()
    expect(html).toContain('data-testid="forbidden"')
    expect(html).not.toContain('data-testid="confirm-move"')
    expect(html.match(/data-testid="swap"/g)).toHaveLength(3)
    const forced = await as(world.coordinator).post(paths.changes(at()), { who: idOf(6), to: '0', number: '1' })
    expect(forced.status).toBe(409)
    expect(await textOf(forced)).toContain('Lilas would have 4 people; 3 is the most')
    expect(await site.sql('select id from composition_changes where plan_id = $1', [planId])).toEqual([])
  })
  test.each<Record<string, string>>([
    { who: newId(), to: '0' },
    { to: '7' },
    { to: 'nowhere' },
    { to: '0', with: newId() },
  ])('who or where the plan does not know: %j', async (form) => {
    const answer = await as(world.coordinator).post(paths.changes(at()), { who: idOf(0), number: '1', ...form })
    expect(answer.status).toBe(409)
    expect((await as(world.coordinator).get(paths.move(at(), { who: idOf(0), ...form }))).status).toBe(303)
  })

  test('is tried out, undone, tried again, and kept as the next plan; the first stays as it was', async () => {
    const swap = { who: idOf(6), to: '0', with: idOf(0) }
    expect(await read(paths.move(at(), swap))).toContain('Gets a place: Person6')
    expect((await as(world.coordinator).post(paths.changes(at()), { ...swap, number: '1' })).status).toBe(303)
    const tried = await read(paths.plan(at()))
    expect(tried).toContain('1 change tried out')
    expect(tried).toContain('Person6: Waiting list → Lilas')
    expect(tried).toContain('Person0: Lilas → Waiting list')
    expect(await placesOf(planId)).toEqual([0, 0, 0, 1, 1, 1, null])

    // The same form sent again is not the same move: the page has gone on.
    const again = await as(world.coordinator).post(paths.changes(at()), { who: idOf(3), to: 'list', number: '1' })
    expect(again.status).toBe(409)
    expect(await textOf(again)).toContain('Somebody changed this plan meanwhile')

    const [change] = await site.sql<{ id: string }>('select id from composition_changes where plan_id = $1', [planId])
    expect((await as(world.coordinator).post(paths.undoChange(at()), { changeId: newId() })).status).toBe(409)
    expect((await as(world.coordinator).post(paths.undoChange(at()), { changeId: change!.id })).status).toBe(303)
    expect((await as(world.coordinator).post(paths.undoChange(at()), { changeId: change!.id })).status).toBe(409)
    expect(await read(paths.plan(at()))).not.toContain('tried out,')

    const confirm = paths.confirm(at())
    expect((await as(world.coordinator).post(paths.changes(at()), { ...swap, number: '2' })).status).toBe(303)
    expect(await read(confirm)).toContain('1 change by hand is only tried out')
    const kept = await as(world.coordinator).post(paths.keep(at()))
    const next = kept.headers.get('location')!
    expect(await read(next)).toContain('Plan 1, changed by hand')
    expect(await placesOf(next.split('/').at(-1)!.slice(0, 36))).toEqual([null, 0, 0, 1, 1, 1, 0])
    expect(await placesOf(planId)).toEqual([0, 0, 0, 1, 1, 1, null])
    expect(await read(paths.plan(at()))).toContain('kept in plan 2')
    expect(await read(confirm)).not.toContain('only tried out')
    expect((await as(world.coordinator).post(paths.keep(at()))).status, 'nothing is left to keep').toBe(303)

    const compared = await read(paths.compare(at(), { with: next.split('/').at(-1)!.slice(0, 36) }))
    expect(compared).toContain('2 people are elsewhere')
    const acts = await site.sql<{ act: string }>(
      `select act from audit_entries where object_id = $1 and person_id = $2 order by at, id`,
      [planId, world.candidates[6]!.personId],
    )
    expect(acts.map((row) => row.act).toSorted()).toEqual([
      'compositions.move',
      'compositions.move',
      'compositions.undoMove',
    ])
  })
})

describe('a lock', () => {
  test('holds somebody, or a whole group, in the next proposal and against moves', async () => {
    const own = await givenComposing(site, { people: 6 })
    const plan = await givenPlan(site, own, [0, 0, 0, 1, 1, 1])
    const here = { compositionId: own.compositionId, planId: plan }
    const post = (url: string, form: Record<string, string>) => as(own.coordinator).post(url, form)
    const who = own.candidates[0]!.enrolmentId
    expect((await post(paths.locks(here), { who, do: 'lock' })).status).toBe(303)
    expect((await post(paths.locks(here), { who, do: 'lock' })).status, 'twice is once').toBe(303)
    const page = await textOf(await as(own.coordinator).get(paths.plan(here)))
    expect(page).toContain('locked in Lilas')
    const moved = await post(paths.changes(here), { who, to: 'list', number: '1' })
    expect(moved.status).toBe(409)
    expect(await textOf(moved)).toContain('Person0 is locked')

    await post(paths.locks(here), { offer: '1', do: 'lock' })
    expect(await textOf(await as(own.coordinator).get(paths.propose({ compositionId: own.compositionId })))).toContain(
      'Locked: 4 people and 1 whole group',
    )
    const run = await post(paths.propose({ compositionId: own.compositionId }), { duration: 'short', seed: '1' })
    expect(run.status).toBe(303)
    expect(
      await site.sql(
        `select count(*) filter (where pinned_to = 0) as first, count(*) filter (where pinned_to = 1) as second,
           (select count(*) from composition_run_offers o where o.run_id = p.run_id and locked) as sealed
           from composition_run_people p where run_id = $1 group by run_id`,
        [run.headers.get('location')!.split('/').at(-1)],
      ),
    ).toEqual([{ first: 1, second: 3, sealed: 1 }])

    // Whoever lets go of one lets the group take and give again; the other two stay.
    await post(paths.locks(here), { who: own.candidates[3]!.enrolmentId, do: 'unlock' })
    const held = await site.sql<{ enrolment_id: string | null }>(
      'select enrolment_id from composition_locks where ended_at is null and offer_id = $1',
      [own.offers[1]],
    )
    expect(held.map((row) => row.enrolment_id === null)).toEqual([false, false])
    await post(paths.locks(here), { offer: '1', do: 'unlock' })
    await post(paths.locks(here), { who, do: 'unlock' })
    await post(paths.locks(here), { who: newId(), do: 'unlock' })
    await post(paths.locks(here), { offer: '9', do: 'lock' })
    expect(
      await site.sql('select id from composition_locks where ended_at is null and composition_id = $1', [
        own.compositionId,
      ]),
    ).toEqual([])
  })
})

test('a plan of which somebody’s file was erased is still read', async () => {
  const own = await givenComposing(site, { people: 6 })
  const plan = await givenPlan(site, own, [0, 0, 0, 1, 1, 1])
  await site.sql('delete from enrolments where id = $1', [own.candidates[0]!.enrolmentId])
  const page = await as(own.coordinator).get(paths.plan({ compositionId: own.compositionId, planId: plan }))
  expect(page.status).toBe(200)
  expect(await textOf(page)).toContain('5 of 5 people have a place')
})

test('what was set aside is read, not changed', async () => {
  const own = await givenComposing(site, { people: 6 })
  const plan = await givenPlan(site, own, [0, 0, 0, 1, 1, 1])
  const here = { compositionId: own.compositionId, planId: plan }
  await as(own.coordinator).post(paths.settingAside(here))
  const html = await (await as(own.coordinator).get(paths.plan(here))).text()
  expect(html).not.toContain('data-testid="move-person"')
  const form = { who: own.candidates[0]!.enrolmentId, to: 'list', number: '1', do: 'lock', changeId: newId() }
  for (const act of [paths.changes(here), paths.undoChange(here), paths.keep(here), paths.locks(here)])
    expect((await as(own.coordinator).post(act, form)).status).toBe(409)
})
