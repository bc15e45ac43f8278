// Random secrets that a machine carries (sessions, cards, links), and the fingerprint under which they are looked up.

import { createHash, randomBytes } from 'node:crypto'

export const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** A random token in base64url: 32 bytes unless a QR code must stay small (a card's 16). */
export function newToken(bytes = 32): string {
  if (bytes < 16) throw new TypeError('a token has at least 128 bits')
  return randomBytes(bytes).toString('base64url')
}
