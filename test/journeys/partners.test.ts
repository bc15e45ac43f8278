import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asFile, service, structure } from '../../app/features/partners/exchange/given-files.ts'
import { paths } from '../../app/features/partners/paths.ts'
import { paths as people } from '../../app/features/people/paths.ts'
import { axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
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

const records = [
  structure(1, { nom: 'Crèche des Peupliers' }),
  service(1, { nom: 'Places d’urgence', thematiques: ['famille--garde-denfants'], courriel: 'nobody' }),
  service(2, { structure_id: 'annuaire--s1', nom: 'Garde d’un jour', thematiques: ['famille--garde-denfants'] }),
]

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'nl', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  test('partners are imported, one is found by theme, and somebody is passed on to it up to the answer', async () => {
    const home = await site.given.institution('social-service', `Service ${language}`)
    const helene = await site.given.staff('coordinator', { institutionId: home, language })
    const amina = await site.given.staff('social-worker', { institutionId: home, name: 'Amina Berger', language })
    const personId = await site.given.person({ by: amina, firstName: 'Nadia', lastName: 'Perrin', language })
    let page = await browser.newPage({ language, javaScript, as: helene })
    const check = async (name: string) => {
      await browser.screenshot(page, `partners-${name}-${language}`)
      if (!javaScript) return
      expect(await axe(page), name).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await scrollsSideways(page), name).toBe(false)
      await page.setViewportSize({ width: 1280, height: 900 })
    }

    await page.goto(paths.list())
    await press(page, 'import-partners')
    await check('import')
    const file = { name: 'annuaire.json', mimeType: 'application/json', buffer: Buffer.from(asFile(records)) }
    await page.getByTestId('partner-file').setInputFiles(file)
    await press(page, 'partner-upload')
    expect(await page.getByTestId('partner-faults').textContent()).toContain('courriel')
    await check('preview')
    await press(page, 'confirm-partner-import')
    expect(await page.getByTestId('partners-created').textContent()).toContain('2')
    await check('result')
    await page.context().close()

    page = await browser.newPage({ language, javaScript, as: amina })
    await page.goto(people.show({ personId }))
    await press(page, 'refer-to-partner')
    await page.getByTestId('partner-theme').selectOption('famille--garde-denfants')
    await page.getByTestId('partner-place').fill('rivémont')
    await page.getByTestId('partner-place').press('Enter')
    await check('choose')
    await page.getByTestId('partners').getByText('Crèche des Peupliers').click()
    await page.getByTestId('save-partner-referral').waitFor()
    await check('refer')
    await page.getByTestId('purpose').fill('Une place pour Lou, deux jours par semaine.')
    await page.getByTestId('agreement-spoken').check()
    await press(page, 'save-partner-referral')
    await page.getByTestId('state-told').check()
    await press(page, 'save-event')
    await page.getByTestId('state-accepted').check()
    await press(page, 'save-event')
    await check('referral')
    await press(page, 'partner-paper')
    await check('paper')
    await page.goto(people.show({ personId }))
    expect(await page.getByTestId('partner-referrals').textContent()).toContain('Crèche des Peupliers')
    await check('person')

    await page.goto(paths.list({ q: 'creche' }))
    await check('list')
    await page.getByTestId('partners').getByText('Crèche des Peupliers').click()
    await page.getByTestId('check-partner').waitFor()
    await check('partner')
    await press(page, 'new-service')
    await check('service')
    await page.goto(paths.create())
    await check('new')
    await page.context().close()
  }, 120_000)
})
