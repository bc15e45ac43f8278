import { randomBytes } from 'node:crypto'
import pg, { type ClientConfig } from 'pg'
import { inject } from 'vitest'
import { testPasswords } from './cluster.ts'

export type Scratch = {
  /** How `role` signs in to the database of this test. */
  as: (role: keyof typeof testPasswords) => ClientConfig
  /** As superuser, past every policy: for looking and for doing harm. */
  admin: ClientConfig
  drop: () => Promise<void>
}

/** A migrated database of its own, for tests that commit, dump or damage what is in it. */
export async function scratchDatabase(): Promise<Scratch> {
  const cluster = inject('cluster')
  const name = `scratch_${randomBytes(6).toString('hex')}`
  await onCluster(cluster, [
    `create database ${name} template passerelle_template owner owner`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to app, audit_writer, backup`,
  ])
  const admin = { ...cluster, database: name }
  return {
    admin,
    as: (role) => ({ ...admin, user: role, password: testPasswords[role] }),
    drop: () => onCluster(cluster, [`drop database ${name} with (force)`]),
  }
}

async function onCluster(cluster: ClientConfig, statements: string[]) {
  const client = new pg.Client(cluster)
  await client.connect()
  try {
    // Two copies of one template at once are refused.
    await client.query(`select pg_advisory_lock(hashtext('scratch databases'))`)
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
