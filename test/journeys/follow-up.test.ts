// Individual follow-up and intended changes of one person, in French and Dutch, with script off and on.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../app/features/follow-ups/paths.ts'
import { paths as people } from '../../app/features/people/paths.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import { axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { recordElsewhere } from '../support/moveup-record.ts'
import { givenMoveup } from '../support/moveup-world.ts'
import { createTestSite, type Signed, type TestSite, testToday } from '../support/site.ts'
import { PARTICIPANT_BYTES, weightOf } from '../support/weight.ts'

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

const follow = (page: Page, link: Locator) => Promise.all([page.waitForEvent('load'), link.click()])
const choose = (page: Page, name: string, value: string) => page.locator(`input[name="${name}"][value="${value}"]`)
const fill = (page: Page, name: string, value: string) => page.locator(`[name="${name}"]`).fill(value)
const said = (page: Page) => page.locator('main').textContent()

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'nl', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  const open = async (who: Signed, width?: number, own = language) => {
    const page = await browser.newPage({ language: own, javaScript, as: who, width })
    const check = async (name: string) => {
      await browser.screenshot(page, `follow-up-${name}-${language}`)
      if (!javaScript) return
      expect(await axe(page), name).toEqual([])
      const before = page.viewportSize()!
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await scrollsSideways(page), name).toBe(false)
      await page.setViewportSize(before)
    }
    return { page, check, close: () => page.context().close() }
  }
  const given = async () => {
    const world = await givenMoveup(site)
    await site.sql('update users set language = $1', [language])
    await site.sql('update enrolment_stages set on_date = $1 where enrolment_id = $2', [
      addDays(testToday, -120),
      world.enrolmentId,
    ])
    return { ...world, show: paths.show({ enrolmentId: world.enrolmentId }) }
  }

  test('the training social worker sees the person, accompanies a step, settles a situation, and shares one thing for a while', async () => {
    const world = await given()
    const { training, coTrainer, personId, enrolmentId, show } = world
    const { page, check, close } = await open(training)
    await page.goto(people.show({ personId }))
    await press(page, 'open-follow-up')
    await check('empty')
    await choose(page, 'stable', 'yes').check()
    await press(page, 'save-stability')

    // A talk that is held, with the next one.
    await press(page, 'plan-appointment')
    await check('plan')
    await fill(page, 'onDate', testToday)
    await fill(page, 'atTime', '09:00')
    await fill(page, 'place', 'Rue du Pont 4, bureau 12')
    await fill(page, 'purpose', 'Dossier « équivalence »')
    await press(page, 'save-appointment')
    await follow(page, page.getByTestId('planned').getByRole('link').first())
    await check('appointment')
    await page.getByTestId('result-state-held').check()
    await fill(page, 'result', 'Le dossier est complet.')
    await fill(page, 'nextDate', addDays(testToday, 10))
    await fill(page, 'nextTime', '14:30')
    await fill(page, 'nextPlace', 'Maison du quartier')
    await fill(page, 'nextPurpose', 'Parler de la dette')
    await press(page, 'save-result')

    await press(page, 'plan-appointment')
    await choose(page, 'kind', 'interview').check()
    await fill(page, 'onDate', testToday)
    await fill(page, 'atTime', '11:00')
    await press(page, 'save-appointment')
    await follow(page, page.getByTestId('planned').getByRole('link').first())
    await press(page, 'open-interview')
    await check('interview')
    await choose(page, 'point.how', '3').check()
    await fill(page, 'words.obstacles', 'La garde de sa fille le mercredi.')
    await choose(page, 'silent.aim', 'yes').check()
    await press(page, 'save-interview')
    await check('interview-held')

    await page.goto(show)
    await press(page, 'new-procedure')
    await check('procedure-new')
    await choose(page, 'kind', 'diploma').check()
    await fill(page, 'institution', 'Service des équivalences')
    await fill(page, 'onDate', addDays(testToday, -20))
    await fill(page, 'dueOn', addDays(testToday, 30))
    await press(page, 'save-procedure')
    await check('procedure')
    await choose(page, 'state', 'granted').check()
    await fill(page, 'words', 'Reconnu comme certificat.')
    await press(page, 'save-step')
    await check('procedure-settled')

    // Two situations of a theme: one gets a target and an action, and is settled; the other stays open.
    await page.goto(show)
    await press(page, 'note-situation')
    await check('themes')
    await press(page, 'theme-logement')
    await check('note')
    await page.locator('input[name="situations"]').nth(0).check()
    await page.locator('input[name="situations"]').nth(1).check()
    await press(page, 'save-situations')
    await follow(page, page.getByTestId('situations').getByRole('link').first())
    await check('situation')
    await page.locator('input[name="targets"]').first().check()
    await page.locator('input[name="actions"]').first().check()
    await press(page, 'save-aims')
    await press(page, 'aim-done')
    await check('situation-aims')
    await press(page, 'settle-situation')
    expect(await page.getByTestId('situations').getByRole('link').count()).toBe(1)
    await recordElsewhere(site, world)
    await page.goto(show)
    await check('whole')

    // From outside one reads what is shared, as long as it is.
    const outside = await open(coTrainer)
    const sees = async () => {
      await outside.page.goto(show)
      return said(outside.page)
    }
    expect(await sees()).not.toContain('Service des équivalences')
    await page.goto(show)
    await press(page, 'open-sharing')
    await page.locator('input[name="shared"][value^="procedure:"]').check()
    await press(page, 'save-sharing')
    expect(await sees()).toContain('Service des équivalences')
    expect(await sees()).not.toContain('La garde de sa fille')
    await outside.check('outside')
    await page.goto(paths.sharing({ enrolmentId }))
    await check('sharing')
    await page.locator('input[name="shared"][value^="procedure:"]').uncheck()
    await press(page, 'save-sharing')
    expect(await sees()).not.toContain('Service des équivalences')
    await outside.close()
    await page.goto(people.show({ personId }))
    await check('person')
    await close()
  })

  test('the trainer follows the intended changes of module 1; a module that is still to be built takes nobody', async () => {
    const { trainer, personId } = await given()
    const { page, check, close } = await open(trainer)
    await page.goto(people.show({ personId }))
    await press(page, 'open-modules')
    await check('modules-empty')
    await page.getByTestId('join-preparation-open').click()
    await press(page, 'join-preparation')
    expect(await page.getByTestId('refusal').count()).toBe(1)
    await check('module-planned')
    await page.getByTestId('join-collective-open').click()
    await page.locator('details[open] input[name="from"]').last().fill(addDays(testToday, -60))
    await press(page, 'join-collective')
    for (const [on, point] of [
      [addDays(testToday, -50), '1'],
      [addDays(testToday, -20), '2'],
      [testToday, '4'],
    ] as const) {
      await press(page, 'rate-collective')
      if (on === testToday) await check('rate')
      await fill(page, 'onDate', on)
      await page.getByTestId(`point-isolation-${point}`).check()
      await page.getByTestId('point-self-confidence-2').check()
      await fill(page, 'words.isolation', 'Est venue avec une voisine.')
      await press(page, 'save-ratings')
    }
    await page.getByTestId('history-isolation').locator('summary').click()
    expect(await page.getByTestId('history-isolation').getByRole('listitem').count()).toBe(3)
    await check('modules')
    await close()
  })

  test('the person reads when, where and with whom they meet next, never what about', async () => {
    const { training, trainer, personId, enrolmentId } = await given()
    const plan = (form: Record<string, string>) =>
      site.as(training).post(paths.plan({ enrolmentId }), { kind: 'talk', withUser: training.id, ...form })
    await plan({ onDate: addDays(testToday, 3), atTime: '14:00', place: 'Maison du quartier', purpose: 'La dette' })
    await plan({ onDate: addDays(testToday, 40), atTime: '09:15', purpose: 'La dette' })
    const card = await site.given.card({ personId, by: trainer, level: 'token' })
    for (const own of javaScript ? [language, 'ar'] : [language]) {
      const { page, check, close } = await open(card, 390, own)
      await page.goto(`/me?lang=${own}`)
      await press(page, 'tile-appointments')
      expect(new URL(page.url()).pathname).toBe(paths.mine())
      expect(await page.getByTestId('next-appointment').textContent()).toContain('Maison du quartier')
      expect(await page.content()).not.toContain('dette')
      await check(`mine-${own}`)
      expect((await weightOf(await page.content())).bytes).toBeLessThanOrEqual(PARTICIPANT_BYTES)
      await close()
    }
  })
})
