// Making a backup: every table in one snapshot, as role `backup`, into one encrypted file, and the keys into another.

import { closeSync, createWriteStream, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg, { type ClientBase, type ClientConfig } from 'pg'
import { syncFolder } from '../../shared/vault/durable.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { verifySnapshot } from '../audit/verify.ts'
import type { Report } from '../audit/walk.ts'
import {
  EXACT_TEXT,
  LEFT_OUT,
  listHiddenTables,
  listMigrations,
  listSequences,
  listTables,
  type Table,
} from './catalogue.ts'
import type { End, Line, Row } from './content.ts'
import { newBackupKey, readKeyFile, writeKeyFile } from './key-file.ts'
import { encrypting } from './sealed-file.ts'

const ROWS_AT_ONCE = 500

export type BackupOrder = {
  /** As role `backup`. */
  connection: ClientConfig
  vault: Vault
  file: string
  keyFile: string
  /** An instant in ISO form. */
  madeAt: string
}

export type Made = { tables: number; rows: number; audit: Report }

/**
 * Writes the key file, then gives the backup its name: a backup whose keys were not kept never exists under it.
 * Throws NotAKeyFile rather than write over something else.
 */
export async function makeBackup({ connection, vault, file, keyFile, madeAt }: BackupOrder): Promise<Made> {
  const backupKey = readKeyFile(keyFile)?.backupKey ?? newBackupKey()
  const unfinished = `${file}.unfinished`
  const client = new pg.Client(connection)
  // A lost connection fails the query at hand; without a listener it would end the process too.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    // The role gives up on idle transactions; here the disk may be slower than the database.
    await client.query(`set local idle_in_transaction_session_timeout = 0; ${EXACT_TEXT}`)
    let end: End | null = null
    const lines = async function* () {
      for await (const line of readSite(client, madeAt)) {
        if ('end' in line) end = line.end
        yield Buffer.from(`${JSON.stringify(line)}\n`)
      }
    }
    rmSync(unfinished, { force: true })
    await pipeline(
      Readable.from(lines(), { objectMode: false }),
      createGzip(),
      (source: AsyncIterable<Buffer>) => encrypting(source, backupKey),
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }),
    )
    flush(unfinished)
    // After the snapshot: a person's key is always older than their first row, so none that is needed can be missing.
    writeKeyFile(keyFile, { backupKey, people: vault.exportKeys() })
    renameSync(unfinished, file)
    syncFolder(dirname(file))
    return summary(end!)
  } finally {
    rmSync(unfinished, { force: true })
    await client.end()
  }
}

async function* readSite(client: ClientBase, madeAt: string): AsyncGenerator<Line> {
  const hidden = await listHiddenTables(client)
  if (hidden.length > 0) throw new Error(`the role backup does not see all of ${hidden.join(', ')}`)
  yield { manifest: { format: 'passerelle-backup', version: 1, madeAt, migrations: await listMigrations(client) } }
  const counts: End['counts'] = {}
  for (const table of await listTables(client)) {
    if (table.name in LEFT_OUT) continue
    yield { table: table.name, columns: table.columns.map(({ name }) => name) }
    counts[table.name] = 0
    for await (const row of readRows(client, table)) {
      counts[table.name]! += 1
      yield row
    }
  }
  const sequences: End['sequences'] = []
  for (const { name, sql } of await listSequences(client)) {
    const { rows } = await client.query(`select last_value::text as value, is_called as called from ${sql}`)
    sequences.push({ name, ...rows[0] })
  }
  await client.query('set local search_path = public, pg_catalog')
  const { entries, unsealed, ok, firstBad, root } = await verifySnapshot(client)
  yield { end: { counts, sequences, audit: { entries, unsealed, ok, firstBad, root } } }
}

async function* readRows(client: ClientBase, { sql, columns }: Table): AsyncGenerator<Row> {
  const values = columns.map(({ name }) => `${pg.escapeIdentifier(name)}::text`).join(', ')
  await client.query(`declare backup_rows no scroll cursor for select ${values} from ${sql}`)
  for (;;) {
    const { rows } = await client.query<Row>({ text: `fetch ${ROWS_AT_ONCE} from backup_rows`, rowMode: 'array' })
    yield* rows
    if (rows.length < ROWS_AT_ONCE) break
  }
  await client.query('close backup_rows')
}

function flush(path: string): void {
  const fd = openSync(path, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function summary({ counts, audit }: End): Made {
  const all = Object.values(counts)
  return { tables: all.length, rows: all.reduce((sum, count) => sum + count, 0), audit }
}
