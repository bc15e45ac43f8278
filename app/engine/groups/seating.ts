// Seats before fit: each seat outweighs nearly any difference between people, so a start fills what can be filled by
// chains of moves (A takes B's seat, B takes C's, C finds a free one), and shuts groups that can't reach their size.
import { unplaced } from './list.ts'
import type { State } from './state.ts'

/** Seats everybody who can be seated by a chain of moves; groups without anybody stay shut unless `open` says so. */
export function seatByChains(state: State, open: (g: number) => boolean): void {
  for (const u of state.movable) if (state.at[u] === unplaced) seat(state, u, open)
}

/** One unit from the list into a group, by the shortest chain; false where there is none. */
function seat(state: State, first: number, open: (g: number) => boolean): boolean {
  const { model } = state
  const offers = model.offers
  // Breadth first over groups: whoever reaches a group takes a free seat there or sends somebody on.
  const comer = new Int32Array(offers).fill(-1)
  const before = new Int32Array(offers).fill(-1)
  const queue: number[] = []
  const reach = (u: number, from: number): number => {
    for (const g of model.eligible[u]!) {
      if (comer[g] !== -1 || !open(g)) continue
      // A group met by one who can't be fitted there at all may still be reached by another.
      const free = state.fits(u, g)
      if (!free && !sendable(state, u, g, comer)) continue
      comer[g] = u
      before[g] = from
      if (free) return g
      queue.push(g)
    }
    return -1
  }
  let end = reach(first, -1)
  for (let next = 0; end === -1 && next < queue.length; next++) {
    const g = queue[next]!
    const u = comer[g]!
    for (let k = 0; k < state.count[g]! && end === -1; k++) {
      const v = state.members[g * state.room + k]!
      if (swapFits(state, u, v, g)) end = reach(v, g)
    }
  }
  if (end === -1) return false
  // From the free seat back: the last one moves first, so that there is always room.
  const chain: [number, number][] = []
  for (let g = end; g !== -1; g = before[g]!) chain.push([comer[g]!, g])
  for (const [u] of chain) if (state.at[u] !== unplaced) state.move(u, unplaced)
  for (const [u, g] of chain) state.move(u, g)
  return true
}

/** Whether `u` could take the seat of at least one unit of `g`. */
function sendable(state: State, u: number, g: number, comer: Int32Array): boolean {
  if (comer[g] !== -1) return false
  for (let k = 0; k < state.count[g]!; k++) if (swapFits(state, u, state.members[g * state.room + k]!, g)) return true
  return false
}

/** Whether `u` fits into `g` in the place of `v`. */
function swapFits(state: State, u: number, v: number, g: number): boolean {
  const { model } = state
  return (
    model.mayBe[u * model.offers + g] === 1 &&
    state.people[g]! - model.size[v]! + model.size[u]! <= model.max[g]! &&
    state.children[g]! - model.children[v]! + model.children[u]! <= model.childcareSeats[g]! &&
    !state.meets(u, g, v)
  )
}

/** Brings one unit into `g` from the list, or from groups that can spare one, by the shortest chain. */
function draw(state: State, g: number): boolean {
  const { model } = state
  const offers = model.offers
  const giver = new Int32Array(offers).fill(-1)
  const before = new Int32Array(offers).fill(-2)
  before[g] = -1
  const queue = [g]
  for (let next = 0; next < queue.length; next++) {
    const x = queue[next]!
    for (const v of state.movable) {
      const h = state.at[v]!
      if (h === x || model.mayBe[v * offers + x] !== 1) continue
      const comes = x === g ? state.fits(v, x) : swapFits(state, v, giver[x]!, x)
      if (!comes) continue
      const spare = h === unplaced || state.people[h]! - model.size[v]! >= model.min[h]!
      if (spare) {
        finish(state, v, x, giver, before)
        return true
      }
      // Only groups that are open and full enough are asked to send someone on.
      if (before[h] !== -2 || state.people[h]! < model.min[h]!) continue
      before[h] = x
      giver[h] = v
      queue.push(h)
    }
  }
  return false
}

function finish(state: State, last: number, at: number, giver: Int32Array, before: Int32Array) {
  const moves: [number, number][] = []
  let u = last
  for (let x = at; x !== -1; x = before[x]!) {
    moves.push([u, x])
    u = giver[x]!
  }
  for (const [v] of moves) if (state.at[v] !== unplaced) state.move(v, unplaced)
  for (const [v, x] of moves) state.move(v, x)
}

/**
 * Fills groups that are below their smallest size or shuts them, the emptiest first, and seats whom that sets free.
 * @returns false where settled people are in a group that can't reach its size
 */
export function settleSizes(state: State): boolean {
  const { model } = state
  const shut = new Uint8Array(model.offers)
  const open = (g: number) => shut[g] === 0 && state.people[g]! > 0
  for (;;) {
    let worst = -1
    for (let g = 0; g < model.offers; g++) {
      const lacking = state.people[g]! > 0 && state.people[g]! < model.min[g]!
      if (lacking && (worst === -1 || model.min[g]! - state.people[g]! > model.min[worst]! - state.people[worst]!))
        worst = g
    }
    if (worst === -1) return true
    let comes = true
    while (comes && state.people[worst]! < model.min[worst]!) comes = draw(state, worst)
    if (comes) continue
    const inside = Array.from(state.at.keys()).filter((u) => state.at[u] === worst)
    if (inside.some((u) => state.settled[u] === 1)) return false
    shut[worst] = 1
    for (const u of inside) state.move(u, unplaced)
    for (const u of inside) seat(state, u, open)
  }
}

/** A first plan: the hardest to place first, each where they cost least; then chains, then sizes. */
export function firstPlan(state: State): boolean {
  const { model } = state
  const order = [...state.movable].sort(
    (a, b) => model.eligible[a]!.length - model.eligible[b]!.length || model.value[b]! - model.value[a]! || a - b,
  )
  for (const u of order) {
    if (state.at[u] !== unplaced) continue
    let best = -1
    let least = 0
    for (const g of model.eligible[u]!) {
      if (!state.fits(u, g)) continue
      const cost = state.costs.joining(g, model.type[u]!)
      if (best === -1 || cost < least) {
        best = g
        least = cost
      }
    }
    if (best !== -1) state.move(u, best)
  }
  seatByChains(state, () => true)
  return settleSizes(state)
}
