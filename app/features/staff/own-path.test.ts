import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each([
  ['/people?q=a', '/people?q=a'],
  ['/', '/'],
  ['', '/'],
  ['people', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/..//evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/people#top', '/people'],
])('after signing in, %j leads to %j', (next, expected) => {
  expect(ownPath(next)).toBe(expected)
})
