// Opening and shutting whole groups: steps that a search by single moves can't take, since a group with less than its
// smallest size is no plan.
import type { Random } from '../random.ts'
import type { Pace } from './anneal.ts'
import { unplaced } from './list.ts'
import { seatByChains, settleSizes } from './seating.ts'
import type { State } from './state.ts'

/** Tries to open a shut group or to shut an open one and seat its people elsewhere; keeps what costs at most one temperature. */
export function reopen(state: State, random: Random, { temperature, tether }: Pace): void {
  const { model } = state
  if (model.offers === 0) return
  const g = random.below(model.offers)
  const before = state.at.slice()
  const worth = () => state.score - tether * state.excess
  const least = worth() - temperature
  if (state.people[g] === 0) fill(state, random, g)
  else if (!empty(state, random, g)) return
  if (!settleSizes(state) || worth() < least) state.restore(before)
}

/** Takes people from the list first, then from groups, in random order, up to the largest size. */
function fill(state: State, random: Random, g: number) {
  const { model } = state
  const free = [...state.movable].filter((u) => model.mayBe[u * model.offers + g] === 1)
  random.shuffle(free)
  const listed = free.filter((u) => state.at[u] === unplaced)
  for (const u of listed) if (state.fits(u, g)) state.move(u, g)
  for (const u of free) {
    const from = state.at[u]!
    if (state.people[g]! >= Math.max(1, model.min[g]!)) break
    if (from === unplaced || from === g || state.people[from]! - model.size[u]! < Math.max(1, model.min[from]!))
      continue
    if (state.fits(u, g)) state.move(u, g)
  }
}

function empty(state: State, random: Random, g: number): boolean {
  const { model, at, settled } = state
  const inside = Array.from(at.keys()).filter((u) => at[u] === g)
  if (inside.some((u) => settled[u] === 1)) return false
  for (const u of inside) state.move(u, unplaced)
  // Perhaps the same one again, with others: two who come for a pair that goes is no exchange of one for one.
  const shut = Array.from(model.max.keys()).filter((h) => state.people[h] === 0)
  random.shuffle(shut)
  for (const h of shut) fill(state, random, h)
  seatByChains(state, (h) => h !== g && state.people[h]! > 0)
  return true
}
