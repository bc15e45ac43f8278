import { type Assignment, unplaced } from '../../engine/groups/list.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { lockPlacing } from '../groups/members.ts'
import type { Change, FrozenPerson, OpenPlan, PersonMove, Plan } from './plan.ts'
import { findRun, readFrozen } from './runs.store.ts'

const query = (tx: Tx) =>
  tx
    .selectFrom('composition_plans as p')
    .innerJoin('users as u', 'u.id', 'p.made_by')
    .leftJoin('composition_plans as b', 'b.id', 'p.based_on')
    .select([
      'p.id',
      'p.composition_id as compositionId',
      'p.programme_id as programmeId',
      'p.run_id as runId',
      'p.number',
      'p.based_on as basedOn',
      'b.number as basedOnNumber',
      'p.score',
      'p.seats',
      'p.soft_cost as softCost',
      'p.bound',
      'p.seed',
      'p.iterations',
      'p.engine_version as engineVersion',
      'u.name as madeBy',
      'p.made_at as madeAt',
    ])
    .select([sql<Plan['origin']>`p.origin`.as('origin'), sql<Plan['proof']>`p.proof`.as('proof')])

/** Plans of a composition, the newest first. */
export const listPlans = (tx: Tx, compositionId: string): Promise<Plan[]> =>
  query(tx).where('p.composition_id', '=', compositionId).orderBy('p.number', 'desc').execute()

export const findPlan = (tx: Tx, compositionId: string, planId: string): Promise<Plan | undefined> =>
  query(tx).where('p.composition_id', '=', compositionId).where('p.id', '=', planId).executeTakeFirst()

/** The plan that a search proposed. */
export const findPlanOfRun = (tx: Tx, runId: string): Promise<Plan | undefined> =>
  query(tx).where('p.run_id', '=', runId).where('p.origin', '=', 'proposed').executeTakeFirst()

/** Where the plan has each enrolment: the position of an offer in its run, or null for the list. */
export async function readSeats(tx: Tx, planId: string): Promise<Map<string, number | null>> {
  const rows = await tx
    .selectFrom('composition_plan_people')
    .select(['enrolment_id', 'offer'])
    .where('plan_id', '=', planId)
    .execute()
  return new Map(rows.map((row) => [row.enrolment_id, row.offer]))
}

/** The plan, what its search saw, and the changes tried out on it. */
export async function openPlan(tx: Tx, plan: Plan): Promise<OpenPlan> {
  const run = await findRun(tx, plan.compositionId, plan.runId)
  const frozen = await readFrozen(tx, run!)
  const seats = await readSeats(tx, plan.id)
  const changes = await listChanges(tx, plan.id)
  const pending = changes.filter((change) => !change.undoneAt && !change.keptIn)
  const planned = frozen.people.map((one) => seats.get(one.enrolmentId) ?? unplaced)
  for (const { moves } of pending) for (const move of moves) seats.set(move.enrolmentId, move.to)
  const assignment = frozen.people.map((one) => seats.get(one.enrolmentId) ?? unplaced)
  return { ...frozen, plan, planned, assignment, changes, pending }
}

export type NewPlan = Pick<
  Plan,
  | 'compositionId'
  | 'programmeId'
  | 'runId'
  | 'origin'
  | 'basedOn'
  | 'score'
  | 'seats'
  | 'softCost'
  | 'seed'
  | 'iterations'
  | 'engineVersion'
> & { people: readonly Pick<FrozenPerson, 'enrolmentId' | 'personId'>[]; assignment: Assignment }

/** Numbers and keeps a plan; it never changes afterwards. */
export async function savePlan(tx: Tx, actor: StaffActor, given: NewPlan): Promise<{ id: string; number: number }> {
  const id = newId()
  // A search and somebody at their desk may both be about to make the next one.
  await lockPlacing(tx, given.programmeId)
  const { number } = await tx
    .selectFrom('composition_plans')
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
    .where('composition_id', '=', given.compositionId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('composition_plans')
    .values({
      id,
      composition_id: given.compositionId,
      programme_id: given.programmeId,
      run_id: given.runId,
      number,
      origin: given.origin,
      based_on: given.basedOn,
      score: given.score,
      seats: given.seats,
      soft_cost: given.softCost,
      seed: given.seed,
      iterations: given.iterations,
      engine_version: given.engineVersion,
      made_by: actor.id,
    })
    .execute()
  if (given.people.length > 0)
    await tx
      .insertInto('composition_plan_people')
      .values(
        given.people.map((one, i) => ({
          plan_id: id,
          run_id: given.runId,
          programme_id: given.programmeId,
          enrolment_id: one.enrolmentId,
          person_id: one.personId,
          offer: given.assignment[i] === unplaced ? null : given.assignment[i]!,
        })),
      )
      .execute()
  return { id, number }
}

/** A proof is written once. @returns false when the plan has one. */
export async function saveProof(
  tx: Tx,
  planId: string,
  { proof, bound }: { proof: 'optimal' | 'bound'; bound: number },
): Promise<boolean> {
  const result = await tx
    .updateTable('composition_plans')
    .set({ proof, bound })
    .where('id', '=', planId)
    .where('proof', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** Changes tried out on the plan that are in no plan yet. */
export async function countPending(tx: Tx, planId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('composition_changes')
    .select(sql<number>`count(*)`.as('count'))
    .where('plan_id', '=', planId)
    .where('undone_at', 'is', null)
    .where('kept_in', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

async function listChanges(tx: Tx, planId: string): Promise<Change[]> {
  const rows = await tx
    .selectFrom('composition_changes as c')
    .innerJoin('users as u', 'u.id', 'c.made_by')
    .leftJoin('users as v', 'v.id', 'c.undone_by')
    .select([
      'c.id',
      'c.number',
      'c.score_before as scoreBefore',
      'c.score_after as scoreAfter',
      'u.name as madeBy',
      'c.made_at as madeAt',
      'c.undone_at as undoneAt',
      'v.name as undoneBy',
      'c.kept_in as keptIn',
    ])
    .where('c.plan_id', '=', planId)
    .orderBy('c.number')
    .execute()
  if (rows.length === 0) return []
  const people = await tx
    .selectFrom('composition_change_people')
    .select([
      'change_id',
      'enrolment_id as enrolmentId',
      'person_id as personId',
      'from_offer as from',
      'to_offer as to',
    ])
    .where(
      'change_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  const movesOf = Map.groupBy(people, (one) => one.change_id)
  return rows.map((row) => ({
    ...row,
    moves: (movesOf.get(row.id) ?? []).map(({ enrolmentId, personId, from, to }) => ({
      enrolmentId,
      personId,
      from,
      to,
    })),
  }))
}

/** @returns false when somebody else's change came first: `number` is the next one after those that were shown. */
export async function addChange(
  tx: Tx,
  actor: StaffActor,
  plan: Pick<Plan, 'id' | 'programmeId'>,
  given: { number: number; moves: readonly PersonMove[]; scoreBefore: number; scoreAfter: number },
): Promise<boolean> {
  const id = newId()
  const result = await tx
    .insertInto('composition_changes')
    .values({
      id,
      plan_id: plan.id,
      programme_id: plan.programmeId,
      number: given.number,
      score_before: given.scoreBefore,
      score_after: given.scoreAfter,
      made_by: actor.id,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (!result.numInsertedOrUpdatedRows) return false
  await tx
    .insertInto('composition_change_people')
    .values(
      given.moves.map((move) => ({
        change_id: id,
        programme_id: plan.programmeId,
        enrolment_id: move.enrolmentId,
        person_id: move.personId,
        from_offer: move.from,
        to_offer: move.to,
      })),
    )
    .execute()
  return true
}

/** @returns false when it was undone or kept meanwhile. */
export async function undoChange(tx: Tx, actor: StaffActor, changeId: string): Promise<boolean> {
  const result = await tx
    .updateTable('composition_changes')
    .set({ undone_at: sql`app.now()`, undone_by: actor.id })
    .where('id', '=', changeId)
    .where('undone_at', 'is', null)
    .where('kept_in', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** The plan as it is with the changes that stand, as the next plan. */
export async function keepChanges(
  tx: Tx,
  actor: StaffActor,
  { plan, run, people, assignment, pending }: OpenPlan,
  score: Pick<Plan, 'score' | 'seats' | 'softCost'>,
): Promise<{ id: string; number: number }> {
  const kept = await savePlan(tx, actor, {
    compositionId: plan.compositionId,
    programmeId: plan.programmeId,
    runId: run.id,
    origin: 'by-hand',
    basedOn: plan.id,
    ...score,
    seed: plan.seed,
    iterations: plan.iterations,
    engineVersion: plan.engineVersion,
    people,
    assignment,
  })
  await tx
    .updateTable('composition_changes')
    .set({ kept_in: kept.id })
    .where(
      'id',
      'in',
      pending.map((change) => change.id),
    )
    .execute()
  return kept
}
