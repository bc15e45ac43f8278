import { createHash } from 'node:crypto'

/** The hexadecimal SHA-256 of a text in UTF-8. Of a study's seed it is the commitment: published before the first allocation. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The seed of a stream of random numbers: the first four bytes, big endian, of the SHA-256 of the parts joined by `|`. */
export const seedOfStream = (...parts: string[]): number => Number.parseInt(sha256(parts.join('|')).slice(0, 8), 16)

/** Whole numbers from 0 to 2³² − 1, the same for a seed on every machine. */
export type Stream = () => number

/** sfc32 (Chris Doty-Humphrey) with three words from splitmix32 of the seed, the counter at 1 and 15 draws thrown away. */
export function stream(seed: number): Stream {
  const word = splitmix32(seed)
  let a = word()
  let b = word()
  let c = word()
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

function splitmix32(seed: number): Stream {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let word = state ^ (state >>> 16)
    word = Math.imul(word, 0x21f0aaad)
    word ^= word >>> 15
    word = Math.imul(word, 0x735a2d97)
    return (word ^ (word >>> 15)) >>> 0
  }
}

/** A number in [0, 1) with 32 random bits. */
export const uniform = (next: Stream): number => next() / 2 ** 32
