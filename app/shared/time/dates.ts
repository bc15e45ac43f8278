/** Calendar dates without a clock or a time zone: 'YYYY-MM-DD', which also sort as text. */
export type PlainDate = string

const DAY = 86_400_000
const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01, or null for what is not a date of the calendar. */
function toDay(value: string): number | null {
  const parts = shape.exec(value)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const time = Date.UTC(year, month - 1, day)
  // Date.UTC reads the years 0 to 99 as 1900 and later, and rolls 31 April over: neither comes back as it went in.
  return new Date(time).toISOString().slice(0, 10) === value ? time / DAY : null
}

function dayOf(date: PlainDate): number {
  const day = toDay(date)
  if (day === null) throw new TypeError('not a date of the form YYYY-MM-DD')
  return day
}

export const isPlainDate = (value: unknown): value is PlainDate => typeof value === 'string' && toDay(value) !== null

/** From calendar parts; `month` is 1 to 12. */
export const plainDate = (year: number, month: number, day: number): PlainDate =>
  formatISO(new Date(Date.UTC(year, month - 1, day)))

/** The date of an instant in UTC. Who needs the date in a place asks the clock for it, not this. */
export const formatISO = (instant: Date): PlainDate => instant.toISOString().slice(0, 10)

export const addDays = (date: PlainDate, days: number): PlainDate => formatISO(new Date((dayOf(date) + days) * DAY))

/** Days from `from` to `to`: negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayOf(to) - dayOf(from)

/** Negative, 0 or positive, for `sort`. */
export const compare = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0)

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekday = (date: PlainDate): Weekday => (((((dayOf(date) + 3) % 7) + 7) % 7) + 1) as Weekday

/** The Monday of the date's week. */
export const weekStart = (date: PlainDate): PlainDate => addDays(date, 1 - weekday(date))

/** Completed years. Who is born on 29 February completes a year on 1 March when there is no 29th. */
export function ageOn(born: PlainDate, on: PlainDate): number {
  dayOf(born)
  dayOf(on)
  return Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0)
}
