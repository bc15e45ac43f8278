// A coordinator prepares a composition, confirms a plan and takes it back: with forms alone, and with script.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../app/features/compositions/paths.ts'
import { axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenComposing, givenPlan } from '../support/compose-world.ts'
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

type Page = Awaited<ReturnType<TestBrowser['newPage']>>

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'de', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  /** Pictures when asked for, the accessibility rules and the width of a phone where script runs. */
  const look = async (page: Page, name: string) => {
    await browser.screenshot(page, `${name}-${language}`)
    if (!javaScript) return
    expect(await axe(page)).toEqual([])
    const before = page.viewportSize()!
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await scrollsSideways(page)).toBe(false)
    await page.setViewportSize(before)
  }

  test('people are chosen, one is asked, a group is offered, two are kept apart', { timeout: 120_000 }, async () => {
    const world = await givenComposing(site, { people: 3, language })
    const nadia = await world.waiting('Nadia')
    await world.sheet(nadia.personId, { mobile: null, earliest_start: null })
    await world.levels(nadia.personId)
    const page = await browser.newPage({ language, javaScript, as: world.coordinator })

    await page.goto(`/programmes/${world.programmeId}/waiting-list`)
    await press(page, 'compose-groups')
    await look(page, 'compositions')
    await press(page, 'new-composition')
    await page.locator('[name=name]').fill('Printemps')
    await page.getByTestId('mode-homogeneous').check()
    await look(page, 'composition-new')
    await press(page, 'create-composition')

    await press(page, 'choose-candidates')
    await look(page, 'composition-candidates')
    await press(page, 'take-all')
    await press(page, 'save-candidates')
    expect(await page.getByTestId('candidate-count').textContent()).toContain('4')
    await look(page, 'composition')

    await press(page, 'to-missing')
    await look(page, 'composition-missing')
    await press(page, 'ask-first')
    await page.locator('[name=mobile]').selectOption('yes')
    await page.locator('[name=freeNow]').check()
    await look(page, 'composition-ask')
    await press(page, 'save-and-next')
    expect(await page.getByTestId('missing').count()).toBe(0)

    await page.goBack()
    await page.goto(page.url().replace(/\/missing.*/, ''))
    await press(page, 'new-offer')
    await page.locator('[name=name]').fill('Tilleul')
    await page.locator('[name=place]').fill('Rivemont')
    for (const half of ['mon-am', 'wed-am', 'fri-am'])
      await page.locator(`[name=halfDays][value=${half}]`).check({ force: true })
    await look(page, 'composition-offer')
    await press(page, 'save-offer')
    expect(await page.getByTestId('offers').textContent()).toContain('Tilleul')

    await press(page, 'to-pairs')
    await page.locator('[name=one]').selectOption({ index: 1 })
    await page.locator('[name=other]').selectOption({ index: 2 })
    await page.getByTestId('pair-kind-apart').check()
    await page.locator('[name=reason]').fill('Les deux le demandent.')
    await press(page, 'add-pair')
    expect(await page.getByTestId('pairs').textContent()).toContain('Les deux le demandent.')
    await look(page, 'composition-pairs')
  })

  test('a plan is confirmed and taken back', { timeout: 120_000 }, async () => {
    const world = await givenComposing(site, { language })
    const planId = await givenPlan(site, world, [0, 0, 0, 1, 1, null])
    const { compositionId } = world
    const page = await browser.newPage({ language, javaScript, as: world.coordinator })
    await world.sheet(world.candidates[3]!.personId, { schooling: 'never' })
    await page.goto(paths.confirm({ compositionId, planId }))
    await look(page, 'plan-confirm')
    await press(page, 'confirm-plan')
    expect(await page.getByTestId('confirmed-groups').textContent()).toContain('Lilas')
    await look(page, 'confirmation')
    await press(page, 'undo-confirmation')
    await page.goto(paths.confirm({ compositionId, planId }))
    await site.given.leaving(world.coach)
    await press(page, 'confirm-plan')
    expect(await page.getByTestId('obstacles').count()).toBe(1)
    await look(page, 'plan-obstacles')
  })
})
