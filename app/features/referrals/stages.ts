/** The way of an enrolment, as one table over kinds of stages: what may follow what, and what must be said with it. */
import { type StageKind, stageKinds } from '../../blueprints/blueprint.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Reason } from './enrolment.ts'

/** `on`: towards the start or the end. `back`: a step was wrong or is to be done again. `end`, `reopen`: out and in again. */
export type Move = 'on' | 'back' | 'end' | 'reopen'

/** Nobody is held up by a step that did not concern them, so steps before the start may be left out. */
export const moves: Record<StageKind, Partial<Record<StageKind, Move>>> = {
  registered: { contacted: 'on', informed: 'on', allocated: 'on', 'never-started': 'end', other: 'on' },
  contacted: { registered: 'back', informed: 'on', allocated: 'on', 'never-started': 'end', other: 'on' },
  informed: { registered: 'back', contacted: 'back', allocated: 'on', 'never-started': 'end', other: 'on' },
  allocated: {
    registered: 'back',
    contacted: 'back',
    informed: 'back',
    started: 'on',
    'never-started': 'end',
    other: 'on',
  },
  started: { allocated: 'back', completed: 'end', dropped: 'end', other: 'on' },
  completed: { started: 'reopen' },
  dropped: { started: 'reopen', registered: 'reopen' },
  'never-started': { registered: 'reopen', contacted: 'reopen', informed: 'reopen' },
  other: {
    registered: 'back',
    contacted: 'on',
    informed: 'on',
    allocated: 'on',
    started: 'on',
    completed: 'end',
    dropped: 'end',
    'never-started': 'end',
    other: 'on',
  },
}

/** Kinds in which the way is over; an enrolment in one of them is ended. */
export const endKinds = ['completed', 'dropped', 'never-started'] as const satisfies StageKind[]
export const isEnd = (kind: StageKind): boolean => (endKinds as readonly StageKind[]).includes(kind)

/** Where someone waits for a place. */
export const waitingKinds = ['registered', 'contacted', 'informed', 'other'] as const satisfies StageKind[]

/** Everything but a step on, and but completing, needs a reason. */
export const needsReason = (move: Move, to: StageKind): boolean => move !== 'on' && to !== 'completed'

export type StageMove = {
  from: { key: string; kind: StageKind; on: PlainDate }
  to: { key: string; kind: StageKind }
  /** The day it happened. */
  on: PlainDate
  today: PlainDate
  reason: Reason | null
  /** Whether they are a member of a group now. */
  inGroup: boolean
  /** Whether they have another enrolment of this programme that runs. */
  hasOther: boolean
}

/** Whether someone may move from where they stand to another stage. */
export function changeStage(move: StageMove): Decision<Move> {
  const { from, to, on, today, inGroup } = move
  if (from.key === to.key) return refuse('referrals.stage.already')
  const kind = moves[from.kind][to.kind]
  if (!kind) return refuse('referrals.stage.notFromHere')
  if (on > today) return refuse('referrals.stage.future')
  if (on < from.on) return refuse('referrals.stage.beforeLast')
  if (kind === 'reopen' && move.hasOther) return refuse('referrals.stage.otherRuns')
  if (to.kind === 'allocated' && !inGroup) return refuse('referrals.stage.byGroup')
  if (inGroup && kind === 'back' && (waitingKinds as readonly StageKind[]).includes(to.kind))
    return refuse('referrals.stage.leaveGroupFirst')
  if (inGroup && (to.kind === 'never-started' || to.kind === 'dropped'))
    return refuse('referrals.stage.leaveGroupFirst')
  if (needsReason(kind, to.kind) && !move.reason) return refuse('referrals.stage.reasonMissing')
  return accept(kind)
}

/** What happened in a group, for `advanceStage`. */
export type GroupEvent = 'joined-group' | 'left-group' | 'first-attendance' | 'last-session' | 'reached' | 'informed'

/**
 * The kind someone moves to by what happened, or null when it changes nothing: moving is a consequence here, so it
 * never goes back by itself and never opens an end again. Someone whose enrolment has ended can't join a group.
 */
export function advanceStage(from: StageKind, event: GroupEvent): Decision<StageKind | null> {
  switch (event) {
    case 'reached':
      return accept(from === 'registered' ? 'contacted' : null)
    case 'informed':
      return accept(from === 'registered' || from === 'contacted' ? 'informed' : null)
    case 'joined-group':
      if (isEnd(from)) return refuse('referrals.stage.ended')
      return accept(from === 'allocated' || from === 'started' ? null : 'allocated')
    case 'left-group':
      return accept(from === 'allocated' ? 'informed' : null)
    case 'first-attendance':
      return accept(from === 'started' || isEnd(from) ? null : 'started')
    case 'last-session':
      return accept(from === 'started' ? 'completed' : null)
  }
}

/** Where someone may go by hand: what the page offers. */
export const offeredKinds = (from: StageKind, inGroup: boolean): StageKind[] =>
  stageKinds.filter((to) => {
    const move = moves[from][to]
    if (!move || (to === 'allocated' && !inGroup)) return false
    if (inGroup && (to === 'never-started' || to === 'dropped')) return false
    return !(inGroup && move === 'back' && (waitingKinds as readonly StageKind[]).includes(to))
  })
