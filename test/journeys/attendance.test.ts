// Who is here: each word on every row, by itself without script, at once with it, and without a line for a while.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statuses } from '../../app/features/attendance/attendance.ts'
import { paths } from '../../app/features/attendance/paths.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { givenGroup } from '../support/group-world.ts'
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

async function openRegister({ javaScript = true } = {}) {
  const { coach, sessionIds, members } = await givenGroup(site, { people: 6, sessions: 1 })
  const sessionId = sessionIds[0]!
  const page = await browser.newPage({ as: coach, language: 'en', javaScript, width: 390 })
  await page.goto(paths.register({ sessionId }))
  return { page, sessionId, people: members.map(({ personId }) => personId) }
}

const row = (page: Page, person: string | undefined) => page.locator(`[id="p-${person}"]`)
const shows = (page: Page, person: string | undefined, status: string) =>
  page.locator(`[id="p-${person}"][data-status="${status}"]`).waitFor()
const total = (page: Page, status: string) => page.locator(`[data-total="${status}"] dd`).textContent()
const allArrived = (page: Page) => page.locator('.register[data-waiting="0"]').waitFor()

/** What the site has on record, in the order of the taps. */
const onRecord = (sessionId: string, person: string | undefined) =>
  site
    .sql<{ status: string }>(
      'select status from attendance_marks where session_id = $1 and person_id = $2 order by marked_at',
      [sessionId, person],
    )
    .then((marks) => marks.map(({ status }) => status))

describe('without script', () => {
  test('each word posts by itself and comes back to the same person, with a way to undo', async () => {
    const { page, sessionId, people } = await openRegister({ javaScript: false })
    for (const [i, status] of statuses.entries()) {
      await row(page, people[i]).getByTestId(`mark-${status}`).click()
      await shows(page, people[i], status)
      expect(new URL(page.url()).hash).toBe(`#p-${people[i]}`)
      expect(await total(page, status)).toBe('1')
    }
    await page.getByTestId('undo').click()
    await shows(page, people[4], 'none')
    expect(new URL(page.url()).hash).toBe(`#p-${people[4]}`)
    expect(await onRecord(sessionId, people[4])).toHaveLength(2)
    await page.getByTestId('mark-rest').click()
    await shows(page, people[5], 'present')
    expect(await total(page, 'none')).toBe('0')
    await page.context().close()
  })
})

describe('with script', () => {
  test('a tap shows at once and stays on the page; the last one can be undone', async () => {
    const { page, sessionId, people } = await openRegister()
    const before = page.url()
    await row(page, people[0]).getByTestId('mark-late').click()
    await shows(page, people[0], 'late')
    await row(page, people[0]).getByTestId('mark-absent').click()
    await shows(page, people[0], 'absent')
    expect([await total(page, 'late'), await total(page, 'absent')]).toEqual(['0', '1'])
    await page.getByTestId('undo-tap').click()
    await shows(page, people[0], 'late')
    await allArrived(page)
    expect(page.url()).toBe(before)
    expect(await onRecord(sessionId, people[0])).toEqual(['late', 'absent', 'late'])
    await page.reload()
    await shows(page, people[0], 'late')
    await page.context().close()
  })

  test('numbers mark the person with the focus, arrows go to the next', async () => {
    const { page, sessionId, people } = await openRegister()
    const ids = await page.locator('.register-row').evaluateAll((rows) => rows.map((one) => one.dataset.person))
    expect(ids.toSorted()).toEqual(people.toSorted())
    await row(page, ids[0]).getByTestId('mark-present').focus()
    for (const [i, status] of statuses.entries()) {
      await page.keyboard.press(String(i + 1))
      await shows(page, ids[i], status)
      await page.keyboard.press('ArrowDown')
    }
    await allArrived(page)
    for (const [i, status] of statuses.entries()) expect(await onRecord(sessionId, ids[i])).toEqual([status])
    await page.context().close()
  })

  test('taps made without a line wait, are counted, and arrive once when it is back', async () => {
    const { page, sessionId, people } = await openRegister()
    await page.context().setOffline(true)
    await row(page, people[0]).getByTestId('mark-present').click()
    await row(page, people[1]).getByTestId('mark-excused').click()
    await shows(page, people[1], 'excused')
    await page.locator('.unsent', { hasText: '2' }).waitFor()
    expect(await onRecord(sessionId, people[0])).toEqual([])
    await page.context().setOffline(false)
    await allArrived(page)
    expect(await page.locator('.unsent').textContent()).toBe('')
    expect(await onRecord(sessionId, people[0])).toEqual(['present'])
    expect(await onRecord(sessionId, people[1])).toEqual(['excused'])
    await page.context().close()
  })
})
