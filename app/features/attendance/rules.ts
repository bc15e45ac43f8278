import type { StageKind } from '../../blueprints/blueprint.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Session } from '../sessions/session.ts'
import {
  type Attendance,
  type AttendanceSummary,
  attended,
  type Mark,
  type Markable,
  type Registered,
} from './attendance.ts'

type When = Pick<Session, 'onDate' | 'cancelledOn' | 'closedAt'>

/** Marks are of what happened; only an excuse may be known beforehand. Only people on the register can be marked. */
export function marking(
  session: When,
  marks: readonly Mark[],
  { today, expected }: { today: PlainDate; expected: ReadonlySet<string> },
): Decision<readonly Mark[]> {
  if (session.cancelledOn) return refuse('attendance.marking.cancelled')
  if (marks.length === 0) return refuse('attendance.marking.nothing')
  if (marks.some((mark) => !expected.has(mark.personId))) return refuse('attendance.marking.notExpected')
  const early = session.onDate > today && marks.some((mark) => mark.status !== 'excused' && mark.status !== 'none')
  return early ? refuse('attendance.marking.early') : accept(marks)
}

/** What one press of "all the others are here" says: excused where it was announced, present otherwise. */
export const markingRest = (register: readonly Registered[], newKey: () => string): Mark[] =>
  register
    .filter((one) => one.status === null)
    .map((one) => ({ key: newKey(), personId: one.personId, status: one.announced ? 'excused' : 'present' }))

/** A session is closed once everyone is marked; whoever announced that they can't come counts as excused without a tap. */
export function closing(
  session: When,
  register: readonly Pick<Registered, 'personId' | 'status' | 'announced'>[],
  { today, newKey }: { today: PlainDate; newKey: () => string },
): Decision<Mark[]> {
  if (session.cancelledOn) return refuse('attendance.closing.cancelled')
  if (session.closedAt) return refuse('attendance.closing.already')
  if (session.onDate > today) return refuse('attendance.closing.early')
  const open = register.filter((one) => one.status === null)
  const unknown = open.filter((one) => !one.announced).length
  if (unknown > 0) return refuse('attendance.closing.unmarked', { count: unknown })
  return accept(open.map((one) => ({ key: newKey(), personId: one.personId, status: 'excused' })))
}

/**
 * Taking a tap back says again what was said before it. Undefined when a later tap has replaced it: then there is nothing to
 * take back. `history` holds the person's marks in this session in the order of their arrival.
 */
export function undoing(history: readonly { key: string; status: Markable }[], key: string): Markable | undefined {
  if (history.at(-1)?.key !== key) return undefined
  return history.at(-2)?.status ?? 'none'
}

/** The last mark to arrive counts; `none` is silence. */
export const currentStatus = (history: readonly { status: Markable }[]): Attendance | null => {
  const last = history.at(-1)?.status
  return last === undefined || last === 'none' ? null : last
}

/** Before the first half-day in a group, a person is in one of these. */
const notStarted: readonly StageKind[] = ['registered', 'contacted', 'informed', 'allocated']

/**
 * The first time someone comes starts them. `isSlip`: whoever takes the mark back entered the stage the same day; then, with
 * no other half-day left, the person has not started after all.
 */
export function stageByAttendance(
  current: { kind: StageKind; isSlip: boolean },
  timesAttended: number,
): StageKind | undefined {
  if (timesAttended > 0 && notStarted.includes(current.kind)) return 'started'
  if (timesAttended === 0 && current.kind === 'started' && current.isSlip) return 'allocated'
  return undefined
}

/** The referrer hears of it when the programme's limit is reached; a programme without a limit tells nobody. */
export const isTooOftenAbsent = (absences: number, limit: number | null): boolean => limit !== null && absences >= limit

/** What a person's participation ends with, as a proposal: whoever never came has not started. */
export const proposedEnd = (summary: AttendanceSummary): 'completed' | 'never-started' =>
  summary.present + summary.late + summary.leftEarly > 0 ? 'completed' : 'never-started'

export function summarise(all: readonly (Attendance | null)[]): AttendanceSummary {
  const count = (status: Attendance) => all.filter((one) => one === status).length
  return {
    marked: all.filter((one) => one !== null).length,
    present: count('present'),
    late: count('late'),
    leftEarly: count('left-early'),
    excused: count('excused'),
    absent: count('absent'),
  }
}

/** Half-days the person came to. */
export const timesThere = (all: readonly (Attendance | null)[]): number => all.filter(attended).length
