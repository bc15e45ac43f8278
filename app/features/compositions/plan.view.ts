/** A plan as its page shows it: columns of groups, and those left over, each with reasons. Pure. */
import { type Person as EnginePerson, unplaced } from '../../engine/groups/list.ts'
import {
  type Blocks,
  type GroupReasons,
  groupReasons,
  type Reach,
  reachOf,
  whyLeft,
} from '../../engine/groups/reasons.ts'
import type { RuleNumber } from '../../engine/groups/rules.ts'
import type { Score } from '../../engine/groups/score.ts'
import { fullName } from '../people/person.ts'
import { type Grade, gradeOf } from './fit.ts'
import { isSealed, tallyOf } from './moves.ts'
import type { Lock, OfferFacts, OpenPlan, Plan } from './plan.ts'
import type { Situation } from './view.ts'

export type PersonCard = {
  /** In the run's list. */
  index: number
  enrolmentId: string
  personId: string
  name: string
  facts: EnginePerson
  /** The offer they are locked in, by position; undefined when they are not, or when that offer is not of this plan. */
  lockedIn: number | undefined
  /** Elsewhere than the plan had them: tried out, not kept yet. */
  isMoved: boolean
}

export type GroupColumn = {
  at: number
  offerId: string
  facts: OfferFacts
  people: PersonCard[]
  /** Places for children that are taken. */
  childcare: number
  isSealed: boolean
  /** Absent for a group that is not opened. */
  opened?: { reasons: GroupReasons; grade: Grade }
  reach: Reach
  /** How many of those left over could come by their own rules. */
  couldCome: number
}

export type LeftCard = PersonCard & { why: Why; reasons: readonly Blocks[] }

/**
 * Why somebody has no place, in one sentence. `taken`: could be in those groups but for places, childcare or pairs; `outweighed`:
 * would find a place there, at a price; `own`: the same rule of their own keeps them out everywhere; `each`: each group has
 * something in the way, least so in `nearest`.
 */
export type Why =
  | { kind: 'outweighed' | 'taken'; groups: readonly number[] }
  | { kind: 'own'; rule: RuleNumber }
  | { kind: 'each'; nearest: Blocks }
  | { kind: 'noGroups' }

export type Summary = {
  seats: number
  people: number
  /** Places in opened and shut groups together. */
  places: number
  /** Of the third who have waited longest. */
  longest: { seated: number; people: number }
  /** Groups that are opened, and those of them that fit well or very well. */
  groups: number
  fitting: number
}

export type PlanView = Pick<Situation, 'composition' | 'programme'> & {
  opened: OpenPlan
  tally: Score
  summary: Summary
  groups: GroupColumn[]
  left: LeftCard[]
  locks: readonly Lock[]
  /** Of the composition, the newest first. */
  plans: Plan[]
  isProving: boolean
  can: { edit: boolean }
}

type Facts = Pick<PlanView, 'composition' | 'programme' | 'opened' | 'locks' | 'plans' | 'isProving'>

export function viewPlan(facts: Facts & { isOpen: boolean }): PlanView {
  const { opened, locks, isOpen, ...rest } = facts
  const { list, assignment, offers, run } = opened
  const cards = cardsOf(opened, locks)
  const reasons = new Map(groupReasons(list, assignment, run.mode).map((one) => [one.offer, one]))
  const reach = reachOf(list)
  const leftOver = whyLeft(list, assignment)
  const groups = offers.map((offer, at): GroupColumn => {
    const people = cards.filter((card) => assignment[card.index] === at)
    const found = reasons.get(at)
    return {
      at,
      offerId: offer.offerId,
      facts: offer.facts,
      people,
      childcare: people.filter((card) => card.facts.childcare).length,
      isSealed: isSealed(locks, offer.offerId),
      ...(found ? { opened: { reasons: found, grade: gradeOf(found, run.mode) } } : {}),
      reach: reach[at]!,
      couldCome: leftOver.filter(({ reasons: blocks }) => !blocks[at]!.rules.some(isOwn)).length,
    }
  })
  const cardAt = new Map(cards.map((card) => [card.index, card]))
  const left = leftOver
    .map(({ person, reasons: blocks }): LeftCard => ({ ...cardAt.get(person)!, why: whyOf(blocks), reasons: blocks }))
    .toSorted((a, b) => b.facts.waitedDays - a.facts.waitedDays)
  return {
    ...rest,
    opened,
    locks,
    tally: tallyOf(opened),
    summary: summaryOf(opened, groups),
    groups,
    left,
    can: { edit: isOpen },
  }
}

/** In a column those who have waited longest stand first. */
function cardsOf({ people, offers, assignment, planned }: OpenPlan, locks: readonly Lock[]): PersonCard[] {
  const at = new Map(offers.map((offer, g) => [offer.offerId, g]))
  const lockOf = new Map(locks.map((lock) => [lock.enrolmentId, at.get(lock.offerId)]))
  return people
    .map((one, index) => ({
      index,
      enrolmentId: one.enrolmentId,
      personId: one.personId,
      name: fullName(one),
      facts: one.facts,
      lockedIn: lockOf.get(one.enrolmentId),
      isMoved: assignment[index] !== planned[index],
    }))
    .toSorted((a, b) => b.facts.waitedDays - a.facts.waitedDays || a.index - b.index)
}

/** Rules that are the person's own, whoever else is in the group. */
const isOwn = (rule: RuleNumber) => rule <= 4

export function whyOf(reasons: readonly Blocks[]): Why {
  if (reasons.length === 0) return { kind: 'noGroups' }
  const free = reasons.filter(({ rules }) => rules.length === 0)
  if (free.length > 0) return { kind: 'outweighed', groups: free.map((one) => one.offer) }
  const taken = reasons.filter(({ rules }) => !rules.some(isOwn))
  if (taken.length > 0) return { kind: 'taken', groups: taken.map((one) => one.offer) }
  const shared = ([4, 1, 2, 3] as const).find((rule) => reasons.every(({ rules }) => rules.includes(rule)))
  if (shared) return { kind: 'own', rule: shared }
  const [nearest] = reasons.toSorted((a, b) => a.rules.length - b.rules.length)
  return { kind: 'each', nearest: nearest! }
}

function summaryOf({ list, assignment, offers }: OpenPlan, groups: readonly GroupColumn[]): Summary {
  const longest = [...list.persons.keys()]
    .toSorted((a, b) => list.persons[b]!.waitedDays - list.persons[a]!.waitedDays || a - b)
    .slice(0, Math.ceil(list.persons.length / 3))
  const grades = groups.flatMap((group) => group.opened?.grade ?? [])
  return {
    seats: assignment.filter((at) => at !== unplaced).length,
    people: list.persons.length,
    places: offers.reduce((sum, offer) => sum + offer.facts.max, 0),
    longest: { seated: longest.filter((i) => assignment[i] !== unplaced).length, people: longest.length },
    groups: grades.length,
    fitting: grades.filter((grade) => grade >= 3).length,
  }
}

/** How far the plan may be below the best possible, in percent; undefined when nothing was proved of it as it is. */
export function gapOf({ plan, pending }: Pick<OpenPlan, 'plan' | 'pending'>): number | undefined {
  if (plan.proof === null || plan.bound === null || pending.length > 0) return undefined
  return plan.proof === 'optimal' || plan.bound <= 0 ? 0 : (100 * (plan.bound - plan.score)) / plan.bound
}
