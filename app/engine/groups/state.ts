// Where every unit is during a search. Every state between two calls keeps all hard rules, so the best one seen is a plan.
import { type Costs, costsOf } from './costs.ts'
import { unplaced } from './list.ts'
import type { Model } from './model.ts'

/** At most `limit` people may be elsewhere than in `base`, a plan by person. */
export type Leash = Readonly<{ base: readonly number[]; limit: number }>

export class State {
  readonly model: Model
  readonly costs: Costs
  /** Offer of each unit, or `unplaced`. */
  readonly at: Int32Array
  /** Units of a group at `members[g × room]` on, `count[g]` of them, in no order. */
  readonly members: Int32Array
  readonly room: number
  readonly count: Int32Array
  readonly people: Int32Array
  readonly children: Int32Array
  /** Settled units are in their group and counted, but not among `members`: nothing moves them. */
  readonly settled: Uint8Array
  /** Units that a search may move: not settled, and with an offer to go to. */
  readonly movable: Int32Array
  score = 0
  /** Entries of the plan that differ from the leash's base; 0 without a leash. */
  moved = 0
  readonly leash: Leash | undefined
  private readonly place: Int32Array

  constructor(model: Model, settled: Uint8Array, leash?: Leash) {
    this.model = model
    this.costs = costsOf(model)
    this.at = new Int32Array(model.units).fill(unplaced)
    this.room = Math.max(1, ...model.max)
    this.members = new Int32Array(model.offers * this.room)
    this.count = new Int32Array(model.offers)
    this.people = new Int32Array(model.offers)
    this.children = new Int32Array(model.offers)
    this.place = new Int32Array(model.units)
    this.settled = settled
    this.movable = Int32Array.from(
      model.eligible.flatMap((open, u) => (open.length > 0 && settled[u] === 0 ? [u] : [])),
    )
    this.leash = leash
    if (leash) for (let u = 0; u < model.units; u++) this.moved += this.strayed(u, unplaced)
  }

  /** How many of a unit's people are elsewhere than the leash's base when it is at `g`. */
  strayed(u: number, g: number): number {
    if (!this.leash) return 0
    let count = 0
    for (const i of this.model.people[u]!) if (this.leash.base[i] !== g) count++
    return count
  }

  /** How many people stray beyond the leash's limit. */
  get excess(): number {
    return this.leash ? Math.max(0, this.moved - this.leash.limit) : 0
  }

  /** Whether `u` would meet someone it must not meet in `g`, were `without` no longer there. */
  meets(u: number, g: number, without: number): boolean {
    const enemies = this.model.enemies[u]
    if (!enemies) return false
    for (let k = 0; k < enemies.length; k++) {
      const enemy = enemies[k]!
      if (enemy !== without && this.at[enemy] === g) return true
    }
    return false
  }

  /** Whether `u` fits into `g` besides everybody there: seats, childcare, pairs, eligibility; not the smallest size. */
  fits(u: number, g: number): boolean {
    const { model } = this
    return (
      model.mayBe[u * model.offers + g] === 1 &&
      this.people[g]! + model.size[u]! <= model.max[g]! &&
      this.children[g]! + model.children[u]! <= model.childcareSeats[g]! &&
      !this.meets(u, g, -1)
    )
  }

  /** Moves a unit that is on the list into a group, or from its group to the list, whatever the smallest size says. */
  move(u: number, to: number): void {
    const from = this.at[u]!
    if (from === to) return
    const { model, costs } = this
    if (this.leash) this.moved += this.strayed(u, to) - this.strayed(u, from)
    const type = model.type[u]!
    if (from !== unplaced) {
      this.score -= model.value[u]! + costs.leaving(from, type)
      costs.leave(from, type)
      this.drop(u, from)
    }
    if (to !== unplaced) {
      this.score += model.value[u]! - costs.joining(to, type)
      costs.join(to, type)
      this.hold(u, to)
    }
    this.at[u] = to
  }

  /** Puts `u` where `v` is and `v` where `u` was, possibly on the list; `change` is the score's change, already known. */
  trade(u: number, v: number, change: number): void {
    const { model, costs, place, members, room } = this
    const from = this.at[u]!
    const g = this.at[v]!
    if (this.leash)
      this.moved += this.strayed(u, g) - this.strayed(u, from) + this.strayed(v, from) - this.strayed(v, g)
    costs.replace(g, model.type[v]!, model.type[u]!)
    members[g * room + place[v]!] = u
    const size = model.size[u]! - model.size[v]!
    const children = model.children[u]! - model.children[v]!
    this.people[g]! += size
    this.children[g]! += children
    const placeOfV = place[v]!
    if (from !== unplaced) {
      costs.replace(from, model.type[u]!, model.type[v]!)
      members[from * room + place[u]!] = v
      place[v] = place[u]!
      this.people[from]! -= size
      this.children[from]! -= children
    }
    place[u] = placeOfV
    this.at[u] = g
    this.at[v] = from
    this.score += change
  }

  private hold(u: number, g: number): void {
    const { model } = this
    this.people[g]! += model.size[u]!
    this.children[g]! += model.children[u]!
    if (this.settled[u] === 1) return
    const place = this.count[g]!++
    this.members[g * this.room + place] = u
    this.place[u] = place
  }

  private drop(u: number, g: number): void {
    const { model } = this
    this.people[g]! -= model.size[u]!
    this.children[g]! -= model.children[u]!
    if (this.settled[u] === 1) return
    const last = this.members[g * this.room + --this.count[g]!]!
    this.members[g * this.room + this.place[u]!] = last
    this.place[last] = this.place[u]!
  }

  /** Goes to another arrangement of the same units. */
  restore(at: Int32Array): void {
    for (let u = 0; u < at.length; u++) if (this.at[u] !== at[u]) this.move(u, unplaced)
    for (let u = 0; u < at.length; u++) if (this.at[u] !== at[u]) this.move(u, at[u]!)
  }
}
