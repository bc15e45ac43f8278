import type { Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { ShownConflict } from './parts/conflicts.tsx'
import { conflictsOf } from './rules.ts'
import { listBookings, namesOfGroups } from './store.ts'

/** Conflicts of a group's half-days with those of other groups, with the names that the reader may see. */
export async function readConflicts(
  tx: Tx,
  group: { id: string; room: string | null; coaches: readonly { userId: string; name: string }[] },
  halfDays: readonly { date: PlainDate; from: string; room?: string | null }[],
): Promise<ShownConflict[]> {
  const wanted = halfDays.map((half) => ({ date: half.date, from: half.from, room: half.room ?? group.room }))
  const coachIds = group.coaches.map((coach) => coach.userId)
  const taken = await listBookings(tx, {
    days: wanted.map((half) => half.date),
    coachIds,
    rooms: [...new Set(wanted.flatMap((half) => half.room ?? []))],
  })
  const found = conflictsOf(wanted, { groupId: group.id, coachIds, taken })
  const names = await namesOfGroups(tx, [...new Set(found.map((one) => one.existing.sessionId))])
  const coachNames = new Map(group.coaches.map((coach) => [coach.userId, coach.name]))
  return found.map((one) => ({
    date: one.wanted.date,
    kind: one.kind,
    what: one.kind === 'staff' ? (coachNames.get(one.id) ?? '') : one.id,
    group: names.get(one.existing.sessionId) ?? null,
  }))
}
