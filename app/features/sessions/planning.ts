/** From a start and the half-days of a week to dated sessions; pure. Four to six weeks come from the programme. */
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { addDays, daysBetween, isPlainDate, type PlainDate, weekday } from '../../shared/time/dates.ts'
import { earlierThan, type HalfDay, type WeekSlot } from './session.ts'

/** The key of the holiday (`sessions.holiday.<key>`) or another reason why nobody meets on a date; undefined when free. */
export type ClosedOn = (date: PlainDate) => string | undefined

export type PlanRequest = Readonly<{
  start: PlainDate
  slots: readonly WeekSlot[]
  /** Keys of the themes in order: one half-day each. */
  themes: readonly string[]
  weeksMin: number
  weeksMax: number
  closedOn: ClosedOn
}>

export type Skipped = Readonly<{ date: PlainDate; why: string }>
export type Plan = Readonly<{ halfDays: readonly HalfDay[]; weeks: number; skipped: readonly Skipped[] }>

/** Calendar time from the first to the last half-day, in begun weeks; 0 for none. */
export function weeksSpanned(dates: readonly PlainDate[]): number {
  const sorted = [...dates].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return first && last ? Math.ceil((daysBetween(first, last) + 1) / 7) : 0
}

/** The week's slots that fall on a date, in the order of the day. */
export function slotsOn(slots: readonly WeekSlot[], date: PlainDate): WeekSlot[] {
  const day = weekday(date)
  return slots.filter((s) => s.weekday === day).sort((a, b) => (a.from < b.from ? -1 : 1))
}

const overlaps = (a: WeekSlot, b: WeekSlot) => a.weekday === b.weekday && a.from < b.to && b.from < a.to

/**
 * One half-day per theme from `start` on, closed days skipped.
 * Refused: no or impossible half-days of the week, no themes, and a plan that is shorter or longer than the programme.
 */
export function planHalfDays({ start, slots, themes, weeksMin, weeksMax, closedOn }: PlanRequest): Decision<Plan> {
  if (!isPlainDate(start)) return refuse('sessions.planning.start')
  if (themes.length === 0) return refuse('sessions.planning.noThemes')
  if (slots.length === 0) return refuse('sessions.planning.noSlots')
  if (slots.some((s) => s.from >= s.to)) return refuse('sessions.planning.times')
  if (slots.some((a, i) => slots.some((b, j) => i < j && overlaps(a, b)))) return refuse('sessions.planning.overlap')

  const halfDays: HalfDay[] = []
  const skipped: Skipped[] = []
  // A calendar that is closed for half a year is not worth searching further.
  for (let day = 0; halfDays.length < themes.length && day < (weeksMax + 26) * 7; day += 1) {
    const date = addDays(start, day)
    const today = slotsOn(slots, date)
    const why = today.length > 0 ? closedOn(date) : undefined
    if (why !== undefined) {
      skipped.push({ date, why })
      continue
    }
    for (const { from, to } of today.slice(0, themes.length - halfDays.length)) {
      const position = halfDays.length + 1
      halfDays.push({ position, date, from, to, theme: themes[position - 1]! })
    }
  }
  if (halfDays.length < themes.length) return refuse('sessions.planning.closed', { count: themes.length })

  const weeks = weeksSpanned(halfDays.map((h) => h.date))
  const params = { weeks, min: weeksMin, max: weeksMax, skipped: skipped.length }
  if (weeks < weeksMin) return refuse('sessions.planning.tooShort', params)
  if (weeks > weeksMax) return refuse('sessions.planning.tooLong', params)
  return accept({ halfDays, weeks, skipped })
}

/** The first slot of the weekly pattern after a half-day, closed days skipped; undefined when the next year has none. */
export function nextSlot(
  after: Pick<HalfDay, 'date' | 'from' | 'to'>,
  slots: readonly WeekSlot[],
  closedOn: ClosedOn,
): Pick<HalfDay, 'date' | 'from' | 'to'> | undefined {
  for (let day = 0; day <= 366; day += 1) {
    const date = addDays(after.date, day)
    const free = slotsOn(slots, date).find(
      (s) => earlierThan(after, { date, from: s.from }) && (day > 0 || s.from >= after.to),
    )
    if (free && closedOn(date) === undefined) return { date, from: free.from, to: free.to }
  }
  return undefined
}
