import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BlocksDesign, blocksList } from './blocks.ts'

const demo: BlocksDesign = { studySeed: 'demo-2026', arms: ['M1', 'M2', 'M3'], ratio: [1, 1, 1], multipliers: [1, 2] }

test('the list of the definition begins as it says', () => {
  expect(blocksList(demo, 'FR/Town', 9).map((arm) => demo.arms[arm])).toEqual('M3 M1 M2 M2 M3 M1 M3 M1 M2'.split(' '))
})

const designs = fc
  .record({
    studySeed: fc.string({ minLength: 1 }),
    ratio: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 }),
    multipliers: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  })
  .map((design): BlocksDesign => ({ ...design, arms: design.ratio.map((_, arm) => `M${arm}`) }))

describe('every list', () => {
  test('is the beginning of any longer one', () => {
    fc.assert(
      fc.property(designs, fc.string(), fc.nat(40), fc.nat(40), (design, stratum, length, more) => {
        const long = blocksList(design, stratum, length + more)
        expect(long).toHaveLength(length + more)
        expect(long.slice(0, length)).toEqual(blocksList(design, stratum, length))
      }),
    )
  })

  test('never strays from the ratio by more than one largest block holds', () => {
    fc.assert(
      fc.property(designs, fc.string(), fc.integer({ min: 1, max: 120 }), (design, stratum, length) => {
        const list = blocksList(design, stratum, length)
        const perMultiple = design.ratio.reduce((sum, times) => sum + times, 0)
        const largest = Math.max(...design.multipliers)
        for (const [arm, times] of design.ratio.entries()) {
          const count = list.filter((one) => one === arm).length
          const fair = (length * times) / perMultiple
          expect(Math.abs(count - fair)).toBeLessThanOrEqual(largest * times)
        }
      }),
    )
  })

  test('with one block size is balanced after each block', () => {
    fc.assert(
      fc.property(designs, fc.string(), fc.integer({ min: 1, max: 6 }), (design, stratum, blocks) => {
        const size = design.ratio.reduce((sum, times) => sum + times, 0) * 2
        const list = blocksList({ ...design, multipliers: [2] }, stratum, size * blocks)
        for (const [arm, times] of design.ratio.entries())
          expect(list.filter((one) => one === arm)).toHaveLength(2 * times * blocks)
      }),
    )
  })
})

test('every order of a block is as likely as any other', () => {
  const orders = new Map<string, number>()
  for (let i = 0; i < 6000; i++) {
    const order = blocksList({ ...demo, multipliers: [1] }, `stratum ${i}`, 3).join('')
    orders.set(order, (orders.get(order) ?? 0) + 1)
  }
  expect(orders.size).toBe(6)
  // Five standard deviations around 1000.
  for (const times of orders.values()) expect(Math.abs(times - 1000)).toBeLessThan(145)
})
