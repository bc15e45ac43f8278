import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import type { Plan, Step, StepMove } from './plan.ts'

export type StepState = 'done' | 'dropped' | 'late' | 'soon' | 'open'

/** Due within a week is "soon"; late from the day after. */
export function stateOfStep(step: Pick<Step, 'doneOn' | 'droppedOn' | 'dueOn'>, today: PlainDate): StepState {
  if (step.doneOn) return 'done'
  if (step.droppedOn) return 'dropped'
  if (!step.dueOn) return 'open'
  if (step.dueOn < today) return 'late'
  return step.dueOn <= addDays(today, 7) ? 'soon' : 'open'
}

export const isOpen = (step: Pick<Step, 'doneOn' | 'droppedOn'>): boolean => !step.doneOn && !step.droppedOn

export const allSteps = (plan: Plan): Step[] => [...plan.goals.flatMap((goal) => goal.steps), ...plan.steps]

const never: PlainDate = '9999-12-31'

/** Open steps first by their day, those without one after them, then in the order in which they were set. */
export const byUrgency = (a: Step, b: Step): number =>
  (a.dueOn ?? never).localeCompare(b.dueOn ?? never) || a.madeOn.localeCompare(b.madeOn)

/** The one line: what comes next in the plan. A step of a goal that has ended no longer counts. */
export function nextStep(plan: Plan): Step | undefined {
  const goals = plan.goals.filter((goal) => !goal.endedOn)
  return [...goals.flatMap((goal) => goal.steps), ...plan.steps].filter(isOpen).sort(byUrgency)[0]
}

/** What can be done with a step: finish or drop an open one, take either back. */
export const movesOf: Record<'open' | 'done' | 'dropped', readonly StepMove[]> = {
  open: ['done', 'dropped'],
  done: ['open'],
  dropped: ['open'],
}

export function moveStep(step: Pick<Step, 'doneOn' | 'droppedOn'>, to: StepMove): Decision<StepMove> {
  const from = step.doneOn ? 'done' : step.droppedOn ? 'dropped' : 'open'
  return movesOf[from].includes(to) ? accept(to) : refuse('plans.refused.move')
}
