/**
 * The way of an orientation as one table: from which state which move leads where. What a move needs besides is below;
 * criteria that are not met never bar anybody (people decide).
 */
import type { Orientation } from '../../blueprints/parts/orientation.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import {
  firstStep,
  type Move,
  type OrientationState,
  type Oriented,
  type Reason,
  type Stretch,
  stepAfter,
  stepOf,
  stepsAfterList,
} from './orientation.ts'

export const leadsTo: Record<OrientationState, Partial<Record<Move, OrientationState>>> = {
  // After the last step, passing and skipping lead to `accepted`.
  'at-step': {
    pass: 'at-step',
    skip: 'at-step',
    'put-back': 'at-step',
    hold: 'on-hold',
    'send-elsewhere': 'elsewhere',
    refuse: 'refused',
  },
  'on-hold': { 'take-up': 'at-step', 'send-elsewhere': 'elsewhere', refuse: 'refused' },
  elsewhere: { 'take-up': 'at-step', refuse: 'refused' },
  accepted: { 'put-back': 'at-step' },
  refused: { 'take-up': 'at-step' },
}

/** Reasons that fit each move; a move without any needs none. */
export const reasonsFor: Partial<Record<Move, readonly Reason[]>> = {
  skip: ['done-before', 'not-available', 'other'],
  'put-back': ['more-to-learn', 'aim-differs', 'level-differs', 'criteria', 'other'],
  hold: ['not-available', 'waits-for-answer', 'persons-wish', 'not-reachable', 'other'],
  'send-elsewhere': ['aim-differs', 'level-differs', 'criteria', 'persons-wish', 'other'],
  refuse: ['aim-differs', 'level-differs', 'criteria', 'persons-wish', 'not-reachable', 'other'],
}

/**
 * Who asks: the parts in which they accompany this enrolment, and whether they coordinate the programme or belong to
 * the social service and have the file open.
 */
export type Viewer = { parts: readonly string[]; coordinates: boolean; socialWorker: boolean }

/** Passing on and refusing are for the parts of the step; the rest also for whoever accompanies or coordinates. */
export function mayMove(plan: Orientation, now: Stretch, move: Move, viewer: Viewer): boolean {
  const owns = stepOf(plan, now.step)?.parts.some((part) => viewer.parts.includes(part)) ?? false
  if (move === 'pass') return owns
  if (move === 'refuse') return owns || viewer.coordinates
  return owns || viewer.coordinates || viewer.socialWorker || viewer.parts.length > 0
}

/** Whoever has a part in the step writes down what they found. */
export const mayFind = (plan: Orientation, now: Stretch, viewer: Viewer): boolean =>
  now.state === 'at-step' && mayMove(plan, now, 'pass', viewer)

export type Asked = {
  move: Move
  /** For `put-back`. */
  to: string | null
  reason: Reason | null
  /** For `hold`. */
  until: PlainDate | null
  today: PlainDate
  /** Whether somebody wrote down what this stretch is to find out. */
  found: boolean
  /** A member of a group now. */
  inGroup: boolean
  /** Whether they have another enrolment of this programme that runs. */
  hasOther: boolean
}

/** What follows a move: the next stretch, without its id, owner and who entered it. */
export type Following = {
  state: OrientationState
  step: string
  part: string | null
  dueOn: PlainDate | null
  until: PlainDate | null
  reason: Reason | null
}

/** Whether the move is possible from here, and what follows. */
export function change(plan: Orientation, now: Stretch, asked: Asked): Decision<Following> {
  const { move, today } = asked
  const state = leadsTo[now.state][move]
  const step = stepOf(plan, now.step)
  if (!state || !step) return refuse('orientation.move.notFromHere')
  if (asked.inGroup && (now.state === 'accepted' || move === 'refuse')) return refuse('orientation.move.inGroup')
  if (now.state === 'refused' && asked.hasOther) return refuse('orientation.move.otherRuns')
  if (reasonsFor[move] && !asked.reason) return refuse('orientation.reason.missing')
  const reason = reasonsFor[move] ? asked.reason : null
  switch (move) {
    case 'pass':
      if (step.asks.length > 0 && !asked.found) return refuse('orientation.move.notFound')
      return accept(onward(plan, step.key, today, null))
    case 'skip':
      return accept(onward(plan, step.key, today, reason))
    case 'put-back': {
      if (!asked.to || !backFrom(plan, now).includes(asked.to)) return refuse('orientation.move.notBack')
      return accept(atStep(plan, asked.to, today, reason))
    }
    case 'hold':
      if (!asked.until) return refuse('orientation.until.missing')
      if (asked.until <= today) return refuse('orientation.until.past')
      return accept({ ...standing(now), state, dueOn: asked.until, until: asked.until, reason })
    case 'send-elsewhere':
      return accept({ ...standing(now), state, dueOn: null, until: null, reason })
    case 'refuse':
      return accept({ ...standing(now), state, part: null, dueOn: null, until: null, reason })
    case 'take-up':
      return accept(atStep(plan, now.step, today, null))
  }
}

/** Earlier steps of the enrolment, to which somebody can be put back; once accepted, the last one too. */
export function backFrom(plan: Orientation, now: Pick<Stretch, 'state' | 'step'>): string[] {
  const steps = stepsAfterList(plan).map((step) => step.key)
  return steps.slice(0, steps.indexOf(now.step) + (now.state === 'accepted' ? 1 : 0))
}

const standing = ({ step, part }: Stretch) => ({ step, part })

/** At a step from this day on; due after its days. */
export function atStep(plan: Orientation, key: string, from: PlainDate, reason: Reason | null = null): Following {
  const step = stepOf(plan, key)!
  return {
    state: 'at-step',
    step: key,
    part: step.parts[0] ?? null,
    dueOn: addDays(from, step.days),
    until: null,
    reason,
  }
}

function onward(plan: Orientation, key: string, today: PlainDate, reason: Reason | null): Following {
  const next = stepAfter(plan, key)
  if (next) return atStep(plan, next.key, today, reason)
  return { state: 'accepted', step: key, part: null, dueOn: null, until: null, reason }
}

/**
 * Where somebody stands of whom nothing is on record, e.g. brought in from a list: registered by their referrer, at the
 * step after. Who is past the orientation by their stage is at none.
 */
export function assumedStretches(plan: Orientation, enrolment: Oriented): Stretch[] {
  const waits =
    enrolment.endedOn === null && ['registered', 'contacted', 'informed', 'other'].includes(enrolment.stageKind)
  const blank = {
    id: null,
    ownerId: null,
    ownerName: null,
    until: null,
    reason: null,
    move: null,
    endedOn: null,
    endedBy: null,
    endedByName: null,
  } as const
  if (!waits) return []
  const first = firstStep(plan)
  const entry = plan.steps.findLast((step) => step.entry)!
  return [
    {
      ...blank,
      position: 0,
      state: 'at-step',
      step: entry.key,
      part: null,
      ownerId: enrolment.referrerId,
      from: enrolment.createdOn,
      dueOn: null,
      move: 'pass',
      endedOn: enrolment.createdOn,
      endedBy: enrolment.referrerId,
    },
    { ...blank, position: 1, ...atStep(plan, first.key, enrolment.createdOn), from: enrolment.createdOn },
  ]
}

export const isLate = (now: Pick<Stretch, 'endedOn' | 'dueOn'>, today: PlainDate): boolean =>
  now.endedOn === null && now.dueOn !== null && now.dueOn < today

/** What stands in the line of steps. */
export type Passed = { step: string; state: 'done' | 'skipped' | 'current' | 'todo'; stretch: Stretch | null }

/** Each step of the plan with what became of it: done when it was passed, skipped when the way went on without it. */
export function lineOf(plan: Orientation, stretches: readonly Stretch[]): Passed[] {
  const now = stretches.at(-1)
  const here = now ? plan.steps.findIndex((step) => step.key === now.step) : -1
  const accepted = now?.state === 'accepted'
  return plan.steps.map((step, i) => {
    const last = stretches.findLast((s) => s.step === step.key && s.state === 'at-step') ?? null
    if (i === here && !accepted) return { step: step.key, state: 'current', stretch: now! }
    if (here >= 0 && i > here) return { step: step.key, state: 'todo', stretch: null }
    if (here < 0) return { step: step.key, state: 'todo', stretch: null }
    const state = last?.move === 'pass' ? 'done' : 'skipped'
    return { step: step.key, state, stretch: last }
  })
}

export type Colleague = { userId: string; part: string; endedOn: PlainDate | null }

/**
 * To whom a feedback goes: everyone who accompanies this person and stands before this step in the chain, by their part or
 * because they had a stretch of it. Never to whoever sends it.
 */
export function recipientsOf(
  plan: Orientation,
  {
    now,
    stretches,
    colleagues,
    sender,
  }: {
    now: Pick<Stretch, 'step'>
    stretches: readonly Stretch[]
    colleagues: readonly Colleague[]
    sender: string
  },
): string[] {
  const here = plan.steps.findIndex((step) => step.key === now.step)
  const before = new Set(plan.steps.slice(0, here).flatMap((step) => step.parts))
  const acted = new Set(stretches.filter((s) => s.endedOn !== null).flatMap((s) => [s.ownerId, s.endedBy]))
  const running = colleagues.filter((c) => c.endedOn === null && (before.has(c.part) || acted.has(c.userId)))
  return [...new Set(running.map((c) => c.userId))].filter((id) => id !== sender)
}

/** A day of the calendar year on whose list somebody stands. */
export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))
