import type { PlainDate } from '../../shared/time/dates.ts'

/** What somebody does next: who, by when, and whether it is done. */
export type Step = {
  id: string
  goalId: string | null
  what: string
  who: 'person' | 'professional'
  whoUserId: string | null
  whoName: string | null
  dueOn: PlainDate | null
  madeOn: PlainDate
  madeByKind: 'card' | 'staff'
  madeByName: string | null
  doneOn: PlainDate | null
  droppedOn: PlainDate | null
}

/** Where the person wants to get to; steps lead there. */
export type Goal = {
  id: string
  title: string
  madeByKind: 'card' | 'staff'
  madeOn: PlainDate
  endedOn: PlainDate | null
  endedHow: 'reached' | 'dropped' | null
  steps: Step[]
}

/** A person's plan: goals with their steps, and steps that belong to no goal. */
export type Plan = { personId: string; goals: Goal[]; steps: Step[] }

export const stepMoves = ['done', 'dropped', 'open'] as const
export type StepMove = (typeof stepMoves)[number]
export const goalMoves = ['reached', 'dropped', 'open'] as const
export type GoalMove = (typeof goalMoves)[number]
