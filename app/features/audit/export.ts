// The chain as a file: a header, one entry a line, a trailer. It can be verified by anybody (README.md).

import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { ClientBase } from 'pg'
import { FIELDS, type SealedEntry } from './chain.ts'
import { countUnsealed, readSealed } from './store.ts'
import { type Report, Walk } from './walk.ts'

const FORMAT = 'passerelle-audit'
const VERSION = 1
const KEYS = [...FIELDS, 'prevHash', 'hash'] as const
const HASH = /^[0-9a-f]{64}$/

export type Trailer = { entries: number; unsealed: number; root: string; sha256: string }

export const lineOf = (entry: SealedEntry): string =>
  JSON.stringify(Object.fromEntries(KEYS.map((key) => [key, entry[key]])))

/** Null for anything that we would not have written so, byte by byte: nothing may be hidden in spaces or doubled keys. */
export function readEntry(line: string): SealedEntry | null {
  const entry = parse(line) as SealedEntry | null
  if (!entry || !HASH.test(String(entry.prevHash)) || !HASH.test(String(entry.hash))) return null
  return lineOf(entry) === line ? entry : null
}

export function headerOf(line: string): { exportedAt: string } | null {
  const header = parse(line) as { format?: unknown; version?: unknown; exportedAt: string } | null
  return header?.format === FORMAT && header.version === VERSION ? header : null
}

export function readTrailer(line: string): Trailer | null {
  const read = parse(line) as Partial<Trailer> | null
  if (typeof read?.entries !== 'number' || typeof read.unsealed !== 'number') return null
  if (typeof read.root !== 'string' || typeof read.sha256 !== 'string') return null
  const { entries, unsealed, root, sha256 } = read
  return JSON.stringify({ entries, unsealed, root, sha256 }) === line ? { entries, unsealed, root, sha256 } : null
}

/**
 * Writes the whole chain to `path` (0600), from one snapshot; the file appears only when it is complete. The client must
 * be one that sees every entry and must not be in a transaction.
 */
export async function exportChain(client: ClientBase, path: string, exportedAt: string): Promise<Report> {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  const file = openSync(unfinished, 'wx', 0o600)
  const digest = createHash('sha256')
  const write = (line: string) => {
    digest.update(`${line}\n`)
    writeSync(file, `${line}\n`)
  }
  await client.query('begin transaction isolation level repeatable read read only')
  try {
    write(JSON.stringify({ format: FORMAT, version: VERSION, exportedAt }))
    const walk = new Walk()
    for await (const entry of readSealed(client)) {
      walk.step(entry)
      write(lineOf(entry))
    }
    const report = walk.report((await countUnsealed(client)).unsealed)
    const { entries, unsealed, root } = report
    write(JSON.stringify({ entries, unsealed, root, sha256: digest.copy().digest('hex') }))
    fsyncSync(file)
    renameSync(unfinished, path)
    return report
  } finally {
    closeSync(file)
    rmSync(unfinished, { force: true })
    await client.query('rollback')
  }
}

function parse(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
