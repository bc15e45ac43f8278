import { type Assignment, unplaced } from '../../engine/groups/list.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { lockPlacing } from '../groups/members.ts'
import { listChanges } from './changes.store.ts'
import type { FrozenPerson, OpenPlan, Plan } from './plan.ts'
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
