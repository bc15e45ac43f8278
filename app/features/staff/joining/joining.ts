// Whoever gets an account chooses a password, adds the account to a phone, and prints ten codes. Until the last step nothing
// is written: what was proved so far travels sealed in the form (first run, invitation).
import { newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { FieldErrors, Typed } from '../../../shared/forms/forms.ts'
import { choosingPassword } from '../../../shared/secrets/password-rules.ts'
import { deriveProof, newSalt, PROOF_PARAMS, storedForm, writeParams } from '../../../shared/secrets/proof.ts'
import { newRecoveryCodes, recoveryCodeHash } from '../../../shared/secrets/recovery-codes.ts'
import { openAnswers, sealAnswers } from '../../../shared/secrets/sealed.ts'
import { newToken, sha256 } from '../../../shared/secrets/tokens.ts'
import { newTotpSecret, verifyTotp } from '../../../shared/secrets/totp.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { sealFactor } from '../second-factor.ts'

/** After the password. Bytes are base64url. */
export type Started = { userId: string; salt: string; proof: string; totpSecret: string }
/** After the phone: the codes are printed next. */
export type Confirmed = Started & { step: number; codes: string[] }

const HOUR = 3_600_000

/** What is wrong with a new password and its repetition; `about` is what anybody knows of the account. */
export function passwordErrors(typed: Typed, about: string[]): FieldErrors {
  const chosen = choosingPassword(typed.get('password'), about)
  if (!chosen.ok) return { password: { key: chosen.key, params: { ...chosen.params } } }
  return typed.get('password') === typed.get('passwordAgain')
    ? {}
    : { passwordAgain: { key: 'staff.passwordAgain.differs' } }
}

export async function startSecrets(password: string, userId = newId()): Promise<Started> {
  const salt = newSalt()
  const proof = await deriveProof(password, salt)
  return {
    userId,
    salt: salt.toString('base64url'),
    proof: proof.toString('base64url'),
    totpSecret: newTotpSecret(),
  }
}

/** The phone shows the right code; undefined when not. Codes follow the world's clock. */
export function confirmPhone(started: Started, typedCode: string): Confirmed | undefined {
  const step = verifyTotp(started.totpSecret, typedCode, Date.now())
  return step === null ? undefined : { ...started, step, codes: newRecoveryCodes() }
}

/** What the database keeps of it. */
export const toColumns = (vault: Vault, { userId, salt, proof, totpSecret, codes }: Confirmed) => ({
  salt: Buffer.from(salt, 'base64url'),
  params: writeParams(PROOF_PARAMS),
  proofHash: storedForm(Buffer.from(proof, 'base64url')),
  factor: sealFactor(vault, userId, totpSecret),
  codeHashes: codes.map((code) => recoveryCodeHash(code)),
})

/** Signs in with what was just chosen: a session's token. The code that confirmed the phone is used up by it. */
export async function signInWith(
  tx: Tx,
  { email, device, proof, step }: Pick<Confirmed, 'proof' | 'step'> & { email: string; device: string },
): Promise<string> {
  const pending = newToken()
  const token = newToken()
  await sql`select app.sign_in(${email}, ${Buffer.from(proof, 'base64url')}, ${sha256(pending)}, ${device}, '{}')`.execute(
    tx,
  )
  const { rows } = await sql<{ user: string | null }>`
    select app.confirm_factor(${pending}, ${sha256(token)}, ${step}, null, '{}') as user`.execute(tx)
  if (!rows[0]?.user) throw new Error('a new account could not sign in')
  return token
}

/** The answers so far, sealed for an hour; `owner` says for which form and whom. */
export const keepAnswers = (siteKey: Uint8Array, owner: string, answers: unknown): string =>
  sealAnswers(siteKey, owner, Date.now() + HOUR, answers)

/** The answers that came back, or undefined when they are too old or not ours. */
export const answersOf = <T>(siteKey: Uint8Array, owner: string, typed: Typed): T | undefined =>
  openAnswers<T>(siteKey, owner, Date.now(), typed.get('answers'))
