// From the profile handed over to the first step done: social worker, measures officer and the person, each on their page.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../app/features/handovers/paths.ts'
import { paths as plans } from '../../app/features/plans/paths.ts'
import { paths as today } from '../../app/features/today/paths.ts'
import { axe, openBrowser, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenHandOver } from '../support/handover.ts'
import { createTestSite, type TestSite } from '../support/site.ts'

type Page = Awaited<ReturnType<TestBrowser['newPage']>>

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
  { language: 'fr', javaScript: false, step: 'Visiter la cantine de l’école', measure: 'Cours de cuisine' },
  { language: 'fr', javaScript: true, step: 'Visiter la cantine de l’école', measure: 'Cours de cuisine' },
  { language: 'de', javaScript: false, step: 'Die Schulküche besuchen', measure: 'Kochkurs' },
  { language: 'de', javaScript: true, step: 'Die Schulküche besuchen', measure: 'Kochkurs' },
])('in $language, script $javaScript', ({ language, javaScript, step, measure }) => {
  test('a profile handed over becomes a first step that is done', { timeout: 120_000 }, async () => {
    const house = await site.given.institution('integration-service', 'Fachstelle Uferwil')
    const amina = await site.given.staff('social-worker', { name: 'Amina Keller', language })
    const officer = await site.given.staff('measures-officer', { name: 'Reto Brunner', institutionId: house, language })
    const file = await givenHandOver(site, { to: amina })
    const card = await site.given.card({ personId: file.personId, by: amina })
    const look = async (page: Page, name: string) => {
      await browser.screenshot(page, `${name}-${language}`)
      if (!javaScript) return
      expect(await axe(page), name).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await scrollsSideways(page), name).toBe(false)
      await page.setViewportSize({ width: 1280, height: 900 })
    }

    const social = await browser.newPage({ language, javaScript, as: amina })
    await social.goto(today.today())
    await look(social, 'today-social-worker')
    await social.getByTestId('today-received').click()
    await look(social, 'hand-over-received')
    await social.getByTestId('press-read').getByRole('button').click()
    await social.getByTestId('press-talk-planned').locator('input[type=date]').fill('2026-11-30')
    await social.getByTestId('press-talk-planned').getByRole('button').click()
    await look(social, 'hand-over-planned')
    await social.getByTestId('press-talk-held').getByRole('button').click()
    await social.getByTestId('decide-direction').click()
    await social.locator('[name=direction][value=ordinary-measure]').check()
    await social.getByTestId('save-direction').click()
    await look(social, 'direction-errors')
    await social.locator('[name=takenUp]').selectOption(officer.id)
    await social.locator('[name=byDate]').fill('2026-12-10')
    await social.locator('[name=profileGoes]').check()
    await social.locator('[name=step1]').fill(step)
    await social.locator('[name=step1By]').fill('2026-12-01')
    await look(social, 'direction')
    await social.getByTestId('save-direction').click()
    expect(new URL(social.url()).pathname).toBe(paths.show(file))
    await look(social, 'hand-over-directed')

    const desk = await browser.newPage({ language, javaScript, as: officer })
    await desk.goto(today.today())
    await look(desk, 'today-officer')
    await desk.goto(paths.passedOn())
    await look(desk, 'passed-on')
    await desk.getByRole('link', { name: /Łukasz/ }).click()
    expect(await desk.locator('main').textContent()).toContain('Aide de cuisine')
    await desk.locator('[name=measure]').fill(measure)
    await desk.locator('[name=provider]').fill('Atelier du Pont')
    await desk.locator('[name=startsOn]').fill('2027-01-11')
    await desk.getByTestId('assign-measure').click()
    await look(desk, 'passed-on-assigned')

    const phone = await browser.newPage({ language, javaScript, as: card, width: 390 })
    await phone.goto(plans.mine())
    expect(await phone.locator('main').textContent()).toContain(step)
    await look(phone, 'my-plan')
    await phone.locator('[name=what]').fill('Marcher chaque jour')
    await phone.getByTestId('add-my-step').click()
    await phone.getByTestId('my-step').filter({ hasText: step }).getByTestId('my-step-done').click()
    await look(phone, 'my-plan-done')

    await social.goto(today.today())
    expect(await social.getByTestId('need-notices').textContent()).toContain('Łukasz')
    await look(social, 'today-social-worker-after')
    await social.getByTestId('notice-seen').first().click()
    await social.goto(plans.show(file))
    await look(social, 'plan')
    expect(await social.getByTestId('plan-step').filter({ hasText: step }).getAttribute('class')).toContain('done')
    await social.goto(paths.list())
    await look(social, 'hand-overs')
    for (const page of [social, desk, phone]) await page.context().close()
  })
})
