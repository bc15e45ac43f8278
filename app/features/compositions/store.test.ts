// What the database itself holds to: policies, keys, erasure.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenComposing, givenPlan } from '../../../test/support/compose-world.ts'
import { createTestSite, newId, type TestSite } from '../../../test/support/site.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { countGone, listCandidates, listWaiting, saveCandidates } from './candidates.store.ts'
import { addPair, endPair, listPairs } from './pairs.store.ts'
import { findComposition, listCompositions } from './store.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const tables = [
  'composition_candidates',
  'composition_run_people',
  'composition_plan_people',
  'composition_members',
  'person_pairs',
]
const rowsOf = async (personId: string) => {
  const counts: number[] = []
  for (const table of tables) {
    const [row] = await site.sql<{ n: number }>(`select count(*) as n from ${table} where person_id = $1`, [personId])
    counts.push(row!.n)
  }
  return counts
}

describe('the candidates', () => {
  test('are read in the order of registration, with the latest level of each skill', async () => {
    const world = await givenComposing(site, { people: 2 })
    const [one] = world.candidates as [{ personId: string; enrolmentId: string }]
    await site.sql(`update enrolments set created_on = '2026-01-01' where id = $1`, [world.candidates[1]!.enrolmentId])
    await site.sql(`update language_levels set assessed_on = '2026-01-01' where person_id = $1`, [one.personId])
    await world.levels(one.personId, 'B2')
    const found = await site.asActor(world.coordinator, (tx) => listCandidates(tx, { id: world.compositionId }))
    expect(found.map((person) => person.firstName)).toEqual(['Person1', 'Person0'])
    expect(found[1]!.levels.map(({ level }) => level)).toEqual(['B2', 'B2', 'B2', 'B2'])
  })

  test('are those shown and ticked, once, though two coordinators save at the same time', async () => {
    const world = await givenComposing(site, { people: 0 })
    await world.waiting('Nadia')
    const composition = { id: world.compositionId, programmeId: world.programmeId }
    const save = () =>
      site.asActor(world.coordinator, async (tx, actor) => {
        const shown = await listWaiting(tx, composition)
        const chosen = new Set(shown.map((one) => one.enrolmentId))
        return saveCandidates(tx, actor as StaffActor, composition, { shown, chosen })
      })
    await Promise.all([save(), save()])
    expect(await site.asActor(world.coordinator, (tx) => listCandidates(tx, composition))).toHaveLength(1)
    expect(await site.asActor(world.coordinator, (tx) => countGone(tx, composition))).toBe(0)
  })
})

test('the office and a coordinator of another programme see nothing through the stores', async () => {
  const world = await givenComposing(site)
  const stranger = await site.given.staff('coordinator', { institutionId: world.coordinator.institutionId })
  for (const who of [world.office, stranger, world.coach]) {
    const seen = await site.asActor(who, async (tx) => [
      await findComposition(tx, world.compositionId),
      (await listCompositions(tx, world.programmeId)).length,
      (await listCandidates(tx, { id: world.compositionId })).length,
      (await listPairs(tx, world.programmeId)).length,
    ])
    expect(seen).toEqual([undefined, 0, 0, 0])
  }
})

test('of two people there is one rule at a time, whoever is named first', async () => {
  const world = await givenComposing(site, { people: 2 })
  const [a, b] = world.candidates.map((one) => one.personId) as [string, string]
  const pair = (personIds: readonly [string, string]) =>
    site.asActor(world.coordinator, (tx, actor) =>
      addPair(tx, site.vault, actor as StaffActor, {
        ...{ programmeId: world.programmeId, personIds, kind: 'apart', reason: 'x', today: '2026-11-23' },
      }),
    )
  const pairId = (await pair([a, b]))!
  expect(await pair([b, a])).toBeUndefined()
  await site.asActor(world.coordinator, (tx, actor) =>
    endPair(tx, actor as StaffActor, { programmeId: world.programmeId, pairId, today: '2026-11-23' }),
  )
  expect(await pair([b, a])).toBeDefined()
  const stranger = await givenComposing(site, { people: 1 })
  await expect(pair([a, stranger.candidates[0]!.personId])).rejects.toMatchObject({ code: '42501' })
})

test('erasing a person takes their rows along and leaves the others’', async () => {
  const world = await givenComposing(site, { people: 4 })
  const planId = await givenPlan(site, world, [0, 0, 1, 1])
  const [gone, stays] = [world.candidates[0]!, world.candidates[1]!]
  await site.asActor(world.coordinator, (tx, actor) =>
    addPair(tx, site.vault, actor as StaffActor, {
      ...{ programmeId: world.programmeId, personIds: [stays.personId, gone.personId], kind: 'together' },
      ...{ reason: 'x', today: '2026-11-23' },
    }),
  )
  await site.asActor(world.coordinator, (tx) =>
    tx
      .insertInto('composition_locks')
      .values({
        ...{ id: newId(), composition_id: world.compositionId, programme_id: world.programmeId },
        ...{ offer_id: world.offers[0]!, enrolment_id: world.candidates[0]!.enrolmentId, person_id: gone.personId },
        made_by: world.coordinator.id,
      })
      .execute(),
  )
  expect(await rowsOf(gone.personId)).toEqual([1, 1, 1, 0, 0])
  await site.sql('delete from persons where id = $1', [gone.personId])
  expect(await rowsOf(gone.personId)).toEqual([0, 0, 0, 0, 0])
  expect(await rowsOf(stays.personId), 'without the pair, which was of both').toEqual([1, 1, 1, 0, 0])
  expect(await site.sql('select count(*) as n from composition_plan_people where plan_id = $1', [planId])).toEqual([
    { n: 3 },
  ])
})
