// Bringing a backup back, whole or not at all: everything happens in one transaction, after the whole file was authenticated.

import pg, { type ClientBase, type ClientConfig } from 'pg'
import type { Imported, Vault } from '../../shared/vault/vault.ts'
import { verifySnapshot } from '../audit/verify.ts'
import type { Report } from '../audit/walk.ts'
import { writeWitness } from '../audit/witness.ts'
import { EXACT_TEXT, LEFT_OUT, listMigrations, listSequences, listTables, type Table } from './catalogue.ts'
import { type End, type Manifest, type Row, readBackup } from './content.ts'
import { type Keys, NotAKeyFile, readKeyFile } from './key-file.ts'
import { FileFault } from './sealed-file.ts'

const ROWS_AT_ONCE = 500

export type RestoreOrder = {
  /** As the role `owner`, or one that may become it. */
  connection: ClientConfig
  vault: Vault
  file: string
  keyFile: string
  /** Empty a site that is not empty. */
  replace: boolean
  /** DATA_DIR/audit-witness: from now on it bears witness to the restored chain. */
  witnessFile: string
  /** Seconds to wait for others to let go of the tables. */
  patience: number
}

export type Restored = { tables: number; rows: number; madeAt: string; audit: Report; keys: Imported }

/** Why nothing was restored, and nothing changed. */
export class NotRestored extends Error {
  readonly reason: 'notEmpty' | 'otherVersion' | 'countsDiffer' | 'chainDiffers' | 'busy'

  constructor(reason: NotRestored['reason'], detail = '') {
    super(detail)
    this.reason = reason
  }
}

/**
 * Throws NotRestored, FileFault or NotAKeyFile with nothing changed. A chain that was already broken when the backup was made is
 * restored as it was: `audit.ok` is false.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const keys = readKeyFile(order.keyFile)
  if (!keys) throw new NotAKeyFile(order.keyFile)
  const manifest = await authenticate(order.file, keys)
  const client = new pg.Client(order.connection)
  // A lost connection fails the query at hand; without a listener it would end the process too.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `set local role owner; set local lock_timeout = ${Math.round(order.patience * 1000)}; ${EXACT_TEXT}`,
    )
    await client.query(`select pg_advisory_xact_lock(hashtext('passerelle restore'))`)
    await assertSameVersion(client, manifest)
    if (!order.replace && !(await isEmpty(client))) throw new NotRestored('notEmpty')
    const end = await refill(client, order.file, keys)
    const audit = await assertWhole(client, end)
    // First keys for those who have none here, which harms nobody if the commit fails; after it the rest.
    const added = order.vault.importKeys(keys.people.filter((line) => 'key' in line))
    await client.query('commit')
    const replaced = order.vault.importKeys(keys.people, { replace: true })
    writeWitness(order.witnessFile, { seq: audit.entries, root: audit.root })
    const counts = Object.values(end.counts)
    const rows = counts.reduce((sum, count) => sum + count, 0)
    return {
      tables: counts.length,
      rows,
      madeAt: manifest.madeAt,
      audit,
      keys: { ...replaced, added: added.added + replaced.added },
    }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw (error as { code?: string }).code === '55P03' ? new NotRestored('busy') : error
  } finally {
    await client.end()
  }
}

/** Reads the file to its end before the site is touched. */
async function authenticate(file: string, keys: Keys): Promise<Manifest> {
  let manifest: Manifest | null = null
  let ended = false
  for await (const line of readBackup(file, keys.backupKey)) {
    if ('manifest' in line) manifest = line.manifest
    ended = 'end' in line
  }
  if (!manifest || !ended) throw new FileFault('damaged')
  return manifest
}

async function assertSameVersion(client: ClientBase, { migrations }: Manifest): Promise<void> {
  const here = await listMigrations(client)
  const names = (list: typeof here) => list.map(({ name, hash }) => `${name} ${hash}`).join('\n')
  if (names(here) !== names(migrations)) throw new NotRestored('otherVersion', migrations.at(-1)?.name ?? '')
}

/** A site begins when it is founded; what the migrations themselves put into tables does not count. */
async function isEmpty(client: ClientBase): Promise<boolean> {
  await openPolicies(client, ['public.sites', 'public.users', 'public.persons'])
  const { rows } = await client.query<{ filled: boolean }>(
    `select exists (select 1 from public.sites) or exists (select 1 from public.users) or exists (select 1 from public.persons) as filled`,
  )
  await closePolicies(client, ['public.sites', 'public.users', 'public.persons'])
  return !rows[0]!.filled
}

async function refill(client: ClientBase, file: string, keys: Keys): Promise<End> {
  const all = await listTables(client)
  const filled = all.filter(({ name }) => !(name in LEFT_OUT))
  const emptied = all.filter(({ name }) => LEFT_OUT[name] !== 'kept')
  const byName = new Map(filled.map((table) => [table.name, table]))
  const names = filled.map(({ sql }) => sql)
  await client.query(`truncate ${emptied.map(({ sql }) => sql).join(', ')}`)
  await openPolicies(client, names)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  const constraints = await deferForeignKeys(client)

  let into: { table: Table; columns: string[] } | null = null
  let rows: Row[] = []
  let end: End | null = null
  const pour = async () => {
    if (into && rows.length > 0) await insertRows(client, into.table, into.columns, rows)
    rows = []
  }
  for await (const line of readBackup(file, keys.backupKey)) {
    if (Array.isArray(line)) {
      rows.push(line)
      if (rows.length === ROWS_AT_ONCE) await pour()
      continue
    }
    await pour()
    if ('end' in line) end = line.end
    if (!('table' in line)) continue
    const table = byName.get(line.table)
    if (!table) throw new NotRestored('otherVersion', line.table)
    into = { table, columns: line.columns }
  }
  if (!end) throw new FileFault('damaged')

  await setSequences(client, end)
  // Fires every check that was put off, so that the constraints can be put back as they were.
  await client.query('set constraints all immediate')
  for (const { table, name } of constraints) {
    await client.query(`alter table ${table} alter constraint ${name} not deferrable`)
  }
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  return end
}

/** Counts and chain as the backup says; then the doors that were opened for the occasion are closed. */
async function assertWhole(client: ClientBase, end: End): Promise<Report> {
  const tables = (await listTables(client)).filter(({ name }) => !(name in LEFT_OUT))
  for (const { name, sql } of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*)::text as count from ${sql}`)
    if (Number(rows[0]!.count) !== (end.counts[name] ?? 0)) throw new NotRestored('countsDiffer', name)
  }
  await client.query('set local search_path = public, pg_catalog')
  const { entries, unsealed, ok, firstBad, root } = await verifySnapshot(client)
  const audit = { entries, unsealed, ok, firstBad, root }
  if (JSON.stringify(audit) !== JSON.stringify(end.audit)) throw new NotRestored('chainDiffers')
  await closePolicies(
    client,
    tables.map(({ sql }) => sql),
  )
  return audit
}

/** Copying text through arrays, not COPY: PostgreSQL refuses COPY into a table with row security. */
async function insertRows(client: ClientBase, table: Table, columns: string[], rows: Row[]): Promise<void> {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]))
  const names = columns.map((name) => pg.escapeIdentifier(name))
  const values = columns.map((name, i) => {
    const type = types.get(name)
    if (!type) throw new NotRestored('otherVersion', `${table.name}.${name}`)
    return `r.c${i}::${type}`
  })
  const arrays = columns.map((_, i) => `$${i + 1}::text[]`)
  await client.query(
    `insert into ${table.sql} (${names.join(', ')}) overriding system value
     select ${values.join(', ')} from unnest(${arrays.join(', ')}) as r (${columns.map((_, i) => `c${i}`).join(', ')})`,
    columns.map((_, i) => rows.map((row) => row[i])),
  )
}

async function deferForeignKeys(client: ClientBase): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name
       from pg_constraint c join pg_class r on r.oid = c.conrelid
      where c.contype = 'f' and not c.condeferrable and c.conparentid = 0 and pg_get_userbyid(r.relowner) = 'owner'`,
  )
  for (const { table, name } of rows) {
    await client.query(`alter table ${table} alter constraint ${name} deferrable initially deferred`)
  }
  await client.query('set constraints all deferred')
  return rows
}

async function setSequences(client: ClientBase, end: End): Promise<void> {
  const here = new Map((await listSequences(client)).map(({ name, sql }) => [name, sql]))
  for (const { name, value, called } of end.sequences) {
    if (here.has(name)) await client.query('select setval($1::regclass, $2, $3)', [here.get(name), value, called])
  }
}

// Row security is forced on the owner too. These policies live only inside the transaction of a restore.
async function openPolicies(client: ClientBase, tables: string[]): Promise<void> {
  for (const table of tables) {
    await client.query(`create policy restore_in_progress on ${table} to owner using (true) with check (true)`)
  }
}

async function closePolicies(client: ClientBase, tables: string[]): Promise<void> {
  for (const table of tables) await client.query(`drop policy restore_in_progress on ${table}`)
}
