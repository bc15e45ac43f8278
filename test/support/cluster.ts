import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../app/shared/db/migrate.ts'
import { bootstrap } from '../../app/shared/db/roles.ts'
import { startCluster } from '../../app/shared/pg/cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: ClientConfig
  }
}

export const testPasswords = { app: 'app-in-tests', audit_writer: 'writer-in-tests', backup: 'backup-in-tests' }

/** One PostgreSQL for the whole run, with a migrated database that each test file copies. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-test-'))
  const cluster = await startCluster({
    dataDir,
    log: () => {},
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' },
  })
  const site = await bootstrap(cluster.connection, { database: 'passerelle_template', passwords: testPasswords })
  await migrate(site)
  project.provide('cluster', cluster.connection)
  return async () => {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
