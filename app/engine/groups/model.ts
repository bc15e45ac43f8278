// A waiting list as numbers for the search. People who must stay together are one unit; units that cost the same in
// every group are one type, so that the tables stay small enough for the processor's cache.
import { type Assignment, type Mode, type Person, unplaced, type WaitingList } from './list.ts'
import { mayJoin, pairsOf } from './rules.ts'
import { featureRules, features, pairCost, seatValue, sharesOf } from './score.ts'

export type Model = Readonly<{
  list: WaitingList
  mode: Mode
  offers: number
  min: Int32Array
  max: Int32Array
  childcareSeats: Int32Array
  units: number
  /** People of each unit, as indexes into `persons`. */
  people: readonly (readonly number[])[]
  size: Int32Array
  children: Int32Array
  value: Int32Array
  type: Int32Array
  types: number
  /** Offers that a unit may be in, at `eligible[u]`; the same as flags at `mayBe[u × offers + g]`. */
  eligible: readonly Int32Array[]
  mayBe: Uint8Array
  /** Units that a unit must not meet; null where there are none. */
  enemies: readonly (Int32Array | null)[]
  /** Homogeneous: cost between two types, and inside each type; else empty. */
  between: Int32Array
  inside: Int32Array
  /** Mixed: people with feature f in each type at `counts[type × features + f]`; else empty. */
  counts: Int32Array
  shares: Int32Array
}>

/** Limits on top of the list's own rules, in people: where somebody must be, and offers that take nobody else. */
export type Fixed = Readonly<{
  /** In the order of `persons`: an offer, `unplaced`, or null for free. */
  at: readonly (number | null)[]
  sealed: readonly number[]
}>

/** Builds the numbers. The list must have been read by the readers of this folder: ids are unique, slots exist. */
export function modelOf(list: WaitingList, mode: Mode, fixed?: Fixed): Model {
  const { persons, offers } = list
  const pairs = pairsOf(list)
  const people = unitsOf(persons.length, pairs.together)
  const unitOf = new Int32Array(persons.length)
  for (const [u, members] of people.entries()) for (const i of members) unitOf[i] = u

  const foes = people.map(() => new Set<number>())
  for (const [a, b] of pairs.apart) {
    foes[unitOf[a]!]!.add(unitOf[b]!)
    foes[unitOf[b]!]!.add(unitOf[a]!)
  }

  const G = offers.length
  const mayBe = new Uint8Array(people.length * G)
  const children = Int32Array.from(people, (members) => members.filter((i) => persons[i]!.childcare).length)
  const sealed = new Set(fixed?.sealed)
  const eligible = people.map((members, u) => {
    const open: number[] = []
    // People who must stay together and must not meet have no place anywhere.
    if (foes[u]!.has(u)) return Int32Array.from(open)
    for (const [g, offer] of offers.entries()) {
      if (members.length > offer.max || children[u]! > offer.childcareSeats) continue
      const isAllowed = (i: number) => {
        const at = fixed?.at[i] ?? null
        return (at === null ? !sealed.has(g) : at === g) && mayJoin(persons[i]!, offer)
      }
      if (members.every(isAllowed)) open.push(g)
    }
    for (const g of open) mayBe[u * G + g] = 1
    return Int32Array.from(open)
  })

  const types = typesOf(people, persons, mode)
  return {
    list,
    mode,
    offers: G,
    min: Int32Array.from(offers, (offer) => offer.min),
    max: Int32Array.from(offers, (offer) => offer.max),
    childcareSeats: Int32Array.from(offers, (offer) => offer.childcareSeats),
    units: people.length,
    people,
    size: Int32Array.from(people, (members) => members.length),
    children,
    value: Int32Array.from(people, (members) => members.reduce((sum, i) => sum + seatValue(persons[i]!), 0)),
    eligible,
    mayBe,
    enemies: foes.map((set) => (set.size > 0 ? Int32Array.from(set) : null)),
    shares: Int32Array.from(mode === 'mixed' ? sharesOf(persons) : []),
    ...types,
  }
}

/** People joined by pairs, directly or through others, in the order of their first member. */
function unitsOf(n: number, together: readonly (readonly [number, number])[]): number[][] {
  const root = Array.from({ length: n }, (_, i) => i)
  const find = (i: number): number => (root[i] === i ? i : find(root[i]!))
  for (const [a, b] of together) {
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y) as [number, number]
    root[high] = low
  }
  const units = new Map<number, number[]>()
  for (let i = 0; i < n; i++) units.set(find(i), [...(units.get(find(i)) ?? []), i])
  return [...units.values()]
}

function typesOf(people: readonly (readonly number[])[], persons: readonly Person[], mode: Mode) {
  const mixed = mode === 'mixed'
  const kindOf = (p: Person) =>
    mixed
      ? features.map((feature) => (featureRules[feature].has(p) ? 1 : 0)).join('')
      : [p.oral, p.reading, p.writing, p.schooling !== null && p.schooling > 2 ? 2 : p.schooling].join(',')
  const index = new Map<string, number>()
  const examples: (readonly number[])[] = []
  const type = Int32Array.from(people, (members) => {
    const key = members.map((i) => kindOf(persons[i]!)).join(' ')
    const known = index.get(key)
    if (known !== undefined) return known
    index.set(key, examples.length)
    return examples.push(members) - 1
  })
  const T = examples.length
  const cost = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, i) => sum + b.reduce((part, j) => part + pairCost(persons[i]!, persons[j]!), 0), 0)
  return {
    type,
    types: T,
    between: mixed
      ? new Int32Array(0)
      : Int32Array.from({ length: T * T }, (_, at) => cost(examples[Math.floor(at / T)]!, examples[at % T]!)),
    inside: mixed ? new Int32Array(0) : Int32Array.from(examples, (members) => cost(members, members) / 2),
    counts: mixed
      ? Int32Array.from(
          examples.flatMap((members) =>
            features.map((f) => members.filter((i) => featureRules[f].has(persons[i]!)).length),
          ),
        )
      : new Int32Array(0),
  }
}

/** Where each person is when each unit is at `at`. */
export function assignmentOf(model: Model, at: Int32Array): number[] {
  const assignment: number[] = new Array(model.list.persons.length).fill(unplaced)
  for (const [u, members] of model.people.entries()) for (const i of members) assignment[i] = at[u]!
  return assignment
}

/** Where each unit is in a plan; undefined when a plan separates people who must stay together. */
export function unitsAt(model: Model, assignment: Assignment): Int32Array | undefined {
  const at = Int32Array.from(model.people, (members) => assignment[members[0]!]!)
  return model.people.every((members, u) => members.every((i) => assignment[i] === at[u])) ? at : undefined
}
