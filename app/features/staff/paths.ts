import { path } from '../../shared/http/paths.ts'

export const paths = {
  signIn: path('/sign-in'),
  /** The second factor, after the password. */
  code: path('/sign-in/code'),
  signOut: path('/sign-out'),

  account: path('/account'),
  /** A fresh second factor, before acts that ask for one; comes back to `next`. */
  confirmation: path('/account/confirmation'),
  password: path('/account/password'),
  recoveryCodes: path('/account/recovery-codes'),
  /** A new phone: another second factor in the place of the old one. */
  phone: path('/account/phone'),
  /** Ends one of the own sessions. */
  sessionEnding: path('/account/sessions/:sessionId/ending'),
  otherSessionsEnding: path('/account/sessions/ending'),

  list: path('/staff'),
  show: path('/staff/:userId'),
  role: path('/staff/:userId/role'),
  ending: path('/staff/:userId/ending'),
  reopening: path('/staff/:userId/reopening'),
  /** A new invitation for who has an account already: a forgotten password, a lost phone and codes. */
  renewal: path('/staff/:userId/renewal'),

  invite: path('/invitations/new'),
  revocation: path('/invitations/:invitationId/revocation'),

  institutions: path('/institutions'),
  newInstitution: path('/institutions/new'),
  institution: path('/institutions/:institutionId'),

  /** What an invitation leads to: the token becomes a cookie, so that it stands in no later address. */
  openInvitation: path('/link/invitation/:token'),
  invitation: path('/link/invitation'),
  linkEnded: path('/sign-in/link-ended'),
}
