/** Calendar months as text, 'YYYY-MM', which also sorts. */
import { addDays, isPlainDate, type PlainDate, plainDate } from '../../shared/time/dates.ts'

export type Month = string

export const isMonth = (value: unknown): value is Month =>
  typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) && isPlainDate(`${value}-01`)
export const monthOf = (date: PlainDate): Month => date.slice(0, 7)
export const firstDay = (month: Month): PlainDate => `${month}-01`
export const nextMonth = (month: Month): Month =>
  monthOf(plainDate(Number(month.slice(0, 4)), Number(month.slice(5)) + 1, 1))
export const previousMonth = (month: Month): Month => monthOf(addDays(firstDay(month), -1))
export const lastDay = (month: Month): PlainDate => addDays(firstDay(nextMonth(month)), -1)

/** From the first to the last, both in; none when the last comes first. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month)
  return months
}
