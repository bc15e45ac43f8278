// Codes that people read aloud and type: Crockford's base 32 has no I, L, O or U to be taken for something else.

import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SHORT_CODE = 8

/** `length` random characters, 5 bits each. */
export function randomCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join('')
}

/** What was meant by what was typed: case, spaces and dashes do not count, O is 0, I and L are 1. Null when it can't be one. */
export function readCode(typed: string, length: number): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return code.length === length && [...code].every((char) => ALPHABET.includes(char)) ? code : null
}

/** In groups of four, as it is printed. */
export const groups = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''

/** The code printed on a participant's card. It opens nothing without the PIN. */
export const newShortCode = (): string => randomCode(SHORT_CODE)

export const readShortCode = (typed: string): string | null => readCode(typed, SHORT_CODE)
