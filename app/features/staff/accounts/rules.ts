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

export function ending(account: Account): Decision<Account> {
  return account.endedOn ? refuse('staff.refused.ended', { name: account.name }) : accept(account)
}

export function reopening(account: Account): Decision<Account> {
  return account.endedOn ? accept(account) : refuse('staff.refused.running', { name: account.name })
}
