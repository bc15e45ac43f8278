import type { Network } from './state.ts'

/** People and the seats of units as a network: people send what they want, to units they may take or to "no seat". */
export type Seats = Readonly<{
  network: Network
  supply: Int32Array
  /** First arc of those that mean "no seat", one per person, to the end. Before them: one arc per possible seat, then the units' own. */
  seatless: number
}>

/**
 * Seat arcs come first, person by person in the order of `units[i]`, one seat each.
 * @param units for each person the units they may have
 * @param caps seats of each unit
 * @param wanted seats each person wants
 */
export function seatsNetwork(
  units: readonly (readonly number[])[],
  caps: readonly number[],
  wanted: readonly number[],
): Seats {
  const people = units.length
  const possible = units.reduce((sum, of) => sum + of.length, 0)
  const seatless = possible + caps.length
  const arcs = seatless + people
  const end = people + caps.length
  const [tail, head, capacity] = [new Int32Array(arcs), new Int32Array(arcs), new Int32Array(arcs).fill(1)]
  let arc = 0
  const add = (from: number, to: number, room: number) => {
    tail[arc] = from
    head[arc] = to
    capacity[arc] = room
    arc += 1
  }
  for (const [i, of] of units.entries()) for (const unit of of) add(i, people + unit, 1)
  // More seats than people can fill are no more use than as many as they can.
  for (const [unit, cap] of caps.entries()) add(people + unit, end, Math.min(cap, people))
  for (let i = 0; i < people; i += 1) add(i, end, wanted[i]!)
  const supply = new Int32Array(end + 1)
  for (let i = 0; i < people; i += 1) {
    supply[i] = wanted[i]!
    supply[end]! -= wanted[i]!
  }
  return { network: { nodes: end + 1, tail, head, capacity }, supply, seatless }
}
