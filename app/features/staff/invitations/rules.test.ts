import { expect, test } from 'vitest'
import { inviting, renewing } from './rules.ts'

const email = 'luc.favre@rivemont.example'

test.each([
  [{ hasAccount: false, isInvited: false }, undefined],
  [{ hasAccount: true, isInvited: false }, 'staff.refused.hasAccount'],
  [{ hasAccount: false, isInvited: true }, 'staff.refused.invited'],
  [{ hasAccount: true, isInvited: true }, 'staff.refused.hasAccount'],
])('inviting when %j', (facts, reason) => {
  const decision = inviting({ email, ...facts })
  expect(decision.ok ? undefined : decision.key).toBe(reason)
})

test.each([
  [{ ended: false, isInvited: false }, undefined],
  [{ ended: true, isInvited: false }, 'staff.refused.ended'],
  [{ ended: false, isInvited: true }, 'staff.refused.invited'],
])('renewing when %j', (facts, reason) => {
  const decision = renewing({ email, name: 'Luc Favre', ...facts })
  expect(decision.ok ? undefined : decision.key).toBe(reason)
})
