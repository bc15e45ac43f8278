// Three groups get a method by chance: set up, seed by a colleague, covariates, draw, override, check, close, paragraph.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as groups } from '../../app/features/groups/paths.ts'
import { paths } from '../../app/features/studies/paths.ts'
import { arrive, axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { type GroupWorld, givenGroup } from '../support/group-world.ts'
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
  let world: GroupWorld
  const names = ['Lilas', 'Muguet', 'Tulipe']
  beforeAll(async () => {
    world = await givenGroup(site, { people: 0 })
    await site.sql('update groups set closed_on = $2 where id = $1', [world.groupId, '2026-11-01'])
    for (const name of names) {
      const groupId = await site.given.group({
        programmeId: world.programmeId,
        by: world.coordinator,
        name,
        coaches: [world.coach],
      })
      for (let i = 0; i < 3; i++) {
        const { personId, enrolmentId } = await world.waiting(`${name} ${i}`)
        await site.given.member({ groupId, enrolmentId, personId, by: world.coordinator, coaches: [world.coach] })
      }
    }
    await site.sql('update users set language = $1', [language])
  })

  const look = async (page: Page, name: string) => {
    await browser.screenshot(page, `study-${name}-${language}`)
    if (!javaScript) return
    expect(await axe(page), name).toEqual([])
    const before = page.viewportSize()!
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await scrollsSideways(page), name).toBe(false)
    await page.setViewportSize(before)
  }

  test('a study from its design to its report', { timeout: 180_000 }, async () => {
    const lea = await browser.newPage({ language, javaScript, as: world.coordinator })
    await lea.goto(paths.all())
    await look(lea, 'none')
    await press(lea, 'new-study')
    await look(lea, 'kind')
    await press(lea, 'study-kind-next')
    await lea.locator('[name="name"]').fill('Drei Methoden')
    await look(lea, 'form')
    await press(lea, 'preview-study')
    await look(lea, 'errors')
    expect(await lea.locator('[name="name"]').inputValue()).toBe('Drei Methoden')
    for (const [row, name] of ['Atelier', 'Tandem', 'Projekt'].entries()) {
      await lea.locator(`[name="arm-${row + 1}"]`).fill(name)
      await lea.locator(`[name="ratio-${row + 1}"]`).fill('1')
    }
    await lea.locator('[name="weight-size"]').fill('0.5')
    await press(lea, 'preview-study')
    await look(lea, 'draft')
    await press(lea, 'create-study')
    await lea.getByTestId('seed-colleague').waitFor()
    await look(lea, 'set-up')
    const studyId = new URL(lea.url()).pathname.split('/')[2]!

    const office = await browser.newPage({ language, javaScript, as: world.office })
    await office.goto(paths.show({ studyId }))
    await look(office, 'seed')
    await press(office, 'draw-seed')
    const commitment = await office.getByTestId('commitment').textContent()
    expect(commitment).toMatch(/^[0-9a-f]{64}$/)

    for (const [i, name] of names.entries()) {
      await lea.goto(paths.show({ studyId }))
      if (i === 0) await look(lea, 'waiting')
      const row = lea.getByTestId('waiting-units').locator('tr', { hasText: name })
      await Promise.all([lea.waitForEvent('load'), row.getByRole('link').last().click()])
      if (i === 0) await look(lea, 'covariates')
      await press(lea, 'save-unit')
      await arrive(lea, paths.unit({ studyId, number: String(i + 1) }))
      expect(await lea.getByTestId('arm').count()).toBe(0)
      if (i === 0) await look(lea, 'saved')
      await press(lea, 'draw-arm')
      expect(await lea.getByTestId('arm').textContent()).toMatch(/Atelier|Tandem|Projekt/)
      if (i === 0) await look(lea, 'drawn')
    }

    await lea.getByTestId('override').click()
    await lea.getByTestId('override-form').locator('[name="arm"]').first().check()
    await press(lea, 'save-override')
    await look(lea, 'override-error')
    await lea.getByTestId('override-form').locator('[name="reason"]').fill('Raum gesperrt')
    await press(lea, 'save-override')
    await look(lea, 'overridden')
    await press(lea, 'back-to-study')
    await look(lea, 'running')

    const coach = await browser.newPage({ language, javaScript, as: world.coach })
    const [{ id: groupId }] = (await site.sql<{ id: string }>(
      'select id from groups where programme_id = $1 and name = $2',
      [world.programmeId, 'Tulipe'],
    )) as [{ id: string }]
    await coach.goto(groups.show({ groupId }))
    expect(await coach.getByTestId('group-method').textContent()).toContain('Drei Methoden')
    await look(coach, 'group')

    await press(lea, 'study-record')
    await lea.getByTestId('check-ok').waitFor()
    await look(lea, 'record')
    expect(await lea.getByTestId('design-json').count()).toBe(0)
    await lea.goto(paths.show({ studyId }))
    await press(lea, 'close-study')
    await look(lea, 'close')
    await lea.locator('[name="reason"]').fill('Alle Gruppen sind zugeteilt')
    await press(lea, 'confirm-closure')
    await lea.getByTestId('check-ok').waitFor()
    expect(await lea.getByTestId('check-ok').textContent()).toMatch(/3/)
    expect(await lea.getByTestId('design-json').count()).toBe(1)
    await look(lea, 'closed-record')
    await lea.goto(paths.show({ studyId }))
    await look(lea, 'closed')
    await press(lea, 'study-paragraph')
    expect(await lea.getByTestId('paragraph').textContent()).toContain(commitment)
    await look(lea, 'paragraph')
    await lea.goto(paths.all())
    await look(lea, 'list')
  })
})
