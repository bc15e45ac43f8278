// Opening a session with a card. Everything passes through functions of the database that compare and count.
import { sql, type Tx } from '../../shared/db/database.ts'
import { newSalt, PROOF_PARAMS, readParams, storedForm, writeParams } from '../../shared/secrets/proof.ts'
import { newToken, sha256 } from '../../shared/secrets/tokens.ts'
import { codeHash, pinProof } from './secrets.ts'

/** The token of a new session of level `token`, or undefined for a card that is unknown or revoked. */
export async function scanCard(tx: Tx, cardToken: string, kiosk: boolean): Promise<string | undefined> {
  const session = newToken()
  const { rows } = await sql<{ open: boolean }>`
    select app.scan_card(${cardToken}, ${sha256(session)}, ${kiosk}) as open`.execute(tx)
  return rows[0]!.open ? session : undefined
}

/**
 * The token of a new session of level `pin`, or undefined. Costs and answers the same for an unknown code, a wrong PIN, a
 * locked card and a card without a PIN. Commit also when it fails, or nothing is counted.
 */
export async function openByCode(
  tx: Tx,
  siteKey: Uint8Array,
  { code, pin, kiosk, keys }: { code: string; pin: string; kiosk: boolean; keys: string[] },
): Promise<string | undefined> {
  const hash = codeHash(siteKey, code)
  const asked = await sql<{ salt: Buffer; params: string | null }>`
    select salt, params from app.code_salt(${hash})`.execute(tx)
  const { salt, params } = asked.rows[0]!
  const proof = await pinProof(siteKey, pin, salt, readParams(params ?? ''))
  const session = newToken()
  const { rows } = await sql<{ open: boolean }>`
    select app.open_by_code(${hash}, ${proof}, ${sha256(session)}, ${kiosk}, ${keys}) as open`.execute(tx)
  return rows[0]!.open ? session : undefined
}

/** Whose card a session opened just now belongs to, for the record. */
export async function openedCard(tx: Tx, session: string): Promise<{ cardId: string; personId: string }> {
  const { rows } = await sql<{ cardId: string; personId: string }>`
    select card_id as "cardId", person_id as "personId" from app.opened_card(${session})`.execute(tx)
  return rows[0]!
}

/** Whether the card behind this session is locked. */
export async function isLocked(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select locked from app.own_pin()`.execute(tx)
  return rows[0]?.locked ?? false
}

/** The first PIN of a card; a session of level `pin` takes the place of the scanned one. Undefined when it has one already. */
export async function choosePin(tx: Tx, siteKey: Uint8Array, pin: string): Promise<string | undefined> {
  const salt = newSalt()
  const proof = await pinProof(siteKey, pin, salt, PROOF_PARAMS)
  const session = newToken()
  const { rows } = await sql<{ chosen: boolean }>`
    select app.choose_pin(${salt}, ${writeParams(PROOF_PARAMS)}, ${storedForm(proof)}, ${sha256(session)}) as chosen`.execute(
    tx,
  )
  return rows[0]!.chosen ? session : undefined
}

/** The PIN of a scanned card: a new session's token, or why not. Commit also when it fails. */
export async function enterPin(
  tx: Tx,
  siteKey: Uint8Array,
  pin: string,
): Promise<{ session: string } | 'wrong' | 'locked' | 'none'> {
  const own = await sql<{ salt: Buffer | null; params: string | null; has_pin: boolean }>`
    select salt, params, has_pin from app.own_pin()`.execute(tx)
  const { salt, params, has_pin } = own.rows[0]!
  if (!has_pin || !salt) return 'none'
  const proof = await pinProof(siteKey, pin, salt, readParams(params ?? ''))
  const session = newToken()
  const { rows } = await sql<{ said: 'open' | 'wrong' | 'locked' | 'none' }>`
    select app.enter_pin(${proof}, ${sha256(session)}) as said`.execute(tx)
  const said = rows[0]!.said
  return said === 'open' ? { session } : said
}

/** Ends this session of the card. */
export async function leaveCard(tx: Tx): Promise<void> {
  await sql`select app.leave_card()`.execute(tx)
}
