import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cheapestFlow } from './flow.ts'
import { makeQueue } from './queue.ts'
import type { Network } from './state.ts'

type Arc = readonly [tail: number, head: number, capacity: number, ...costs: number[]]

const network = (nodes: number, arcs: readonly Arc[]): Network => ({
  nodes,
  tail: Int32Array.from(arcs, ([tail]) => tail),
  head: Int32Array.from(arcs, ([, head]) => head),
  capacity: Int32Array.from(arcs, ([, , capacity]) => capacity),
})
const levelsOf = (arcs: readonly Arc[], levels: number) =>
  Array.from({ length: levels }, (_, level) => Float64Array.from(arcs, (arc) => arc[3 + level]!))
const solve = (nodes: number, arcs: readonly Arc[], supply: number[], levels: number) =>
  cheapestFlow(network(nodes, arcs), Int32Array.from(supply), levelsOf(arcs, levels))

/** The cheapest by trying every flow, or null when none meets the supplies. */
function byTrying(arcs: readonly Arc[], supply: number[], levels: number): number[] | null {
  let best: number[] | null = null
  const left = [...supply]
  const cost = new Array<number>(levels).fill(0)
  const isLess = () => {
    const at = cost.findIndex((value, level) => value !== best![level])
    return at >= 0 && cost[at]! < best![at]!
  }
  const go = (a: number) => {
    const arc = arcs[a]
    if (arc === undefined) {
      if (left.every((value) => value === 0) && (best === null || isLess())) best = [...cost]
      return
    }
    const [tail, head, capacity, ...costs] = arc
    for (let flow = 0; flow <= capacity; flow += 1) {
      left[tail]! -= flow
      left[head]! += flow
      for (const [level, one] of costs.entries()) cost[level]! += flow * one
      go(a + 1)
      left[tail]! += flow
      left[head]! -= flow
      for (const [level, one] of costs.entries()) cost[level]! -= flow * one
    }
  }
  go(0)
  return best
}

const someNetwork = fc
  .record({ nodes: fc.integer({ min: 2, max: 5 }), levels: fc.integer({ min: 1, max: 3 }) })
  .chain(({ nodes, levels }) => {
    const node = fc.integer({ min: 0, max: nodes - 1 })
    const costs = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: levels, maxLength: levels })
    const arc = fc
      .tuple(node, node, fc.integer({ min: 0, max: 2 }), costs)
      .filter(([tail, head]) => tail !== head)
      .map(([tail, head, capacity, all]): Arc => [tail, head, capacity, ...all])
    const sent = fc.array(fc.tuple(node, node), { maxLength: 4 })
    return fc.record({
      nodes: fc.constant(nodes),
      levels: fc.constant(levels),
      arcs: fc.array(arc, { maxLength: 8 }),
      sent,
    })
  })

describe('the cheapest flow', () => {
  test('is as cheap, level after level, as the best found by trying all; or there is none', () => {
    fc.assert(
      fc.property(someNetwork, ({ nodes, levels, arcs, sent }) => {
        const supply = new Array<number>(nodes).fill(0)
        for (const [from, to] of sent) {
          supply[from]! += 1
          supply[to]! -= 1
        }
        const best = byTrying(arcs, supply, levels)
        if (best === null) {
          expect(() => solve(nodes, arcs, supply, levels)).toThrow(RangeError)
          return
        }
        const flow = solve(nodes, arcs, supply, levels)
        const left = [...supply]
        for (const [a, [tail, head, capacity]] of arcs.entries()) {
          expect(flow[a]).toBeGreaterThanOrEqual(0)
          expect(flow[a]).toBeLessThanOrEqual(capacity)
          left[tail]! -= flow[a]!
          left[head]! += flow[a]!
        }
        expect(left.every((value) => value === 0)).toBe(true)
        expect(best).toEqual(best.map((_, level) => arcs.reduce((sum, arc, a) => sum + arc[3 + level]! * flow[a]!, 0)))
      }),
      { numRuns: 1500 },
    )
  })

  test('without a cost is any flow that meets the supplies', () => {
    expect([...solve(3, [[0, 1, 2], [1, 2, 2]], [2, 0, -2], 0)]).toEqual([2, 2]) // biome-ignore format: one line
  })

  test('leaves the arguments as they were', () => {
    const supply = Int32Array.from([1, -1])
    cheapestFlow(network(2, [[0, 1, 1, 5]]), supply, levelsOf([[0, 1, 1, 5]], 1))
    expect([...supply]).toEqual([1, -1])
  })
})

test('the queue gives nodes by distance, also when they have come nearer or are put in again', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 50 }))), (pushes) => {
      const distance = new Float64Array(20).fill(Infinity)
      const queue = makeQueue(distance)
      for (const [node, far] of pushes) {
        if (far >= distance[node]!) continue
        distance[node] = far
        queue.push(node)
      }
      const got: number[] = []
      for (let node = queue.pop(); node >= 0; node = queue.pop()) got.push(distance[node]!)
      expect(queue.isEmpty()).toBe(true)
      expect(got).toEqual([...distance].filter(Number.isFinite).sort((a, b) => a - b))
    }),
  )
})
