// What the peers work on: lists and mixing tasks alike as units that go into groups, with changes of score in constant time. It shares
// nothing with the engine but the definitions of rules and score, so that one checks the other.
import { type Mode, unplaced, type WaitingList } from '../../app/engine/groups/list.ts'
import { blockedBy, pairsOf } from '../../app/engine/groups/rules.ts'
import { featureRules, features, pairCost, seatValue, sharesOf } from '../../app/engine/groups/score.ts'
import type { MixingInstance } from '../../app/engine/mixing/instance.ts'
import type { Dice } from './generate.ts'

export type Grouping = {
  people: number
  /** A unit is a person, or people who must be together. */
  members: number[][]
  size: Int32Array
  children: Int32Array
  value: Float64Array
  groups: number
  low: Int32Array
  high: Int32Array
  childcare: Int32Array
  /** Whether a group may be empty although `low` isn't 0. */
  mayClose: boolean
  /** unit × groups + group */
  may: Uint8Array
  /** unit × units + unit: never in the same group */
  apart: Uint8Array
  /** unit × units + unit: cost of being in the same group; absent in mixed groups. */
  pair?: Float64Array
  /** Mixed groups: per unit and feature its count × 100 − share × size, and the weights. */
  balance?: { tilt: Int32Array; weight: number[] }
}

export function groupingOfList(list: WaitingList, mode: Mode): Grouping {
  const { persons, offers } = list
  const { apart, together } = pairsOf(list)
  const members = joined(persons.length, together)
  const units = members.length
  const unitOf = new Int32Array(persons.length)
  for (const [u, inside] of members.entries()) for (const i of inside) unitOf[i] = u
  const may = new Uint8Array(units * offers.length)
  for (const [u, inside] of members.entries())
    for (const [g, offer] of offers.entries())
      may[u * offers.length + g] = inside.every((i) => blockedBy(persons[i]!, offer).length === 0) ? 1 : 0
  const no = new Uint8Array(units * units)
  for (const [a, b] of apart) {
    const [u, v] = [unitOf[a]!, unitOf[b]!]
    if (u === v) may.fill(0, u * offers.length, (u + 1) * offers.length)
    no[u * units + v] = no[v * units + u] = 1
  }
  const sumOf = (of: (i: number) => number) => members.map((inside) => inside.reduce((sum, i) => sum + of(i), 0))
  const base = {
    people: persons.length,
    members,
    size: Int32Array.from(sumOf(() => 1)),
    children: Int32Array.from(sumOf((i) => (persons[i]!.childcare ? 1 : 0))),
    value: Float64Array.from(sumOf((i) => seatValue(persons[i]!))),
    groups: offers.length,
    low: Int32Array.from(offers, ({ min }) => min),
    high: Int32Array.from(offers, ({ max }) => max),
    childcare: Int32Array.from(offers, ({ childcareSeats }) => childcareSeats),
    mayClose: true,
    may,
    apart: no,
  }
  if (mode === 'mixed') {
    const shares = sharesOf(persons)
    const tilt = members.flatMap((inside) =>
      features.map((feature, f) =>
        inside.reduce((sum, i) => sum + (featureRules[feature].has(persons[i]!) ? 100 : 0) - shares[f]!, 0),
      ),
    )
    return {
      ...base,
      balance: { tilt: Int32Array.from(tilt), weight: features.map((one) => featureRules[one].weight) },
    }
  }
  const pair = new Float64Array(units * units)
  const cost = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, i) => sum + b.reduce((part, j) => part + pairCost(persons[i]!, persons[j]!), 0), 0)
  for (let u = 0; u < units; u += 1)
    for (let v = 0; v < u; v += 1) pair[u * units + v] = pair[v * units + u] = cost(members[u]!, members[v]!)
  for (const [u, inside] of members.entries())
    for (const [at, i] of inside.entries()) base.value[u]! -= cost([i], inside.slice(at + 1))
  return { ...base, pair }
}

export function groupingOfMixing({ n, distances, groups }: MixingInstance): Grouping {
  return {
    people: n,
    members: Array.from({ length: n }, (_, i) => [i]),
    size: new Int32Array(n).fill(1),
    children: new Int32Array(n),
    value: new Float64Array(n),
    groups: groups.length,
    low: Int32Array.from(groups, ({ low }) => low),
    high: Int32Array.from(groups, ({ high }) => high),
    childcare: new Int32Array(groups.length),
    mayClose: false,
    may: new Uint8Array(n * groups.length).fill(1),
    apart: new Uint8Array(n * n),
    pair: distances.map((distance) => -distance),
  }
}

function joined(people: number, together: readonly (readonly [number, number])[]): number[][] {
  const first = Int32Array.from({ length: people }, (_, i) => i)
  for (const [a, b] of together) {
    const [keep, drop] = [first[a]!, first[b]!]
    for (let i = 0; i < people; i += 1) if (first[i] === drop) first[i] = keep
  }
  const units = new Map<number, number[]>()
  for (const [i, at] of first.entries()) units.set(at, [...(units.get(at) ?? []), i])
  return [...units.values()]
}

/** A plan under change. Group `groups` is the list of those left over. */
export class Plan {
  readonly task: Grouping
  readonly at: Int32Array
  readonly inside: number[][]
  readonly size: Int32Array
  score = 0
  private readonly children: Int32Array
  /** unit × groups + group: cost of the unit beside those in the group. */
  private readonly table: Float64Array
  private readonly tilt: Int32Array
  private readonly cost: Float64Array

  constructor(task: Grouping) {
    const units = task.members.length
    this.task = task
    this.at = new Int32Array(units).fill(unplaced)
    this.inside = Array.from({ length: task.groups }, () => [])
    this.size = new Int32Array(task.groups)
    this.children = new Int32Array(task.groups)
    this.table = new Float64Array(task.pair ? units * task.groups : 0)
    this.tilt = new Int32Array(features.length * task.groups)
    this.cost = new Float64Array(task.groups)
  }

  /** Whether a unit may join, when `leaving` (−1: nobody) goes. Only the smallest size is not looked at. */
  fits(u: number, g: number, leaving = -1): boolean {
    const { may, groups, size, children, high, childcare, apart, members } = this.task
    if (may[u * groups + g] === 0) return false
    const [gone, goneChildren] = leaving < 0 ? [0, 0] : [size[leaving]!, children[leaving]!]
    if (this.size[g]! - gone + size[u]! > high[g]!) return false
    if (children[u]! > 0 && this.children[g]! - goneChildren + children[u]! > childcare[g]!) return false
    const row = u * members.length
    return this.inside[g]!.every((v) => v === leaving || apart[row + v] === 0)
  }

  /** Whether so many may leave a group and so many come. */
  keepsLow(g: number, change: number): boolean {
    const size = this.size[g]! + change
    return size >= this.task.low[g]! || (size === 0 && this.task.mayClose)
  }

  /** The change of score when `joins` (−1: nobody) comes into a group and `leaves` (−1) goes. */
  gain(g: number, joins: number, leaves: number): number {
    const { pair, value, groups, members } = this.task
    const seats = (joins < 0 ? 0 : value[joins]!) - (leaves < 0 ? 0 : value[leaves]!)
    if (!pair) return seats + this.cost[g]! - this.balanceCost(g, joins, leaves)
    const come = joins < 0 ? 0 : this.table[joins * groups + g]!
    const go = leaves < 0 ? 0 : this.table[leaves * groups + g]!
    return seats - come + go + (joins < 0 || leaves < 0 ? 0 : pair[joins * members.length + leaves]!)
  }

  move(u: number, to: number): void {
    const from = this.at[u]!
    if (from !== unplaced) this.shift(u, from, -1)
    if (to !== unplaced) this.shift(u, to, 1)
    this.at[u] = to
  }

  private shift(u: number, g: number, sign: 1 | -1): void {
    const { size, children, pair, balance, groups, members } = this.task
    this.score += sign === 1 ? this.gain(g, u, -1) : this.gain(g, -1, u)
    this.size[g]! += sign * size[u]!
    this.children[g]! += sign * children[u]!
    const inside = this.inside[g]!
    if (sign === 1) inside.push(u)
    else {
      inside[inside.indexOf(u)] = inside.at(-1)!
      inside.pop()
    }
    if (pair) {
      const row = u * members.length
      for (let v = 0; v < members.length; v += 1) this.table[v * groups + g]! += sign * pair[row + v]!
    }
    if (!balance) return
    for (let f = 0; f < features.length; f += 1)
      this.tilt[g * features.length + f]! += sign * balance.tilt[u * features.length + f]!
    this.cost[g] = this.balanceCost(g, -1, -1)
  }

  private balanceCost(g: number, joins: number, leaves: number): number {
    const { tilt, weight } = this.task.balance!
    let cost = 0
    for (let f = 0; f < features.length; f += 1) {
      const come = joins < 0 ? 0 : tilt[joins * features.length + f]!
      const go = leaves < 0 ? 0 : tilt[leaves * features.length + f]!
      cost += weight[f]! * Math.abs(this.tilt[g * features.length + f]! + come - go)
    }
    return cost
  }

  /** Puts everybody left over where they fit, in random order and place; then sends groups that are too small home. */
  fillAtRandom(dice: Dice): this {
    const { members, groups, low, mayClose } = this.task
    const order = dice.shuffled([...members.keys()].filter((u) => this.at[u] === unplaced))
    const offers = [...new Array(groups).keys()]
    // Groups that must have somebody come first.
    if (!mayClose) for (const u of order) this.settle(u, dice.shuffled(offers.filter((g) => this.size[g]! < low[g]!)))
    for (const u of order) if (this.at[u] === unplaced) this.settle(u, dice.shuffled(offers))
    for (const g of offers)
      if (this.size[g]! < low[g]! && mayClose) for (const u of [...this.inside[g]!]) this.move(u, unplaced)
    return this
  }

  private settle(u: number, groups: readonly number[]): void {
    const g = groups.find((one) => this.fits(u, one))
    if (g !== undefined) this.move(u, g)
  }

  assignment(): number[] {
    const assignment = new Array<number>(this.task.people).fill(unplaced)
    for (const [u, members] of this.task.members.entries()) for (const i of members) assignment[i] = this.at[u]!
    return assignment
  }
}
