// Is the chain whole? The same walk for entries from the database and from an exported file.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ClientBase } from 'pg'
import { headerOf, readEntry, readTrailer, type Trailer } from './export.ts'
import { countUnsealed, readSealed } from './store.ts'
import { type Verification, Walk, type Witness } from './walk.ts'

/**
 * Verifies the chain in the database, in one snapshot. The client must be one that sees every entry (`backup`,
 * `audit_writer`) and must not be in a transaction.
 */
export async function verifyDatabase(client: ClientBase, witnesses: Witness[] = []): Promise<Verification> {
  await client.query('begin transaction isolation level repeatable read read only')
  try {
    return await verifySnapshot(client, witnesses)
  } finally {
    await client.query('rollback')
  }
}

/** The same inside a transaction that the caller has open. */
export async function verifySnapshot(client: ClientBase, witnesses: Witness[] = []): Promise<Verification> {
  const walk = new Walk(witnesses)
  for await (const entry of readSealed(client)) walk.step(entry)
  const waiting = await countUnsealed(client)
  return { ...walk.report(waiting.unsealed), oldestUnsealedSeconds: waiting.oldestSeconds }
}

/**
 * Verifies an exported file, without database or application. Header and trailer are part of the proof: a changed header
 * is bad at 0, a missing or changed trailer just behind the last entry.
 */
export async function verifyFile(path: string, witnesses: Witness[] = []): Promise<Verification> {
  const walk = new Walk(witnesses)
  const digest = createHash('sha256')
  let trailer: Trailer | null = null
  let number = 0
  let badHeader = false
  let badEnd = false
  for await (const { text, complete } of readLines(path)) {
    number += 1
    if (number === 1) badHeader = !headerOf(text)
    else if (trailer) badEnd = true
    else {
      const end = complete ? readTrailer(text) : null
      if (end) {
        trailer = end
        badEnd = end.sha256 !== digest.copy().digest('hex')
      } else walk.step(complete ? readEntry(text) : null)
    }
    digest.update(`${text}\n`)
  }
  const report = walk.report(trailer?.unsealed ?? 0)
  badEnd ||= !trailer || trailer.entries !== report.entries || trailer.root !== report.root
  const firstBad = badHeader || number === 0 ? 0 : (report.firstBad ?? (badEnd ? report.entries + 1 : null))
  return { ...report, ok: firstBad === null, firstBad, oldestUnsealedSeconds: null }
}

/** Lines that end in exactly one line feed; the rest of a file cut in the middle is a line that is not complete. */
async function* readLines(path: string): AsyncGenerator<{ text: string; complete: boolean }> {
  let rest = ''
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const text of lines) yield { text, complete: true }
  }
  if (rest !== '') yield { text: rest, complete: false }
}
