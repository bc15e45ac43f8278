// Reads the environment, opens the site, listens; stops in the opposite order.

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { openDemo } from '../db/seeds/prepare.ts'
import { allJobs, createApp } from './app.ts'
import { type Environment, isLoopback, readEnvironment } from './environment.ts'
import { startSealer } from './features/audit/sealer.ts'
import { readWitness, writeWitness } from './features/audit/witness.ts'
import { searchesOf } from './features/compositions/run.searches.ts'
import { nameAddress } from './features/demo/logins.ts'
import { serveHealth } from './features/health/routes.ts'
import { type Database, openDatabase } from './shared/db/database.ts'
import { exitCodes, Halt } from './shared/halt.ts'
import { readAssets } from './shared/http/assets.ts'
import type { Services } from './shared/http/doors.tsx'
import { startJobs } from './shared/http/jobs.ts'
import { mailer } from './shared/mail.ts'
import { root } from './shared/root.ts'
import { deriveKey } from './shared/vault/site-key.ts'
import { openVault } from './shared/vault/vault.ts'
import { openSite } from './site.ts'

const log = (line: string) => console.log(line)

/** What has been opened so far, the latest first: stopping walks it in this order, also in the middle of a start. */
const closers: (() => Promise<void>)[] = []
let starting: Promise<void>
let stopping: Promise<void> | undefined

async function start() {
  const environment = readEnvironment(process.env, process.argv.slice(2))
  const site = await openSite(environment, log)
  closers.unshift(site.stop)
  if (stopping) return
  if (environment.demo) await openDemo(site, environment, log)
  if (stopping) return
  const db = openDatabase(site.roles.app)
  closers.unshift(() => atMost(1000, db.close()))
  const purpose = await readPurpose(db)
  const witnessFile = join(site.dataDir, 'audit-witness')
  const sealer = startSealer({
    connection: site.roles.audit_writer,
    witness: { read: () => readWitness(witnessFile), write: (head) => writeWitness(witnessFile, head) },
    onTrouble: (error) => log(`The audit chain: ${error.message}`),
  })
  closers.unshift(() => atMost(1000, sealer.stop()))
  if (stopping) return

  let app: Hono | undefined
  const { server, port } = await listen((request, env) => app!.fetch(request, env), environment)
  closers.unshift(() => closeServer(server))
  const publicUrl = environment.publicUrl ?? addressOf(environment.host, port)
  const assets = readAssets()
  const setupToken = purpose.founded || isLoopback(environment.host) ? undefined : randomBytes(16).toString('base64url')
  const services: Services = {
    db,
    vault: openVault(join(site.dataDir, 'keys'), site.siteKey),
    siteKey: deriveKey(site.siteKey, 'site'),
    publicUrl,
    secureCookies: publicUrl.startsWith('https:'),
    trustedProxies: environment.trustedProxies,
    assets: assets.urlOf,
    mail: mailer(environment.smtpUrl, publicUrl),
    isDemo: () => purpose.demo,
    setupToken,
    log,
  }
  app = createApp(services)
  closers.unshift(() => atMost(1000, searchesOf(db).end()))
  const stopJobs = await startJobs(allJobs, site.owner, services)
  closers.unshift(() => atMost(1000, stopJobs()))
  assets.serve(app)
  serveHealth(app, db.pool, version())
  log(`Passerelle is ready: ${publicUrl}`)
  if (purpose.demo) for (const line of nameAddress(site.dataDir, publicUrl)) log(line)
  if (setupToken) log(`The first visit asks for this one-time token: ${setupToken}`)
}

const version = () => (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

/** Whether the site has its first institution, and is a demo. */
async function readPurpose({ pool }: Database): Promise<{ founded: boolean; demo: boolean }> {
  const { rows } = await pool.query<{ demo: boolean }>('select demo from sites')
  return { founded: rows.length > 0, demo: rows[0]?.demo ?? false }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], { host, port }: Environment) {
  return new Promise<{ server: Server; port: number }>((done, fail) => {
    const server = serve({ fetch, hostname: host, port }, (address) => done({ server, port: address.port })) as Server
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      if (taken) fail(new Halt(`Port ${port} is in use by another program: choose one with PORT.`, exitCodes.busy))
      else fail(new Halt(`HOST ${host}, PORT ${port}: ${error.message}.`, exitCodes.usage))
    })
  })
}

const addressOf = (host: string, port: number) => {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** Requests under way have two seconds to end. */
async function closeServer(server: Server) {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  await atMost(2000, closed)
  server.closeAllConnections()
}

async function atMost(ms: number, work: Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([work.catch(() => {}), new Promise<void>((done) => (timer = setTimeout(done, ms)))])
  clearTimeout(timer)
}

/** Ends the process. A terminal, npm and bin/start may all pass on the same signal: only the first counts. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    await starting.catch(() => {})
    for (const close of closers) await close().catch((error: Error) => console.error(error.message))
    process.exit(code)
  })()
  return stopping
}

function fail(error: unknown) {
  if (error instanceof Halt) console.error(error.message)
  else console.error(error)
  void stop(error instanceof Halt ? error.code : exitCodes.fault)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(exitCodes.ok))
// bin/start was killed: nobody is left to pass a signal on.
process.on('disconnect', () => stop(exitCodes.ok))
process.on('uncaughtException', fail)
// The terminal may close before we have stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

starting = start()
starting.catch(fail)
