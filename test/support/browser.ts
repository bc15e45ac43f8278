// A browser on a running test site, for journeys and for looking at pages:
//
//   const site = await createTestSite()
//   const browser = await openBrowser(site)
//   const page = await browser.newPage({ javaScript: false, language: 'de', as: coach })
//   await page.goto(paths.list())
//   expect(await axe(page)).toEqual([])
//   await browser.screenshot(page, 'groups-list')      // only with SCREENSHOTS=<folder>; see there
//   await browser.close(); await site.close()
import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { createApp } from '../../app/app.ts'
import { testAssets } from './assets.ts'
import type { Signed, TestSite } from './site.ts'

export type Visitor = {
  /** False: the page must work with script off. */
  javaScript?: boolean
  /** What the browser asks for, e.g. `fr`, `de`, `ar`. */
  language?: string
  /** Staff, or a card or link with its `kind`; nobody when left out. */
  as?: Signed
  width?: number
  dark?: boolean
}

export type TestBrowser = Awaited<ReturnType<typeof openBrowser>>

/** Serves the site on a loopback port of its own and starts a headless Chromium. Close it in `afterAll`. */
export async function openBrowser(site: TestSite) {
  const server = await listen(site)
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  })
  return {
    url: server.url,
    /** A page in a context of its own: another device. Addresses are the site's: `page.goto('/people')`. */
    async newPage({ javaScript = true, language = 'fr', as, width = 1280, dark = false }: Visitor = {}): Promise<Page> {
      const context = await browser.newContext({
        baseURL: server.url,
        javaScriptEnabled: javaScript,
        locale: language,
        timezoneId: 'Europe/Zurich',
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(15_000)
      if (as) await signIn(context, server.url, as)
      return context.newPage()
    },
    /** A picture of the whole page at 1280 and 390 px, when the variable SCREENSHOTS names a folder; else nothing. */
    async screenshot(page: Page, name: string): Promise<void> {
      const folder = process.env.SCREENSHOTS
      if (!folder) return
      mkdirSync(folder, { recursive: true })
      const before = page.viewportSize()
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
      }
      if (before) await page.setViewportSize(before)
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

async function signIn(context: BrowserContext, url: string, { token, kind = 'staff' }: Signed) {
  await context.addCookies([{ name: kind, value: token, url, httpOnly: true, sameSite: 'Lax' }])
}

async function listen(site: TestSite) {
  const assets = await testAssets()
  const app = new Hono()
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise<void>((done) => server.once('listening', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'))
    return asset ? c.body(asset.bytes.slice().buffer, 200, { 'content-type': asset.contentType }) : c.notFound()
  })
  const whole = createApp({ ...site.services, publicUrl: url })
  app.all('*', (c) => whole.fetch(c.req.raw, c.env))
  return {
    url,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What the accessibility rules find on the page, one line each; no rule is disabled. With script off axe can't run in
 * the page: scan the same page with script on.
 */
export async function axe(page: Page): Promise<string[]> {
  await page.waitForLoadState()
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))
  })
}

/** Whether the page has to be scrolled sideways: never, down to 320 px. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  await page.waitForLoadState()
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

/** Waits until the page of this path is there: after a click the browser may still be on its way. */
export const arrive = (page: Page, path: string): Promise<void> => page.waitForURL((url) => url.pathname === path)

/** Presses what leads to another page, and waits until that page is there. */
export const press = (page: Page, testId: string): Promise<unknown> =>
  Promise.all([page.waitForEvent('load'), page.getByTestId(testId).first().click()])

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** `CHROMIUM_PATH`, a Chromium or Chrome on the PATH, or the one that playwright-core installed. */
export function findChromium(): string {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const found = [process.env.CHROMIUM_PATH, ...onPath, chromium.executablePath()].find(isExecutable)
  if (!found) throw new Error('No Chromium: set CHROMIUM_PATH, or run "npx playwright-core install chromium".')
  return found
}

function isExecutable(file: string | undefined): file is string {
  if (!file) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
