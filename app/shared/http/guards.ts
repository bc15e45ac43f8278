import type { MiddlewareHandler } from 'hono'
import type { Services } from './doors.tsx'

// Everything is ours and external files only: no inline script or style, no third party (TRUST, "Pages").
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "media-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of every answer. Pages are never stored by a browser or proxy. */
export const secureHeaders =
  ({ secureCookies }: Services): MiddlewareHandler =>
  async (c, next) => {
    await next()
    c.header('content-security-policy', contentPolicy)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'same-origin')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('cross-origin-resource-policy', 'same-origin')
    c.header('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()')
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    if (secureCookies) c.header('strict-transport-security', 'max-age=31536000')
  }

/**
 * Refuses acts that another site's page sends. Browsers always say where a form comes from; a client that says nothing
 * is no browser and carries no cookie it did not put there itself.
 */
export const refuseForeign =
  ({ publicUrl }: Services): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const own = [new URL(publicUrl).host, c.req.header('host')]
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && !(URL.canParse(origin) && own.includes(new URL(origin).host)))
    return foreign ? c.text('This form was sent from another site.', 403) : next()
  }
