// Trainer and participant evaluate together on the tablet, without script; then an entrance test. Pages keep to the rules of access.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../app/features/evaluations/paths.ts'
import { axe, openBrowser, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenMoveup, type MoveupWorld } from '../support/moveup-world.ts'
import { createTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
let world: MoveupWorld
let browser: TestBrowser
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  await site.sql(`update users set language = 'nl'`)
  browser = await openBrowser(site)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test('the person touches faces in French, the Dutch-speaking trainer chooses words, both agree; then a test', async () => {
  const page = await browser.newPage({ javaScript: false, as: world.coTrainer, width: 820 })
  const of = { enrolmentId: world.enrolmentId }
  await page.goto(paths.show(of))
  await page.getByTestId('hold-evaluation').click()
  for (const [item, point] of [
    ['regularity', '4'],
    ['speaking', '1'],
    ['together', 'not-disclosed'],
  ])
    await page.getByTestId(`own-${item}-${point}`).check()
  await page.getByRole('radio', { name: 'Zegt zinnen met hulp' }).check()
  await page.getByTestId('evaluation-words').fill('Elke dag één vraag stellen')
  await browser.screenshot(page, 'evaluation-new')
  await page.getByTestId('save-evaluation').click()
  expect(await page.getByTestId('side-by-side').textContent()).toContain('Zegt het liever niet')
  await page.getByTestId('new-entrance-test').click()
  await page.getByLabel('Opleiding').fill('Zorgkundige')
  await page.getByLabel('Dag van de test').fill('2027-01-15')
  await browser.screenshot(page, 'entrance-test')
  await page.getByTestId('save-entrance-test').click()
  expect(await page.getByTestId('entrance-tests').textContent()).toContain('Gepland')
  await browser.screenshot(page, 'evaluations')
})

test('its pages keep to the rules of access', async () => {
  const of = { enrolmentId: world.enrolmentId }
  for (const address of [paths.show(of), paths.create(of), paths.create(of, { in: 'ar' }), paths.createTest(of)]) {
    const page = await browser.newPage({ as: world.coTrainer, width: 390 })
    await page.goto(address)
    expect([address, await axe(page), await scrollsSideways(page)]).toEqual([address, [], false])
    await page.close()
  }
})
