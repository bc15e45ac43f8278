/** Whether the lines of a programme can stand together: no funder twice on a day, and shares that add up to a hundred. */
import { type CostBase, costBases } from '../../../blueprints/parts/funding.ts'
import { addDays, type PlainDate } from '../../../shared/time/dates.ts'
import { type Line, whole } from '../funding.ts'

export type LineFault = {
  /** Which line, counted from 0, and which of its fields. */
  line: number
  field: 'from' | 'to' | 'share'
  key: 'funding.lines.order' | 'funding.lines.overlap'
  params?: Record<string, string | number>
}

/** A run of days on which the shares of a cost base add up to something else than a hundred percent. */
export type Gap = { costBase: CostBase; from: PlainDate; to: PlainDate; sum: number }

type Faceless = Pick<Line, 'funder' | 'share' | 'costBase' | 'from' | 'to'>

const folded = (name: string) => name.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim()
export const isSameFunder = (a: Pick<Line, 'funder'>, b: Pick<Line, 'funder'>) => folded(a.funder) === folded(b.funder)

/** Periods that end before they begin, and lines of the same funder and cost base that overlap (said at the later one). */
export function faultsOf(lines: readonly Faceless[]): LineFault[] {
  return lines.flatMap((line, i): LineFault[] => {
    if (line.from > line.to) return [{ line: i, field: 'to', key: 'funding.lines.order' }]
    const other = lines.findIndex(
      (before, j) =>
        j < i &&
        before.costBase === line.costBase &&
        isSameFunder(before, line) &&
        before.from <= line.to &&
        line.from <= before.to,
    )
    return other < 0
      ? []
      : [{ line: i, field: 'from', key: 'funding.lines.overlap', params: { funder: line.funder, number: other + 1 } }]
  })
}

/**
 * The days, from the first to the last that a line of the base covers, on which the shares do not add up to 100 percent.
 * Days between two lines that nobody pays add up to 0.
 */
export function gapsOf(lines: readonly Faceless[]): Gap[] {
  return costBases.flatMap((costBase) => {
    const own = lines.filter((line) => line.costBase === costBase && line.from <= line.to)
    const starts = [...new Set(own.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort()
    const gaps: Gap[] = []
    for (const [i, from] of starts.slice(0, -1).entries()) {
      const to = addDays(starts[i + 1]!, -1)
      const sum = own.reduce((all, line) => all + (line.from <= from && to <= line.to ? line.share : 0), 0)
      const last = gaps.at(-1)
      if (sum === whole) continue
      if (last && last.sum === sum && addDays(last.to, 1) === from) last.to = to
      else gaps.push({ costBase, from, to, sum })
    }
    return gaps
  })
}

/** The line beside which a gap is said: the last that covers its first day, else the last of the base that begins before it. */
export function lineOfGap(lines: readonly Faceless[], gap: Gap): number {
  const covers = (line: Faceless) => line.costBase === gap.costBase && line.from <= gap.from
  const on = lines.findLastIndex((line) => covers(line) && line.to >= gap.from)
  return on >= 0 ? on : lines.findLastIndex(covers)
}
