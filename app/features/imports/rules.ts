import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { Import } from './import.ts'
import type { Plan } from './plan.ts'

/** An import can be undone for a day; then what undoing needs is destroyed. */
export const undoHours = 24

/** Nothing is written while rows are wrong, unless whoever confirms says that they may be left out. */
export function confirming(
  one: Pick<Import, 'confirmedAt' | 'isKept'>,
  plan: Plan,
  { acceptValid }: { acceptValid: boolean },
): Decision<Plan> {
  if (one.confirmedAt) return refuse('imports.confirm.already')
  if (plan.rejected.length > 0 && !acceptValid)
    return refuse('imports.confirm.withErrors', { count: plan.rejected.length })
  if (plan.create.length + plan.update.length === 0) return refuse('imports.confirm.nothing')
  return accept(plan)
}

export function undoing(one: Pick<Import, 'confirmedAt' | 'undoneAt'>, now: Date): Decision<true> {
  if (!one.confirmedAt) return refuse('imports.undo.notYet')
  if (one.undoneAt) return refuse('imports.undo.already')
  if (now.getTime() > undoableUntil(one.confirmedAt).getTime()) return refuse('imports.undo.tooLate')
  return accept(true)
}

export const undoableUntil = (confirmedAt: Date): Date => new Date(confirmedAt.getTime() + undoHours * 3_600_000)
