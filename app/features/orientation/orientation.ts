import type { Orientation, OrientationStep, TargetCriterion } from '../../blueprints/parts/orientation.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'

/** Where somebody stands. `at-step` is the only one in which a step waits for its owner. */
export const states = ['at-step', 'on-hold', 'elsewhere', 'accepted', 'refused'] as const
export type OrientationState = (typeof states)[number]

export const moves = ['pass', 'skip', 'put-back', 'hold', 'send-elsewhere', 'take-up', 'refuse'] as const
export type Move = (typeof moves)[number]

/** Why somebody was put back, held, sent on, refused or spared a step. Neutral words: coordinators read them. */
export const reasons = [
  'more-to-learn',
  'aim-differs',
  'level-differs',
  'criteria',
  'not-available',
  'waits-for-answer',
  'persons-wish',
  'not-reachable',
  'done-before',
  'other',
] as const
export type Reason = (typeof reasons)[number]

export const aimAnswers = ['fits', 'partly', 'no', 'not-disclosed'] as const
export type AimAnswer = (typeof aimAnswers)[number]

/** One stretch of the way: at a step, on hold or elsewhere, until a move ended it. The one without `endedOn` is now. */
export type Stretch = {
  /** Null: worked out from the enrolment, not yet on record. */
  id: string | null
  position: number
  state: OrientationState
  step: string
  /** Who is to take it up: a part of the blueprint; `ownerId` once somebody has. */
  part: string | null
  ownerId: string | null
  ownerName: string | null
  from: PlainDate
  dueOn: PlainDate | null
  until: PlainDate | null
  reason: Reason | null
  move: Move | null
  endedOn: PlainDate | null
  endedBy: string | null
  endedByName: string | null
}

/** An enrolment as the orientation needs to know it. */
export type Oriented = {
  id: string
  personId: string
  programmeId: string
  createdOn: PlainDate
  endedOn: PlainDate | null
  stageKind: string
  referrerId: string | null
}

/** The chain of a programme, undefined where it has none. */
export const orientationOf = (programme: Pick<Programme, 'blueprint'>): Orientation | undefined =>
  blueprintOf(programme).orientation

/** Whom a programme is for, as its coordinator set it, else as its blueprint begins. */
export const criteriaOf = (programme: Pick<Programme, 'blueprint' | 'settings'>): readonly TargetCriterion[] =>
  programme.settings.criteria ?? orientationOf(programme)?.criteria ?? []

export const stepOf = (plan: Orientation, key: string): OrientationStep | undefined =>
  plan.steps.find((step) => step.key === key)

/** Steps that happen on an enrolment, in order: those before are on the list of possible participants. */
export const stepsAfterList = (plan: Orientation): readonly OrientationStep[] => plan.steps.filter((s) => !s.list)

/** What follows a step, or undefined when it is the last. */
export const stepAfter = (plan: Orientation, key: string): OrientationStep | undefined =>
  plan.steps[plan.steps.findIndex((step) => step.key === key) + 1]

/** The step at which one stands who was just registered: the first after the last entry. */
export const firstStep = (plan: Orientation): OrientationStep =>
  plan.steps[plan.steps.findLastIndex((step) => step.entry) + 1] ?? plan.steps.at(-1)!
