import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Credential } from '../db/database.ts'

/** What the request brought along, read once. */
export type Cookies = {
  get(name: CookieName): string | undefined
  /** Path and query of the request, to come back to. */
  path: string
  /** For acts: the page of this site with the form, to come back to; `path` when the browser does not say. */
  from: string
  address(trustedProxies: number): string
}

/**
 * `once` holds marks of what this browser did that counts once. `staff` and `card` carry session tokens, `link` the token of a personal link, `pending` a sign-in between its factors.
 */
export type CookieName = 'staff' | 'card' | 'link' | 'pending' | 'lang' | 'say' | 'kiosk' | 'theme' | 'once'

/** With TLS the browser pins cookies to this host (`__Host-`). */
export const cookieName = (name: CookieName, secure: boolean) => (secure ? `__Host-${name}` : name)

/** `secure`: only what this very host set counts (`__Host-`); a neighbour under the same domain can plant any other name. */
export function readCookies(c: Context, secure: boolean): Cookies {
  const all = new Map(
    (c.req.header('cookie') ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.includes('='))
      .map((pair): [string, string] => {
        const at = pair.indexOf('=')
        return [pair.slice(0, at), pair.slice(at + 1).replace(/^"|"$/g, '')]
      }),
  )
  const url = new URL(c.req.url)
  return {
    // The switch of colours in the page writes its cookie without the prefix.
    get: (name) => all.get(cookieName(name, secure && name !== 'theme')),
    path: url.pathname + url.search,
    from: pageOf(c, url) ?? url.pathname + url.search,
    address(trustedProxies) {
      const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
      const claimed = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined
      return claimed || directAddress(c)
    },
  }
}

function pageOf(c: Context, url: URL): string | undefined {
  const referer = c.req.header('referer') ?? ''
  if (c.req.method === 'GET' || !URL.canParse(referer)) return undefined
  const page = new URL(referer)
  return page.host === url.host ? page.pathname + page.search : undefined
}

function directAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    // Requests made in tests have no connection.
    return ''
  }
}

/**
 * Which of the requester's cookies speaks for them here. A tablet in the room may carry a coach's session and a
 * participant's card: the participant's pages live below /me and /card, a personal link's below /link. Below /v people vote:
 * there nobody is known, whatever the browser carries.
 */
export function credentialFor(path: string, cookies: Cookies): Credential | undefined {
  if (isBelow(path, '/v')) return undefined
  const kind = isBelow(path, '/me') || isBelow(path, '/card') ? 'card' : isBelow(path, '/link') ? 'link' : 'staff'
  const order = kind === 'staff' ? (['staff', 'card'] as const) : ([kind] as const)
  for (const name of order) {
    const token = cookies.get(name)
    if (token && /^[\w-]{16,200}$/.test(token)) return { kind: name, token }
  }
  return undefined
}

const isBelow = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`)
