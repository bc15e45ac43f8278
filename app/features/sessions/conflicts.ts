/** Who or what would be in two places at once; shown before saving, decided by people. */
import type { PlainDate } from '../../shared/time/dates.ts'
import type { ClockTime } from './session.ts'

export type Booking = Readonly<{
  sessionId: string
  date: PlainDate
  from: ClockTime
  to: ClockTime
  /** Coaches and trainees alike. */
  staffIds: readonly string[]
  roomId: string | null
}>

export type Conflict = Readonly<{ kind: 'staff' | 'room'; id: string; wanted: Booking; existing: Booking }>

/** Every clash of a wanted booking with an existing one of another session; one that ends as the other begins is none. */
export function findConflicts(wanted: readonly Booking[], existing: readonly Booking[]): Conflict[] {
  const byDate = Map.groupBy(existing, (b) => b.date)
  return wanted.flatMap((want) =>
    (byDate.get(want.date) ?? [])
      .filter((have) => have.sessionId !== want.sessionId && want.from < have.to && have.from < want.to)
      .flatMap((have) => [
        ...want.staffIds
          .filter((id) => have.staffIds.includes(id))
          .map((id): Conflict => ({ kind: 'staff', id, wanted: want, existing: have })),
        ...(want.roomId !== null && want.roomId === have.roomId
          ? [{ kind: 'room', id: want.roomId, wanted: want, existing: have } satisfies Conflict]
          : []),
      ]),
  )
}
