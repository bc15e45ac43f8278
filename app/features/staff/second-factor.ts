// The second factor of staff: six digits from an authenticator app, sealed at rest with the site's key.
import { seal, unseal } from '../../shared/secrets/sealed.ts'
import { verifyTotp } from '../../shared/secrets/totp.ts'

const purpose = 'second-factor'

/** What `credentials.totp_secret` holds. Bound to its account: moved to another row it does not open. */
export const sealFactor = (siteKey: Uint8Array, userId: string, secret: string): Buffer =>
  seal(siteKey, purpose, userId, secret)

/**
 * The time step a typed code belongs to, or null. Codes follow the world's clock, not the day a demo believes it is.
 * A step that was used already is refused by the database.
 */
export function stepOf(siteKey: Uint8Array, userId: string, sealed: Uint8Array, typed: string): number | null {
  const secret = unseal(siteKey, purpose, userId, sealed)
  if (secret === undefined) throw new Error('a second factor does not open with the key of this site')
  return verifyTotp(secret, typed, Date.now())
}
