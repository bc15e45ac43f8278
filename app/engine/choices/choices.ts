import { cheapestFlow } from '../flow/flow.ts'
import { type Seats, seatsNetwork } from '../flow/seats.ts'

export const choiceRules = ['fair', 'rank-maximal', 'max-then-rank-maximal', 'min-sum'] as const
/**
 * `rank-maximal`: the most first choices, then the most second choices, … `max-then-rank-maximal`: as many seats as possible
 * before that. `fair`: as many seats as possible, then the fewest at the worst rank, then at the next worst, … `min-sum`: as many
 * seats as possible, then the smallest sum of ranks.
 */
export type ChoiceRule = (typeof choiceRules)[number]

export type Choices = Readonly<{
  /** Seats of each option. */
  cap: readonly number[]
  /** For each person the options they would take, the best liked first. */
  prefs: readonly (readonly number[])[]
  /** Seats each person gets, at most; an option at most once. */
  perPerson: number
}>

export type Chosen = Readonly<{
  /** For each person their options, the best liked first. */
  assignment: number[][]
  /** Seats given at rank 1, 2, …, as far as the longest list goes. */
  signature: number[]
}>

/** Gives out seats, exactly optimal by the rule; the same answer every time. */
export function choose(choices: Choices, rule: ChoiceRule): Chosen {
  const { cap, prefs, perPerson } = choices
  const seats = seatsNetwork(
    prefs,
    cap,
    prefs.map((options) => Math.min(perPerson, options.length)),
  )
  const rank = Int32Array.from(prefs.flatMap((options) => options.map((_, at) => at + 1)))
  const longest = prefs.reduce((most, options) => Math.max(most, options.length), 0)
  const flow = cheapestFlow(seats.network, seats.supply, levelsOf(rule, seats, rank, longest))
  const signature = new Array<number>(longest).fill(0)
  let arc = 0
  const assignment = prefs.map((options) =>
    options.filter((_, at) => {
      const isGiven = flow[arc] === 1
      arc += 1
      if (isGiven) signature[at]! += 1
      return isGiven
    }),
  )
  return { assignment, signature }
}

function* levelsOf(rule: ChoiceRule, seats: Seats, rank: Int32Array, longest: number): Generator<Float64Array> {
  const { seatless } = seats
  const costs = new Float64Array(seats.network.tail.length)
  const seatsFirst = () => costs.fill(0).fill(1, seatless)
  const atRank = (one: number, cost: number) => {
    costs.fill(0)
    for (let arc = 0; arc < rank.length; arc += 1) if (rank[arc] === one) costs[arc] = cost
    return costs
  }
  if (rule !== 'rank-maximal') yield seatsFirst()
  if (rule === 'min-sum') {
    costs.fill(0)
    for (let arc = 0; arc < rank.length; arc += 1) costs[arc] = rank[arc]!
    yield costs
  } else if (rule === 'fair') for (let one = longest; one >= 1; one -= 1) yield atRank(one, 1)
  else for (let one = 1; one <= longest; one += 1) yield atRank(one, -1)
}
