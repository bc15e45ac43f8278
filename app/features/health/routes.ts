import type { Hono } from 'hono'
import type pg from 'pg'
import { readiness } from './health.ts'

/** For machines that watch the site: no session, no person, nothing about either. */
export function serveHealth(app: Hono, pool: pg.Pool, version: string) {
  app.get('/health/live', (c) => c.json({ status: 'ok' }))
  app.get('/health/ready', async (c) => {
    const answer = await readiness(pool, version)
    return c.json(answer, answer.status === 'ok' ? 200 : 503)
  })
}
