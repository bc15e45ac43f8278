// A site that is lived in quickly: acts are planned on days, then done day by day by those who would do them, through the
// same doors as in a browser (policy, rules, stores, audit). Only the clock is turned from outside, as the owner may.

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type pg from 'pg'
import { createApp } from '../../app/app.ts'
import { openDatabase, type Tx } from '../../app/shared/db/database.ts'
import { type Actor, actorOf } from '../../app/shared/http/actor.ts'
import type { Services } from '../../app/shared/http/doors.tsx'
import { sha256 } from '../../app/shared/secrets/tokens.ts'
import { addDays, type PlainDate, weekday } from '../../app/shared/time/dates.ts'
import { deriveKey } from '../../app/shared/vault/site-key.ts'
import { openVault } from '../../app/shared/vault/vault.ts'
import type { Site } from '../../app/site.ts'
import { seeded } from './random.ts'

/** Who acts: a session's token and the cookie that carries it. */
export type Session = { kind: 'staff' | 'card' | 'link'; token: string }
export type Form = Record<string, string | number | boolean | readonly string[] | null | undefined>
type Act = () => Promise<unknown>
/** Acts of one lane follow each other; lanes of one day run beside each other; no lane waits for all and goes alone. */
type Planned = { day: PlainDate; lane: string | undefined; act: Act }

export type World = Awaited<ReturnType<typeof openWorld>>

const beside = 4
const origin = 'http://demo.invalid'

/** @param owner connected as the role `owner` */
export async function openWorld(site: Site, owner: pg.Client, { seed, today }: { seed: number; today: PlainDate }) {
  // A demo that is lost in a power cut is built anew: waiting for the disk at every commit would only cost time.
  const db = openDatabase(
    { ...site.roles.app, options: '-c synchronous_commit=off -c jit=off -c plan_cache_mode=force_generic_plan' },
    { max: beside },
  )
  const services: Services = {
    db,
    vault: openVault(join(site.dataDir, 'keys'), site.siteKey),
    siteKey: deriveKey(site.siteKey, 'site'),
    publicUrl: origin,
    secureCookies: false,
    trustedProxies: 0,
    assets: (name) => `/assets/${name}`,
    mail: async () => {},
    isDemo: () => true,
    setupToken: undefined,
    log: (line) => {
      throw new Error(line)
    },
  }
  const app = createApp(services)
  const planned: Planned[] = []
  const world = {
    today,
    services,
    random: seeded(seed),
    /** The day `offset` days from the one the world is built around. */
    day: (offset: number): PlainDate => addDays(today, offset),
    /** That day, or the Friday before it when it is a weekend. */
    workday: (offset: number): PlainDate => {
      const day = addDays(today, offset)
      return addDays(day, Math.min(0, 5 - weekday(day)))
    },
    /** That day, or the Monday after it when it is a weekend; never later than today. */
    nextWorkday: (offset: number): PlainDate => {
      const day = addDays(today, offset)
      const later = addDays(day, weekday(day) > 5 ? 8 - weekday(day) : 0)
      return later > today ? today : later
    },
    plan(day: PlainDate, lane: string | undefined, act: Act): void {
      planned.push({ day, lane, act })
    },
    /** Does what was planned, up to and including the last day. Acts may plan more, for the same day or later. */
    async run(progress: (day: PlainDate) => void): Promise<void> {
      for (;;) {
        planned.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
        const day = planned[0]?.day
        if (!day) return
        progress(day)
        await setClock(owner, day)
        const until = planned.findIndex((one) => one.day !== day)
        await doDay(planned.splice(0, until < 0 ? planned.length : until))
      }
    },
    /** Signs a member of staff in from the machine itself, as the command line does. */
    async signIn(email: string): Promise<Session> {
      const token = randomBytes(32).toString('base64url')
      const { rows } = await owner.query<{ id: string | null }>('select app.open_local_session($1, $2) as id', [
        email,
        sha256(token),
      ])
      if (!rows[0]?.id) throw new Error(`no account ${email}`)
      return { kind: 'staff', token }
    },
    /** Sends a form; gives the address it leads to. @throws when it was not accepted, with what the page says. */
    async post(who: Session | undefined, path: string, form: Form = {}): Promise<string> {
      const answer = await send(app, who, path, form)
      if (answer.status === 303) return answer.headers.get('location') ?? ''
      throw new Error(`POST ${path} ${JSON.stringify(form)}: ${answer.status} ${await reasonOf(answer)}`)
    },
    /** As `post`, for forms whose answer is a page or a cookie. */
    send: (who: Session | undefined, path: string, form: Form = {}) => send(app, who, path, form),
    async get(who: Session | undefined, path: string): Promise<Response> {
      return app.request(path, { headers: cookie(who) })
    },
    /** For what has no form: a transaction as somebody. */
    as: <T>(who: Session | undefined, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> =>
      db.asActor(who, (tx, entry) => work(tx, actorOf(entry))),
    close: () => db.close(),
  }
  return world
}

/**
 * The day the database takes for today, and the time. Without a time the real one of the day goes on: what is done first
 * must stay first. Without a day the real clock counts again.
 */
export async function setClock(
  owner: pg.Client,
  day: PlainDate | undefined,
  time: string | null = null,
): Promise<void> {
  await owner.query('delete from clock')
  if (day) await owner.query('insert into clock (today, at_time) values ($1, $2)', [day, time])
}

const cookie = (who: Session | undefined): Record<string, string> => (who ? { cookie: `${who.kind}=${who.token}` } : {})

function send(app: Hono, who: Session | undefined, path: string, form: Form) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && one !== undefined)
        body.append(name, one === true ? 'yes' : one === false ? 'no' : String(one))
  return app.request(path, { method: 'POST', body, headers: { ...cookie(who), origin, 'accept-language': 'en' } })
}

/** What an error page says: its summary, else all of its words. */
async function reasonOf(answer: Response): Promise<string> {
  const html = await answer.text()
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  const alert = /<[^>]*role="alert"[\s\S]{0,1500}/.exec(main)?.[0] ?? main
  return alert
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500)
}

async function doDay(acts: Planned[]) {
  let lanes = new Map<string, Act[]>()
  const finish = async () => {
    const waiting = [...lanes.values()]
    lanes = new Map()
    await Promise.all(
      Array.from({ length: beside }, async () => {
        for (let lane = waiting.shift(); lane; lane = waiting.shift()) for (const act of lane) await act()
      }),
    )
  }
  for (const { lane, act } of acts) {
    if (lane === undefined) {
      await finish()
      await act()
    } else lanes.set(lane, [...(lanes.get(lane) ?? []), act])
  }
  await finish()
}
