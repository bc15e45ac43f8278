import type { StaffRole } from '../../../shared/http/actor.ts'
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import { type Account, rolesWithField } from './account.ts'

export type NewRole = { role: StaffRole; field: string | null }

/** Another role for a running account; only coaches and trainees keep a field of origin. */
export function changingRole(account: Account, wanted: NewRole): Decision<NewRole> {
  if (account.endedOn) return refuse('staff.refused.ended', { name: account.name })
  const field = rolesWithField.includes(wanted.role) ? wanted.field : null
  if (account.role === wanted.role && account.field === field) return refuse('staff.refused.sameRole')
  return accept({ role: wanted.role, field })
}

/** Whoever holds files names who takes them over, as long as there is a colleague who can. */
export function ending(
  account: Account,
  {
    toPassOn,
    successors,
    successorId,
  }: { toPassOn: number; successors: readonly Account[]; successorId: string | null },
): Decision<{ successorId: string | null }> {
  if (account.endedOn) return refuse('staff.refused.ended', { name: account.name })
  if (successorId && !successors.some(({ id }) => id === successorId)) return refuse('staff.refused.successor')
  if (toPassOn > 0 && successors.length > 0 && !successorId)
    return refuse('staff.refused.noSuccessor', { count: toPassOn })
  return accept({ successorId })
}

export function reopening(account: Account): Decision<Account> {
  return account.endedOn ? accept(account) : refuse('staff.refused.running', { name: account.name })
}
