import type { EvaluationsPlan } from '../../blueprints/parts/evaluations.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { evaluatedSince, nextDue } from './rules.ts'
import type { Underway } from './store.ts'

/** @returns when the next regular evaluation of somebody who is on their path is due; null while none is. */
export function dueOf(
  { memberships, startedOn, lastOn }: Pick<Underway, 'memberships' | 'startedOn' | 'lastOn'>,
  { module, everyWeeks }: Pick<EvaluationsPlan, 'module' | 'everyWeeks'>,
): PlainDate | null {
  const since = evaluatedSince({ module, memberships, startedOn })
  return since === null ? null : nextDue({ startedOn: since, lastOn, everyWeeks })
}
