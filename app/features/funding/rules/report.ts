/** Who pays what of a period: the report to the funders. */
import type { CostBase } from '../../../blueprints/parts/funding.ts'
import { compare, daysBetween } from '../../../shared/time/dates.ts'
import type { Cents, Line } from '../funding.ts'
import { firstDay, lastDay, type Month, monthsFrom } from '../months.ts'
import { isSameFunder } from './lines.ts'
import { splitMonths } from './split.ts'

/** A funder with a cost base: one column of the report, in the order of its first line. */
export type Payer = { funder: string; costBase: CostBase; shares: number[]; amount: Cents }
export type ReportMonth = {
  month: Month
  staff: Cents
  outings: Cents
  /** In the order of the payers. */
  parts: Cents[]
  /** Outings that no line pays: own funds. */
  own: Cents
  /** Staff cost of a month in which no line runs. */
  uncovered: Cents
}
export type Report = {
  from: Month
  to: Month
  payers: Payer[]
  months: ReportMonth[]
  staff: Cents
  outings: Cents
  total: Cents
  own: Cents
  uncovered: Cents
}

/** Days of the month on which the line runs. */
function daysIn(line: Pick<Line, 'from' | 'to'>, month: Month): number {
  const from = compare(line.from, firstDay(month)) > 0 ? line.from : firstDay(month)
  const to = compare(line.to, lastDay(month)) < 0 ? line.to : lastDay(month)
  return Math.max(0, daysBetween(from, to) + 1)
}

/** How much each payer counts in a month: percent times days. Only days that are covered count. */
const weightsIn = (payers: readonly Line[][], month: Month) =>
  payers.map((lines) => lines.reduce((all, line) => all + line.share * daysIn(line, month), 0))

const sumOf = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)

/**
 * Staff lines split what the team cost in the months in which they run; lines on all cost split what no staff line pays,
 * outings included. What is left of outings is on own funds; what is left of staff cost is said to be uncovered.
 * @param staff cents per month · @param outings cents per month
 */
export function reportOf(
  lines: readonly Line[],
  costs: { staff: ReadonlyMap<Month, Cents>; outings: ReadonlyMap<Month, Cents> },
  { from, to }: { from: Month; to: Month },
): Report {
  const running = lines.filter((line) => line.from <= lastDay(to) && line.to >= firstDay(from))
  const columns: Line[][] = []
  for (const line of running) {
    const column = columns.find(([first]) => first!.costBase === line.costBase && isSameFunder(first!, line))
    if (column) column.push(line)
    else columns.push([line])
  }
  const months = monthsFrom(from, to).map(
    (month): ReportMonth => ({
      month,
      staff: costs.staff.get(month) ?? 0,
      outings: costs.outings.get(month) ?? 0,
      parts: columns.map(() => 0),
      own: 0,
      uncovered: 0,
    }),
  )
  const pay = (costBase: CostBase, amountOf: (month: ReportMonth) => Cents) => {
    const own = columns.flatMap((column, i) => (column[0]!.costBase === costBase ? [i] : []))
    const weighed = months.map((month) => ({
      month,
      cents: amountOf(month),
      weights: weightsIn(
        own.map((i) => columns[i]!),
        month.month,
      ),
    }))
    const paid = weighed.filter(({ weights }) => sumOf(weights) > 0)
    for (const [m, parts] of splitMonths(paid).entries())
      for (const [k, i] of own.entries()) paid[m]!.month.parts[i] = parts[k]!
    return new Set(paid.map(({ month }) => month.month))
  }
  const byStaffLines = pay('staff', (month) => month.staff)
  const rest = (month: ReportMonth) => month.outings + (byStaffLines.has(month.month) ? 0 : month.staff)
  const byAllLines = pay('all', rest)
  for (const month of months) {
    if (byAllLines.has(month.month)) continue
    month.own = month.outings
    month.uncovered = rest(month) - month.outings
  }
  const staff = sumOf(months.map((month) => month.staff))
  const outings = sumOf(months.map((month) => month.outings))
  return {
    from,
    to,
    payers: columns.map((column, i) => ({
      funder: column[0]!.funder,
      costBase: column[0]!.costBase,
      shares: [...new Set(column.map(({ share }) => share))],
      amount: sumOf(months.map(({ parts }) => parts[i]!)),
    })),
    months,
    staff,
    outings,
    total: staff + outings,
    own: sumOf(months.map((month) => month.own)),
    uncovered: sumOf(months.map((month) => month.uncovered)),
  }
}

/** Cents per person, rounded half up; null when there was nobody. */
export const perPerson = (cents: Cents, people: number): Cents | null =>
  people === 0 ? null : Math.floor((2 * cents + people) / (2 * people))
