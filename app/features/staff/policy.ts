import { staffRoles } from '../../shared/http/actor.ts'
import { policy } from '../../shared/http/policy.ts'
import type { Account } from './accounts/account.ts'
import type { Institution } from './institutions/institution.ts'
import type { Invitation } from './invitations/store.ts'

/** Everyone on the staff, about themselves. */
export const mayKeepOwnAccount = policy('account.keep', staffRoles)
/** What signs one in changes only with the phone at hand. */
export const mayChangeOwnSecrets = policy('account.secrets', staffRoles, () => true, { freshFactor: true })

/** Administrators know who works here. They see no files. */
export const mayListStaff = policy('staff.list', ['administrator'])
export const mayReadAccount = policy('staff.read', ['administrator'], (_actor, _account: Account) => true)
/** Of the own institution, never oneself: so an institution always keeps an administrator. */
export const mayAdminister = policy(
  'staff.administer',
  ['administrator'],
  (actor, account: Account) => account.institutionId === actor.institutionId && account.id !== actor.id,
  { freshFactor: true },
)
/** An institution with an administrator of its own looks after itself; one that has none yet is set up by whoever made it. */
export const mayLookAfter = policy(
  'institutions.look-after',
  ['administrator'],
  (actor, institution: Pick<Institution, 'id' | 'hasAdministrator'>) =>
    institution.id === actor.institutionId || !institution.hasAdministrator,
)
export const mayInvite = policy('staff.invite', ['administrator'], () => true, { freshFactor: true })
export const mayRevokeInvitation = policy(
  'staff.revoke-invitation',
  ['administrator'],
  (actor, invitation: Invitation) => mayLookAfter.allows(actor, invitation.institutionRef),
)

export const mayListInstitutions = policy('institutions.list', ['administrator'])
export const mayAddInstitution = policy('institutions.add', ['administrator'])
export const mayChangeInstitution = policy(
  'institutions.change',
  ['administrator'],
  (actor, institution: Institution) => mayLookAfter.allows(actor, institution),
)

/** Whoever holds a link that an administrator made for them. */
export const mayAcceptInvitation = policy(
  'staff.accept-invitation',
  ['link'],
  (actor) => actor.purpose === 'invitation',
)
