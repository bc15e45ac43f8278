// A whole site for one test file: its own database (a copy of the migrated one), vault and application.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { createApp } from '../../app/app.ts'
import { searchesOf } from '../../app/features/compositions/run.searches.ts'
import { type Credential, newId, openDatabase, type Tx } from '../../app/shared/db/database.ts'
import { type Actor, actorOf, type StaffRole } from '../../app/shared/http/actor.ts'
import type { Services } from '../../app/shared/http/doors.tsx'
import { openVault } from '../../app/shared/vault/vault.ts'
import { testPasswords } from './cluster.ts'
import { makeGiven } from './given.ts'

/** A Monday; every test lives on this day unless it says otherwise. */
export const testToday = '2026-11-23'

export type Staff = { id: string; name: string; email: string; role: StaffRole; institutionId: string; token: string }
export type Signed = { token: string; kind?: Credential['kind'] }
export type TestSite = Awaited<ReturnType<typeof createTestSite>>

let counter = 0

/** Make it in `beforeAll`, close it in `afterAll`. `founded: false` is a site before its first run. */
export async function createTestSite({ today = testToday, founded = true } = {}) {
  const cluster = inject('cluster')
  const database = `site_${process.pid}_${++counter}_${randomBytes(3).toString('hex')}`
  const admin = new pg.Client(cluster)
  await admin.connect()
  await admin.query(`create database ${database} template passerelle_template owner owner`)
  await admin.query(`revoke all on database ${database} from public`)
  await admin.query(`grant connect on database ${database} to app, audit_writer, backup`)
  await admin.end()

  // As superuser: makes what the tests start from, and asserts that a hidden row exists.
  const owner = new pg.Pool({ ...cluster, database, max: 2 })
  owner.on('error', () => {})
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-site-'))
  const siteKey = randomBytes(32)
  const vault = openVault(join(folder, 'keys'), siteKey)
  const db = openDatabase({ ...cluster, database, user: 'app', password: testPasswords.app })
  const logged: string[] = []
  const mails: { to: string; subject: string; text: string }[] = []
  const services: Services = {
    db,
    vault,
    siteKey,
    publicUrl: 'http://site.test',
    secureCookies: false,
    trustedProxies: 0,
    assets: (name) => `/assets/${name}`,
    mail: async (message) => void mails.push(message),
    isDemo: () => false,
    setupToken: undefined,
    log: (line) => void logged.push(line),
  }
  const app = createApp(services)
  const sql = async <R extends pg.QueryResultRow = Record<string, never>>(
    text: string,
    values: unknown[] = [],
  ): Promise<R[]> => (await owner.query<R>(text, values)).rows
  await sql('insert into clock (today, at_time) values ($1, $2)', [today, '09:00'])
  if (founded) await sql('insert into sites (name) values ($1)', ['Rivemont'])

  const cookieOf = (who: Signed | undefined): Record<string, string> =>
    who ? { cookie: `${who.kind ?? 'staff'}=${who.token}` } : {}
  return {
    db,
    vault,
    services,
    app,
    sql,
    /** Lines the site wrote for its operator: empty unless something went wrong. */
    logged,
    mails,
    connection: { ...cluster, database },
    given: makeGiven({ sql, vault, today }),
    /** Requests as somebody (or nobody). */
    as(who?: Signed) {
      const headers = cookieOf(who)
      return {
        get: (url: string, more: Record<string, string> = {}) =>
          app.request(url, { headers: { ...headers, 'accept-language': 'en', ...more } }),
        post(url: string, form: Record<string, string | string[]> = {}, more: Record<string, string> = {}) {
          const body = new URLSearchParams()
          for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
          return app.request(url, {
            method: 'POST',
            body,
            headers: { ...headers, 'accept-language': 'en', origin: 'http://site.test', ...more },
          })
        },
        upload(url: string, form: FormData) {
          return app.request(url, {
            method: 'POST',
            body: form,
            headers: { ...headers, 'accept-language': 'en', origin: 'http://site.test' },
          })
        },
      }
    },
    /** For stores: a committed transaction as somebody. */
    asActor<T>(who: Signed | undefined, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
      return db.asActor(who ? { kind: who.kind ?? 'staff', token: who.token } : undefined, (tx, entry) =>
        work(tx, actorOf(entry)),
      )
    },
    async close() {
      await searchesOf(db).end()
      await db.close()
      await owner.end()
      const last = new pg.Client(cluster)
      await last.connect()
      await last.query(`drop database ${database} with (force)`)
      await last.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const newToken = () => randomBytes(32).toString('base64url')
export const hashOf = (token: string) => createHash('sha256').update(token).digest()
export { newId }

/** The text of a page without its tags, for messages of failing tests and plain assertions. */
export async function textOf(response: Response): Promise<string> {
  const html = await response.text()
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
}
