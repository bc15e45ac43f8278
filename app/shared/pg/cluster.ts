import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg, { type ClientConfig } from 'pg'
import { exitCodes, Halt } from '../halt.ts'
import { type Account, barrier, databaseAccount, openForPassing } from './account.ts'
import { findBinaries } from './binaries.ts'
import {
  argumentsFor,
  baseSettings,
  keepRunning,
  type Launch,
  launchServer,
  port,
  removeSocketFolder,
  socketFolder,
} from './launch.ts'
import { lockHolder, takeLock } from './lock.ts'
import { makeCluster, superuser } from './make.ts'
import { clearStale, findPostmaster, type Postmaster, readPostmaster, stopPostmaster } from './postmaster.ts'
import { readSecrets } from './secrets.ts'

export type ClusterOptions = {
  /** The folder that holds everything; made when missing. */
  dataDir: string
  /** Told of steps that take time, one plain line each. */
  log: (line: string) => void
  /** What the lock says the folder is used for. */
  purpose?: string
  /** Server settings on top of ours, for tests. */
  settings?: Record<string, string>
}

export type Cluster = {
  /** As superuser, to the database `postgres`. */
  connection: ClientConfig
  /** Stops the server and gives the folder free. Safe to call twice. */
  stop(): Promise<void>
  /** A server that had outlived its site was taken over. */
  reused: boolean
}

/**
 * Starts the PostgreSQL of a data folder, making it first when the folder is new; takes over one that a `kill -9` of
 * its site left running. While the returned cluster is in use, a server that dies is started again.
 * @throws Halt 3 when another process uses the folder, 2 when the database account can't reach it.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { log } = options
  const dataDir = prepareFolder(options.dataDir)
  const clusterDir = join(dataDir, 'pg')
  const account = databaseAccount(clusterDir)
  assertReachable(dataDir, account)
  const lock = await takeLock(dataDir, options.purpose ?? 'site')
  try {
    const binaries = findBinaries(account, dataDir)
    if (!existsSync(clusterDir)) makeCluster({ dataDir, clusterDir, account, binaries, log })
    const launch = { dataDir, clusterDir, account, binaries, settings: { ...baseSettings, ...options.settings }, log }
    const outlived = await takeOver(launch)
    const server = outlived ?? (await launchServer(launch, socketFolder(clusterDir, account)))
    const keeper = keepRunning(launch, server)
    return {
      connection: connectionTo(dataDir, server),
      reused: outlived !== undefined,
      async stop() {
        await keeper.stop()
        removeSocketFolder(server.socketDir)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The running site's database, for a command beside it; undefined when no site runs on the folder. */
export function runningCluster(dataDir: string): ClientConfig | undefined {
  if (!existsSync(dataDir)) return undefined
  const folder = realpathSync(dataDir)
  const server = lockHolder(folder)?.purpose === 'site' ? findPostmaster(join(folder, 'pg')) : undefined
  return server?.ready ? connectionTo(folder, server) : undefined
}

function connectionTo(dataDir: string, { socketDir }: Postmaster): ClientConfig {
  const password = readSecrets(dataDir)?.passwords[superuser]
  if (!password) {
    throw new Halt(`${dataDir} has a database but no secrets.json: put it back from its copy.`, exitCodes.usage)
  }
  return { host: socketDir, port, user: superuser, password, database: 'postgres' }
}

/** Makes the data folder when it is missing, open for passing through under root. @throws Halt 2 when that can't be. */
export function prepareFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    return realpathSync(dataDir)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Halt(`The data folder ${dataDir} can't be made (${code}): choose another with DATA_DIR.`, exitCodes.usage)
  }
}

function assertReachable(dataDir: string, account: Account) {
  openForPassing(dataDir, account)
  const closed = barrier(dataDir, account)
  if (!closed) return
  const fix = `chmod o+x '${closed}', or set DATA_DIR=/var/lib/passerelle/data`
  throw new Halt(`The database account may not enter ${closed}, so it can't reach ${dataDir}: ${fix}.`, exitCodes.usage)
}

/** A server left behind is kept when it is the one we would start ourselves; another program or settings: stopped. */
async function takeOver(launch: Launch): Promise<Postmaster | undefined> {
  const found = findPostmaster(launch.clusterDir)
  if (!found) {
    const crashed = readPostmaster(launch.clusterDir)
    if (crashed) await clearStale(launch.clusterDir, crashed.socketDir)
    if (crashed) removeSocketFolder(crashed.socketDir)
    return undefined
  }
  const ours = [launch.binaries.postgres, ...argumentsFor(launch, found.socketDir)].join('\0')
  const running = readFileSync(`/proc/${found.pid}/cmdline`, 'utf8').replace(/\0+$/, '')
  if (found.ready && running === ours && (await answers(launch.dataDir, found))) return found
  await stopPostmaster(launch.clusterDir, found.pid)
  return undefined
}

async function answers(dataDir: string, server: Postmaster): Promise<boolean> {
  const client = new pg.Client({ ...connectionTo(dataDir, server), connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
