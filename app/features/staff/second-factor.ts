// The second factor of staff: six digits from an authenticator app, sealed at rest with a key of the account's own. That key
// lies with the people's keys, so a site that is restored on another machine lets its staff in again.
import { verifyTotp } from '../../shared/secrets/totp.ts'
import type { Vault } from '../../shared/vault/vault.ts'

const place = (userId: string) => ({ table: 'credentials', column: 'totp_secret', row: userId })

/** What `credentials.totp_secret` holds. Bound to its account: moved to another row it does not open. */
export const sealFactor = (vault: Vault, userId: string, secret: string): Buffer =>
  vault.seal(userId, place(userId), secret)

/**
 * The time step a typed code belongs to, or null. Codes follow the world's clock, not the day a demo believes it is.
 * A step that was used already is refused by the database.
 */
export function stepOf(vault: Vault, userId: string, sealed: Uint8Array, typed: string): number | null {
  const opened = vault.open(userId, place(userId), sealed)
  if (opened.state !== 'open') throw new Error(`a second factor does not open: ${opened.state}`)
  return verifyTotp(opened.text, typed, Date.now())
}
