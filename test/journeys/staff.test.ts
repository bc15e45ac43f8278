import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../app/features/staff/paths.ts'
import { totpCode } from '../../app/shared/secrets/totp.ts'
import { arrive, axe, openBrowser, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { createTestSite, type Staff, type TestSite } from '../support/site.ts'

let site: TestSite
let browser: TestBrowser
beforeAll(async () => {
  site = await createTestSite()
  site.services.mail = undefined
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
  let sylvie: Staff
  beforeAll(async () => {
    sylvie = await site.given.staff('administrator', { name: 'Sylvie Aebi', language })
    await site.given.credentials(sylvie)
  })

  /** Pictures when asked for, the accessibility rules and the width of a phone where script runs. */
  const look = async (page: Awaited<ReturnType<TestBrowser['newPage']>>, name: string) => {
    await browser.screenshot(page, `${name}-${language}`)
    if (!javaScript) return
    expect(await axe(page)).toEqual([])
    const before = page.viewportSize()!
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await scrollsSideways(page)).toBe(false)
    await page.setViewportSize(before)
  }

  test('a colleague is invited, joins, and leaves', { timeout: 120_000 }, async () => {
    const admin = await browser.newPage({ language, javaScript, as: sylvie })
    const name = `Luc Favre ${language} ${javaScript}`
    const email = `luc.favre.${language}.${javaScript}@rivemont.example`
    await admin.goto(paths.list())
    await admin.getByTestId('invite').click()
    await admin.getByTestId('invite-email').fill(email)
    await admin.getByTestId('role-coach').check()
    await admin.getByTestId('role-field').fill('Travail social')
    await look(admin, 'staff-invite')
    await admin.getByTestId('invite-submit').click()
    const link = (await admin.getByTestId('invitation-link').textContent())!
    await look(admin, 'staff-invited')

    const luc = await browser.newPage({ language, javaScript })
    await luc.goto(link)
    await arrive(luc, paths.invitation())
    await luc.getByTestId('join-name').fill(name)
    await luc.getByTestId('new-password').fill('gravel orchid thimble comet')
    await luc.getByTestId('new-password-again').fill('gravel orchid thimble comet')
    await look(luc, 'staff-join')
    await luc.getByTestId('join-submit').click()
    const key = ((await luc.getByTestId('totp-key').textContent()) ?? '').replaceAll(' ', '')
    await luc.getByTestId('phone-code').fill(totpCode(key, Date.now()))
    await luc.getByTestId('phone-submit').click()
    await luc.getByTestId('codes-noted').check()
    await luc.getByTestId('codes-submit').click()
    await luc.goto(paths.account())
    await look(luc, 'staff-account')
    for (const [name, path] of [
      ['password', paths.password()],
      ['phone', paths.phone()],
      ['codes', paths.recoveryCodes()],
      ['confirmation', paths.confirmation()],
    ] as const) {
      await luc.goto(path)
      await look(luc, `staff-${name}`)
    }

    await admin.goto(paths.list())
    await look(admin, 'staff-list')
    await admin.getByRole('link', { name }).click()
    await look(admin, 'staff-show')
    await admin.getByTestId('change-role').click()
    await look(admin, 'staff-role')
    await admin.goBack()
    await admin.getByTestId('end-account').click()
    await look(admin, 'staff-ending')
    await admin.getByTestId('ending-submit').click()
    await admin.getByTestId('reopen-account').waitFor()
    await luc.goto(paths.account())
    await arrive(luc, paths.signIn())
    await admin.context().close()
    await luc.context().close()
  })

  test('institutions are kept', async () => {
    const admin = await browser.newPage({ language, javaScript, as: sylvie })
    await admin.goto(paths.institutions())
    await look(admin, 'institutions')
    await admin.getByTestId('add-institution').click()
    await admin.getByTestId('institution-name').fill('Association Pont')
    await admin.getByTestId('institution-kind').selectOption('association')
    await admin.getByTestId('institution-language-fr').check()
    await look(admin, 'institution')
    await admin.getByTestId('institution-submit').click()
    await arrive(admin, paths.institutions())
    await admin.context().close()
  })
})
