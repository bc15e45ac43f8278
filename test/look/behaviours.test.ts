import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets, launch, openGallery } from './gallery.ts'

let browser: Browser
let built: Map<string, string>

beforeAll(async () => {
  built = await buildAssets()
  browser = await launch()
}, 60_000)
afterAll(() => browser?.close())

test('leaving a page empties the screen, and so does pressing Shift three times', async () => {
  const { page, show } = await openGallery(browser, built, { width: 390 })
  for (const leave of [() => page.getByTestId('leave-page').click(), () => shiftThreeTimes()]) {
    await show('my-space', 'fr', 'light')
    const left = page.waitForRequest((request) => new URL(request.url()).pathname === '/leave')
    await leave()
    await left
  }
  async function shiftThreeTimes() {
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift')
  }
  await page.context().close()
})

test('Ctrl-K leads to the search, "?" lists the keys of the page', async () => {
  const { page, show } = await openGallery(browser, built, { width: 1280 })
  await show('today', 'fr', 'light')
  await page.keyboard.press('Control+k')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Nouvelle personne').waitFor()
  await page.context().close()
})

test('the theme is switched and remembered', async () => {
  const { page, show } = await openGallery(browser, built, { width: 1280 })
  await show('today', 'fr', 'light')
  await page.getByRole('button', { name: 'Claire Vuilleumier' }).click()
  await page.getByRole('button', { name: /Thème/ }).click()
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  expect(await page.evaluate(() => document.cookie)).toBe('theme=dark')
  await page.context().close()
})

test('a form is sent once, even when its button is pressed twice', async () => {
  const { page, show } = await openGallery(browser, built, { width: 1280 })
  await show('sign-in', 'fr', 'light')
  await page.evaluate(() => {
    const sent: boolean[] = []
    Object.assign(window, { sent })
    document.addEventListener('submit', (event) => {
      sent.push(!event.defaultPrevented)
      event.preventDefault()
    })
  })
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('button', { name: 'Se connecter' }).click()
  expect(await page.evaluate(() => (window as unknown as { sent: boolean[] }).sent)).toEqual([true, false])
  await page.context().close()
})

test('a draft is sent when the page is hidden, and the page says when it was saved', async () => {
  const { page, show } = await openGallery(browser, built, { width: 390 })
  await show('question', 'fr', 'light')
  await page.getByRole('textbox').fill('Au marché, avec ma voisine')
  const draft = page.waitForRequest((request) => new URL(request.url()).pathname === '/drafts/3')
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  expect((await draft).postData()).toContain('evidence=Au+march')
  await page.getByText(/^Enregistré à \d\d:\d\d/).waitFor()
  await page.context().close()
})

test('without script the menu, the dialog and the account open all the same, and nothing covers the page', async () => {
  const { page, show } = await openGallery(browser, built, { width: 390, script: false })
  await show('person', 'fr', 'light')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Groupes' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Clore le dossier' }).click()
  await page.getByLabel('Motif').fill('Départ')
  await page.getByRole('link', { name: 'Fermer' }).click()
  await page.getByLabel('Motif').waitFor({ state: 'hidden' })
  await show('today', 'fr', 'light')
  expect(await page.locator('.toast').evaluate((toast) => getComputedStyle(toast).position)).toBe('static')
  await page.context().close()
})
