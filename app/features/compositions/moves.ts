/** Moving people by hand: who goes along, what it would do, whether a rule forbids it. Pure. */
import { type Assignment, type Mode, unplaced, type WaitingList } from '../../engine/groups/list.ts'
import { type Change, type Consequences, consequencesOf } from '../../engine/groups/reasons.ts'
import { mayJoin, pairsOf } from '../../engine/groups/rules.ts'
import { type Score, scoreOf } from '../../engine/groups/score.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { Lock, OpenPlan, PersonMove } from './plan.ts'

/** The person and everybody who must be in the same group, directly or through others. */
export function unitOf(list: WaitingList, person: number): number[] {
  const { together } = pairsOf(list)
  const unit = [person]
  for (const one of unit)
    for (const [a, b] of together) {
      const other = a === one ? b : b === one ? a : undefined
      if (other !== undefined && !unit.includes(other)) unit.push(other)
    }
  return unit
}

/** `who` goes to `to`, and `other`, when there is one, to where `who` was; each with those who must be with them. */
export function stepsOf(
  list: WaitingList,
  assignment: Assignment,
  { who, to, other }: { who: number; to: number; other?: number | undefined },
): Change[] {
  const from = assignment[who]!
  const there = unitOf(list, who).map((person): Change => ({ person, to }))
  const back = other === undefined ? [] : unitOf(list, other).map((person): Change => ({ person, to: from }))
  return [...there, ...back].filter((step) => assignment[step.person] !== step.to)
}

/** What the steps would do to the plan, and what they are. */
export type Effect = Consequences & Readonly<{ steps: readonly Change[] }>

export const effectOf = (list: WaitingList, assignment: Assignment, mode: Mode, steps: readonly Change[]): Effect => ({
  ...consequencesOf(list, assignment, mode, steps),
  steps,
})

export type Swap = Readonly<{ other: number; effect: Effect }>
/** `canSwap`: a rule forbids it as it is, and somebody's going the other way would mend that. */
export type Target = Readonly<{ to: number; effect: Effect; canSwap: boolean }>

type Asked = Readonly<{ who: number; to: number }>

/** Everywhere a person could be moved to, in the order of the offers, the list last. */
export function targetsOf(list: WaitingList, assignment: Assignment, mode: Mode, who: number): Target[] {
  const places = [...list.offers.keys(), unplaced].filter((to) => to !== assignment[who])
  return places.map((to) => {
    const effect = effectOf(list, assignment, mode, stepsOf(list, assignment, { who, to }))
    const { done } = swaps(list, assignment, mode, { who, to }, effect).next()
    return { to, effect, canSwap: !done }
  })
}

const mostSwaps = 3

/** Where a rule forbids it: the people whose going the other way would mend that, the best first. */
export const swapsOf = (
  list: WaitingList,
  assignment: Assignment,
  mode: Mode,
  asked: Asked,
  effect: Effect,
): readonly Swap[] =>
  [...swaps(list, assignment, mode, asked, effect)]
    .toSorted((a, b) => b.effect.after.score - a.effect.after.score)
    .slice(0, mostSwaps)

/** One after the other: whoever only asks whether there is one does not wait for all. */
function* swaps(
  list: WaitingList,
  assignment: Assignment,
  mode: Mode,
  { who, to }: Asked,
  { faults }: Effect,
): Generator<Swap, void> {
  if (faults.length === 0 || to === unplaced || !mayJoin(list.persons[who]!, list.offers[to]!)) return
  for (const [other, at] of assignment.entries()) {
    if (at !== to) continue
    const effect = effectOf(list, assignment, mode, stepsOf(list, assignment, { who, to, other }))
    if (effect.faults.length === 0) yield { other, effect }
  }
}

/** Whether the steps may count: somebody goes, nobody who is locked, and no rule is broken. */
export function moving(
  { people, offers }: Pick<OpenPlan, 'people' | 'offers'>,
  locks: readonly Lock[],
  { steps, faults }: Pick<Effect, 'steps' | 'faults'>,
): Decision<true> {
  if (steps.length === 0) return refuse('compositions.plan.move.nowhere')
  const held = steps
    .map(({ person }) => people[person]!)
    .find((one) => locks.some((lock) => lock.enrolmentId === one.enrolmentId))
  if (held) return refuse('compositions.plan.move.locked', { name: held.firstName })
  const closed = steps.map(({ to }) => offers[to]).find((offer) => offer && isSealed(locks, offer.offerId))
  if (closed) return refuse('compositions.plan.move.lockedGroup', { group: closed.facts.name })
  return faults.length > 0 ? refuse('compositions.plan.move.forbidden') : accept(true)
}

export const isSealed = (locks: readonly Lock[], offerId: string): boolean =>
  locks.some((lock) => lock.enrolmentId === null && lock.offerId === offerId)

/** The steps as they go on record. */
export const movesOf = ({ people, assignment }: Pick<OpenPlan, 'people' | 'assignment'>, steps: readonly Change[]) =>
  steps.map(
    ({ person, to }): PersonMove => ({
      enrolmentId: people[person]!.enrolmentId,
      personId: people[person]!.personId,
      from: placeOf(assignment[person]!),
      to: placeOf(to),
    }),
  )

const placeOf = (at: number): number | null => (at === unplaced ? null : at)

/** The numbers of the plan as it is with its changes. */
export const tallyOf = ({ list, assignment, run }: Pick<OpenPlan, 'list' | 'assignment' | 'run'>): Score =>
  scoreOf(list, assignment, run.mode)
