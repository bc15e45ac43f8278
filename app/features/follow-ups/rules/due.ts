/** By when somebody must be seen. The source: at least once a quarter when things are stable, more often otherwise (decision 0023). */
import type { FollowUpRhythm } from '../../../blueprints/parts/follow-up.ts'
import { addDays, compare, type PlainDate, plainDate } from '../../../shared/time/dates.ts'

/** The same day so many calendar months later; the month's last day where there is none (30 November + 3 = 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const lastDay = Number(plainDate(year, month + months + 1, 0).slice(8))
  return plainDate(year, month + months, Math.min(day, lastDay))
}

export type DueFacts = {
  /** When the follow-up began; null: not yet, or no longer. */
  begunOn: PlainDate | null
  /** The last appointment that was held. */
  lastHeld: PlainDate | null
  /** What a social worker last said; null counts as not stable. */
  stability: { stable: boolean; on: PlainDate } | null
  rhythm: FollowUpRhythm
}

/**
 * The last day on which the next appointment is in time. Stable: so many calendar months after the last one. Otherwise so many weeks
 * after the last one, or after it was said that things are no longer stable; never later than the quarter.
 */
export function dueOn({ begunOn, lastHeld, stability, rhythm }: DueFacts): PlainDate | null {
  if (begunOn === null) return null
  const last = lastHeld !== null && lastHeld > begunOn ? lastHeld : begunOn
  const quarter = addMonths(last, rhythm.stableMonths)
  if (stability?.stable) return quarter
  const since = stability && stability.on > last ? stability.on : last
  const soon = addDays(since, rhythm.otherwiseWeeks * 7)
  return compare(soon, quarter) < 0 ? soon : quarter
}

export type DueStanding =
  | { state: 'none' }
  /** Nothing planned in time and the day is past. */
  | { state: 'overdue'; dueOn: PlainDate }
  /** Nothing planned and the day is within sight. */
  | { state: 'soon'; dueOn: PlainDate }
  /** Planned, but after the day. */
  | { state: 'late'; dueOn: PlainDate; on: PlainDate }
  | { state: 'planned'; dueOn: PlainDate; on: PlainDate }
  | { state: 'calm'; dueOn: PlainDate }

/**
 * Where somebody stands today. Planned in time: on the due day at the latest, or, when that is past, within the days that one looks
 * ahead: then it leaves the overdue ones.
 */
export function dueStanding(facts: {
  dueOn: PlainDate | null
  /** Days of planned appointments, past ones too. */
  planned: readonly PlainDate[]
  aheadDays: number
  today: PlainDate
}): DueStanding {
  const { dueOn, today, aheadDays } = facts
  if (dueOn === null) return { state: 'none' }
  const on = facts.planned.filter((day) => day >= today).sort()[0]
  const horizon = addDays(today, aheadDays)
  const inTimeUntil = dueOn < today ? horizon : dueOn
  if (on !== undefined && on <= inTimeUntil) return { state: 'planned', dueOn, on }
  if (dueOn < today) return { state: 'overdue', dueOn }
  if (on !== undefined) return { state: 'late', dueOn, on }
  return { state: dueOn <= horizon ? 'soon' : 'calm', dueOn }
}
