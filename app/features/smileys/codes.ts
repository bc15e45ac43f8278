// Codes of the wall's sign and the shared tablet. Derived from an id and the site's key: the database alone opens no vote.
import { createHmac } from 'node:crypto'
import { attemptKeys } from '../../shared/secrets/attempt-keys.ts'
import { readCode } from '../../shared/secrets/crockford.ts'
import { sha256 } from '../../shared/secrets/tokens.ts'
import { deriveKey } from '../../shared/vault/site-key.ts'

const LENGTH = 6
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Short enough to type from the wall: 30 bits, for as long as the sign is shown; wrong guesses are counted. */
export function codeOf(siteKey: Uint8Array, id: string): string {
  const bytes = createHmac('sha256', deriveKey(siteKey, 'smiley-code')).update(id).digest()
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join('')
}

export const codeHash = (siteKey: Uint8Array, code: string): Buffer =>
  createHmac('sha256', deriveKey(siteKey, 'smiley-code-hash')).update(code).digest()

/** As it stands on the wall: 7K3-M9P. */
export const shownCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`

/** What was meant by what was typed; null when it can't be a code. */
export const parseCode = (typed: string): string | null => readCode(typed, LENGTH)

/** Guesses are counted by address alone, apart from those of sign-in: a room of phones shares one. */
export const guessKeys = (siteKey: Uint8Array, address: string): string[] => [
  attemptKeys(deriveKey(siteKey, 'smiley-code'), '', address)[1]!,
]

/** What a browser keeps of a session it voted in: neither the session nor the code can be read from it. */
export const markOf = (sessionId: string): string => sha256(`smileys|${sessionId}`).toString('base64url').slice(0, 8)
