import type { Direction as BlueprintDirection, DirectionKey, HandoverDays } from '../../blueprints/blueprint.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import { type ChainKind, type ChainState, type ChainStep, chainKinds, type HandOver } from './handover.ts'

/**
 * The chain as a table: from where, which press leads where; what is not in it is refused. A talk may be planned again
 * (another day), and held without having been planned: people come by.
 */
export const transitions: Record<ChainState, Partial<Record<ChainKind, ChainState>>> = {
  'handed-over': { received: 'received' },
  received: { read: 'read' },
  read: { 'talk-planned': 'talk-planned', 'talk-held': 'talk-held' },
  'talk-planned': { 'talk-planned': 'talk-planned', 'talk-held': 'talk-held' },
  'talk-held': {},
}

export const stateOf = (steps: readonly Pick<ChainStep, 'kind'>[]): ChainState => steps.at(-1)?.kind ?? 'handed-over'

/** The presses that are possible now, in order. */
export const possible = (state: ChainState): ChainKind[] => chainKinds.filter((kind) => transitions[state][kind])

type Chain = Pick<HandOver, 'handedOverOn' | 'dueOn' | 'days' | 'steps'> & { direction: unknown }

/** One press, on a day: a talk is planned for today or later, and was held between the hand-over and today. */
export function enter(
  chain: Chain,
  kind: ChainKind,
  onDate: PlainDate,
  today: PlainDate,
): Decision<{ kind: ChainKind; onDate: PlainDate }> {
  const state = stateOf(chain.steps)
  if (!transitions[state][kind]) return refuse('handovers.refused.order', { state, kind })
  if (kind === 'talk-planned') {
    if (onDate < today) return refuse('handovers.refused.planPast')
  } else if (onDate > today) return refuse('handovers.refused.future')
  if (onDate < chain.handedOverOn) return refuse('handovers.refused.beforeHandOver')
  return accept({ kind, onDate })
}

/** Only the last press is taken back, by whoever made it, as long as the talk has not ended in a direction. */
export function takeBack(
  chain: { steps: readonly ChainStep[]; direction: unknown },
  stepId: string,
  userId: string,
): Decision<ChainStep> {
  const last = chain.steps.at(-1)
  if (!last || last.id !== stepId) return refuse('handovers.refused.notLast')
  if (last.byId !== userId) return refuse('handovers.refused.notYours')
  if (chain.direction) return refuse('handovers.refused.directed')
  return accept(last)
}

/** What a hand-over waits for: the next press, or the direction in which the talk ends. */
export type Awaited = ChainKind | 'direction'
export type Waiting = { for: Awaited; dueOn: PlainDate; late: boolean }

const settingOf: Record<ChainKind, keyof HandoverDays> = {
  received: 'received',
  read: 'read',
  'talk-planned': 'talkPlanned',
  'talk-held': 'talkHeld',
}
const after: Record<ChainState, Awaited> = {
  'handed-over': 'received',
  received: 'read',
  read: 'talk-planned',
  'talk-planned': 'talk-held',
  'talk-held': 'direction',
}

/**
 * What comes next and by when: so many days after the hand-over as the programme says; a planned talk on its day, if
 * that is earlier; the direction on the day of the talk. Late from the day after. Null when the talk ended in a direction.
 */
export function waitingFor(chain: Chain, today: PlainDate): Waiting | null {
  if (chain.direction) return null
  const state = stateOf(chain.steps)
  const awaited = after[state]
  const last = chain.steps.at(-1)
  const limit =
    awaited === 'direction'
      ? last!.onDate
      : chain.days
        ? addDays(chain.handedOverOn, chain.days[settingOf[awaited]])
        : chain.dueOn
  const dueOn = state === 'talk-planned' && last!.onDate < limit ? last!.onDate : limit
  return { for: awaited, dueOn, late: today > dueOn }
}

/** Who takes a direction up, as the form says it. */
export type TakenUp =
  | { by: 'person' }
  | { by: 'social-worker'; userId: string }
  | { by: 'officer'; userId: string }
  /** Somebody outside the site, named in words. */
  | { by: 'desk' }
  | { by: 'nobody' }

export type DirectionAnswer = {
  direction: DirectionKey
  takenUp: TakenUp
  byDate: PlainDate | null
  words: string | null
  profileGoes: boolean
}

/**
 * The talk's end: one direction, somebody who takes it up, a day. An ordinary measure needs the measures officer,
 * the mission desk a name; "none" needs nobody and no day. The profile goes along to an officer only, and only
 * when the person agreed.
 */
export function decide(
  chain: Chain,
  offered: readonly Pick<BlueprintDirection, 'key' | 'takenUpBy'>[],
  answer: DirectionAnswer,
  today: PlainDate,
): Decision<DirectionAnswer> {
  if (stateOf(chain.steps) !== 'talk-held') return refuse('handovers.refused.noTalk')
  const direction = offered.find((one) => one.key === answer.direction)
  if (!direction) return refuse('forms.choose')
  const { by } = answer.takenUp
  if (direction.takenUpBy === null)
    return accept({ ...answer, takenUp: { by: 'nobody' }, byDate: null, profileGoes: false })
  if (by === 'nobody') return refuse('handovers.refused.nobody')
  if (direction.takenUpBy === 'measuresOfficer' && by !== 'officer') return refuse('handovers.refused.needsOfficer')
  if (by === 'desk' && !answer.words) return refuse('handovers.refused.needsName')
  if (!answer.byDate) return refuse('handovers.refused.needsDay')
  if (answer.byDate < today) return refuse('handovers.refused.dayPast')
  return accept({ ...answer, profileGoes: answer.profileGoes && by === 'officer' })
}
