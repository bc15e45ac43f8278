import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { exitCodes, Halt } from '../halt.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import {
  clearSockets,
  clearStale,
  isSocketFolder,
  type Postmaster,
  readPostmaster,
  socketPrefix,
  stopPostmaster,
} from './postmaster.ts'
import { isServerOf, pause } from './process.ts'

export const port = 5432

// Values of personal data must reach no log: neither parameters, nor statements, nor the details of errors.
export const baseSettings: Record<string, string> = {
  listen_addresses: '',
  port: String(port),
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m ',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_min_messages: 'log',
}

export type Launch = {
  dataDir: string
  clusterDir: string
  account: Account
  binaries: Binaries
  settings: Record<string, string>
  log: (line: string) => void
}

// Nothing of our own environment (secrets, language) reaches the database.
export const environment = () => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' })

/**
 * A socket's path may have 107 bytes. In a deep folder it moves to the temporary folder, into one with a random name
 * that only the account can enter, so nobody can stand there first.
 */
export function socketFolder(clusterDir: string, account: Account): string {
  if (Buffer.byteLength(join(clusterDir, `.s.PGSQL.${port}.lock`)) <= 107) return clusterDir
  const folder = mkdtempSync(socketPrefix)
  chmodSync(folder, 0o700)
  if (account) chownSync(folder, account.uid, account.gid)
  return folder
}

/** Takes away only what PostgreSQL puts there: a path read from a file must never be removed with all it holds. */
export function removeSocketFolder(folder: string) {
  if (!isSocketFolder(folder) || !existsSync(folder)) return
  clearSockets(folder)
  rmdirSync(folder)
}

export const argumentsFor = ({ clusterDir, settings }: Launch, socketDir: string) => [
  '-D',
  clusterDir,
  ...Object.entries({ ...settings, unix_socket_directories: socketDir }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]),
]

/** Starts the server in the background and waits until it answers, however long it has to mend itself. */
export async function launchServer(launch: Launch, socketDir: string): Promise<Postmaster> {
  const { binaries, clusterDir, account, dataDir } = launch
  const logFile = join(dataDir, 'postgres.log')
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(logFile, `${logFile}.1`)
  const output = openSync(logFile, 'a', 0o600)
  const from = statSync(logFile).size
  // A session of its own: the Ctrl-C that stops the site must not reach the database first.
  const child = spawn(binaries.postgres, argumentsFor(launch, socketDir), {
    ...account,
    cwd: clusterDir,
    env: environment(),
    stdio: ['ignore', output, output],
    detached: true,
  })
  closeSync(output)
  let failure: string | undefined
  child.on('error', (error) => {
    failure = error.message
  })
  child.on('exit', (code, signal) => {
    failure ??= `it ended with ${signal ?? code}`
  })
  child.unref()
  const began = performance.now()
  let told = false
  for (;;) {
    const server = readPostmaster(clusterDir)
    if (server?.ready && server.pid === child.pid) return server
    if (failure) {
      const lines = readFileSync(logFile).subarray(from).toString().split('\n')
      const said = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.findLast((line) => line.trim())
      throw new Halt(`The database did not start: ${said ?? failure}. See ${logFile}.`, exitCodes.fault)
    }
    if (!told && performance.now() - began > 3000) {
      launch.log('The database mends itself after a sudden end …')
      told = true
    }
    await pause(20)
  }
}

/** Looks every 300 ms whether the server lives and starts it again when not, a little more slowly after each failure. */
export function keepRunning(launch: Launch, first: Postmaster) {
  let server = first
  let stopping = false
  let work: Promise<void> = Promise.resolve()
  let wait = 300
  let timer: NodeJS.Timeout
  const plan = () => {
    timer = setTimeout(() => {
      work = look().finally(() => stopping || plan())
    }, wait)
    timer.unref()
  }
  const look = async () => {
    if (isServerOf(server.pid, launch.clusterDir)) return
    launch.log('The database had stopped and is started again …')
    try {
      await clearStale(launch.clusterDir, server.socketDir)
      server = await launchServer(launch, server.socketDir)
      wait = 300
    } catch (error) {
      launch.log((error as Error).message)
      wait = Math.min(wait * 2, 10_000)
    }
  }
  plan()
  return {
    async stop() {
      if (stopping) return work
      stopping = true
      clearTimeout(timer)
      await work
      work = stopPostmaster(launch.clusterDir, server.pid)
      await work
    },
  }
}
