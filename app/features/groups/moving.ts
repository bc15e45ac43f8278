import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Group, Member, MoveReason } from './group.ts'
import { addMembers, endMembership, lockPlaces } from './members.ts'
import { addMove } from './moves.store.ts'
import { joining } from './rules.ts'
import { settleMandates } from './store.ts'

type By = { tx: Tx; actor: StaffActor; today: PlainDate }

/**
 * Somebody goes on in another group of the programme: one membership ends and the next begins, the coaches' mandates follow,
 * and the move is on record. What was marked of past sessions stays. Refused when the other group has no place left.
 * The caller holds the placing of the programme (`lockPlacing`) and found the member since.
 */
export async function moveMember(
  { tx, actor, today }: By,
  { member, from, toGroup, reason }: { member: Member; from: Group; toGroup: string; reason: MoveReason },
): Promise<Decision<null>> {
  const places = await lockPlaces(tx, { id: toGroup, programmeId: from.programmeId })
  const decision = joining({ capacity: 0, taken: 0, closed: true, ...places, wanting: 1 })
  if (!decision.ok) return decision
  const { id: memberId, personId, enrolmentId } = member
  if (!(await endMembership(tx, actor, { memberId, reason: 'moved-group', today }))) return refuse('groups.change.gone')
  await addMembers(tx, actor, { groupId: toGroup, who: [member], today })
  await addMove(tx, actor, { personId, enrolmentId, fromGroup: from.id, toGroup, reason, on: today })
  await settleMandates(tx, toGroup)
  await settleMandates(tx, from.id)
  return accept(null)
}
