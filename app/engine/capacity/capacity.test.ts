import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CapacityTask, fill } from './capacity.ts'

const someTask: fc.Arbitrary<CapacityTask> = fc.integer({ min: 0, max: 4 }).chain((units) =>
  fc.record({
    caps: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: units, maxLength: units }),
    score: fc.array(
      fc.array(fc.option(fc.integer({ min: -20, max: 20 }), { freq: 2 }), { minLength: units, maxLength: units }),
      { maxLength: 5 },
    ),
  }),
)

/** The best by trying every way to place people: how many, then the sum. */
function byTrying({ caps, score }: CapacityTask): [number, number] {
  const left = [...caps]
  const go = (i: number): [number, number] => {
    const row = score[i]
    if (row === undefined) return [0, 0]
    let best = go(i + 1)
    for (const [unit, value] of row.entries()) {
      if (value === null || left[unit] === 0) continue
      left[unit]! -= 1
      const [persons, sum] = go(i + 1)
      left[unit]! += 1
      if (persons + 1 > best[0] || (persons + 1 === best[0] && sum + value > best[1])) best = [persons + 1, sum + value]
    }
    return best
  }
  return go(0)
}

describe('placing people in units', () => {
  test('places as many as can be, then with the largest sum, as found by trying all', () => {
    fc.assert(
      fc.property(someTask, (task) => {
        const { assignment, persons, score } = fill(task)
        let sum = 0
        for (const [i, unit] of assignment.entries()) {
          if (unit === -1) continue
          expect(task.score[i]![unit]).not.toBeNull()
          sum += task.score[i]![unit]!
        }
        for (const [unit, cap] of task.caps.entries())
          expect(assignment.filter((one) => one === unit).length).toBeLessThanOrEqual(cap)
        expect(assignment).toHaveLength(task.score.length)
        expect([persons, score]).toEqual([assignment.filter((unit) => unit >= 0).length, sum])
        expect([persons, score]).toEqual(byTrying(task))
      }),
      { numRuns: 1500 },
    )
  })

  test('a person more counts before any score, also a very bad one', () => {
    const task = { caps: [1, 1], score: [[1e9, -1e9], [1e9, null]] } // biome-ignore format: one line
    expect(fill(task)).toEqual({ assignment: [1, 0], persons: 2, score: 0 })
  })

  test('nobody, no unit', () => {
    expect(fill({ caps: [], score: [] })).toEqual({ assignment: [], persons: 0, score: 0 })
    expect(fill({ caps: [], score: [[], []] })).toEqual({ assignment: [-1, -1], persons: 0, score: 0 })
  })
})
