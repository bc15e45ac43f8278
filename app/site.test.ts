import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Environment, readEnvironment } from './environment.ts'
import { exitCodes } from './shared/halt.ts'
import { type Cluster, startCluster } from './shared/pg/cluster.ts'
import { openSite, type Site, withSite } from './site.ts'

// A server of its own: making a site's roles changes passwords that the other tests' server has.
const server = mkdtempSync(join(tmpdir(), 'passerelle-server-'))
const data = mkdtempSync(join(tmpdir(), 'passerelle-site-'))
const quiet = () => {}
let cluster: Cluster
let environment: Environment
beforeAll(async () => {
  cluster = await startCluster({ dataDir: server, log: quiet })
  const { host, port, user, password } = cluster.connection
  const admin = new pg.Client(cluster.connection)
  await admin.connect()
  await admin.query('create database town')
  await admin.end()
  environment = readEnvironment({
    DATABASE_URL: `postgres://${user}:${password}@localhost:${port}/town?host=${encodeURIComponent(host!)}`,
    DATA_DIR: data,
  })
})
afterAll(async () => {
  await cluster.stop()
  for (const folder of [server, data]) rmSync(folder, { recursive: true, force: true })
})

const migrationsIn = async ({ owner }: Site) => {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from migrations.applied')
  await client.end()
  return rows[0]!.n
}

describe('a site on a database server of one’s own', () => {
  test('is made there, and a command beside it works on the same database', async () => {
    const site = await openSite(environment, quiet)
    try {
      const count = await migrationsIn(site)
      expect(count).toBeGreaterThan(0)
      expect(await withSite(environment, quiet, 'command', migrationsIn)).toBe(count)
      await expect(openSite(environment, quiet)).rejects.toMatchObject({ code: exitCodes.busy })
    } finally {
      await site.stop()
    }
  })

  test('is opened by a command when it is not running, and left again', async () => {
    expect(await withSite(environment, quiet, 'command', migrationsIn)).toBeGreaterThan(0)
    const site = await openSite(environment, quiet)
    await site.stop()
  })
})
