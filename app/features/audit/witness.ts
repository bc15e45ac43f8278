// The end of the chain, kept in a file outside the database: whoever cuts or rewrites the chain there is found here.

import { readFileSync } from 'node:fs'
import { replaceFile } from '../../shared/vault/durable.ts'
import type { Witness } from './walk.ts'

export const writeWitness = (path: string, head: Witness): void =>
  replaceFile(path, Buffer.from(`${head.seq}:${head.root}\n`))

/** Null when there is no such file yet. Throws when it is not a witness. */
export function readWitness(path: string): Witness | null {
  try {
    return parseWitness(readFileSync(path, 'utf8').trim())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** `SEQ:ROOT`, as the command line and the nightly letter write it. */
export function parseWitness(text: string): Witness {
  const [, seq, root] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (!seq || !root) throw new TypeError(`not a witness (NUMBER:HASH): ${text.slice(0, 100)}`)
  return { seq: Number(seq), root }
}
