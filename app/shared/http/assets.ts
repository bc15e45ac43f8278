import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Hono } from 'hono'
import { root } from '../root.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Styles, islands and images as bundled. Their names carry a hash of the content, so a browser may keep them for good. */
export function readAssets() {
  const names = JSON.parse(readFileSync(join(root, 'build', 'assets.json'), 'utf8')) as Record<string, string>
  const files = new Map(Object.values(names).map((name) => [name, readFileSync(join(root, 'build', 'assets', name))]))
  return {
    /** @throws when nothing of that name was bundled. */
    urlOf(name: string): string {
      if (!names[name]) throw new Error(`No asset ${name}`)
      return `/assets/${names[name]}`
    },
    serve(app: Hono) {
      app.get('/assets/:name', (c) => {
        const file = files.get(c.req.param('name'))
        if (!file) return c.notFound()
        return c.body(new Uint8Array(file), 200, {
          'content-type': types[extname(c.req.param('name'))] ?? 'application/octet-stream',
          'cache-control': 'public, max-age=31536000, immutable',
        })
      })
    },
  }
}
