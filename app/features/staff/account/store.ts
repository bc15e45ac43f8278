import { changed, sql, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { PASSWORD_MOST } from '../../../shared/secrets/password-rules.ts'
import {
  deriveProof,
  newSalt,
  PROOF_PARAMS,
  readParams,
  storedForm,
  writeParams,
} from '../../../shared/secrets/proof.ts'
import { recoveryCodeHash } from '../../../shared/secrets/recovery-codes.ts'

export type OwnAccount = { name: string; email: string; phone: string | null; language: string; institution: string }

export async function getOwnAccount(tx: Tx, actor: StaffActor): Promise<OwnAccount> {
  return tx
    .selectFrom('users')
    .innerJoin('institutions', 'institutions.id', 'users.institution_id')
    .select(['users.name', 'users.email', 'users.phone', 'users.language', 'institutions.name as institution'])
    .where('users.id', '=', actor.id)
    .executeTakeFirstOrThrow()
}

export async function saveOwnAccount(
  tx: Tx,
  actor: StaffActor,
  details: Pick<OwnAccount, 'name' | 'phone' | 'language'>,
): Promise<boolean> {
  return changed(await tx.updateTable('users').set(details).where('id', '=', actor.id).executeTakeFirst())
}

export type OwnSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date; isThis: boolean }

export async function listOwnSessions(tx: Tx): Promise<OwnSession[]> {
  const { rows } = await sql<{ id: string; device: string; created_at: Date; last_seen_at: Date; is_this: boolean }>`
    select * from app.own_sessions()`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    isThis: row.is_this,
  }))
}

/** @returns how many ended. */
export async function endOtherSessions(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select app.end_other_sessions() as n`.execute(tx)
  return rows[0]!.n
}

/** Whether this is the own password; a wrong one is counted under `keys`, so commit. */
export async function isOwnPassword(tx: Tx, email: string, password: string, keys: string[]): Promise<boolean> {
  const asked = await sql<{ salt: Buffer; params: string }>`select * from app.sign_in_salt(${email})`.execute(tx)
  const { salt, params } = asked.rows[0]!
  const usable = [...password].length <= PASSWORD_MOST ? password : ''
  const proof = await deriveProof(usable, salt, readParams(params))
  const { rows } = await sql<{ right: boolean }>`select app.check_own_password(${proof}, ${keys}) as right`.execute(tx)
  return rows[0]!.right
}

/** Ends all other sessions too. */
export async function changePassword(tx: Tx, password: string): Promise<void> {
  const salt = newSalt()
  const hash = storedForm(await deriveProof(password, salt))
  await sql`select app.change_password(${salt}, ${writeParams(PROOF_PARAMS)}, ${hash})`.execute(tx)
}

export async function getOwnFactor(tx: Tx): Promise<Buffer> {
  const { rows } = await sql<{ totp_secret: Buffer }>`select totp_secret from app.own_factor()`.execute(tx)
  return rows[0]!.totp_secret
}

/** @returns false when the code's step was used before. */
export async function renewFactor(tx: Tx, step: number): Promise<boolean> {
  const { rows } = await sql<{ renewed: boolean }>`select app.renew_factor(${step}) as renewed`.execute(tx)
  return rows[0]!.renewed
}

/** Ends all other sessions too. */
export async function replaceFactor(tx: Tx, sealed: Buffer, step: number): Promise<void> {
  await sql`select app.replace_factor(${sealed}, ${step})`.execute(tx)
}

export async function replaceRecoveryCodes(tx: Tx, codes: string[]): Promise<void> {
  await sql`select app.replace_recovery_codes(${codes.map((code) => recoveryCodeHash(code))})`.execute(tx)
}
