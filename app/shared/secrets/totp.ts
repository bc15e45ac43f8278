// The six digits of an authenticator app (RFC 6238: SHA-1, 30 seconds, because that is what every app does).

import { Secret, TOTP } from 'otpauth'

const PERIOD = 30
const ISSUER = 'Passerelle'

/** 160 bits, base 32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code holds. `account` is shown in the app: the e-mail address. */
export const totpUrl = (secret: string, account: string): string => totp(secret, account).toString()

/**
 * The time step that the code belongs to, one step early or late allowed, or null. A step may be used once: the caller
 * keeps the last one and accepts only a later one (`now` in milliseconds).
 */
export function verifyTotp(secret: string, typed: string, now: number): number | null {
  const token = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret).validate({ token, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta
}

/** The code of this moment (`now` in milliseconds): for demo worlds and tests. */
export const totpCode = (secret: string, now: number): string => totp(secret).generate({ timestamp: now })

const totp = (secret: string, label = '') =>
  new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(secret) })
