import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { addDays, type PlainDate, type Weekday } from '../../shared/time/dates.ts'
import { type Booking, type Conflict, findConflicts } from '../sessions/conflicts.ts'
import { type ClosedOn, type Plan, planHalfDays } from '../sessions/planning.ts'
import { type ClockTime, dayPart, usualTimes, type WeekSlot } from '../sessions/session.ts'
import type { LeavingReason } from './group.ts'

const weekdays = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5 } as const satisfies Record<string, Weekday>
export const weekHalfDays = Object.keys(weekdays).flatMap((day) => [`${day}-am`, `${day}-pm`])

export type Times = { amFrom: ClockTime; amTo: ClockTime; pmFrom: ClockTime; pmTo: ClockTime }

/** The times that a group's form starts with. */
export const usual: Times = {
  amFrom: usualTimes.morning.from,
  amTo: usualTimes.morning.to,
  pmFrom: usualTimes.afternoon.from,
  pmTo: usualTimes.afternoon.to,
}

/** `['mon-am', 'wed-pm']` with the day's times as the week's slots. */
export const toSlots = (halfDays: readonly string[], times: Times): WeekSlot[] =>
  halfDays.map((halfDay) => {
    const [day, half] = halfDay.split('-') as [keyof typeof weekdays, 'am' | 'pm']
    return { weekday: weekdays[day], from: times[`${half}From`], to: times[`${half}To`] }
  })

/** The theme of each half-day: after the last one the first is taken up again, until all half-days have one. */
export const themesInOrder = ({ count, themes }: NonNullable<ProgrammeSettings['calendar']>): string[] =>
  Array.from({ length: count }, (_, at) => themes[at % themes.length]!.key)

export type GroupPlan = Plan & { endsOn: PlainDate; mandatesUntil: PlainDate }

/** The half-days of a new group from the programme's template. Refused when the programme has none or the weeks don't fit. */
export function planningGroup(
  { start, slots }: { start: PlainDate; slots: readonly WeekSlot[] },
  settings: Pick<ProgrammeSettings, 'calendar' | 'handover'>,
  closedOn: ClosedOn,
): Decision<GroupPlan> {
  const { calendar } = settings
  if (!calendar) return refuse('groups.planning.noCalendar')
  const plan = planHalfDays({
    start,
    slots,
    themes: themesInOrder(calendar),
    weeksMin: calendar.weeksMin,
    weeksMax: calendar.weeksMax,
    closedOn,
  })
  if (!plan.ok) return plan
  const endsOn = plan.value.halfDays.at(-1)!.date
  return accept({ ...plan.value, endsOn, mandatesUntil: mandatesUntil(endsOn, settings) })
}

/** Without deadlines in the programme the coaches keep a month to finish; a default of ours. */
const usualHandover = 30

/** Coaches need the files until the last step of the hand-over is due. */
export function mandatesUntil(lastSession: PlainDate, { handover }: Pick<ProgrammeSettings, 'handover'>): PlainDate {
  return addDays(lastSession, handover ? Math.max(...Object.values(handover)) : usualHandover)
}

export type HalfDayBooking = {
  onDate: PlainDate
  halfDay: 'am' | 'pm'
  groupId: string
  userId: string | null
  room: string | null
}

/** Where a group's coaches or room are taken by another group on the same half-day. */
export function conflictsOf(
  wanted: readonly { date: PlainDate; from: ClockTime; room: string | null }[],
  { groupId, coachIds, taken }: { groupId: string; coachIds: readonly string[]; taken: readonly HalfDayBooking[] },
): Conflict[] {
  const mine = wanted.map(
    (one): Booking => ({
      sessionId: groupId,
      date: one.date,
      ...halfDayWindow(dayPart(one.from) === 'morning' ? 'am' : 'pm'),
      staffIds: coachIds,
      roomId: one.room,
    }),
  )
  const theirs = taken.map(
    (one): Booking => ({
      sessionId: one.groupId,
      date: one.onDate,
      ...halfDayWindow(one.halfDay),
      staffIds: one.userId ? [one.userId] : [],
      roomId: one.room,
    }),
  )
  const seen = new Set<string>()
  return findConflicts(mine, theirs).filter(({ kind, id, wanted: w, existing }) => {
    const key = [kind, id, w.date, w.from, existing.sessionId].join(' ')
    return !seen.has(key) && seen.add(key)
  })
}

/** Bookings say the half-day, not the minute: whoever teaches until half past eleven is not free at eleven elsewhere. */
const halfDayWindow = (half: 'am' | 'pm') =>
  half === 'am' ? { from: '00:00', to: '12:00' } : { from: '12:00', to: '24:00' }

/** Asked under the lock of the group: a place that was free when the page was made may be gone. */
export function joining(facts: {
  capacity: number
  taken: number
  wanting: number
  closed: boolean
}): Decision<{ left: number }> {
  const { capacity, taken, wanting, closed } = facts
  const free = Math.max(0, capacity - taken)
  if (closed) return refuse('groups.joining.closed')
  if (wanting === 0) return refuse('groups.joining.nobody')
  if (wanting > free) return refuse('groups.joining.full', { wanting, free, capacity })
  return accept({ left: free - wanting })
}

/** The stage that leaving leads to; undefined leaves the stage as it is. A mistake puts the person back to waiting. */
export const stageAfterLeaving: Record<
  LeavingReason,
  'dropped' | 'never-started' | 'completed' | 'informed' | undefined
> = {
  dropped: 'dropped',
  'never-came': 'never-started',
  completed: 'completed',
  'moved-group': undefined,
  mistake: 'informed',
}

/** The half-days of the week in which the person cannot come, of those on which the group meets. Unknown answers none. */
export const cannotCome = (groupHalfDays: readonly string[], free: readonly string[] | null): string[] =>
  free === null ? [] : groupHalfDays.filter((half) => !free.includes(half))
