import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Change, PersonMove, Plan } from './plan.ts'

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

/** All changes made by hand on the plan, the first first. */
export async function listChanges(tx: Tx, planId: string): Promise<Change[]> {
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
