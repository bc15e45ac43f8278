import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Composition } from './composition.ts'
import type { Lock } from './plan.ts'

/** What is held through the next proposal. */
export const listLocks = (tx: Tx, compositionId: string): Promise<Lock[]> =>
  tx
    .selectFrom('composition_locks')
    .select(['id', 'offer_id as offerId', 'enrolment_id as enrolmentId'])
    .where('composition_id', '=', compositionId)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

type Held = { enrolmentId: string; personId: string }

/** Holds people in an offer; `whole`: also nobody else may come in. Who is held somewhere already stays there. */
export async function addLocks(
  tx: Tx,
  actor: StaffActor,
  composition: Pick<Composition, 'id' | 'programmeId'>,
  { offerId, people, whole }: { offerId: string; people: readonly Held[]; whole: boolean },
): Promise<void> {
  const row = {
    composition_id: composition.id,
    programme_id: composition.programmeId,
    offer_id: offerId,
    made_by: actor.id,
  }
  const rows = [
    ...people.map((one) => ({ ...row, id: newId(), enrolment_id: one.enrolmentId, person_id: one.personId })),
    ...(whole ? [{ ...row, id: newId(), enrolment_id: null, person_id: null }] : []),
  ]
  if (rows.length > 0)
    await tx
      .insertInto('composition_locks')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute()
}

/**
 * Lets go of a whole group with everybody in it, or of one person; a group that was held whole is then only held by the others,
 * else it would take nobody, that person included. @returns false when nothing was held.
 */
export async function endLocks(
  tx: Tx,
  actor: StaffActor,
  compositionId: string,
  what: { enrolmentId: string } | { offerId: string },
): Promise<boolean> {
  const held = await listLocks(tx, compositionId)
  const own = 'enrolmentId' in what ? held.find((lock) => lock.enrolmentId === what.enrolmentId) : undefined
  const ended = held.filter((lock) =>
    'offerId' in what
      ? lock.offerId === what.offerId
      : lock === own || (lock.enrolmentId === null && lock.offerId === own?.offerId),
  )
  if (ended.length === 0) return false
  const result = await tx
    .updateTable('composition_locks')
    .set({ ended_at: sql`app.now()`, ended_by: actor.id })
    .where(
      'id',
      'in',
      ended.map((lock) => lock.id),
    )
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}
