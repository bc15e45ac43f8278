import type pg from 'pg'
import { countMigrations } from '../../shared/db/migrate.ts'

/** What `GET /health/ready` answers; the numbers are null while the database can't be asked. */
export type Readiness = {
  status: 'ok' | 'unavailable'
  version: string
  migrations: { applied: number | null; pending: number | null }
  database: 'ok' | 'down'
}

/** Ready to serve people: the database answers within `patience` ms and every migration is in. */
export async function readiness(pool: pg.Pool, version: string, patience = 2000): Promise<Readiness> {
  const counted = await Promise.race([countMigrations(pool).catch(() => undefined), after(patience)])
  if (!counted)
    return { status: 'unavailable', version, migrations: { applied: null, pending: null }, database: 'down' }
  return { status: counted.pending === 0 ? 'ok' : 'unavailable', version, migrations: counted, database: 'ok' }
}

const after = (ms: number) => new Promise<undefined>((done) => setTimeout(done, ms, undefined).unref())
