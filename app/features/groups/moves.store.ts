import { newId, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Move, MoveReason } from './group.ts'

const query = (tx: Tx) =>
  tx
    .selectFrom('group_moves as m')
    .leftJoin('groups as f', 'f.id', 'm.from_group')
    .leftJoin('groups as t', 't.id', 'm.to_group')
    .leftJoin('users as u', 'u.id', 'm.moved_by')
    .select(['m.id', 'm.person_id as personId', 'm.enrolment_id as enrolmentId', 'm.reason', 'm.moved_on as on'])
    .select(['m.from_group as fromGroup', 'm.to_group as toGroup', 'f.name as fromName', 't.name as toName'])
    .select('u.name as by')
    .orderBy('m.created_at', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number]
const toMove = (row: Row): Move => ({ ...row, reason: row.reason as MoveReason })

/** Who came to the group from another or went from it to one, the latest first, as far as the actor may see them. */
export async function listMovesOfGroup(tx: Tx, groupId: string): Promise<Move[]> {
  const rows = await query(tx)
    .where((eb) => eb.or([eb('m.from_group', '=', groupId), eb('m.to_group', '=', groupId)]))
    .execute()
  return rows.map(toMove)
}

/** The person's changes of group, the latest first. */
export async function listMovesOfPerson(tx: Tx, personId: string): Promise<Move[]> {
  return (await query(tx).where('m.person_id', '=', personId).execute()).map(toMove)
}

export async function addMove(
  tx: Tx,
  actor: StaffActor,
  move: {
    personId: string
    enrolmentId: string
    fromGroup: string
    toGroup: string
    reason: MoveReason
    on: PlainDate
  },
): Promise<void> {
  await tx
    .insertInto('group_moves')
    .values({
      id: newId(),
      person_id: move.personId,
      enrolment_id: move.enrolmentId,
      from_group: move.fromGroup,
      to_group: move.toGroup,
      reason: move.reason,
      moved_on: move.on,
      moved_by: actor.id,
    })
    .execute()
}
