// What is inside a backup: JSON lines. A manifest, then each table's name followed by its rows (every column as text), then
// the end with what must have arrived.

import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Report } from '../audit/walk.ts'
import type { Migration } from './catalogue.ts'
import { decrypting, FileFault } from './sealed-file.ts'

export type Manifest = { format: 'passerelle-backup'; version: 1; madeAt: string; migrations: Migration[] }
export type TableStart = { table: string; columns: string[] }
export type Row = (string | null)[]
export type End = {
  counts: Record<string, number>
  sequences: { name: string; value: string; called: boolean }[]
  /** The chain as it was when the backup was made. */
  audit: Report
}
export type Line = { manifest: Manifest } | TableStart | Row | { end: End }

/** The lines of a backup file, authenticated. Throws FileFault. */
export async function* readBackup(path: string, key: Uint8Array): AsyncGenerator<Line> {
  const plain = Readable.from(decrypting(createReadStream(path), key))
  const lines = plain.pipe(createGunzip())
  plain.once('error', (error) => lines.destroy(error))
  lines.setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of lines) {
      // Not readline: it takes U+2028 inside a text for the end of the line.
      const parts = (rest + chunk).split('\n')
      rest = parts.pop()!
      for (const part of parts) yield JSON.parse(part) as Line
    }
  } catch (error) {
    throw error instanceof FileFault || isOfTheDisk(error) ? error : new FileFault('damaged')
  } finally {
    // Also when the reader leaves early: the file must not stay open.
    plain.destroy()
  }
  if (rest !== '') throw new FileFault('damaged')
}

const isOfTheDisk = (error: unknown) => /^(EACCES|EISDIR|EIO|ENOENT)$/.test((error as NodeJS.ErrnoException).code ?? '')
