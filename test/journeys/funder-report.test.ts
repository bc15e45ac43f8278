// A coordinator keeps the books from the lines to what leaves the site, in French without script and in Dutch with it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../app/features/funding/paths.ts'
import { paths as indicators } from '../../app/features/indicators/paths.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import { axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenMoveup, type MoveupWorld } from '../support/moveup-world.ts'
import { createTestSite, newId, type TestSite, testToday } from '../support/site.ts'

let site: TestSite
let browser: TestBrowser
let world: MoveupWorld
let of: { programmeId: string }
let where: { enrolmentId: string }
beforeAll(async () => {
  site = await createTestSite()
  browser = await openBrowser(site)
  world = await givenMoveup(site)
  of = { programmeId: world.programmeId }
  where = { enrolmentId: world.enrolmentId }
  for (const [half, day] of [
    ['am', testToday],
    ['pm', addDays(testToday, -1)],
  ] as const) {
    const sessionId = await site.given.sessionOf({ groupId: world.groupId, number: 7, onDate: day, halfDay: half })
    await site.sql(
      'insert into attendance_marks (key, session_id, person_id, status, marked_by) values ($1, $2, $3, $4, $5)',
      [...[newId(), sessionId, world.personId, 'present', world.trainer.id]],
    )
  }
}, 60_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'nl', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  const pageFor = (as: { token: string }) => browser.newPage({ language, javaScript, as })
  const inLanguage = (who: { id: string }) =>
    site.sql('update users set language = $1 where id = $2', [language, who.id])
  const month = language === 'fr' ? '2026-10' : '2026-11'

  test('the social worker notes how somebody came', async () => {
    await inLanguage(world.training)
    const page = await pageFor(world.training)
    await page.goto(indicators.statuses(where))
    await press(page, 'ask-entry')
    await page.locator('[name=on]').fill(testToday)
    await page.getByTestId('labour-inactive').check()
    await page.getByTestId('education-isced-0-2').check()
    await page.getByTestId('third-country-yes').check()
    await browser.screenshot(page, `${language}-ask`)
    await press(page, 'save-statuses')
    await browser.screenshot(page, `${language}-statuses`)
    if (javaScript) expect(await axe(page)).toEqual([])
    await page.context().close()
  }, 60_000)

  test('the coordinator saves lines, team, costs and expenses, and reads who pays what', async () => {
    await inLanguage(world.coordinator)
    const page = await pageFor(world.coordinator)
    const seen = async (name: string) => {
      await browser.screenshot(page, `${language}-${name}`)
      expect(await scrollsSideways(page), name).toBe(false)
      if (javaScript) expect(await axe(page), name).toEqual([])
    }
    await page.goto(paths.lines(of))
    await page.locator('[name="lines.2.share"]').fill('9')
    await press(page, 'save-lines')
    expect(await page.locator('.error-summary').textContent()).toMatch(/99/)
    expect(await page.locator('[name="lines.2.share"]').inputValue()).toBe('9')
    await seen('lines-wrong')
    await page.locator('[name="lines.2.share"]').fill('10')
    await press(page, 'save-lines')
    await page.goto(paths.team(of))
    await page.locator('[name=name]').fill(language === 'fr' ? 'Lucie Marchand' : 'Lieve Claes')
    await page.locator('[name=function]').fill(language === 'fr' ? 'Formatrice' : 'Lesgever')
    await page.locator('[name=profiles]').first().check()
    await page.locator('[name=fte]').fill('0,8')
    await page.locator('[name=from]').fill('2026-10-01')
    await press(page, 'add-member')
    await page.locator('[name=line]').selectOption({ index: 1 })
    await page.locator('[name=share]').fill('75')
    await press(page, 'add-time')
    await seen('member')
    await page.goto(paths.team(of))
    await seen('team')
    await page.goto(paths.overview(of))
    await press(page, `month-${month}`)
    await page.locator('[name=sum]').fill('17499,99')
    await seen('month')
    await press(page, 'save-month')
    await seen('overview')
    await page.goto(paths.outings(of))
    await page.locator('#budget-from').fill(`${month}-01`)
    await page.locator('#budget-to').fill(`${month}-28`)
    await page.locator('#budget-amount').fill('200')
    await press(page, 'add-budget')
    await page.locator('#expense-on').fill(`${month}-05`)
    await page.locator('#expense-amount').fill('-45')
    await page.locator('#expense-what').fill('Museum')
    await page.locator('#expense-receiptNumber').fill(`R-${month}`)
    await press(page, 'add-expense')
    await seen('expense-wrong')
    await page.locator('#expense-amount').fill('45,50')
    await press(page, 'add-expense')
    await seen('outings')
    await page.goto(paths.report(of, { from: month, to: month }))
    const report = ((await page.getByTestId('funder-report').textContent()) ?? '').replace(/\D/g, '')
    for (const amount of ['1312499', '262500', '175000', '4550']) expect(report).toContain(amount)
    await seen('report')
    await page.goto(indicators.show(of))
    expect(await page.getByTestId('figure-O.2.3').textContent()).toBe('1')
    await seen('indicators')
    await page.getByTestId('figure-O.2.3').click()
    await page.getByTestId('indicator-people').waitFor()
    await seen('indicator-people')
    await page.goto(indicators.register(of))
    await seen('register')
    await press(page, 'disclose-register')
    await page.getByTestId('disclose-basis-law').check()
    await page.locator('[name=recipient]').fill('Fonds')
    await page.locator('[name=basisWords]').fill('(EU) 2021/1147')
    await seen('disclose')
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('disclose').click()])
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
    await page.goto(paths.disclose(of))
    expect(await page.getByTestId('disclosures').textContent()).toContain('(EU) 2021/1147')
    await page.context().close()
  }, 120_000)
})
