import { expect, test } from 'vitest'
import { isFirst } from './once.ts'

test('a ballot counts once, whatever it says of itself', () => {
  const number = 'b6a5c2de-0000-4000-8000-000000000001'
  expect(isFirst(number, 0)).toBe(true)
  expect(isFirst(number, 1)).toBe(false)
  expect(isFirst('', 1)).toBe(false)
  expect(isFirst('a b', 1)).toBe(false)
})

test('numbers are forgotten after a quarter of an hour', () => {
  const number = 'b6a5c2de-0000-4000-8000-000000000002'
  expect(isFirst(number, 0)).toBe(true)
  expect(isFirst('b6a5c2de-0000-4000-8000-000000000003', 16 * 60_000)).toBe(true)
  expect(isFirst(number, 16 * 60_000)).toBe(true)
})
