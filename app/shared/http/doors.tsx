// The only doors of the site: page, act, publicPage and publicAct. Each opens one transaction that carries the actor,
// finds the subject, asks the policy, and turns the handler's outcome into a response. See ARCHITECTURE.md.
import type { Context } from 'hono'
import type { VNode } from 'preact'
import { type Database, sql, type Tx } from '../db/database.ts'
import { clean, Typed, uuid } from '../forms/forms.ts'
import { type Words, wordsIn } from '../i18n/i18n.ts'
import type { Language } from '../i18n/languages.ts'
import type { PlainDate } from '../time/dates.ts'
import type { Vault } from '../vault/vault.ts'
import { type Actor, actorOf } from './actor.ts'
import { auditEntries } from './audit.ts'
import { readTyped, TooLarge } from './body.ts'
import { type Cookies, credentialFor, readCookies } from './cookies.ts'
import { errorPage } from './error-pages.tsx'
import { chooseLanguage } from './language.ts'
import type { Outcome } from './outcome.ts'
import type { ParamsOf, Path } from './paths.ts'
import type { Policy } from './policy.ts'
import { respond } from './respond.tsx'

/** What the site lends to every request. */
export type Services = {
  db: Database
  vault: Vault
  /** Derived from the site's key: seals what belongs to no person, e.g. second factors and drafts. */
  siteKey: Uint8Array
  /** Where people reach the site, without a slash at the end. */
  publicUrl: string
  secureCookies: boolean
  trustedProxies: number
  assets: (name: string) => string
  /** Sends a message; undefined without SMTP_URL: then links are shown to be copied. */
  mail: ((message: { to: string; subject: string; text: string }) => Promise<void>) | undefined
  /** Whether the site is the demo world: every page says so. */
  isDemo: () => boolean
  /** The one-time token of a first run that can be reached from other machines. */
  setupToken: string | undefined
  log: (line: string) => void
}

/** What every handler gets. */
export type Ctx<P extends string = string, A extends Actor = Actor> = {
  tx: Tx
  actor: A
  params: ParamsOf<P>
  query: URLSearchParams
  /** What was posted (empty on pages). */
  typed: Typed
  /** The day it is, from the database; the only clock that rules may be given. */
  today: PlainDate
  now: Date
  t: Words['t']
  words: Words
  services: Services
  cookies: Cookies
  /** The requester's network address, for rate limits only; never stored. */
  address: string
  /** What the browser calls itself, for the list of own sessions. */
  device: string
}

type Found<S> = { subject: S }
type Handler<P extends string, S, A extends Actor> = (ctx: Ctx<P, A> & Found<S>) => Promise<Outcome>

type Spec<P extends string, S, A extends Actor> = {
  policy: Policy<S, A>
  /** What the route is about; undefined is not found, whether it is hidden or absent. */
  find?: (ctx: Ctx<P>) => Promise<S | undefined>
  /** Most bytes of a posted body; 64 KiB unless an upload is expected. */
  maxBytes?: number
}

export type Door = 'page' | 'act' | 'publicPage' | 'publicAct'

export type Route = {
  method: 'GET' | 'POST'
  path: string
  door: Door
  policy: Policy<never>
  /** Answers a request; never throws. */
  answer(c: Context, services: Services): Promise<Response>
}

/** A page for staff, a participant's card or a partner's link: GET, changes nothing. */
export const page = <P extends string, A extends Actor, S = undefined>(
  path: Path<P>,
  spec: Spec<P, S, A>,
  handler: Handler<P, S, A>,
): Route => makeRoute('GET', 'page', path, spec, handler)

/** An act of staff, card or link: POST, in one transaction with its audit entries. */
export const act = <P extends string, A extends Actor, S = undefined>(
  path: Path<P>,
  spec: Spec<P, S, A>,
  handler: Handler<P, S, A>,
): Route => makeRoute('POST', 'act', path, spec, handler)

/** A page for everyone, signed in or not: sign-in, first run, health of the site. */
export const publicPage = <P extends string>(path: Path<P>, handler: (ctx: Ctx<P>) => Promise<Outcome>): Route =>
  makeRoute('GET', 'publicPage', path, { policy: everyone }, handler)

/** The form on a public page. */
export const publicAct = <P extends string>(path: Path<P>, handler: (ctx: Ctx<P>) => Promise<Outcome>): Route =>
  makeRoute('POST', 'publicAct', path, { policy: everyone }, handler)

const everyone: Policy<undefined> = {
  name: 'everyone',
  actors: [
    'nobody',
    'administrator',
    'coordinator',
    'programme-office',
    'coach',
    'trainee',
    'social-worker',
    'measures-officer',
    'card',
    'link',
  ],
  needsPin: false,
  needsFreshFactor: false,
  allows: (_actor): _actor is Actor => true,
}

function makeRoute<P extends string, S, A extends Actor>(
  method: Route['method'],
  door: Door,
  path: Path<P>,
  spec: Spec<P, S, A>,
  handler: Handler<P, S, A>,
): Route {
  return {
    method,
    path: path.pattern,
    door,
    policy: spec.policy as unknown as Policy<never>,
    answer: (c, services) => answer(c, services, { method, door, path: path.pattern, spec, handler }),
  }
}

type Made<P extends string, S, A extends Actor> = {
  method: Route['method']
  door: Door
  path: string
  spec: Spec<P, S, A>
  handler: Handler<P, S, A>
}

/** What came of a request, before it is a response. */
type Answer = { outcome: Outcome; actor: Actor; today: PlainDate; page?: string }

async function answer<P extends string, S, A extends Actor>(
  c: Context,
  services: Services,
  route: Made<P, S, A>,
): Promise<Response> {
  const cookies = readCookies(c, services.secureCookies)
  const credential = credentialFor(c.req.path, cookies)
  let language: Language = chooseLanguage(c, cookies, undefined)
  try {
    const params = c.req.param() as ParamsOf<P>
    const isWhole = Object.entries(params).every(([name, value]) => !name.endsWith('Id') || uuid.test(String(value)))
    let typed: Typed | undefined
    const result = await services.db.asActor<Answer>(
      credential,
      async (tx, entry) => {
        const actor = actorOf(entry)
        language = chooseLanguage(c, cookies, actor)
        const words = wordsIn(language)
        const today = entry?.today ?? (await todayForNobody(tx))
        const given = (outcome: Outcome): Answer => ({ outcome, actor, today })
        if (actor.kind === 'nobody' && !route.spec.policy.actors.includes('nobody')) {
          return given({ type: 'sign-in' })
        }
        if (!isWhole) return given({ type: 'not-found' })
        if (route.method === 'POST') typed = await readTyped(c, route.spec.maxBytes ?? 65_536)
        const ctx: Ctx<P> = {
          tx,
          actor,
          params,
          query: cleanQuery(c.req.url),
          typed: typed ?? new Typed(),
          today,
          now: entry?.now ?? new Date(),
          t: words.t,
          words,
          services,
          cookies,
          address: cookies.address(services.trustedProxies),
          device: c.req.header('user-agent')?.slice(0, 200) ?? '',
        }
        const subject = route.spec.find ? await route.spec.find(ctx) : undefined
        if (route.spec.find && subject === undefined) return given({ type: 'not-found' })
        const first = comesFirst(actor, route.spec.policy as unknown as Policy<never>, ctx, route.method)
        if (first) return given(first)
        if (!route.spec.policy.allows(actor, subject as S)) return given({ type: 'forbidden' })
        const outcome = await route.handler({ ...ctx, actor, subject: subject as S })
        // Rendered while the transaction is open: if a page can't be shown, what it announces did not happen.
        const view =
          outcome.type === 'page'
            ? respond.render(c, services, { actor, today, words, cookies }, outcome.view as VNode)
            : undefined
        if ('audit' in outcome && outcome.commit) await auditEntries(tx, actor, outcome.audit, outcome)
        return { ...given(outcome), page: view }
      },
      ({ outcome }) => 'commit' in outcome && outcome.commit,
    )
    if ('after' in result.outcome) await result.outcome.after?.()
    return respond.send(c, services, { ...result, words: wordsIn(language), cookies, method: route.method })
  } catch (error) {
    return onError(error, { c, services, language, cookies })
  }
}

/** The query as a form's fields would be read: without the characters that have no place in a text. */
const cleanQuery = (url: string) =>
  new URLSearchParams([...new URL(url).searchParams].map(([name, value]) => [clean(name), clean(value)]))

/** An address that no route answers. */
export function unknownAddress(c: Context, services: Services): Response {
  const cookies = readCookies(c, services.secureCookies)
  const words = wordsIn(chooseLanguage(c, cookies, undefined))
  const page = respond.render(
    c,
    services,
    { actor: actorOf(undefined), today: '', words, cookies },
    errorPage(404) as VNode,
  )
  return respond.html(c, services, 404, page)
}

/** The second lock spoke where the first had not: answer as for anything that is not there, and tell the operator. */
function onError(
  error: unknown,
  { c, services, language, cookies }: { c: Context; services: Services; language: Language; cookies: Cookies },
): Response {
  const words = wordsIn(language)
  const frame = { actor: actorOf(undefined), today: '', words, cookies }
  const errorResponse = (status: 404 | 413 | 500 | 503, reference?: string) =>
    respond.html(c, services, status, respond.render(c, services, frame, errorPage(status, reference) as VNode))
  if (error instanceof TooLarge) return errorResponse(413)
  const code = (error as { code?: string }).code
  if (code === '42501') {
    services.log(`second lock: ${c.req.method} ${c.req.routePath}: ${(error as Error).message}`)
    return errorResponse(404)
  }
  if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === '57P01' || code === '57P03' || code === '53300') {
    services.log(`database away: ${(error as Error).message}`)
    return errorResponse(503)
  }
  const reference = crypto.randomUUID().slice(0, 8)
  services.log(`error ${reference}: ${c.req.method} ${c.req.routePath}: ${(error as Error).stack}`)
  return errorResponse(500, reference)
}

/** The page that must come before this one: the PIN of a scanned card, a fresh second factor. */
function comesFirst(actor: Actor, policy: Policy<never>, ctx: Ctx, method: Route['method']): Outcome | undefined {
  const go = (url: string): Outcome => ({ type: 'redirect', url, audit: [], cookies: [], commit: true })
  if (actor.kind === 'card' && policy.needsPin && actor.level === 'token' && policy.actors.includes('card'))
    // An act has no page to come back to.
    return go(method === 'GET' ? `/card/pin?next=${encodeURIComponent(ctx.cookies.path)}` : '/card/pin')
  if (actor.kind === 'staff' && policy.needsFreshFactor && policy.actors.includes(actor.role)) {
    const age = Date.now() - actor.factorAt.getTime()
    if (age > 10 * 60_000) return go(`/account/confirmation?next=${encodeURIComponent(ctx.cookies.from)}`)
  }
  return undefined
}

async function todayForNobody(tx: Tx): Promise<PlainDate> {
  const { rows } = await sql<{ today: PlainDate }>`select app.today() as today`.execute(tx)
  return rows[0]!.today
}
