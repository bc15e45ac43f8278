// Passwords and PINs, in halves: the database gives salt and parameters, the application derives the proof, the database
// compares its SHA-256. The hash never leaves the database, the password never enters it.

import { type Argon2Parameters, argon2, randomBytes } from 'node:crypto'
import { sha256 } from './tokens.ts'

/** argon2id; memory in KiB. */
export type ProofParams = { memory: number; passes: number; parallelism: number }

/** OWASP's first choice: 46 MiB, one pass, one lane; about 50 ms. Stored with each hash, so that it can be raised. */
export const PROOF_PARAMS: ProofParams = { memory: 47_104, passes: 1, parallelism: 1 }

// Parameters come from a row. These limits keep a bad row from stopping the site or weakening a hash.
const LIMITS = { memory: [47_104, 262_144], passes: [1, 8], parallelism: [1, 4] } as const
const SECRET_BYTES = 1024

export const newSalt = (): Buffer => randomBytes(16)

/**
 * 32 bytes from a password or PIN. `pepper` is a key from outside the database: a PIN needs one, because four digits can
 * be tried through by whoever holds a stolen table. Throws RangeError outside the limits.
 */
export function deriveProof(
  secret: string,
  salt: Uint8Array,
  params: ProofParams = PROOF_PARAMS,
  pepper?: Uint8Array,
): Promise<Buffer> {
  for (const [name, [least, most]] of Object.entries(LIMITS)) {
    const value = params[name as keyof ProofParams]
    if (!Number.isInteger(value) || value < least || value > most) throw new RangeError(`argon2id ${name}: ${value}`)
  }
  // The same letters typed on two systems may come as different code points.
  const message = Buffer.from(secret.normalize('NFKC'), 'utf8')
  if (message.length > SECRET_BYTES) throw new RangeError('password too long')
  const input: Argon2Parameters = { message, nonce: salt, tagLength: 32, ...params }
  if (pepper) input.secret = pepper
  return new Promise((resolve, reject) => {
    argon2('argon2id', input, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** As it stands in a row: `m=47104,t=1,p=1`. */
export const writeParams = ({ memory, passes, parallelism }: ProofParams): string =>
  `m=${memory},t=${passes},p=${parallelism}`

/** Today's parameters for an empty text: an account that does not exist must cost as much as one that does. */
export function readParams(text: string): ProofParams {
  if (text === '') return PROOF_PARAMS
  const [, m, t, p] = /^m=(\d+),t=(\d+),p=(\d+)$/.exec(text) ?? []
  if (!m || !t || !p) throw new RangeError(`argon2id parameters: ${text}`)
  return { memory: Number(m), passes: Number(t), parallelism: Number(p) }
}

/** What the database keeps of a proof. */
export const storedForm = (proof: Uint8Array): Buffer => sha256(proof)
