// A trainer's signal from the register, with script (dialog, without a network) and without (a page of its own).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths as attendance } from '../../app/features/attendance/paths.ts'
import { paths } from '../../app/features/signals/paths.ts'
import { axe, openBrowser, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenMoveup, type MoveupWorld } from '../support/moveup-world.ts'
import { createTestSite, type Staff, type TestSite } from '../support/site.ts'

let site: TestSite
let world: MoveupWorld
let browser: TestBrowser
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  browser = await openBrowser(site)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const reads = (who: { id: string }, language: string) =>
  site.sql('update users set language = $2 where id = $1', [who.id, language])
const register = () => attendance.register({ sessionId: world.sessionId })
const noted = () => site.sql<{ theme: string; urgency: string }>('select theme, urgency from signals order by noted_at')

test('without script: the button, a theme, the line, save; then it is settled and seen', async () => {
  await reads(world.coTrainer, 'fr')
  await reads(world.training, 'nl')
  const page = await browser.newPage({ javaScript: false, language: 'fr', as: world.coTrainer })
  await page.goto(register())
  await page.getByTestId('signal').click()
  await browser.screenshot(page, 'signal-new')
  await page.getByTestId('signal-theme-childcare').check()
  await page.getByTestId('signal-body').fill('La crèche ferme à midi')
  await page.getByTestId('save-signal').click()
  expect(page.url()).toContain(register())
  expect(await page.content()).toContain('Il va à Tara Training')
  await browser.screenshot(page, 'register')

  const tara = await browser.newPage({ javaScript: false, language: 'nl', as: world.training })
  await tara.goto('/')
  await tara.getByTestId('need-signals').getByRole('link').first().click()
  await tara.getByTestId('accept-signal').click()
  await tara.getByTestId('settle-words').fill('Een plaats vanaf maandag')
  await browser.screenshot(tara, 'signal-nl')
  await tara.getByTestId('settle-signal').click()

  await page.goto(paths.list())
  await browser.screenshot(page, 'signals')
  await page.goto('/')
  await page.getByTestId('need-signal-answers').getByTestId('signal-seen').click()
  expect(await page.content()).toContain('Réglé')
})

test('its pages keep to the rules of access', async () => {
  const [one] = await site.sql<{ id: string }>('select id from signals')
  const of = { personId: world.personId }
  const pages: [Staff, string][] = [
    [world.coTrainer, paths.create(of, { session: world.sessionId })],
    [world.coTrainer, register()],
    [world.coTrainer, paths.ofSession({ sessionId: world.sessionId })],
    [world.training, paths.list()],
    [world.training, paths.show({ signalId: one!.id })],
    [world.training, paths.ofPerson(of)],
    [world.coordinator, paths.ofProgramme({ programmeId: world.programmeId })],
  ]
  for (const [as, address] of pages) {
    const page = await browser.newPage({ as, width: 390 })
    await page.goto(address)
    expect([address, await axe(page), await scrollsSideways(page)]).toEqual([address, [], false])
    await page.close()
  }
})

test('with script: the dialog is there at once, and what is noted without a network arrives once', async () => {
  await reads(world.trainer, 'nl')
  await site.sql('delete from signals')
  const page = await browser.newPage({ language: 'nl', as: world.trainer, width: 820 })
  await page.goto(register())
  await page.context().setOffline(true)
  await page.getByTestId('signal').click()
  await page.getByTestId('signal-theme-health').check()
  await page.getByTestId('signal-body').fill('Tandpijn sinds een week')
  expect(await axe(page)).toEqual([])
  await page.getByTestId('save-signal').click()
  await page.getByText('Nog niet verstuurd').waitFor()
  expect(await noted()).toEqual([])
  await page.context().setOffline(false)
  await page.getByText('Het gaat naar Gita Global').waitFor()
  expect(await noted()).toEqual([{ theme: 'health', urgency: 'week' }])
})

test('with script: an answer that was lost is asked for again, and counts once; what was begun is kept', async () => {
  await reads(world.trainer, 'fr')
  await site.sql('delete from signals')
  const page = await browser.newPage({ language: 'fr', as: world.trainer })
  await page.goto(register())
  let times = 0
  await page.route('**/signals/new', async (route) => {
    times += 1
    if (times > 1) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.getByTestId('signal').click()
  await page.getByTestId('signal-body').fill('Une lettre qu’elle ne comprend pas')
  await page.keyboard.press('Escape')
  await page.getByTestId('signal').click()
  await page.getByTestId('save-signal').click()
  await page.getByText('Choisissez un thème et écrivez une ligne.').waitFor()
  await page.getByTestId('signal-theme-letter').check()
  await page.getByTestId('save-signal').click()
  await page.getByText('Il va à Tara Training').waitFor()
  expect(times).toBe(2)
  expect(await noted()).toEqual([{ theme: 'letter', urgency: 'week' }])
})
