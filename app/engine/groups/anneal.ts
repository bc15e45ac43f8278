import type { Random } from '../random.ts'
import { tolerance } from '../tolerance.ts'
import { unplaced } from './list.ts'
import type { State } from './state.ts'

export type Pace = Readonly<{
  /** Points of score. */
  temperature: number
  /** What each person costs who strays beyond a leash's limit, in points of score; nothing without a leash. */
  tether: number
}>

/** Which units are proposed, and to which offers. */
export type Scope = Readonly<{ units: Int32Array; eligible: readonly Int32Array[] }>

/**
 * Proposes `steps` random moves at one temperature (in points of score): a unit of its own accord into another group or
 * off the list, beside somebody's empty seat or in exchange with who is there. Each proposal costs a few reads.
 */
export function anneal(state: State, random: Random, scope: Scope, { temperature, tether }: Pace, steps: number): void {
  const { model, costs, at, members, room, count, people, children, leash } = state
  const { units: movable, eligible } = scope
  const { mayBe, offers, size, value, type, min, max, childcareSeats, enemies } = model
  const kids = model.children
  if (movable.length === 0) return
  for (let step = 0; step < steps; step++) {
    const u = movable[random.below(movable.length)]!
    const open = eligible[u]!
    const g = open[random.below(open.length)]!
    const from = at[u]!
    // An empty group needs several people at once: that is `reopen`.
    if (people[g] === 0) continue
    const mine = size[u]!
    let v = -1
    let change: number
    if (g === from) {
      // Back to the list: worth it only for someone who fits nobody there.
      if (people[g]! - mine < min[g]!) continue
      change = -value[u]! - costs.leaving(g, type[u]!)
    } else {
      const place = random.below(max[g]!)
      if (place < count[g]!) {
        v = members[g * room + place]!
        const theirs = size[v]!
        const seats = people[g]! - theirs + mine
        if (seats > max[g]! || seats < min[g]!) continue
        if (children[g]! - kids[v]! + kids[u]! > childcareSeats[g]!) continue
        if (enemies[u] !== null && state.meets(u, g, v)) continue
        if (from === unplaced) {
          change = value[u]! - value[v]! - costs.replacing(g, type[v]!, type[u]!)
        } else {
          if (mayBe[v * offers + from] === 0) continue
          const left = people[from]! - mine + theirs
          if (left > max[from]! || left < min[from]!) continue
          if (children[from]! - kids[u]! + kids[v]! > childcareSeats[from]!) continue
          if (enemies[v] !== null && state.meets(v, from, u)) continue
          change = -costs.replacing(g, type[v]!, type[u]!) - costs.replacing(from, type[u]!, type[v]!)
        }
      } else {
        if (people[g]! + mine > max[g]!) continue
        if (children[g]! + kids[u]! > childcareSeats[g]!) continue
        if (enemies[u] !== null && state.meets(u, g, -1)) continue
        change = -costs.joining(g, type[u]!)
        if (from === unplaced) change += value[u]!
        else {
          if (people[from]! - mine < min[from]!) continue
          change -= costs.leaving(from, type[u]!)
        }
      }
    }
    let worth = change
    if (leash) {
      const to = g === from ? unplaced : g
      let moved = state.moved + state.strayed(u, to) - state.strayed(u, from)
      if (v >= 0) moved += state.strayed(v, from) - state.strayed(v, g)
      worth -= tether * (Math.max(moved, leash.limit) - Math.max(state.moved, leash.limit))
    }
    if (worth < 0 && -worth >= temperature * tolerance[random.bits() & 4095]!) continue
    if (v >= 0) state.trade(u, v, change)
    else state.move(u, g === from ? unplaced : g)
  }
}
