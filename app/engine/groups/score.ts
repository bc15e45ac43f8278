import { type Assignment, type Mode, type Person, unplaced, type WaitingList } from './list.ts'

/** What a seat is worth: everybody the same, and more for those who have waited. Larger is better. */
export const seatValue = (person: Person): number => 1000 + 4 * Math.min(person.waitedDays, 180)

const apartBy = (a: number | null, b: number | null) => (a === null || b === null ? 0 : Math.abs(a - b))

/** What two people in one homogeneous group cost: differences of level, and never schooled beside long schooled. */
export function pairCost(a: Person, b: Person): number {
  const levels = 6 * apartBy(a.oral, b.oral) + 4 * apartBy(a.reading, b.reading) + 4 * apartBy(a.writing, b.writing)
  if (a.schooling === null || b.schooling === null) return levels
  const [less, more] = a.schooling < b.schooling ? [a.schooling, b.schooling] : [b.schooling, a.schooling]
  return levels + (less === 0 && more >= 2 ? 8 : 0)
}

export const features = ['woman', 'young', 'older', 'oralLow', 'oralHigh', 'neverSchooled', 'longSchooled'] as const
export type Feature = (typeof features)[number]

/** What a mixed group is balanced in, with the weight of a deviation. */
export const featureRules: Readonly<Record<Feature, Readonly<{ weight: number; has: (p: Person) => boolean }>>> = {
  woman: { weight: 3, has: (p) => p.gender === 'w' },
  young: { weight: 2, has: (p) => p.age !== null && p.age < 25 },
  older: { weight: 2, has: (p) => p.age !== null && p.age >= 40 },
  oralLow: { weight: 3, has: (p) => p.oral !== null && p.oral <= 1 },
  oralHigh: { weight: 3, has: (p) => p.oral !== null && p.oral >= 4 },
  neverSchooled: { weight: 2, has: (p) => p.schooling === 0 },
  longSchooled: { weight: 2, has: (p) => p.schooling === 3 },
}

/** The share of each feature in the whole list, in percent, rounded half up; 0 in an empty list. */
export function sharesOf(persons: readonly Person[]): number[] {
  const n = persons.length
  return features.map((feature) => {
    const count = persons.filter(featureRules[feature].has).length
    return n === 0 ? 0 : Math.floor((200 * count + n) / (2 * n))
  })
}

export type Score = Readonly<{
  /** Seat values less soft cost. */
  score: number
  seats: number
  softCost: number
  /** In the order of the offers. */
  costOfOffer: readonly number[]
}>

/** The score of a plan by its definition, from scratch: what the search keeps up step by step is checked against this. */
export function scoreOf(list: WaitingList, assignment: Assignment, mode: Mode): Score {
  const { persons, offers } = list
  const groups: Person[][] = offers.map(() => [])
  let value = 0
  for (const [i, g] of assignment.entries()) {
    if (g === unplaced) continue
    groups[g]!.push(persons[i]!)
    value += seatValue(persons[i]!)
  }
  const shares = mode === 'mixed' ? sharesOf(persons) : []
  const costOfOffer = groups.map((group) => (mode === 'mixed' ? mixedCost(group, shares) : homogeneousCost(group)))
  const softCost = costOfOffer.reduce((sum, cost) => sum + cost, 0)
  return { score: value - softCost, seats: groups.reduce((n, g) => n + g.length, 0), softCost, costOfOffer }
}

const homogeneousCost = (group: readonly Person[]) =>
  group.reduce((sum, a, i) => sum + group.slice(i + 1).reduce((part, b) => part + pairCost(a, b), 0), 0)

const mixedCost = (group: readonly Person[], shares: readonly number[]) =>
  features.reduce((sum, feature, f) => {
    const { weight, has } = featureRules[feature]
    return sum + weight * Math.abs(100 * group.filter(has).length - shares[f]! * group.length)
  }, 0)
