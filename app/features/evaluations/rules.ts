import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import type { EntranceTest, OwnPoint, TestResult } from './evaluation.ts'

/** @returns the day of the next regular evaluation: so many weeks after the last, or after the start. */
export const nextDue = ({
  startedOn,
  lastOn,
  everyWeeks,
}: {
  startedOn: PlainDate
  lastOn: PlainDate | null
  everyWeeks: number
}): PlainDate => addDays(lastOn ?? startedOn, everyWeeks * 7)

/**
 * From when somebody is to be evaluated: since they are in the module; where nobody noted modules, since they started.
 * Null: not now.
 */
export function evaluatedSince({
  module,
  memberships,
  startedOn,
}: {
  module: string | undefined
  memberships: readonly { module: string; from: PlainDate; until: PlainDate | null }[]
  startedOn: PlainDate | null
}): PlainDate | null {
  if (module === undefined || memberships.length === 0) return startedOn
  return memberships.find((one) => one.module === module && one.until === null)?.from ?? null
}

export type Rated = { on: PlainDate; own: Record<string, OwnPoint>; trainer: Record<string, number | null> }

/** Of today or before, and with at least one point of somebody: an empty sheet is not an evaluation. */
export function evaluating(rated: Rated, today: PlainDate): Decision<Rated> {
  if (rated.on > today) return refuse('evaluations.on.future')
  const said = [...Object.values(rated.own), ...Object.values(rated.trainer)].some((point) => point !== null)
  return said ? accept(rated) : refuse('evaluations.empty')
}

/** The results that may follow; what has passed, failed or was not taken is over, the next try is a test of its own. */
export const following: Record<TestResult, readonly Exclude<TestResult, 'planned'>[]> = {
  planned: ['awaited', 'passed', 'failed', 'not-taken'],
  awaited: ['passed', 'failed', 'not-taken'],
  passed: [],
  failed: [],
  'not-taken': [],
}

/** A planned test lies ahead; one with a result lies behind. */
export function recording(
  { on, result, nextOn }: { on: PlainDate; result: TestResult; nextOn: PlainDate | null },
  today: PlainDate,
): Decision<true> {
  if (result === 'planned' && on < today) return refuse('evaluations.test.plannedPast')
  if (result !== 'planned' && on > today) return refuse('evaluations.test.future')
  return trying(result, on, nextOn)
}

function trying(result: TestResult, after: PlainDate, nextOn: PlainDate | null): Decision<true> {
  if (nextOn === null) return accept(true)
  if (result !== 'failed' && result !== 'not-taken') return refuse('evaluations.test.noNext')
  return nextOn > after ? accept(true) : refuse('evaluations.test.nextBefore')
}

/** What came of a test: known today or before, not before the test, and only what may follow on what is known. */
export function resulting(
  test: Pick<EntranceTest, 'on' | 'result'>,
  { result, on, nextOn }: { result: Exclude<TestResult, 'planned'>; on: PlainDate; nextOn: PlainDate | null },
  today: PlainDate,
): Decision<true> {
  if (!following[test.result].includes(result)) return refuse('evaluations.test.over')
  if (on > today || (test.on > today && result !== 'not-taken')) return refuse('evaluations.test.future')
  if (on < test.on && result !== 'not-taken') return refuse('evaluations.test.resultBefore')
  return trying(result, test.on, nextOn)
}

/** A planned test whose day has passed: somebody should say what came of it. */
export const lacksResult = (test: Pick<EntranceTest, 'on' | 'result'>, today: PlainDate): boolean =>
  test.result === 'planned' && test.on < today
