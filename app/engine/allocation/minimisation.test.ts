import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  imbalances,
  type Level,
  type MinimisationDesign,
  minimise,
  probabilitiesOf,
  type Unit,
} from './minimisation.ts'

const two = { ratio: [1, 1], weights: [1, 1, 1], measure: 'range' as const, p: 0.8 }
const three = { ratio: [1, 1, 2], p: 0.8 }

describe('the examples of the definition', () => {
  test('the arm that evens out is preferred', () => {
    const G = imbalances(two, [
      [3, 1],
      [4, 3],
      [3, 3],
    ])
    expect(G).toEqual([6, 2])
    expect(probabilitiesOf(two, G, null)).toEqual([0.2, 0.8])
  })

  test('a tie is even', () => {
    const G = imbalances(two, [
      [2, 4],
      [4, 3],
      [2, 2],
    ])
    expect(G).toEqual([4, 4])
    expect(probabilitiesOf(two, G, null)).toEqual([0.5, 0.5])
  })
})

test.each([
  // First unit to arm 1: loads (3, 1) and (4, 2); to arm 2: loads (2, 1.5) and (3, 2.5).
  ['range', [2 + 2 * 2, 0.5 + 2 * 0.5]],
  ['variance', [1 + 2 * 1, 0.0625 + 2 * 0.0625]],
] as const)('the %s counts each arm by its ratio and each factor by its weight', (measure, expected) => {
  const counts = [
    [2, 2],
    [3, 4],
  ]
  expect(imbalances({ ratio: [1, 2], weights: [1, 2], measure }, counts)).toEqual(expected)
})

describe('the probabilities', () => {
  test('the others share the rest by their ratios', () => {
    expect(probabilitiesOf(three, [1, 5, 5], null)).toEqual([0.8, expect.closeTo(0.2 / 3), expect.closeTo(0.4 / 3)])
  })

  test('arms that tie get the average of each being preferred', () => {
    // Preferred 0: (0.8, 0.2 · 1/3, 0.2 · 2/3); preferred 2: (0.1, 0.1, 0.8).
    const found = probabilitiesOf(three, [1, 5, 1 + 5e-10], null)
    expect(found).toEqual([
      expect.closeTo((0.8 + 0.1) / 2, 12),
      expect.closeTo((0.2 / 3 + 0.1) / 2, 12),
      expect.closeTo((0.4 / 3 + 0.8) / 2, 12),
    ])
  })

  test('two imbalances further apart than a billionth are no tie', () => {
    expect(probabilitiesOf(two, [1, 1 + 2e-9], null)).toEqual([0.8, 0.2])
  })

  test('an arm without a place is left out: preferred and shares are sought among the rest', () => {
    expect(probabilitiesOf(three, [1, 5, 7], [1, 2])).toEqual([0, 0.8, 0.2])
    expect(probabilitiesOf({ ratio: [1, 1, 2, 1], p: 0.7 }, [1, 5, 7, 8], [1, 2, 3])).toEqual([
      0,
      0.7,
      expect.closeTo(0.2, 12),
      expect.closeTo(0.1, 12),
    ])
  })

  test('a tie counts among the remaining arms only', () => {
    expect(probabilitiesOf(three, [1, 1, 5], [1, 2])).toEqual([0, 0.8, 0.2])
    expect(probabilitiesOf(two, [1, 1], [1])).toEqual([0, 1])
  })

  test('the p of a design is its own', () => {
    expect(probabilitiesOf({ ratio: [1, 1], p: 1 }, [1, 2], null)).toEqual([1, 0])
    expect(probabilitiesOf({ ratio: [1, 1], p: 0.85 }, [1, 2], null)).toEqual([0.85, 0.15])
  })

  test('always sum to one, with nothing for an arm without a place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }), fc.boolean()), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (arms, p) => {
          const allowed = arms.flatMap(([, , open], arm) => (open ? [arm] : []))
          fc.pre(allowed.length > 0)
          const found = probabilitiesOf(
            { ratio: arms.map(([times]) => times), p },
            arms.map(([, G]) => G),
            allowed,
          )
          expect(found.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 10)
          for (const [arm, probability] of found.entries()) if (!allowed.includes(arm)) expect(probability).toBe(0)
        },
      ),
    )
  })
})

const design = (studySeed: string): MinimisationDesign => ({ studySeed, arms: ['A', 'B'], ...two, weights: [1, 1] })
const unit = (...levels: Level[]): Unit => ({ levels, allowed: null })

describe('a sequence', () => {
  test('is the same for the same seed, and the beginning of any longer one', () => {
    const units = Array.from({ length: 50 }, (_, i) => unit(i % 2 ? 'w' : 'm', i % 3))
    expect(minimise(design('s'), units).slice(0, 20)).toEqual(minimise(design('s'), units.slice(0, 20)))
    expect(minimise(design('s'), units)).not.toEqual(minimise(design('t'), units))
  })

  test('takes one number per unit, also where there is nothing to choose', () => {
    // In both, the second unit is alone in its levels: all arms tie, and the second number decides.
    for (let seed = 0; seed < 50; seed++) {
      const free = minimise(design(`${seed}`), [unit('a', 'a'), unit('b', 'b')])
      const forced = minimise(design(`${seed}`), [{ levels: ['a', 'a'], allowed: [1] }, unit('b', 'b')])
      expect(forced[0]).toMatchObject({ arm: 1, probabilities: [0, 1] })
      expect(forced[1]).toEqual(free[1])
    }
  })

  test('draws the preferred arm as often as p says', () => {
    let preferred = 0
    for (let seed = 0; seed < 5000; seed++) {
      const [first, second] = minimise(design(`seed ${seed}`), [unit('a', 'a'), unit('a', 'a')])
      if (second!.arm !== first!.arm) preferred++
    }
    // Five standard deviations around 4000.
    expect(Math.abs(preferred - 4000)).toBeLessThan(142)
  })

  test('draws tied arms by their average', () => {
    const arms = ['A', 'B', 'C']
    const uneven = { studySeed: '', arms, ratio: [1, 1, 2], weights: [1], p: 0.8, measure: 'range' as const }
    const counts = [0, 0, 0]
    for (let seed = 0; seed < 6000; seed++) {
      const [first] = minimise({ ...uneven, studySeed: `seed ${seed}` }, [unit('a')])
      // With nobody there yet, one in C weighs half: it is preferred.
      expect(first!.probabilities).toEqual([expect.closeTo(0.1), expect.closeTo(0.1), 0.8])
      counts[first!.arm]!++
    }
    expect(Math.abs(counts[0]! - 600)).toBeLessThan(120)
    expect(Math.abs(counts[2]! - 4800)).toBeLessThan(155)
  })

  test('balances every factor far better than chance', () => {
    const units = Array.from({ length: 200 }, (_, i) => unit(i % 2, Math.floor(i / 7) % 3))
    const drawn = minimise(design('balance'), units)
    for (const f of [0, 1])
      for (const level of new Set(units.map(({ levels }) => levels[f])))
        expect(
          Math.abs(units.reduce((sum, { levels }, i) => sum + (levels[f] === level ? 2 * drawn[i]!.arm - 1 : 0), 0)),
        ).toBeLessThanOrEqual(8)
  })

  test('keeps a text and a number apart as levels', () => {
    const [, second] = minimise(design('s'), [unit('1', 'x'), unit(1, 'y')])
    expect(second!.G).toEqual([2, 2])
  })
})
