// Why a plan is as it is, in facts that a page can put into words: nothing here is rounded, ranked or phrased.
import { type Assignment, type Mode, type Person, unplaced, type WaitingList } from './list.ts'
import { blockedBy, type Fault, faultsOf, mayJoin, pairsOf, type RuleNumber } from './rules.ts'
import { type Feature, featureRules, features, pairCost, type Score, scoreOf, sharesOf } from './score.ts'

/** Which rules keep somebody out of an offer as the plan stands; none where only others fit better or waited longer. */
export type Blocks = Readonly<{ offer: number; rules: readonly RuleNumber[] }>
export type LeftOver = Readonly<{ person: number; reasons: readonly Blocks[] }>

/**
 * For everybody left on the list, what keeps them out of each offer. Rules 1 to 4 are their own; 5: full, or shut and not
 * to be filled by them; 6, 7: childcare, keep-apart pairs; 8: someone they must be with can't come along.
 */
export function whyLeft(list: WaitingList, assignment: Assignment): LeftOver[] {
  const companions = companionsOf(list)
  const { apart } = pairsOf(list)
  return assignment.flatMap((at, person) =>
    at === unplaced
      ? [
          {
            person,
            reasons: list.offers.map((_, offer) => ({
              offer,
              rules: blocking(list, assignment, person, offer, { companions, apart }),
            })),
          },
        ]
      : [],
  )
}

type Ties = Readonly<{
  companions: ReadonlyMap<number, readonly number[]>
  apart: readonly (readonly [number, number])[]
}>

function blocking(
  { persons, offers }: WaitingList,
  assignment: Assignment,
  person: number,
  g: number,
  { companions, apart }: Ties,
): RuleNumber[] {
  const offer = offers[g]!
  const unit = companions.get(person) ?? [person]
  const inside = assignment.flatMap((at, i) => (at === g && !unit.includes(i) ? [i] : []))
  const together = [...inside, ...unit]
  const rules: RuleNumber[] = blockedBy(persons[person]!, offer)
  if (together.length > offer.max || together.length < offer.min) rules.push(5)
  const children = (people: readonly number[]) => people.filter((i) => persons[i]!.childcare).length
  if (children(together) > offer.childcareSeats && children(unit) > 0) rules.push(6)
  const meets = (a: number, b: number) =>
    unit.includes(a) !== unit.includes(b) && together.includes(a) && together.includes(b)
  if (apart.some(([a, b]) => meets(a, b))) rules.push(7)
  const isBarred = (i: number) => i !== person && !mayJoin(persons[i]!, offer)
  if (unit.some(isBarred) || apart.some(([a, b]) => unit.includes(a) && unit.includes(b))) rules.push(8)
  return rules
}

/** For everybody in a keep-together pair, all who must be with them, themselves included, directly or through others. */
function companionsOf(list: WaitingList): Map<number, number[]> {
  const unitOf = new Map<number, number[]>()
  for (const [a, b] of pairsOf(list).together) {
    const joined = [...new Set([...(unitOf.get(a) ?? [a]), ...(unitOf.get(b) ?? [b])])]
    for (const i of joined) unitOf.set(i, joined)
  }
  return unitOf
}

export const skills = ['oral', 'reading', 'writing'] as const
export type SkillName = (typeof skills)[number]

/** Levels 0 to 7 of those who told theirs; null where nobody did. */
export type Spread = Readonly<{ lowest: number; median: number; highest: number }> | null

export type GroupReasons = Readonly<{
  offer: number
  people: readonly number[]
  cost: number
  levels: Readonly<Record<SkillName, Spread>>
  /** In mixed groups what counts, in homogeneous ones for information: people with the feature, and the list's percentage. */
  balance: readonly Readonly<{ feature: Feature; count: number; share: number; cost: number }>[]
  /** Homogeneous: the two who differ most; null where nobody differs. */
  worstPair: Readonly<{ people: readonly [number, number]; cost: number }> | null
  /** Homogeneous: whose leaving would spare the group most; null where it would spare nothing. */
  fitsLeast: Readonly<{ person: number; cost: number }> | null
  /** Homogeneous: what a group of this size costs when its people are picked from the list blindly; null when mixed. */
  blindCost: number | null
}>

/** What makes each opened group good or poor. */
export function groupReasons(list: WaitingList, assignment: Assignment, mode: Mode): GroupReasons[] {
  const { persons } = list
  const shares = sharesOf(persons)
  const { costOfOffer } = scoreOf(list, assignment, mode)
  const blindPair = mode === 'homogeneous' ? meanPairCost(persons) : 0
  return list.offers.flatMap((_, offer) => {
    const people = assignment.flatMap((at, i) => (at === offer ? [i] : []))
    if (people.length === 0) return []
    const pairs = mode === 'homogeneous' ? pairsIn(persons, people) : []
    return [
      {
        offer,
        people,
        cost: costOfOffer[offer]!,
        levels: {
          oral: spreadOf(people.map((i) => persons[i]!.oral)),
          reading: spreadOf(people.map((i) => persons[i]!.reading)),
          writing: spreadOf(people.map((i) => persons[i]!.writing)),
        },
        balance: features.map((feature, f) => {
          const count = people.filter((i) => featureRules[feature].has(persons[i]!)).length
          const share = shares[f]!
          return {
            feature,
            count,
            share,
            cost: featureRules[feature].weight * Math.abs(100 * count - share * people.length),
          }
        }),
        worstPair: largest(pairs),
        fitsLeast: largest(
          people.map((person) => ({ person, cost: sum(pairs.filter((pair) => pair.people.includes(person))) })),
        ),
        blindCost: mode === 'homogeneous' ? (blindPair * people.length * (people.length - 1)) / 2 : null,
      },
    ]
  })
}

const pairsIn = (persons: readonly Person[], people: readonly number[]) =>
  people.flatMap((a, k) =>
    people.slice(k + 1).map((b) => ({ people: [a, b] as const, cost: pairCost(persons[a]!, persons[b]!) })),
  )

const sum = (costs: readonly { cost: number }[]) => costs.reduce((total, { cost }) => total + cost, 0)

/** The first of the largest; null where all are 0. */
function largest<T extends { cost: number }>(all: readonly T[]): T | null {
  const top = all.reduce<T | null>((best, one) => (best === null || one.cost > best.cost ? one : best), null)
  return top && top.cost > 0 ? top : null
}

function meanPairCost(persons: readonly Person[]): number {
  const n = persons.length
  if (n < 2) return 0
  const total = persons.reduce((all, a, i) => {
    let own = 0
    for (let j = i + 1; j < n; j++) own += pairCost(a, persons[j]!)
    return all + own
  }, 0)
  return total / ((n * (n - 1)) / 2)
}

function spreadOf(levels: readonly (number | null)[]): Spread {
  const known = levels.filter((level) => level !== null).toSorted((a, b) => a - b)
  if (known.length === 0) return null
  const middle = (known.length - 1) / 2
  return {
    lowest: known[0]!,
    median: (known[Math.floor(middle)]! + known[Math.ceil(middle)]!) / 2,
    highest: known.at(-1)!,
  }
}

export type Change = Readonly<{ person: number; to: number }>

export type Consequences = Readonly<{
  before: Score
  after: Score
  assignment: readonly number[]
  /** Rules broken after the change that were not broken before: it can't be made as it is. */
  faults: readonly Fault[]
}>

/** What a plan would be with some people elsewhere (`to` an offer or `unplaced`): score, cost of each group, broken rules. */
export function consequencesOf(
  list: WaitingList,
  assignment: Assignment,
  mode: Mode,
  changes: readonly Change[],
): Consequences {
  const after = [...assignment]
  for (const { person, to } of changes) after[person] = to
  const known = new Set(faultsOf(list, assignment).map((fault) => JSON.stringify(fault)))
  return {
    before: scoreOf(list, assignment, mode),
    after: scoreOf(list, after, mode),
    assignment: after,
    faults: faultsOf(list, after).filter((fault) => !known.has(JSON.stringify(fault))),
  }
}

export type Reach = Readonly<{
  offer: number
  /** How many people could be in it by rules 1 to 4. */
  eligible: number
  /** How many of them at once, given its childcare seats. */
  seatable: number
  /** How many more could come if that rule alone did not count. */
  without: Readonly<Record<1 | 2 | 3 | 4, number>>
  /**
   * The rule that keeps it from reaching its smallest size, whoever comes: the one of 1 to 4 without which most could, or 6
   * where seats for children are what lacks; null where enough people could come.
   */
  emptiedBy: 1 | 2 | 3 | 4 | 6 | null
}>

/** How many people each offer can reach, and which rule empties it. */
export function reachOf({ persons, offers }: WaitingList): Reach[] {
  return offers.map((offer, at) => {
    const without = { 1: 0, 2: 0, 3: 0, 4: 0 }
    const able: number[] = []
    for (const [i, person] of persons.entries()) {
      const blocks = blockedBy(person, offer)
      if (blocks.length === 0) able.push(i)
      else if (blocks.length === 1) without[blocks[0] as 1 | 2 | 3 | 4]++
    }
    const children = able.filter((i) => persons[i]!.childcare).length
    const seatable = able.length - children + Math.min(children, offer.childcareSeats)
    const needed = Math.max(1, offer.min)
    const [most] = ([1, 2, 3, 4] as const).toSorted((a, b) => without[b] - without[a] || a - b)
    return {
      offer: at,
      eligible: able.length,
      seatable,
      without,
      emptiedBy: able.length < needed ? most! : seatable < needed ? 6 : null,
    }
  })
}
