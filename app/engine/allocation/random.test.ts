import { expect, test } from 'vitest'
import { seedOfStream, sha256, stream, uniform } from './random.ts'

test('the first eight numbers of seed 1 are those of the definition', () => {
  const next = stream(1)
  expect(Array.from({ length: 8 }, next)).toEqual([
    4064752930, 1169703512, 1317941441, 2551256358, 1943867441, 2876148994, 1134589739, 969272751,
  ])
})

test('a stream is seeded by the first four bytes of the hash of its parts', () => {
  expect(seedOfStream('demo-2026', 'blocks-v1', 'FR/Town')).toBe(1590197685)
  expect(sha256('demo-2026|blocks-v1|FR/Town').slice(0, 8)).toBe((1590197685).toString(16).padStart(8, '0'))
})

test('the largest seeds are as good as the smallest', () => {
  for (const seed of [0, 2 ** 31, 2 ** 32 - 1]) {
    const next = stream(seed)
    const numbers = Array.from({ length: 20_000 }, () => uniform(next))
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(numbers.reduce((sum, u) => sum + u, 0) / numbers.length).toBeCloseTo(0.5, 1)
  }
})
