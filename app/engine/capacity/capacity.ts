import { cheapestFlow } from '../flow/flow.ts'
import { seatsNetwork } from '../flow/seats.ts'

export type CapacityTask = Readonly<{
  /** Places of each unit: a tandem, a mission. */
  caps: readonly number[]
  /** `score[i][u]`: how well person i and unit u suit each other, a whole number; null where it may not be. */
  score: readonly (readonly (number | null)[])[]
}>

export type Filled = Readonly<{
  /** For each person their unit, or −1. */
  assignment: number[]
  persons: number
  score: number
}>

/** As many people as possible get a unit, then the largest sum of scores; exactly optimal, the same answer every time. */
export function fill({ caps, score }: CapacityTask): Filled {
  const units = score.map((row) => row.flatMap((value, unit) => (value === null ? [] : [unit])))
  const { network, supply, seatless } = seatsNetwork(
    units,
    caps,
    units.map(() => 1),
  )
  const persons = new Float64Array(network.tail.length).fill(1, seatless)
  const scores = new Float64Array(network.tail.length)
  let arc = 0
  for (const row of score)
    for (const value of row) {
      if (value === null) continue
      scores[arc] = -value
      arc += 1
    }
  const flow = cheapestFlow(network, supply, [persons, scores])
  arc = 0
  let sum = 0
  const assignment = units.map((possible) => {
    let own = -1
    for (const unit of possible) {
      if (flow[arc] === 1) {
        own = unit
        sum -= scores[arc]!
      }
      arc += 1
    }
    return own
  })
  return { assignment, persons: assignment.filter((unit) => unit >= 0).length, score: sum }
}
