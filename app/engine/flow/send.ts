import { makeQueue } from './queue.ts'
import type { State } from './state.ts'

/** Ways in a round below which searching for all nodes at once no longer pays. Measured; 2 to 10 make no difference. */
const fewWays = 4

/** Rounds of: find how near the nearest node that must receive is, then send along all nearest ways. */
export function sendEverything(state: State, cost: Float64Array): void {
  const { nodes, tail, head, capacity, flow, settled, excess, potential, first, edges } = state
  const distance = new Float64Array(nodes)
  const queue = makeQueue(distance)
  // Of a node in a round: 0 not yet seen, 1 on the way being tried, 2 leads nowhere.
  const mark = new Uint8Array(nodes)
  const tried = new Int32Array(nodes)
  const way = new Int32Array(nodes + 1)

  const room = (edge: number) => ((edge & 1) === 0 ? capacity[edge >> 1]! - flow[edge >> 1]! : flow[edge >> 1]!)
  const target = (edge: number) => ((edge & 1) === 0 ? head[edge >> 1]! : tail[edge >> 1]!)

  /** Dijkstra by reduced costs from all that must send, as far as the first that must receive. */
  const approach = (from: number, to: number) => {
    distance.fill(Infinity)
    queue.clear()
    for (let v = from; v < to; v += 1) {
      if (excess[v]! <= 0) continue
      distance[v] = 0
      queue.push(v)
    }
    if (queue.isEmpty()) return false
    let nearest = Infinity
    // Beyond the nearest that is known nothing need be looked at.
    for (let v = queue.pop(); v >= 0 && distance[v]! < nearest; v = queue.pop()) {
      const base = distance[v]! + potential[v]!
      for (let at = first[v]!, end = first[v + 1]!; at < end; at += 1) {
        const edge = edges[at]!
        const a = edge >> 1
        if (settled[a] === 1) continue
        let next: number
        let far: number
        if ((edge & 1) === 0) {
          if (flow[a]! >= capacity[a]!) continue
          next = head[a]!
          far = base + cost[a]! - potential[next]!
        } else {
          if (flow[a]! <= 0) continue
          next = tail[a]!
          far = base - cost[a]! - potential[next]!
        }
        if (far >= distance[next]! || far > nearest) continue
        distance[next] = far
        if (excess[next]! < 0) nearest = far
        queue.push(next)
      }
    }
    if (nearest === Infinity) throw new RangeError('No flow meets the supplies.')
    for (let v = 0; v < nodes; v += 1) potential[v]! += Math.min(distance[v]!, nearest)
    return true
  }

  /** The way from a node with excess along edges without reduced cost to one that must receive; its edges are in `way`. */
  const findWay = (from: number): number => {
    let length = 0
    let v = from
    mark[v] = 1
    while (excess[v]! >= 0) {
      let edge = -1
      for (let at = tried[v]!, end = first[v + 1]!; at < end; at += 1) {
        const one = edges[at]!
        const a = one >> 1
        if (settled[a] === 1) continue
        const to = target(one)
        if (mark[to] !== 0 || room(one) === 0 || cost[a]! + potential[tail[a]!]! !== potential[head[a]!]!) continue
        tried[v] = at
        edge = one
        break
      }
      if (edge >= 0) {
        way[length] = edge
        length += 1
        v = target(edge)
        mark[v] = 1
        continue
      }
      mark[v] = 2
      if (length === 0) return -1
      length -= 1
      v = target(way[length]! ^ 1)
    }
    return length
  }

  const send = (from: number, length: number) => {
    const to = length === 0 ? from : target(way[length - 1]!)
    let amount = Math.min(excess[from]!, -excess[to]!)
    for (let at = 0; at < length; at += 1) amount = Math.min(amount, room(way[at]!))
    mark[from] = 0
    for (let at = 0; at < length; at += 1) {
      const edge = way[at]!
      flow[edge >> 1]! += (edge & 1) === 0 ? amount : -amount
      mark[target(edge)] = 0
    }
    excess[from]! -= amount
    excess[to]! += amount
  }

  /** Sends along all ways without reduced cost that start at the nodes `from` to `to` − 1. @returns how many there were */
  const sendFrom = (from: number, to: number): number => {
    mark.fill(0)
    for (let v = 0; v < nodes; v += 1) tried[v] = first[v]!
    let ways = 0
    for (let v = from; v < to; v += 1)
      while (excess[v]! > 0 && mark[v] === 0) {
        const length = findWay(v)
        if (length < 0) break
        send(v, length)
        ways += 1
      }
    return ways
  }

  // Together while a round serves many; then one by one, as a search for one looks at less.
  let ways = Infinity
  while (ways >= fewWays && approach(0, nodes)) ways = sendFrom(0, nodes)
  for (let v = 0; v < nodes; v += 1)
    while (excess[v]! > 0) {
      approach(v, v + 1)
      sendFrom(v, v + 1)
    }
}
