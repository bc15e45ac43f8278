import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenList, mixedList } from '../../app/features/imports/given-lists.ts'
import { paths } from '../../app/features/imports/paths.ts'
import { paths as people } from '../../app/features/people/paths.ts'
import { axe, openBrowser, scrollsSideways, type TestBrowser } from '../support/browser.ts'
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

const file = (text: string) => ({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'de', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  test('a thousand people are imported, found by a misspelt name, and the import is undone', async () => {
    const amina = await site.given.staff('social-worker', { name: 'Amina Berger', language })
    const page = await browser.newPage({ language, javaScript, as: amina })
    page.on('dialog', (dialog) => void dialog.accept())
    const check = async (name: string) => {
      await browser.screenshot(page, `${name}-${language}`)
      if (!javaScript) return
      expect(await axe(page), name).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await scrollsSideways(page), name).toBe(false)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    await page.goto(people.list())
    await check('people-empty')
    await page.getByTestId('import-people').first().click()
    await check('imports')
    await page.getByTestId('import-file').setInputFiles(file(givenList(1_000)))
    await page.getByTestId('import-upload-submit').click()
    await page.getByTestId('import-nothing-yet').waitFor()
    await check('import-preview')
    await page.getByTestId('import-correct-columns').click()
    await check('import-columns')
    await page.getByTestId('import-columns-submit').click()
    await page.getByTestId('import-confirm-submit').click()
    await page.getByTestId('import-created').waitFor()
    expect(await page.getByTestId('import-created').textContent()).toMatch(/1.?000/)
    await check('import-result')
    const result = page.url()
    await page.goto(people.list())
    await check('people')
    const name = (await page.getByTestId('people').locator('tbody th a').first().textContent()) ?? ''
    await page.locator('#search').fill(name.replace(/[aeiou]$/, ''))
    await page.locator('#search').press('Enter')
    await page.getByTestId('search-results').getByText(name).first().waitFor()
    await check('search')
    await page.goto(result)
    await page.getByTestId('import-undo-submit').click()
    expect(await site.sql('select 1 from persons where created_by = $1', [amina.id])).toEqual([])
    await page.context().close()
  }, 90_000)

  test('doubtful rows are decided one by one, and a new file asks about somebody known', async () => {
    const amina = await site.given.staff('social-worker', { name: 'Amina Berger', language })
    const zoe = await site.given.person({ by: amina, firstName: 'Zoe', lastName: 'Rey' })
    const page = await browser.newPage({ language, javaScript, as: amina })
    await page.goto(paths.list())
    await page.getByTestId('import-file').setInputFiles(file(mixedList))
    await page.getByTestId('import-upload-submit').click()
    await browser.screenshot(page, `import-doubts-${language}`)
    if (javaScript) expect(await axe(page)).toEqual([])
    await page.getByTestId('same-7').click()
    await page.getByTestId('another-6').click()
    await page.getByTestId('import-accept-valid').check()
    await page.getByTestId('import-confirm-submit').click()
    await page.getByTestId('import-updated').waitFor()
    await page.goto(people.create())
    await page.locator('[name=firstName]').fill('Zoé')
    await page.locator('[name=lastName]').fill('Rey')
    await page.locator('[name=phone]').fill('079 5')
    await page.getByTestId('save-person').click()
    await browser.screenshot(page, `duplicates-${language}`)
    if (javaScript) expect(await axe(page)).toEqual([])
    await page.getByTestId('same-person').first().click()
    expect(new URL(page.url()).pathname).toBe(people.show({ personId: zoe }))
    await page.locator('#notes summary').click()
    await page.getByTestId('note-body').fill('Vient le matin.')
    await page.getByTestId('note-save').click()
    await page.getByTestId('notes').getByText('Vient le matin.').waitFor()
    await browser.screenshot(page, `person-${language}`)
    if (javaScript) expect(await axe(page)).toEqual([])
    await page.context().close()
  }, 60_000)
})
