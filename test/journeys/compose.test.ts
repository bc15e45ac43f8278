// Sixty people who wait become groups: proposed, one moved by hand, confirmed, taken back. With forms alone, and with script by
// keyboard and by dragging.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../app/features/compositions/paths.ts'
import { axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenSixty } from '../support/compose-sixty.ts'
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
  { language: 'fr', javaScript: false, mode: 'mixed' },
  { language: 'de', javaScript: true, mode: 'homogeneous' },
])('in $language, script $javaScript', ({ language, javaScript, mode }) => {
  const look = async (page: Page, name: string) => {
    await browser.screenshot(page, `compose-${name}-${language}`)
    if (!javaScript) return
    expect(await axe(page)).toEqual([])
    const before = page.viewportSize()!
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await scrollsSideways(page), name).toBe(false)
    await page.setViewportSize(before)
  }

  test('60 people are composed, one is moved by hand, confirmed, undone', { timeout: 240_000 }, async () => {
    const { coordinator, compositionId } = await givenSixty(site, { language })
    await site.sql('update compositions set mode = $2 where id = $1', [compositionId, mode])
    const page = await browser.newPage({ language, javaScript, as: coordinator })
    const count = (testId: string) => page.getByTestId(testId).count()

    await page.goto(paths.show({ compositionId }))
    await press(page, 'to-propose')
    await look(page, 'propose')
    await press(page, 'propose')
    await look(page, 'search')
    // Without script the page looks again by itself; with it, it follows the search.
    await page.waitForURL(/\/plans\//)
    expect(await count('board-group')).toBe(3)
    const seated = page.getByTestId('board-group').getByTestId('board-card')
    const left = page.getByTestId('board-left').getByTestId('board-card')
    expect(await seated.count()).toBe(36)
    expect(await left.count()).toBe(24)
    expect(await page.getByTestId('why-left').count()).toBe(24)
    await look(page, 'plan')

    const first = seated.first()
    const moved = (await first.getAttribute('data-person'))!
    const card = (id: string) => page.locator(`[data-person="${id}"]`)
    if (javaScript) {
      // By keyboard: from the next card up to this one, M, and to the list.
      await seated.nth(1).getByTestId('move-person').focus()
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('m')
      await page.getByTestId('targets').waitFor()
      await look(page, 'dialog')
      await page.getByTestId('target-list').focus()
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    } else {
      await first.getByTestId('move-person').click()
      await page.getByTestId('targets').waitFor()
      await page.getByTestId('target-list').click()
    }
    await page.getByTestId('consequences').waitFor()
    await look(page, 'preview')
    await press(page, 'confirm-move')
    expect(await page.getByTestId('board-left').locator(`[data-person="${moved}"]`).count()).toBe(1)
    expect(await count('pending')).toBe(1)
    expect(await count('to-confirm'), 'what is tried out is kept first').toBe(0)
    await look(page, 'tried')
    await press(page, 'undo-change')
    expect(await page.getByTestId('board-left').locator(`[data-person="${moved}"]`).count()).toBe(0)

    if (javaScript) {
      // By dragging, onto the list: nothing counts before the preview was seen.
      await card(moved).locator('.board-note').scrollIntoViewIfNeeded()
      const column = (await page.getByTestId('board-left').boundingBox())!
      const from = (await card(moved).locator('.board-note').boundingBox())!
      await page.mouse.move(from.x + 5, from.y + 5)
      await page.mouse.down()
      await page.mouse.move(from.x + 60, from.y + 20)
      await page.mouse.move(column.x + 30, from.y)
      await page.mouse.up()
      await page.getByTestId('consequences').waitFor()
      expect(await count('pending')).toBe(0)
      await press(page, 'confirm-move')
    } else {
      await page.goto(`${page.url().replace(/[?#].*/, '')}/move?who=${moved}&to=list`)
      await press(page, 'confirm-move')
    }
    await press(page, 'keep-changes')
    await look(page, 'kept')
    expect(await seated.count()).toBe(35)

    await press(page, 'lock-person')
    await press(page, 'lock-group')
    expect(await count('unlock-group')).toBe(1)
    await press(page, 'compare')
    expect(await count('moved')).toBe(1)
    await look(page, 'compare')
    await page.goBack()

    await press(page, 'to-confirm')
    await press(page, 'confirm-plan')
    expect(await count('confirmed-groups')).toBe(1)
    await press(page, 'undo-confirmation')
    await press(page, 'to-plan')
    await press(page, 'explain-plan')
    await look(page, 'explained')
    expect(site.logged).toEqual([])
  })
})
