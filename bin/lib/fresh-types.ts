// Migrates an empty database in a temporary cluster and gives the types of its tables: for `bin/db types` and the check.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../app/shared/db/migrate.ts'
import { bootstrap } from '../../app/shared/db/roles.ts'
import { startCluster } from '../../app/shared/pg/cluster.ts'
import { tableTypes } from './table-types.ts'

export async function freshTypes(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-types-'))
  const cluster = await startCluster({ dataDir, log: () => {} })
  try {
    const site = await bootstrap(cluster.connection, {
      database: 'passerelle',
      passwords: { app: 'app', audit_writer: 'writer', backup: 'backup' },
    })
    await migrate(site)
    return await tableTypes(site)
  } finally {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const { writeFileSync } = await import('node:fs')
  writeFileSync(join(import.meta.dirname, '../../app/shared/db/tables.gen.ts'), await freshTypes())
}
