import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as staff } from '../../app/features/staff/paths.ts'
import { totpCode } from '../../app/shared/secrets/totp.ts'
import { arrive, axe, openBrowser, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { createTestSite, type TestSite } from '../support/site.ts'

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'fr', javaScript: true },
  { language: 'de', javaScript: false },
  { language: 'de', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  let site: TestSite
  let browser: TestBrowser
  beforeAll(async () => {
    site = await createTestSite({ founded: false })
    browser = await openBrowser(site)
  })
  afterAll(async () => {
    await browser?.close()
    await site.close()
  })

  test('an empty site becomes a site with an administrator', { timeout: 120_000 }, async () => {
    const page = await browser.newPage({ language, javaScript })
    const look = async (name: string) => {
      await browser.screenshot(page, `setup-${name}-${language}`)
      if (!javaScript) return
      expect(await axe(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await scrollsSideways(page)).toBe(false)
    }
    await page.goto(staff.signIn())
    await arrive(page, '/setup')
    await page.getByTestId('setup-site').fill('Rivemont')
    await page.getByTestId('setup-submit').click()
    await page.locator('.error-summary').waitFor()
    await look('errors')
    await page.getByTestId('institution-name').fill('Service social de Rivemont')
    await page.getByTestId('institution-kind').selectOption('social-service')
    await page.getByTestId('institution-language-de').check()
    await page.getByTestId('institution-language-fr').check()
    await page.getByTestId('setup-name').fill('Sylvie Aebi')
    await page.getByTestId('setup-email').fill('sylvie.aebi@rivemont.example')
    await page.getByTestId('new-password').fill('river lantern copper meadow')
    await page.getByTestId('new-password-again').fill('river lantern copper meadow')
    await page.getByTestId('setup-submit').click()
    const key = ((await page.getByTestId('totp-key').textContent()) ?? '').replaceAll(' ', '')
    await look('phone')
    await page.getByTestId('phone-code').fill(totpCode(key, Date.now()))
    await page.getByTestId('phone-submit').click()
    await page.getByTestId('codes-noted').waitFor()
    expect(await page.getByTestId('recovery-codes').locator('li').count()).toBe(10)
    await look('codes')
    await page.getByTestId('codes-noted').check()
    await page.getByTestId('codes-submit').click()
    await arrive(page, staff.list())
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await page.context().close()
  })
})
