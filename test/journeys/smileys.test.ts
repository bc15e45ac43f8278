// How was it? At the wall, on the shared tablet, with a card and on paper; with script off and on, also from right to left.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { focustravail } from '../../app/blueprints/focustravail.ts'
import { me, paths, vote } from '../../app/features/smileys/paths.ts'
import { wordsIn } from '../../app/shared/i18n/i18n.ts'
import { arrive, axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { type GroupWorld, givenGroup } from '../support/group-world.ts'
import { givenMoveup } from '../support/moveup-world.ts'
import { createTestSite, type Staff, type TestSite } from '../support/site.ts'
import { PARTICIPANT_BYTES, weightOf } from '../support/weight.ts'

let site: TestSite
let browser: TestBrowser
let world: GroupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenGroup(site, { people: 8, sessions: 9 })
  browser = await openBrowser(site)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const byId = (page: Page, id: string) => page.getByTestId(id)
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count as said
const seen = (page: Page) => page.locator('main').innerText()
/** Sessions are used once each: what was shown stays. */
let used = 0
const nextSession = () => world.sessionIds[world.sessionIds.length - 1 - used++]!

/** A sign for the wall, made by the trainer, and the address on it. */
async function signOf(sessionId: string, who: Staff = world.coach): Promise<string> {
  await site.as(who).post(paths.wall({ sessionId }))
  const page = await (await site.as(who).get(paths.wall({ sessionId }))).text()
  return vote.ballot({ code: /data-testid="wall-code"[^>]*>([^<]+)</.exec(page)![1]! })
}

async function answerAll(page: Page, face: string) {
  for (let i = 0; i < 6 && (await byId(page, 'send-vote').count()) === 0; i += 1) await press(page, `face-${face}`)
  await press(page, 'send-vote')
}

describe.each([
  { language: 'fr', javaScript: true },
  { language: 'fr', javaScript: false },
  { language: 'nl', javaScript: true },
  { language: 'nl', javaScript: false },
  { language: 'ar', javaScript: true },
  { language: 'ar', javaScript: false },
])('at the wall with one’s own phone, in $language, script $javaScript', ({ language, javaScript }) => {
  const { t } = wordsIn(language as 'fr')

  test('scan, one tap a line, look once more, change one, send; once per browser', async () => {
    const today = world.sessionIds.at(-1)!
    const address = await signOf(today)
    const page = await browser.newPage({ javaScript, language, width: 390 })
    await page.goto(address)
    expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await page.title()).toBe(t('smileys.vote.title'))
    expect(await seen(page)).toContain(t('smileys.vote.step', { number: 1, count: 4 }))
    if (javaScript) {
      expect(await axe(page)).toEqual([])
      await byId(page, 'listen').click()
      expect(await seen(page)).toContain(t('smileys.vote.noVoice'))
    }
    await browser.screenshot(page, `vote-${language}`)
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await scrollsSideways(page), `${width}`).toBe(false)
      for (const box of await page.locator('.face').evaluateAll((all) => all.map((one) => one.clientHeight)))
        expect(box).toBeGreaterThanOrEqual(56)
    }
    await press(page, 'face-good')
    expect(await seen(page)).toContain(t('smileys.vote.step', { number: 2, count: 4 }))
    await press(page, 'vote-back')
    await press(page, 'face-middling')
    for (const face of ['unknown', 'good', 'good']) await press(page, `face-${face}`)
    if (javaScript) expect(await axe(page)).toEqual([])
    await browser.screenshot(page, `check-${language}`)
    await press(page, 'change-useful')
    await press(page, 'face-bad')
    await press(page, 'send-vote')
    expect(await seen(page)).toContain(t('smileys.vote.thanks'))
    if (javaScript) expect(await axe(page)).toEqual([])
    await page.goto(address)
    expect(await seen(page)).toContain(t('smileys.vote.already'))
    await page.context().close()
  })
})

test('what the trainer of all this sees, before and after ending the vote', async () => {
  const sessionId = world.sessionIds.at(-1)!
  used = 1
  const page = await browser.newPage({ language: 'fr', as: world.coach })
  await page.goto(paths.show({ sessionId }, { lang: 'fr' }))
  expect(await byId(page, 'smiley-results').count()).toBe(0)
  expect(await byId(page, 'not-shown').count()).toBe(1)
  expect(await axe(page)).toEqual([])
  await browser.screenshot(page, 'staff-open')
  await press(page, 'close-vote')
  expect(await byId(page, 'smiley-results').count()).toBe(1)
  expect(await axe(page)).toEqual([])
  await page.getByLabel('Ce qui a bien marché').fill('Le débat')
  await page.getByLabel('Ce que le groupe a décidé').fill('Plus de pauses')
  await press(page, 'save-talk')
  expect(await page.getByLabel('Ce qui a bien marché').inputValue()).toBe('Le débat')
  await browser.screenshot(page, 'staff-shown')
  await press(page, 'close-talk')
  expect(await byId(page, 'talk-form').count()).toBe(0)
  await page.goto(paths.wall({ sessionId: world.sessionIds.at(-1)! }))
  expect(await byId(page, 'no-sign').count()).toBe(1)
  await page.context().close()
})

describe.each([true, false])('the shared tablet, script %s', (javaScript) => {
  test('is lent, takes one vote after another in each person’s language, and comes back to its start', async () => {
    const sessionId = nextSession()
    await site.sql('update sessions set on_date = app.today() where id = $1', [sessionId])
    const token = await site.given.session(world.coach.id)
    const page = await browser.newPage({ javaScript, language: 'nl', as: { token }, width: 820 })
    await page.goto(paths.show({ sessionId }))
    await press(page, 'lend-for-votes')
    const start = new URL(page.url()).pathname
    expect(start).toMatch(/^\/v\//)
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('staff')
    if (javaScript) expect(await axe(page)).toEqual([])
    await browser.screenshot(page, 'tablet-start')
    for (const language of ['ar', 'fr']) {
      const { t } = wordsIn(language as 'fr')
      await press(page, `begin-${language}`)
      expect(await page.getAttribute('html', 'lang')).toBe(language)
      await answerAll(page, 'good')
      expect(await seen(page)).toContain(t('smileys.vote.thanks'))
      // By itself after some seconds, or at once.
      await press(page, 'next-person')
      await arrive(page, start)
    }
    const [row] = await site.sql<{ cast_count: number }>(
      'select cast_count from session_smileys where session_id = $1',
      [sessionId],
    )
    expect(row!.cast_count).toBe(2)
    await page.context().close()
  })
})

describe.each([true, false])('with a card, script %s', (javaScript) => {
  test('the page offers the vote once', async () => {
    const sessionId = nextSession()
    await site.sql('update sessions set on_date = app.today() where id = $1', [sessionId])
    const personId = world.members[javaScript ? 0 : 1]!.personId
    const who = await site.given.card({ personId, by: world.coach, level: 'token' })
    const page = await browser.newPage({ javaScript, language: 'nl', as: who, width: 390 })
    await page.goto('/me')
    await press(page, 'tile-vote')
    await answerAll(page, 'good')
    expect(new URL(page.url()).pathname).toBe(me.thanks())
    expect(await byId(page, 'vote-thanks').count()).toBe(1)
    await page.context().close()
  })
})

test('paper is typed in sheet by sheet, and the grid is printed in any language', async () => {
  const sessionId = nextSession()
  await site.sql('update sessions set on_date = app.today() where id = $1', [sessionId])
  const page = await browser.newPage({ javaScript: false, language: 'nl', as: world.trainee })
  await page.goto(paths.show({ sessionId }))
  await press(page, 'type-paper')
  for (let i = 0; i < 5; i += 1) {
    await page.locator('input[name="answer.useful"][value="good"]').check()
    await press(page, 'add-sheet')
  }
  expect(await byId(page, 'sheet-count').textContent()).toContain('5')
  await page.goto(paths.show({ sessionId }))
  await press(page, 'close-vote')
  expect(await byId(page, 'smiley-results').count()).toBe(1)
  await page.goto(paths.printed({ sessionId }, { in: 'ar' }))
  expect(await page.getAttribute('html', 'dir')).toBe('rtl')
  await page.context().close()
})

test('staff pages keep to the rules of access and to the width of a phone', async () => {
  const sessionId = world.sessionIds.at(-1)!
  const page = await browser.newPage({ language: 'nl', as: world.coordinator })
  const pages = {
    paper: paths.paper({ sessionId: world.sessionIds[0]! }),
    print: paths.printed({ sessionId }, { in: 'ar' }),
    group: paths.ofGroup({ groupId: world.groupId }),
    programme: paths.ofProgramme({ programmeId: world.programmeId }),
    lines: paths.lines({ programmeId: world.programmeId }),
    voices: paths.voices({ programmeId: world.programmeId }),
  }
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(path)
    expect(await axe(page), name).toEqual([])
    await browser.screenshot(page, `staff-${name}`)
    await page.setViewportSize({ width: 320, height: 900 })
    expect(await scrollsSideways(page), name).toBe(false)
  }
  await page.context().close()
})

test('the sign on the wall names neither programme nor group', async () => {
  const sessionId = nextSession()
  await site.sql('update sessions set on_date = app.today() where id = $1', [sessionId])
  const page = await browser.newPage({ language: 'fr', as: world.coach })
  await page.goto(paths.show({ sessionId }))
  await press(page, 'show-sign')
  expect(await axe(page)).toEqual([])
  expect(await page.locator('body').textContent()).not.toMatch(/Group \d|Perspective|FocusTravail/)
  await browser.screenshot(page, 'wall')
  await page.context().close()
})

test('every page of a voter weighs at most 30 kB, with its pictures, style and script', async () => {
  const moveup = await givenMoveup(site)
  const address = await signOf(moveup.sessionId, moveup.trainer)
  for (const lang of ['fr', 'nl', 'ar']) {
    const first = await (await site.as().get(`${address}?lang=${lang}`)).text()
    const answers = Object.fromEntries(
      ['understood', 'spoke', 'group', 'useful'].map((line) => [`answer.${line}`, 'good']),
    )
    const check = await (await site.as().post(`${address}?lang=${lang}`, answers)).text()
    expect(check).toContain('send-vote')
    for (const html of [first, check]) expect((await weightOf(html)).bytes).toBeLessThanOrEqual(PARTICIPANT_BYTES)
  }
})

test('five faces and a recorded voice fit the smallest phone', async () => {
  const { programmeId } = world
  await site.sql(`update programmes set settings = jsonb_set(settings, '{smileys}', $2::jsonb) where id = $1`, [
    programmeId,
    JSON.stringify({ ...focustravail.smileys, faces: 5 }),
  ])
  const sound = new FormData()
  sound.set('line', 'useful')
  sound.set('language', 'ar')
  sound.set('file', new File([Buffer.concat([Buffer.from('OggS'), Buffer.alloc(60)])], 'voice.ogg'))
  await site.as(world.coordinator).upload(paths.voices({ programmeId }), sound)
  const sessionId = await site.given.sessionOf({ groupId: world.groupId, number: 90 })
  const page = await browser.newPage({ language: 'ar', width: 320, dark: true })
  await page.goto(await signOf(sessionId))
  expect(await byId(page, 'voice').count()).toBe(1)
  expect(await page.locator('.face').count()).toBe(6)
  expect(await axe(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await browser.screenshot(page, 'five-dark')
  const staff = await browser.newPage({ language: 'nl', as: world.coordinator, width: 390 })
  await staff.goto(`${paths.voices({ programmeId })}?lang=nl`)
  expect(await axe(staff)).toEqual([])
  await browser.screenshot(staff, 'voices')
  await staff.goto(paths.show({ sessionId }))
  expect(await axe(staff)).toEqual([])
  await browser.screenshot(staff, 'staff-open-nl')
  for (const one of [page, staff]) await one.context().close()
})
