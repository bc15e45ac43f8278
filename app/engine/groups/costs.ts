// What a change costs, kept up while people move: both modes answer the same three questions about a group in the time
// of a few reads. A cost is to be subtracted from the score; it may fall, so a change may be negative.
import type { Model } from './model.ts'
import { featureRules, features } from './score.ts'

export interface Costs {
  /** Change of the group's cost when a unit of this type joins, leaves, or takes another's place. */
  joining(g: number, type: number): number
  leaving(g: number, type: number): number
  replacing(g: number, out: number, into: number): number
  join(g: number, type: number): void
  leave(g: number, type: number): void
  replace(g: number, out: number, into: number): void
}

export const costsOf = (model: Model): Costs => (model.mode === 'mixed' ? new MixedCosts(model) : new PairCosts(model))

/** Homogeneous: for each group and type the cost of a unit of that type beside everybody there, group by group. */
class PairCosts implements Costs {
  private readonly T: number
  private readonly between: Int32Array
  private readonly inside: Int32Array
  private readonly table: Int32Array

  constructor({ offers, types, between, inside }: Model) {
    this.T = types
    this.between = between
    this.inside = inside
    this.table = new Int32Array(offers * types)
  }

  joining(g: number, type: number): number {
    return this.table[g * this.T + type]! + this.inside[type]!
  }

  // The table counts the unit beside itself, which is twice its inside: nothing for one person.
  leaving(g: number, type: number): number {
    return this.inside[type]! - this.table[g * this.T + type]!
  }

  replacing(g: number, out: number, into: number): number {
    const row = g * this.T
    return (
      this.table[row + into]! -
      this.table[row + out]! -
      this.between[out * this.T + into]! +
      this.inside[out]! +
      this.inside[into]!
    )
  }

  join(g: number, type: number): void {
    const { T, between, table } = this
    for (let t = 0, to = g * T, from = type * T; t < T; t++) table[to + t]! += between[from + t]!
  }

  leave(g: number, type: number): void {
    const { T, between, table } = this
    for (let t = 0, to = g * T, from = type * T; t < T; t++) table[to + t]! -= between[from + t]!
  }

  replace(g: number, out: number, into: number): void {
    const { T, between, table } = this
    for (let t = 0, to = g * T, a = into * T, b = out * T; t < T; t++)
      table[to + t]! += between[a + t]! - between[b + t]!
  }
}

const F = features.length
const weights = Int32Array.from(features, (feature) => featureRules[feature].weight)

/** Mixed: how many people of each feature a group has, and how far that is from the list's shares. */
class MixedCosts implements Costs {
  /** Per group and feature 100 × count − share × size, whose amount times the weight is the cost. */
  private readonly gaps: Int32Array
  /** What a unit of a type adds to those gaps, at `type × F + f`. */
  private readonly adds: Int32Array

  constructor({ offers, types, units, type, size, counts, shares }: Model) {
    this.gaps = new Int32Array(offers * F)
    this.adds = new Int32Array(types * F)
    for (let u = 0; u < units; u++)
      for (let f = 0, at = type[u]! * F; f < F; f++) this.adds[at + f] = 100 * counts[at + f]! - shares[f]! * size[u]!
  }

  joining(g: number, type: number): number {
    return this.change(g * F, type * F, -1)
  }

  leaving(g: number, type: number): number {
    return this.change(g * F, -1, type * F)
  }

  replacing(g: number, out: number, into: number): number {
    return out === into ? 0 : this.change(g * F, into * F, out * F)
  }

  private change(group: number, into: number, out: number): number {
    const { gaps, adds } = this
    let sum = 0
    for (let f = 0; f < F; f++) {
      const gap = gaps[group + f]!
      const next = gap + (into < 0 ? 0 : adds[into + f]!) - (out < 0 ? 0 : adds[out + f]!)
      sum += weights[f]! * ((next < 0 ? -next : next) - (gap < 0 ? -gap : gap))
    }
    return sum
  }

  join(g: number, type: number): void {
    for (let f = 0; f < F; f++) this.gaps[g * F + f]! += this.adds[type * F + f]!
  }

  leave(g: number, type: number): void {
    for (let f = 0; f < F; f++) this.gaps[g * F + f]! -= this.adds[type * F + f]!
  }

  replace(g: number, out: number, into: number): void {
    for (let f = 0; f < F; f++) this.gaps[g * F + f]! += this.adds[into * F + f]! - this.adds[out * F + f]!
  }
}
