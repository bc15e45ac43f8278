import { accept, type Decision, refuse } from '../../../shared/rules.ts'

export const INVITATION_DAYS = 7

/** Inviting an address: once at a time, and only who has no account yet. `email` is shown in the reason. */
export function inviting(facts: { email: string; hasAccount: boolean; isInvited: boolean }): Decision<string> {
  if (facts.hasAccount) return refuse('staff.refused.hasAccount', { email: facts.email })
  if (facts.isInvited) return refuse('staff.refused.invited', { email: facts.email })
  return accept(facts.email)
}

/** Renewing the secrets of a running account: one open link at a time. */
export function renewing(facts: { email: string; name: string; ended: boolean; isInvited: boolean }): Decision<string> {
  if (facts.ended) return refuse('staff.refused.ended', { name: facts.name })
  if (facts.isInvited) return refuse('staff.refused.invited', { email: facts.email })
  return accept(facts.email)
}
