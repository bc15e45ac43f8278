// From a test of language to another group, and the person's aim: in French and Dutch, without script and with it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as aims } from '../../app/features/aims/paths.ts'
import { paths as content } from '../../app/features/content-levels/paths.ts'
import { paths as groups } from '../../app/features/groups/paths.ts'
import { paths as languages } from '../../app/features/language-tests/paths.ts'
import { paths as people } from '../../app/features/people/paths.ts'
import { arrive, axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenMoveup } from '../support/moveup-world.ts'
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

const shots = ['oral-reception-A1', 'oral-production-A1', 'reading-alpha-2', 'writing-alpha-1'] as const

/** A page that anybody can use: nothing for the accessibility rules, and no scrolling sideways down to 320 px. */
async function isUsable(page: Page, name: string, javaScript: boolean) {
  if (javaScript) expect(await axe(page), name).toEqual([])
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await scrollsSideways(page), `${name} at ${width}`).toBe(false)
  }
  await browser.screenshot(page, name)
}

describe.each([
  ['fr', false],
  ['nl', true],
] as const)('in %s, script %s', (language, javaScript) => {
  test('a trainer tests, the group’s content follows, somebody changes group, and the aim stands', async () => {
    const world = await givenMoveup(site)
    const { trainer, coordinator, training, groupId, memberId, personId, enrolmentId } = world
    const advanced = await site.given.group({ programmeId: world.programmeId, by: coordinator, name: 'Lilas' })
    for (const who of [trainer, coordinator, training])
      await site.sql('update users set language = $2 where id = $1', [who.id, language])
    const visit = (as: typeof trainer) => browser.newPage({ as, language, javaScript })
    const look = (page: Page, name: string) => isUsable(page, `levels-${language}-${name}`, javaScript)

    const page = await visit(trainer)
    await page.goto(languages.group({ groupId }))
    await press(page, 'test-again')
    await look(page, 'form')
    for (const shot of shots) await page.getByTestId(shot).check({ force: true })
    await press(page, 'save-language-test')
    await arrive(page, languages.group({ groupId }))
    expect(await page.getByTestId('group-levels').textContent()).toContain('A1')
    await look(page, 'group')
    await page.goto(languages.schooling({ personId }))
    await look(page, 'schooling')
    await page.locator('[name="years"]').fill('2')
    await press(page, 'save-schooling')
    await look(page, 'person')
    expect(await page.getByTestId('triage-alpha').isChecked()).toBe(true)
    await press(page, 'save-triage')
    await page.goto(content.show({ groupId }))
    await look(page, 'content')
    await page.getByTestId('content-literacy-oral').check()
    await press(page, 'save-content-level')

    const desk = await visit(coordinator)
    await desk.goto(groups.show({ groupId }))
    await look(desk, 'members')
    await press(desk, 'change-group')
    await look(desk, 'change')
    await desk.getByTestId(`to-group-${advanced}`).check()
    await desk.getByTestId('why-progressed').check()
    await press(desk, 'save-change-group')
    await arrive(desk, groups.show({ groupId: advanced }))
    expect(await site.sql('select left_reason from group_members where id = $1', [memberId])).toEqual([
      { left_reason: 'moved-group' },
    ])

    const office = await visit(training)
    await office.goto(people.show({ personId }))
    await press(office, 'open-aims')
    await press(office, 'new-aim')
    await look(office, 'aim')
    await office.getByTestId('kind-pathway').check()
    await office.locator('[name="words"]').fill('Je veux cuisiner dans une école.')
    await press(office, 'save-aim')
    await office.getByTestId('result-reached').check()
    await press(office, 'save-aim-result')
    await look(office, 'aims')
    expect(await office.getByTestId('aim-result').count()).toBe(1)
    await arrive(office, aims.show({ enrolmentId }))

    await desk.goto(aims.figures({ programmeId: world.programmeId }))
    await look(desk, 'figures')
    for (const one of [page, desk, office]) await one.context().close()
  })
})
