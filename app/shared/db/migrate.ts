import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg, { type ClientConfig } from 'pg'
import { root } from '../root.ts'

const folder = join(root, 'db', 'migrations')

type Migration = { name: string; sql: string; hash: string }

/** The migrations in the order of their time stamps. */
export function listMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies what is pending, each migration in a transaction of its own, as the role `owner`.
 * @returns the names applied. @throws when a migration that was applied has changed since.
 */
export async function migrate(connection: ClientConfig, log: (line: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('set role owner')
    await client.query(`select pg_advisory_lock(hashtext('passerelle migrations'))`)
    await client.query('create schema if not exists migrations')
    await client.query(
      'create table if not exists migrations.applied (name text primary key, hash text not null, at timestamptz not null default now())',
    )
    await client.query('grant usage on schema migrations to app, backup')
    await client.query('grant select on migrations.applied to app, backup')
    const applied = await readApplied(client)
    const done: string[] = []
    for (const migration of listMigrations()) {
      const hash = applied.get(migration.name)
      if (hash === migration.hash) continue
      if (hash) throw new Error(`${migration.name} was applied and has changed since: write a new migration instead`)
      log(`Preparing the database: ${migration.name}`)
      await client.query('begin')
      try {
        await client.query('set local role owner')
        await client.query(migration.sql)
        await client.query('set local role owner')
        await client.query('insert into migrations.applied (name, hash) values ($1, $2)', [
          migration.name,
          migration.hash,
        ])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`${migration.name}: ${(error as Error).message}`, { cause: error })
      }
      done.push(migration.name)
    }
    return done
  } finally {
    await client.end()
  }
}

async function readApplied(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migrations.applied')
  return new Map(rows.map((row) => [row.name, row.hash]))
}

/** How many migrations are applied and pending, for the health page. */
export async function countMigrations(client: pg.ClientBase | pg.Pool): Promise<{ applied: number; pending: number }> {
  const { rows } = await client.query<{ name: string }>('select name from migrations.applied')
  const names = new Set(rows.map((row) => row.name))
  return { applied: names.size, pending: listMigrations().filter((m) => !names.has(m.name)).length }
}
