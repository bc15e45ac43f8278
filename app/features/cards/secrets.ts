// What is derived from a card's secrets. A stolen database alone opens no card: the code and the PIN are weak by nature
// (40 bits, four digits), so both are bound to the site's key, which is kept outside the database.
import { createHmac } from 'node:crypto'
import { newShortCode, readShortCode } from '../../shared/secrets/crockford.ts'
import { deriveProof, type ProofParams } from '../../shared/secrets/proof.ts'
import { newToken, sha256 } from '../../shared/secrets/tokens.ts'
import { deriveKey } from '../../shared/vault/site-key.ts'
import type { CardSecrets } from './card.ts'

const TOKEN_BYTES = 16

/** A token of 128 bits for the QR code and a code to type. */
export const newCardSecrets = (): CardSecrets => ({ token: newToken(TOKEN_BYTES), code: newShortCode() })

export const tokenHash = (token: string): Buffer => sha256(token)

export const codeHash = (siteKey: Uint8Array, code: string): Buffer =>
  createHmac('sha256', deriveKey(siteKey, 'card-code')).update(code).digest()

/** 32 bytes from a PIN; about 50 ms. */
export const pinProof = (siteKey: Uint8Array, pin: string, salt: Uint8Array, params: ProofParams): Promise<Buffer> =>
  deriveProof(pin, salt, params, deriveKey(siteKey, 'card-pin'))

/** Digits as people type them on keyboards of other scripts: ٤ and ۴ are 4. */
export const plainDigits = (typed: string): string =>
  typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/\s/g, '')

/** The code that was meant; null when it can't be one. Lower case, spaces and dashes do not count. */
export const readCode = (typed: string): string | null => readShortCode(plainDigits(typed))
