// Secrets that belong to no person's file: a second factor resting in a row, the answers of a form between its pages.

import { decrypt, encrypt } from '../vault/envelope.ts'
import { deriveKey } from '../vault/site-key.ts'

/** Encrypts under the site's key for one purpose and one owner: what was sealed for another does not open. */
export const seal = (siteKey: Uint8Array, purpose: string, owner: string, plain: string): Buffer =>
  encrypt(deriveKey(siteKey, purpose), owner, Buffer.from(plain, 'utf8'))

/** What `seal` was given; undefined when it was made for another purpose, owner or key. */
export const unseal = (siteKey: Uint8Array, purpose: string, owner: string, sealed: Uint8Array): string | undefined =>
  decrypt(deriveKey(siteKey, purpose), owner, sealed)?.toString('utf8')

/**
 * The answers so far, to travel in a hidden field of the next page: nobody can read or change them, the site keeps no
 * state. `until` in milliseconds; `owner` binds them to the link or account that the form is for.
 */
export const sealAnswers = (siteKey: Uint8Array, owner: string, until: number, answers: unknown): string =>
  seal(siteKey, 'answers', owner, JSON.stringify({ until, answers })).toString('base64url')

/** The answers, or undefined when they are too old or not ours. */
export function openAnswers<T>(siteKey: Uint8Array, owner: string, now: number, text: string): T | undefined {
  const plain = unseal(siteKey, 'answers', owner, Buffer.from(text, 'base64url'))
  if (plain === undefined) return undefined
  const { until, answers } = JSON.parse(plain) as { until: number; answers: T }
  return now < until ? answers : undefined
}
