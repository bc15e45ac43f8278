import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { galleryPages } from '../../app/shared/ui/gallery.tsx'
import { buildAssets, galleryHtml, launch, openGallery } from './gallery.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
/** Set PICTURES to a folder to get a picture of every page, width, theme and direction. */
const pictures = process.env.PICTURES
let browser: Browser
let built: Map<string, string>

beforeAll(async () => {
  built = await buildAssets()
  browser = await launch()
  if (pictures) mkdirSync(pictures, { recursive: true })
}, 60_000)
afterAll(() => browser?.close())

const gzip = (text: string) => gzipSync(text, { level: 9 }).length

describe('what the look weighs', () => {
  test('the stylesheets stay in their budgets', () => {
    expect(gzip(built.get('staff.css') ?? '')).toBeLessThan(15_000)
    expect(gzip(built.get('participant.css') ?? '')).toBeLessThan(6_000)
  })
  test('a participant’s page weighs less than 15 kB with its style and script', () => {
    const page = galleryHtml('my-space', 'ar', 'light')
    const rest = ['participant.css', 'participant.js', 'icon.svg'].map((name) => gzip(built.get(name) ?? ''))
    expect(rest.reduce((sum, n) => sum + n, gzip(page))).toBeLessThan(15_000)
  })
  test('no page needs a style attribute or an inline script', () => {
    for (const name of galleryPages()) {
      const html = galleryHtml(name, 'fr', 'light')
      expect(html).not.toMatch(/ style=| on\w+=|<script>|<style/)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html).not.toContain('[ui.')
    }
  })
})

describe.each([1280, 390, 320])('at %i px', (width) => {
  test('every page is accessible, in its place and within the content policy, in both themes and directions', async () => {
    const { page, complaints, show } = await openGallery(browser, built, { width })
    const found: string[] = []
    for (const name of galleryPages()) {
      for (const [lang, theme] of [
        ['fr', 'light'],
        ['fr', 'dark'],
        ['ar', 'light'],
        ['ar', 'dark'],
      ] as const) {
        const where = `${name} ${lang} ${theme}`
        await show(name, lang, theme)
        if (pictures)
          await page.screenshot({ path: `${pictures}/${name}-${lang}-${theme}-${width}.png`, fullPage: true })
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (overflow > 0) found.push(`${where}: ${overflow} px too wide`)
        if (name === 'my-space' || name === 'question') {
          found.push(...(await smallTargets(page)).map((target) => `${where}: ${target}`))
        }
        found.push(...(await accessibility(page)).map((fault) => `${where}: ${fault}`))
      }
    }
    await page.context().close()
    expect([...new Set([...found, ...complaints])]).toEqual([])
  }, 180_000)
})

/** What axe finds, one line per rule and place. The product's policy allows no foreign script, so it is evaluated. */
async function accessibility(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    type Result = { violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }
    const { run } = (window as unknown as { axe: { run: (options: unknown) => Promise<Result> } }).axe
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const participant = document.body.classList.contains('participant')
    const result = await run({
      runOnly: { type: 'tag', values: tags },
      rules: { 'color-contrast-enhanced': { enabled: participant } },
    })
    return result.violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id} ${n.target.join(' ')} ${(n.failureSummary ?? '').slice(0, 300)}`),
    )
  })
}

/** What a participant presses and is lower than 56 px; links within a sentence are exempt. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a:not(p a, .skip), .foot a, button, .choice-card, .input, summary')]
      .map((element) => ({ element, height: element.getBoundingClientRect().height }))
      .filter(({ height }) => height > 0 && height < 56)
      .map(
        ({ element, height }) => `${element.className || element.textContent} is only ${Math.round(height)} px high`,
      ),
  )
}
