// AES-256-GCM, the one way this product encrypts a small value: version | nonce | ciphertext | tag.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export const ENVELOPE_VERSION = 1
const NONCE = 12
const TAG = 16
/** How many bytes an envelope is longer than what it holds. */
export const ENVELOPE_OVERHEAD = 1 + NONCE + TAG

/** Encrypts `plain` under a 32-byte key; `context` is authenticated with it but not stored. */
export function encrypt(key: Uint8Array, context: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(`${context}|${ENVELOPE_VERSION}`, 'utf8'))
  return Buffer.concat([Buffer.of(ENVELOPE_VERSION), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** What `encrypt` was given, or null when one bit of key, context or bytes is not what it was. */
export function decrypt(key: Uint8Array, context: string, sealed: Uint8Array): Buffer | null {
  if (sealed.length < ENVELOPE_OVERHEAD || sealed[0] !== ENVELOPE_VERSION) return null
  const end = sealed.length - TAG
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(`${context}|${ENVELOPE_VERSION}`, 'utf8'))
  decipher.setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, end)), decipher.final()])
  } catch {
    return null
  }
}
