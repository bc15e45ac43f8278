import { changed, newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor, StaffRole } from '../../../shared/http/actor.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import { newToken, sha256 } from '../../../shared/secrets/tokens.ts'
import { hasAdministrator } from '../institutions/store.ts'
import { INVITATION_DAYS } from './rules.ts'

/** What the link carries for whoever accepts it. `account`: the account whose secrets it renews. */
export type InvitationDetails = {
  role: StaffRole
  field: string | null
  language: Language
  account?: string
  name?: string
}

export type Invitation = {
  id: string
  email: string
  institution: string
  institutionRef: { id: string; hasAdministrator: boolean }
  details: InvitationDetails
  createdAt: Date
  expiresAt: Date
}

/** Those that can still be accepted, the youngest first. */
export async function listInvitations(tx: Tx): Promise<Invitation[]> {
  const rows = await open(tx).orderBy('links.created_at', 'desc').execute()
  return rows.map(({ details, institutionId, hasAdministrator, ...row }) => ({
    ...row,
    institutionRef: { id: institutionId, hasAdministrator },
    details: details as unknown as InvitationDetails,
  }))
}

const open = (tx: Tx) =>
  tx
    .selectFrom('links')
    .innerJoin('institutions', 'institutions.id', 'links.institution_id')
    .select([
      'links.id',
      'links.audience as email',
      'institutions.name as institution',
      'institutions.id as institutionId',
      'links.details',
      'links.created_at as createdAt',
      'links.expires_at as expiresAt',
    ])
    .select(hasAdministrator)
    .where('links.purpose', '=', 'invitation')
    .where('links.used_at', 'is', null)
    .where('links.revoked_at', 'is', null)
    .where('links.expires_at', '>', sql<Date>`now()`)

export async function isInvited(tx: Tx, email: string): Promise<boolean> {
  const found = await open(tx).where(sql<string>`lower(links.audience)`, '=', email.toLowerCase()).executeTakeFirst()
  return found !== undefined
}

export async function findInvitation(tx: Tx, id: string): Promise<Invitation | undefined> {
  return (await listInvitations(tx)).find((invitation) => invitation.id === id)
}

/** Makes the link; its token is returned once and stored nowhere. */
export async function makeInvitation(
  tx: Tx,
  actor: StaffActor,
  invitation: { email: string; institutionId: string; details: InvitationDetails },
): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = newToken()
  await tx
    .insertInto('links')
    .values({
      id,
      token_hash: sha256(token),
      purpose: 'invitation',
      audience: invitation.email,
      institution_id: invitation.institutionId,
      details: JSON.stringify(invitation.details),
      created_by: actor.id,
      expires_at: sql<Date>`now() + make_interval(days => ${INVITATION_DAYS})`,
    })
    .execute()
  return { id, token }
}

export async function revokeInvitation(tx: Tx, id: string): Promise<boolean> {
  const result = await tx
    .updateTable('links')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}
