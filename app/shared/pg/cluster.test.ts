import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exitCodes } from '../halt.ts'
import { type Cluster, runningCluster, startCluster } from './cluster.ts'
import { takeLock } from './lock.ts'
import { findPostmaster, readPostmaster } from './postmaster.ts'
import { isAlive, until } from './process.ts'

const silent = () => {}
let dataDir: string
let open: Cluster[] = []

async function start(options: Partial<Parameters<typeof startCluster>[0]> = {}) {
  const cluster = await startCluster({ dataDir, log: silent, ...options })
  open.push(cluster)
  return cluster
}

async function ask(cluster: Pick<Cluster, 'connection'>, sql: string) {
  const client = new pg.Client(cluster.connection)
  client.on('error', silent)
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

/** A process of its own that holds the cluster, so that it can be killed as a site can. */
async function startElsewhere() {
  const script = `
    import { startCluster } from ${JSON.stringify(join(import.meta.dirname, 'cluster.ts'))}
    await startCluster({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
    console.log('ready')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((done) => child.stdout.once('data', done))
  const ended = new Promise((done) => child.once('exit', done))
  return {
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'passerelle-test-'))
})

afterEach(async () => {
  for (const cluster of open) await cluster.stop()
  open = []
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a new folder', () => {
  test('gets a UTF-8 database that knows accented capitals, behind a password and a private socket', async () => {
    const cluster = await start()
    const row = await ask(
      cluster,
      `select lower('ÉÖ') as word, current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens,
        current_setting('log_parameter_max_length') as logged, current_setting('fsync') as fsync`,
    )
    expect(row).toEqual({ word: 'éö', encoding: 'UTF8', listens: '', logged: '0', fsync: 'on' })
    await expect(ask({ connection: { ...cluster.connection, password: 'password' } }, 'select 1')).rejects.toThrow(
      /password/,
    )
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDir, 'pg')).mode & 0o777).toBe(0o700)
  })

  test('may lie so deep that a socket inside would have too long a name', async () => {
    chmodSync(dataDir, 0o711)
    const cluster = await start({ dataDir: join(dataDir, 'a'.repeat(60), 'b'.repeat(60)) })
    expect(await ask(cluster, 'select 1 as one')).toEqual({ one: 1 })
    expect(statSync(String(cluster.connection.host)).mode & 0o777).toBe(0o700)
    await cluster.stop()
    expect(existsSync(String(cluster.connection.host))).toBe(false)
  })

  test('left half made by a crash is made again', async () => {
    mkdirSync(join(dataDir, 'pg.new'))
    writeFileSync(join(dataDir, 'pg.new', 'PG_VERSION'), '18')
    expect(await ask(await start(), 'select 1 as one')).toEqual({ one: 1 })
  })
})

describe('a second start', () => {
  test('finds the rows of the first', async () => {
    const first = await start()
    await ask(first, 'create table kept as select 42 as answer')
    await first.stop()
    const second = await start()
    expect(second.reused).toBe(false)
    expect(await ask(second, 'select answer from kept')).toEqual({ answer: 42 })
  })

  test('while the first still runs is refused as busy, in one line', async () => {
    const elsewhere = await startElsewhere()
    await expect(start()).rejects.toMatchObject({ code: exitCodes.busy, message: expect.stringMatching(/^[^\n]+$/) })
    expect(await ask({ connection: runningCluster(dataDir)! }, 'select 1 as one')).toEqual({ one: 1 })
    await elsewhere.kill()
    await start()
  })

  test('after kill -9 of the site takes its database over and can stop it', async () => {
    const elsewhere = await startElsewhere()
    await elsewhere.kill()
    const left = findPostmaster(`${dataDir}/pg`)!
    const cluster = await start()
    expect(cluster.reused).toBe(true)
    await ask(cluster, 'create table kept as select 42 as answer')
    await cluster.stop()
    expect(isAlive(left.pid)).toBe(false)
  })

  test('after kill -9 of site and database finds every committed row', async () => {
    const elsewhere = await startElsewhere()
    const connection = runningCluster(dataDir)!
    await ask({ connection }, 'create table kept as select 42 as answer')
    await elsewhere.kill()
    process.kill(findPostmaster(`${dataDir}/pg`)!.pid, 'SIGKILL')
    const cluster = await start()
    expect(cluster.reused).toBe(false)
    expect(await ask(cluster, 'select answer from kept')).toEqual({ answer: 42 })
  })

  test('is not held up by a pid file whose number is now another program', async () => {
    const first = await start()
    await first.stop()
    writeFileSync(
      join(dataDir, 'pg', 'postmaster.pid'),
      `${process.pid}\n${dataDir}/pg\n1\n5432\n${dataDir}/pg\n\n1 1\nready\n`,
    )
    expect(await ask(await start(), 'select 1 as one')).toEqual({ one: 1 })
  })
})

test('a database that dies under a running site is started again', async () => {
  const cluster = await start()
  const before = findPostmaster(`${dataDir}/pg`)!.pid
  process.kill(before, 'SIGKILL')
  expect(await until(() => (readPostmaster(`${dataDir}/pg`)?.pid ?? before) !== before, 20_000)).toBe(true)
  expect(await until(() => findPostmaster(`${dataDir}/pg`)?.ready === true, 20_000)).toBe(true)
  expect(await ask(cluster, 'select 1 as one')).toEqual({ one: 1 })
})

test.runIf(process.getuid?.() === 0)('a folder behind a closed one is refused with the fix', async () => {
  const closed = join(dataDir, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  chmodSync(dataDir, 0o711)
  await expect(start({ dataDir: join(closed, 'data') })).rejects.toMatchObject({
    code: exitCodes.usage,
    message: expect.stringContaining(`chmod o+x '${closed}'`),
  })
})

describe('the lock', () => {
  test('of a process that is gone binds nobody', async () => {
    writeFileSync(
      join(dataDir, 'lock'),
      JSON.stringify({ pid: process.pid, started: '1', boot: 'earlier', purpose: 'site' }),
    )
    const lock = await takeLock(dataDir, 'site', 0)
    await expect(takeLock(dataDir, 'site', 0)).rejects.toMatchObject({ code: exitCodes.busy })
    lock.release()
    ;(await takeLock(dataDir, 'site', 0)).release()
  })
})
