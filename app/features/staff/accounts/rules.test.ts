import { describe, expect, test } from 'vitest'
import type { Account } from './account.ts'
import { changingRole, ending, reopening } from './rules.ts'

const coach: Account = {
  id: 'a',
  name: 'Luc Favre',
  email: 'luc@example.org',
  role: 'coach',
  field: 'social work',
  phone: null,
  institutionId: 'i',
  institution: 'FocusTravail',
  endedOn: null,
}
const gone: Account = { ...coach, endedOn: '2026-11-20' }

describe('changing a role', () => {
  test.each([
    ['another role loses the field', coach, { role: 'coordinator', field: 'x' }, { role: 'coordinator', field: null }],
    ['a trainee keeps one', coach, { role: 'trainee', field: 'x' }, { role: 'trainee', field: 'x' }],
    ['the field alone may change', coach, { role: 'coach', field: 'y' }, { role: 'coach', field: 'y' }],
  ] as const)('%s', (_, account, wanted, value) => {
    expect(changingRole(account, wanted)).toEqual({ ok: true, value })
  })
  test.each([
    ['the same role again', coach, 'staff.refused.sameRole'],
    ['an account that ended', gone, 'staff.refused.ended'],
  ] as const)('%s is refused', (_, account, key) => {
    expect(changingRole(account, { role: 'coach', field: 'social work' })).toMatchObject({ ok: false, key })
  })
})

test('an account ends once and reopens once', () => {
  const nothing = { toPassOn: 0, successors: [], successorId: null }
  expect(ending(coach, nothing).ok).toBe(true)
  expect(ending(gone, nothing)).toMatchObject({ ok: false, key: 'staff.refused.ended' })
  expect(reopening(gone).ok).toBe(true)
  expect(reopening(coach)).toMatchObject({ ok: false, key: 'staff.refused.running' })
})

describe('files of an account that ends', () => {
  const colleague = { ...coach, id: 'colleague' }
  test.each([
    ['nobody could take them over', 3, [], null, true],
    ['a colleague takes them over', 3, [colleague], 'colleague', true],
    ['there are none', 0, [colleague], null, true],
    ['nobody is named though somebody could', 3, [colleague], null, 'staff.refused.noSuccessor'],
    ['somebody else is named', 3, [colleague], 'stranger', 'staff.refused.successor'],
  ] as const)('%s', (_, toPassOn, successors, successorId, expected) => {
    const decision = ending(coach, { toPassOn, successors, successorId })
    expect(decision.ok || decision.key).toBe(expected)
  })
})
