import type { Context } from 'hono'
import type { VNode } from 'preact'
import type { Words } from '../i18n/i18n.ts'
import { direction, type Language, languageNames, unreviewed } from '../i18n/languages.ts'
import type { PlainDate } from '../time/dates.ts'
import { type Flash, renderPage, type View } from '../ui/index.ts'
import { type Actor, nobody } from './actor.ts'
import { type CookieName, type Cookies, cookieName } from './cookies.ts'
import type { Services } from './doors.tsx'
import { errorPage } from './error-pages.tsx'
import { languagesFor } from './language.ts'
import { navFor } from './nav.ts'
import type { Cookie, Outcome, Say } from './outcome.ts'
import { isParticipants } from './participants.ts'

/** What a page's frame needs to know about the request. */
export type Frame = { actor: Actor; today: PlainDate; words: Words; cookies: Cookies }

type Result = Frame & { outcome: Outcome; page?: string; method: 'GET' | 'POST' }

export const respond = { render, send, html }

/** The page in its frame. */
function render(c: Context, services: Services, frame: Frame, page: VNode): string {
  return renderPage(viewOf(c, services, frame), page)
}

function viewOf(c: Context, services: Services, { actor, today, words, cookies }: Frame): View {
  const { lang, t } = words
  const kiosk = cookies.get('kiosk') === '1'
  const theme = cookies.get('theme')
  const participant = actor.kind === 'card' || isParticipants(cookies.path)
  return {
    t: t as View['t'],
    date: words.date,
    number: words.number,
    lang,
    dir: direction(lang),
    path: cookies.path,
    today,
    viewer: viewerOf(actor, words),
    nav: navFor(actor, cookies.path).map(({ href, key, icon, current }) => ({ href, label: t(key), icon, current })),
    flash: flashOf(cookies, words),
    unreviewed: unreviewed.includes(lang),
    demo: services.isDemo(),
    assets: services.assets,
    languages: languagesFor(c.req.path).map((code) => ({
      code,
      name: languageNames[code],
      href: inLanguage(cookies.path, code),
    })),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(actor.kind === 'staff' ? { sessionSeconds: 15 * 60 } : {}),
    // The shared tablet's start page stays; every other page of a participant gives way to it.
    ...(kiosk && participant && c.req.path !== '/card/kiosk' ? { kioskSeconds: 20 } : {}),
    links: {
      ...(participant ? { home: kiosk ? '/card/kiosk' : '/me', leave: '/me/leave', help: '/card/help' } : {}),
      // Administrators see no files: there is nobody for them to look for.
      ...(actor.kind === 'staff' && actor.role === 'administrator' ? { search: '' } : {}),
    },
  }
}

function viewerOf(actor: Actor, { t }: Words): View['viewer'] {
  switch (actor.kind) {
    case 'staff':
      return {
        kind: 'staff',
        name: actor.name,
        role: t(`roles.${actor.role}`),
        institution: actor.institution,
        initials: actor.name
          .split(/\s+/)
          .map((part) => part[0])
          .slice(0, 2)
          .join(''),
      }
    case 'card':
      return { kind: 'card', ...(actor.firstName ? { name: actor.firstName } : {}) }
    case 'link':
      return { kind: 'link' }
    default:
      return { kind: 'nobody' }
  }
}

/** The same page in another language; the choice is kept in a cookie. */
function inLanguage(path: string, code: Language): string {
  const url = new URL(path, 'http://site')
  url.searchParams.set('lang', code)
  return url.pathname + url.search
}

/** What was just done, told once: the redirect left a message key in a cookie, never a person's data. */
function flashOf(cookies: Cookies, { t }: Words): Flash | undefined {
  const raw = cookies.get('say')
  if (!raw) return undefined
  try {
    const say = JSON.parse(Buffer.from(raw, 'base64url').toString()) as Say
    const safe = typeof say.undo === 'string' && /^\/(?!\/)/.test(say.undo)
    return { text: t(say.key, say.params), ...(safe ? { undo: { action: say.undo! } } : {}) }
  } catch {
    return undefined
  }
}

/** The response to an outcome. */
function send(c: Context, services: Services, result: Result): Response {
  const { outcome, actor } = result
  keepLanguage(c, services)
  const wrong = (status: 401 | 403 | 404) =>
    html(
      c,
      services,
      status,
      render(c, services, { ...result, actor: status === 404 ? actor : result.actor }, errorPage(status)),
    )
  switch (outcome.type) {
    case 'page':
      if (result.cookies.get('say')) setCookie(c, services, { name: 'say', value: '', maxAge: 0 })
      if (outcome.refresh) c.header('refresh', `${outcome.refresh.seconds}; url=${outcome.refresh.url}`)
      return html(c, services, outcome.status, result.page!)
    case 'redirect':
      if (outcome.forget)
        c.header('clear-site-data', outcome.forget === 'everything' ? '"cookies", "storage"' : '"storage"')
      for (const cookie of outcome.cookies) setCookie(c, services, cookie)
      if (outcome.say)
        setCookie(c, services, {
          name: 'say',
          value: Buffer.from(JSON.stringify(outcome.say)).toString('base64url'),
          maxAge: 60,
        })
      return c.redirect(outcome.url, 303)
    case 'file':
      c.header('content-type', outcome.contentType)
      c.header(
        'content-disposition',
        `${outcome.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(outcome.name)}`,
      )
      return outcome.inline ? ranged(c, Buffer.from(outcome.bytes)) : c.body(outcome.bytes as string)
    case 'json':
      return c.json(outcome.value as object, outcome.status as 200)
    case 'not-found':
      return wrong(404)
    case 'forbidden':
      return wrong(403)
    case 'sign-in':
      if (result.method === 'GET') return c.redirect(signInFor(result.cookies.path), 303)
      return html(c, services, 401, render(c, services, { ...result, actor: nobody }, errorPage(401)))
  }
}

/** Some phones play a sound only from a site that gives it in parts. */
function ranged(c: Context, bytes: Uint8Array<ArrayBuffer>): Response {
  c.header('accept-ranges', 'bytes')
  const asked = /^bytes=(\d{1,9})-(\d{0,9})$/.exec(c.req.header('range') ?? '')
  if (!asked) return c.body(bytes)
  const from = Number(asked[1])
  const to = Math.min(asked[2] ? Number(asked[2]) : bytes.length - 1, bytes.length - 1)
  if (from > to) {
    c.header('content-range', `bytes */${bytes.length}`)
    return c.body(null, 416)
  }
  c.header('content-range', `bytes ${from}-${to}/${bytes.length}`)
  return c.body(bytes.subarray(from, to + 1), 206)
}

const signInFor = (path: string) =>
  isParticipants(path)
    ? '/card/sign-in'
    : /^\/link(\/|$|\?)/.test(path)
      ? '/sign-in/link-ended'
      : path === '/'
        ? '/sign-in'
        : `/sign-in?next=${encodeURIComponent(path)}`

function html(c: Context, _services: Services, status: number, page: string): Response {
  return c.html(page, status as 200)
}

function keepLanguage(c: Context, services: Services) {
  const chosen = c.req.query('lang')
  if (chosen && (languagesFor(c.req.path) as readonly string[]).includes(chosen)) {
    setCookie(c, services, { name: 'lang', value: chosen, maxAge: 365 * 24 * 3600 })
  }
}

/** Session cookies unless `maxAge` (seconds) is given; an empty value takes the cookie away. */
function setCookie(c: Context, { secureCookies }: Services, { name, value, maxAge }: Cookie) {
  // The switch of colours in the page writes this one too.
  const readable = name === 'theme'
  const age = value === '' ? '; Max-Age=0' : maxAge === undefined ? '' : `; Max-Age=${maxAge}`
  c.header(
    'set-cookie',
    `${cookieName(name as CookieName, secureCookies && !readable)}=${value}; Path=/${readable ? '' : '; HttpOnly'}; SameSite=Lax${secureCookies ? '; Secure' : ''}${age}`,
    { append: true },
  )
}
