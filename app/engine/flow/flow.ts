import { sendEverything } from './send.ts'
import { begin, type Network, type State } from './state.ts'

/**
 * The cheapest flow by several costs in turn: the least by the first level; among those flows the least by the second; and so on.
 * No level is ever weighed against another, so the answer is exact however many levels there are.
 *
 * Each level is solved by the primal-dual method. What its potentials leave with a cost that isn't zero is the same in every flow
 * that is optimal so far (complementary slackness); those arcs keep their flow, and the next level moves the rest alone.
 *
 * @param supply what each node sends (positive) or takes (negative); sums to zero
 * @param levels costs of the arcs, whole numbers; `nodes` × the largest must stay below 2^53. The array may be reused for the next.
 * @returns what each arc carries; the same for the same arguments
 * @throws RangeError when no flow meets the supplies
 */
export function cheapestFlow(network: Network, supply: Int32Array, levels: Iterable<Float64Array>): Int32Array {
  const state = begin(network, supply)
  for (const cost of levels) {
    if (!hasFreeCost(state, cost)) continue
    guessPotentials(state, cost)
    makeFit(state, cost)
    sendEverything(state, cost)
    settle(state, cost)
  }
  if (state.excess.some((left) => left !== 0)) sendEverything(state, new Float64Array(state.arcs))
  return state.flow
}

function hasFreeCost({ arcs, settled, excess }: State, cost: Float64Array): boolean {
  if (excess.some((left) => left !== 0)) return true
  for (let a = 0; a < arcs; a += 1) if (cost[a] !== 0 && settled[a] === 0) return true
  return false
}

/**
 * A start from which little has to move: every node, the last first, values itself by the dearest arc it needs when it sends what
 * it has along its cheapest. Any potentials are right; good ones are quick.
 */
function guessPotentials(state: State, cost: Float64Array): void {
  const { nodes, head, capacity, flow, settled, excess, potential, first, edges } = state
  potential.fill(0)
  for (let v = nodes - 1; v >= 0; v -= 1) {
    let toSend = excess[v]!
    const out: { price: number; room: number }[] = []
    for (let at = first[v]!; at < first[v + 1]!; at += 1) {
      const a = edges[at]! >> 1
      if ((edges[at]! & 1) === 1 || settled[a] === 1) continue
      toSend += flow[a]!
      out.push({ price: cost[a]! - potential[head[a]!]!, room: capacity[a]! })
    }
    out.sort((x, y) => x.price - y.price)
    let price = 0
    for (const one of out) {
      price = one.price
      toSend -= one.room
      if (toSend <= 0) break
    }
    potential[v] = -price
  }
}

/** Fills what the potentials make a gain and empties what they make a loss; what this leaves over is excess. */
function makeFit({ arcs, tail, head, capacity, flow, settled, excess, potential }: State, cost: Float64Array): void {
  for (let a = 0; a < arcs; a += 1) {
    if (settled[a] === 1) continue
    const reduced = cost[a]! + potential[tail[a]!]! - potential[head[a]!]!
    if (reduced === 0) continue
    const change = (reduced < 0 ? capacity[a]! : 0) - flow[a]!
    flow[a]! += change
    excess[tail[a]!]! -= change
    excess[head[a]!]! += change
  }
}

function settle({ arcs, tail, head, settled, potential }: State, cost: Float64Array): void {
  for (let a = 0; a < arcs; a += 1) if (cost[a]! + potential[tail[a]!]! !== potential[head[a]!]!) settled[a] = 1
}
