// Ten codes on paper for the day the phone is lost; each works once.

import { groups, randomCode, readCode } from './crockford.ts'
import { sha256 } from './tokens.ts'

// 120 bits: from 112 on a plain hash is enough (ASVS 5.0, 6.5.2), so the database can look a code up by itself.
const LENGTH = 24
const HOW_MANY = 10

/** To be shown once, never stored. */
export const newRecoveryCodes = (): string[] => Array.from({ length: HOW_MANY }, () => groups(randomCode(LENGTH)))

/** What is stored and compared; null when what was typed can't be a recovery code. */
export function recoveryCodeHash(typed: string): Buffer | null {
  const code = readCode(typed, LENGTH)
  return code === null ? null : sha256(code)
}
