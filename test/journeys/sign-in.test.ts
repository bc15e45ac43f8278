import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as people } from '../../app/features/people/paths.ts'
import { totpCode } from '../../app/shared/secrets/totp.ts'
import { arrive, axe, openBrowser, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { createTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
let browser: TestBrowser
beforeAll(async () => {
  site = await createTestSite()
  browser = await openBrowser(site)
})
afterAll(async () => {
  await browser?.close()
  await site.close()
})

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'fr', javaScript: true },
  { language: 'de', javaScript: false },
  { language: 'de', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  test('someone signs in with password and phone, and signs out', { timeout: 120_000 }, async () => {
    const amina = await site.given.staff('social-worker', { name: 'Amina Berger', language })
    const { password, totpSecret } = await site.given.credentials(amina)
    const page = await browser.newPage({ language, javaScript })
    await page.goto(people.create())
    await arrive(page, '/sign-in')
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await browser.screenshot(page, `sign-in-${language}`)
    if (javaScript) expect(await axe(page)).toEqual([])
    await page.getByTestId('sign-in-email').fill(amina.email)
    await page.getByTestId('sign-in-password').fill(password)
    await page.getByTestId('sign-in-submit').click()
    await page.getByTestId('sign-in-code').waitFor()
    await browser.screenshot(page, `sign-in-code-${language}`)
    if (javaScript) expect(await axe(page)).toEqual([])
    await page.getByTestId('sign-in-code').fill(totpCode(totpSecret, Date.now()))
    await page.getByTestId('code-submit').click()
    await arrive(page, people.create())
    await page.setViewportSize({ width: 320, height: 800 })
    if (javaScript) expect(await scrollsSideways(page)).toBe(false)
    await page.getByRole('button', { name: /Amina Berger/ }).click()
    await page.getByTestId('sign-out').click()
    await arrive(page, '/sign-in')
    await page.goto(people.create())
    await arrive(page, '/sign-in')
    await page.context().close()
  })
})
