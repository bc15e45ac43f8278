import { existsSync, realpathSync } from 'node:fs'
import pg, { type ClientConfig } from 'pg'
import { parse } from 'pg-connection-string'
import type { Environment } from './environment.ts'
import { migrate } from './shared/db/migrate.ts'
import { bootstrap, type SigningInRole, signingIn } from './shared/db/roles.ts'
import { exitCodes, Halt } from './shared/halt.ts'
import { prepareFolder, runningCluster, startCluster } from './shared/pg/cluster.ts'
import { lockHolder, takeLock } from './shared/pg/lock.ts'
import { choosePlace } from './shared/pg/place.ts'
import { keepSecrets } from './shared/pg/secrets.ts'
import { root } from './shared/root.ts'

/** A site's folder and its database, ready to be used: roles made, migrations applied. */
export type Site = {
  dataDir: string
  /** 32 bytes; what the site keeps secret is derived from it, for one purpose each. */
  siteKey: Buffer
  /** To the site's database as the account that migrates; may become any role with SET ROLE. */
  owner: ClientConfig
  roles: Record<SigningInRole, ClientConfig>
  /** Closes what was opened: nothing, for a command beside a running site. */
  stop(): Promise<void>
}

type Log = (line: string) => void
type Access = Pick<Site, 'owner' | 'roles'>

const database = 'passerelle'

/**
 * Opens the site for itself alone.
 * @throws Halt 3 when another process has it, 2 when a setting or a folder must be changed first.
 */
export async function openSite(environment: Environment, log: Log, purpose = 'site'): Promise<Site> {
  const { dataDir, notice } = choosePlace(environment.dataDir, root)
  if (notice) log(notice)
  const opened = environment.databaseUrl
    ? await openServer(environment.databaseUrl, dataDir, purpose)
    : await openCluster(dataDir, log, purpose)
  try {
    const access = await prepareAccess(environment, opened.admin, dataDir)
    await migrate(access.owner, log)
    return { dataDir, siteKey: siteKeyOf(dataDir), ...access, stop: opened.stop }
  } catch (error) {
    await opened.stop()
    throw error
  }
}

/** For a command: the running site's database, else opened as by a start and closed after. */
export async function withSite<T>(
  environment: Environment,
  log: Log,
  purpose: string,
  work: (site: Site) => Promise<T>,
): Promise<T> {
  const site = (await joinRunning(environment)) ?? (await openSite(environment, log, purpose))
  try {
    return await work(site)
  } finally {
    await site.stop()
  }
}

async function joinRunning(environment: Environment): Promise<Site | undefined> {
  const { dataDir } = choosePlace(environment.dataDir, root)
  const access = environment.databaseUrl
    ? await joinServer(environment, environment.databaseUrl, dataDir)
    : joinCluster(dataDir)
  return access && { dataDir, siteKey: siteKeyOf(dataDir), ...access, stop: async () => {} }
}

function joinCluster(dataDir: string): Access | undefined {
  const admin = runningCluster(dataDir)
  return admin && connections(admin, database, keepSecrets(dataDir, [...signingIn]).passwords)
}

async function joinServer(environment: Environment, url: string, dataDir: string): Promise<Access | undefined> {
  const running = existsSync(dataDir) && lockHolder(realpathSync(dataDir))?.purpose === 'site'
  return running ? prepareAccess(environment, toConfig(url), dataDir) : undefined
}

const siteKeyOf = (dataDir: string) => Buffer.from(keepSecrets(dataDir, []).siteKey, 'base64url')

async function openCluster(dataDir: string, log: Log, purpose: string) {
  const cluster = await startCluster({ dataDir, log, purpose })
  return { admin: { ...cluster.connection, database: 'postgres' }, stop: cluster.stop }
}

/** The database is somebody else's to run, but keys and files in the folder still want one process at a time. */
async function openServer(url: string, dataDir: string, purpose: string) {
  const lock = await takeLock(prepareFolder(dataDir), purpose)
  return { admin: toConfig(url), stop: async () => lock.release() }
}

async function prepareAccess(environment: Environment, admin: ClientConfig, dataDir: string): Promise<Access> {
  const { passwords } = keepSecrets(dataDir, [...signingIn])
  if (!environment.databaseUrl) {
    await bootstrap(admin, { database, passwords: passwords as Record<SigningInRole, string> })
    return connections(admin, database, passwords)
  }
  const name = admin.database ?? database
  const app = environment.databaseAppUrl ? toConfig(environment.databaseAppUrl) : undefined
  if (await mayMakeRoles(admin)) {
    const chosen = { ...passwords, ...(typeof app?.password === 'string' ? { app: app.password } : {}) }
    await bootstrap(admin, { database: name, passwords: chosen as Record<SigningInRole, string> })
    const access = connections(admin, name, chosen)
    return app ? { ...access, roles: { ...access.roles, app } } : access
  }
  if (!app) {
    const advice = 'let it, or have the roles made and give DATABASE_APP_URL'
    throw new Halt(`The account of DATABASE_URL may not create roles: ${advice}.`, exitCodes.usage)
  }
  const as = (role: SigningInRole): ClientConfig => ({ ...admin, options: `-c role=${role}` })
  return { owner: admin, roles: { app, audit_writer: as('audit_writer'), backup: as('backup') } }
}

function connections(admin: ClientConfig, name: string, passwords: Record<string, string>): Access {
  const as = (role: SigningInRole): ClientConfig => ({
    ...admin,
    database: name,
    user: role,
    password: passwords[role],
  })
  return {
    owner: { ...admin, database: name },
    roles: { app: as('app'), audit_writer: as('audit_writer'), backup: as('backup') },
  }
}

const toConfig = (url: string) => parse(url) as unknown as ClientConfig

/** @throws Halt 2 when the server can't be reached or is older than the features we rely on. */
async function mayMakeRoles(admin: ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...admin, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; may: boolean }>(
      `select current_setting('server_version_num')::int as version, rolsuper or rolcreaterole as may
         from pg_roles where rolname = current_user`,
    )
    const { version, may } = rows[0]!
    if (version < 170_000) throw new Halt('DATABASE_URL: PostgreSQL 17 or later is needed.', exitCodes.usage)
    return may
  } catch (error) {
    if (error instanceof Halt) throw error
    throw new Halt(`DATABASE_URL: the database does not answer (${(error as Error).message}).`, exitCodes.usage)
  } finally {
    await client.end().catch(() => {})
  }
}
