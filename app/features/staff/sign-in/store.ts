// Signing in, before there is an identity: everything passes through functions of the database that compare and count.
import { sql, type Tx } from '../../../shared/db/database.ts'
import { PASSWORD_MOST } from '../../../shared/secrets/password-rules.ts'
import { deriveProof, readParams } from '../../../shared/secrets/proof.ts'
import { newToken, sha256 } from '../../../shared/secrets/tokens.ts'

/**
 * The first factor: a pending session's token, good for five minutes, or undefined. Costs the same for an account that
 * does not exist, a wrong password and a blocked account: the proof is always derived, also from what can't be right.
 * `keys` count the failures (attempt-keys.ts); commit also when it fails, or nothing is counted.
 */
export async function proveFirst(
  tx: Tx,
  { email, password, device, keys }: { email: string; password: string; device: string; keys: string[] },
): Promise<string | undefined> {
  const asked = await sql<{ salt: Buffer; params: string }>`select * from app.sign_in_salt(${email})`.execute(tx)
  const { salt, params } = asked.rows[0]!
  const usable = [...password].length <= PASSWORD_MOST ? password : ''
  const proof = await deriveProof(usable, salt, readParams(params))
  const token = newToken()
  const { rows } = await sql<{ user_id: string }>`
    select user_id from app.sign_in(${email}, ${proof}, ${sha256(token)}, ${device}, ${keys})`.execute(tx)
  return rows.length > 0 ? token : undefined
}

export type Pending = { userId: string; factor: Buffer; email: string }

/** Who is between the two factors, if the pending session is still good. */
export async function findPending(tx: Tx, token: string | undefined): Promise<Pending | undefined> {
  if (!token) return undefined
  const { rows } = await sql<{ user_id: string; totp_secret: Buffer; email: string }>`
    select user_id, totp_secret, email from app.pending_session(${token})`.execute(tx)
  const row = rows[0]
  return row && { userId: row.user_id, factor: row.totp_secret, email: row.email }
}

/** The second factor: `step` of an app's code, or the hash of a recovery code. A new session's token, or undefined. */
export async function proveSecond(
  tx: Tx,
  pendingToken: string,
  { step, recoveryHash, keys }: { step: number | null; recoveryHash: Buffer | null; keys: string[] },
): Promise<string | undefined> {
  const token = newToken()
  const { rows } = await sql<{ user: string | null }>`
    select app.confirm_factor(${pendingToken}, ${sha256(token)}, ${step}, ${recoveryHash}, ${keys}) as user`.execute(tx)
  return rows[0]?.user ? token : undefined
}

export async function noteFailure(tx: Tx, keys: string[]): Promise<void> {
  await sql`select app.note_failure(${keys})`.execute(tx)
}

/** Too many failures of this account or from this address lately. */
export async function isBlocked(tx: Tx, keys: string[]): Promise<boolean> {
  const { rows } = await sql<{ blocked: boolean }>`select app.is_blocked(${keys}) as blocked`.execute(tx)
  return rows[0]!.blocked
}

/** @returns false when it is not one of the own running sessions. */
export async function endSession(tx: Tx, sessionId: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select app.end_session(${sessionId}) as ended`.execute(tx)
  return rows[0]!.ended
}

/** Whether the site has had its first run. */
export async function isFounded(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ founded: boolean }>`select app.is_founded() as founded`.execute(tx)
  return rows[0]!.founded
}
