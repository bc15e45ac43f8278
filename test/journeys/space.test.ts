// The participant's way in and their own pages: on a phone, in the languages of participants, with script off and on.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as audit } from '../../app/features/audit/paths.ts'
import { paths as cards } from '../../app/features/cards/paths.ts'
import { codeHash } from '../../app/features/cards/secrets.ts'
import { paths as plans } from '../../app/features/plans/paths.ts'
import { me as profile } from '../../app/features/profiles/paths.ts'
import { paths as information } from '../../app/features/referrals/paths.ts'
import { paths as space } from '../../app/features/space/paths.ts'
import { wordsIn } from '../../app/shared/i18n/i18n.ts'
import { participantLanguages } from '../../app/shared/i18n/languages.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import { axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { createTestSite, hashOf, newId, newToken, type Staff, type TestSite, testToday } from '../support/site.ts'
import { PARTICIPANT_BYTES, weightOf } from '../support/weight.ts'

let site: TestSite
let browser: TestBrowser
let coach: Staff
let programmeId: string
let groupId: string
beforeAll(async () => {
  site = await createTestSite()
  const coordinator = await site.given.staff('coordinator', { name: 'Beat Moser' })
  coach = await site.given.staff('coach', { name: 'Samira Keller', language: 'fr' })
  programmeId = await site.given.programme({ by: coordinator })
  groupId = await site.given.group({ programmeId, by: coordinator, coaches: [coach] })
  await site.sql(`update users set phone = '+41 32 555 01 20' where id = $1`, [coach.id])
  await site.sql(`update institutions set phone = '+41 32 555 01 00'`)
  const themes = ['arriving', 'my-path', 'my-values', 'my-strengths']
  for (const [i, day] of [-3, 1, 3, 8].entries()) {
    const id = await site.given.sessionOf({ groupId, number: i + 1, onDate: addDays(testToday, day), halfDay: 'am' })
    const settings = await site.sql<{ theme: { key: string; title: unknown } }>(
      `select jsonb_path_query_first(settings, '$.calendar.themes[*] ? (@.key == $key)', jsonb_build_object('key', $2::text)) as theme from programmes where id = $1`,
      [programmeId, themes[i]],
    )
    const theme = settings[0]?.theme
    if (theme)
      await site.sql('update sessions set theme = $2 where id = $1', [
        id,
        JSON.stringify({ key: theme.key, title: theme.title }),
      ])
    if (i === 2) await site.sql('update sessions set cancelled_on = $2 where id = $1', [id, testToday])
    if (i === 3) await site.sql('update sessions set moved_from = $2 where id = $1', [id, addDays(testToday, 7)])
  }
  browser = await openBrowser(site)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** A person of the group with a card as it was printed; a PIN only when the person has chosen one. */
async function givenCard({ language = 'fr', code = newCode() }: { language?: string; code?: string } = {}) {
  const personId = await site.given.person({ by: coach, firstName: 'Leïla', language })
  const enrolmentId = await site.given.enrolment({ personId, programmeId, by: coach, stage: 'started' })
  await site.given.member({ groupId, enrolmentId, personId, by: coach, coaches: [coach] })
  await site.sql('update group_members set joined_on = $2 where person_id = $1', [personId, addDays(testToday, -10)])
  await site.sql(
    `insert into audit_entries (actor_kind, actor_id, act, person_id, field_classes, result) values
      ('staff', $2, 'people.read', $1, '{identity,attendance}', 'read'), ('staff', $2, 'profiles.rate', $1, '{profile}', 'done')`,
    [personId, coach.id],
  )
  const token = newToken().slice(0, 22)
  const id = newId()
  await site.sql('insert into cards (id, person_id, token_hash, code_hash, issued_by) values ($1, $2, $3, $4, $5)', [
    id,
    personId,
    hashOf(token),
    codeHash(site.services.siteKey, code),
    coach.id,
  ])
  return { id, personId, token, code, scan: cards.scan({ token }) }
}
let codes = 0
const newCode = () => `K7P${String(++codes).padStart(5, '0')}`

// biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count as said
const seen = (part: Locator) => part.innerText()
const byId = (page: Page, id: string) => page.getByTestId(id)

/** Does what leaves for the neutral site, which no test reaches: the browser's own error page comes instead. */
async function leaving(page: Page, act: () => Promise<void>) {
  const failed = page.waitForEvent('requestfailed', (request) => /admin\.ch/.test(request.url()))
  await act()
  await failed
  await page.waitForURL(/^chrome-error:/).catch(() => {})
}

async function choosePin(page: Page, pin: string) {
  await byId(page, 'pin').fill(pin)
  await byId(page, 'again').fill(pin)
  await press(page, 'choose-pin')
}

describe.each([
  { language: 'fr', javaScript: true },
  { language: 'de', javaScript: false },
  { language: 'nl', javaScript: true },
  { language: 'nl', javaScript: false },
  { language: 'ar', javaScript: true },
  { language: 'ar', javaScript: false },
])('on the phone, in $language, script $javaScript', ({ language, javaScript }) => {
  const { t, date } = wordsIn(language as 'fr')
  const phone = () => browser.newPage({ javaScript, language: 'en', width: 390 })

  test('scan, see the next session, say "I can’t come", take it back', async () => {
    const card = await givenCard({ language })
    const page = await phone()
    await page.goto(card.scan)
    expect(new URL(page.url()).pathname).toBe('/me')
    expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    const text = await seen(page.locator('main'))
    expect(text).toContain(date(addDays(testToday, 1), 'weekday'))
    expect(await seen(page.locator('body'))).not.toContain('Leïla')
    expect(await byId(page, 'call').first().getAttribute('href')).toBe('tel:+41325550100')
    await press(page, 'cannot-come')
    expect(await seen(page.locator('.toast'))).toContain(t('space.absent.done'))
    expect(await seen(page.locator('main'))).toContain(t('space.absent.said'))
    await press(page, 'undo')
    expect(await seen(page.locator('.toast'))).toContain(t('space.absent.undone'))
    expect(await byId(page, 'cannot-come').count()).toBe(1)
    await press(page, 'tile-sessions')
    expect(await byId(page, 'session').count()).toBe(3)
    expect(await seen(page.locator('main'))).toContain(t('space.cancelled'))
    expect(await seen(page.locator('main'))).toContain(t('space.moved'))
    await page.context().close()
  })

  test('choose a PIN, read who opened the file, leave, come back by code and PIN', async () => {
    const card = await givenCard({ language })
    const page = await phone()
    await page.goto(card.scan)
    await press(page, 'tile-openings')
    await choosePin(page, '1234')
    expect(await seen(page.locator('.error-summary'))).toContain(t('secrets.pin.tooEasy'))
    await choosePin(page, '2748')
    expect(new URL(page.url()).pathname).toBe('/me/openings')
    expect(await byId(page, 'opening').allInnerTexts()).toHaveLength(3)
    expect(await seen(page.locator('main'))).toContain('Samira Keller')
    await leaving(page, () => byId(page, 'leave-page').click({ noWaitAfter: true }))
    await page.goto('/me')
    expect(new URL(page.url()).pathname).toBe(cards.code())
    await byId(page, 'code').fill(` ${card.code.toLowerCase().slice(0, 4)} ${card.code.slice(4)}`)
    await byId(page, 'pin').fill('2748')
    await press(page, 'open-card')
    expect(new URL(page.url()).pathname).toBe('/me')
    expect(await seen(page.locator('.hello'))).toBe('Leïla')
    await page.context().close()
  })
})

describe('five wrong PINs', () => {
  test('lock the card, and the coach unlocks it', async () => {
    const card = await givenCard()
    const page = await browser.newPage({ javaScript: false, width: 390 })
    await page.goto(card.scan)
    await press(page, 'tile-openings')
    await choosePin(page, '2748')
    await page.context().clearCookies()
    await page.goto(card.scan)
    await press(page, 'tile-openings')
    for (let i = 0; i < 5; i += 1) {
      await byId(page, 'pin').fill('9999')
      await press(page, 'enter-pin')
    }
    expect(await seen(byId(page, 'card-locked'))).toContain('Demandez à votre coach')
    const desk = await browser.newPage({ javaScript: false, as: coach })
    await desk.goto(cards.card({ personId: card.personId }))
    await browser.screenshot(desk, 'card-locked')
    await press(desk, 'unlock-card')
    await page.goto('/me/openings')
    await byId(page, 'pin').fill('2748')
    await press(page, 'enter-pin')
    expect(new URL(page.url()).pathname).toBe('/me/openings')
    await Promise.all([page, desk].map((one) => one.context().close()))
  })
})

describe('leaving in a hurry', () => {
  test('Shift three times empties the screen and ends the session', async () => {
    const card = await givenCard()
    const page = await browser.newPage({ width: 390 })
    await page.goto(card.scan)
    await leaving(page, async () => {
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift')
    })
    await page.goto('/me')
    expect(new URL(page.url()).pathname).toBe(cards.code())
    await page.context().close()
  })
})

describe('the shared tablet', () => {
  test('is lent, forgets whoever was there, and is taken back by a professional', async () => {
    const session = { token: await site.given.session(coach.id) }
    const card = await givenCard({ language: 'ar' })
    const page = await browser.newPage({ as: session, width: 820 })
    await page.clock.install()
    await page.goto(cards.tablet())
    await press(page, 'lend-tablet')
    expect(new URL(page.url()).pathname).toBe('/card/kiosk')
    await page.goto(card.scan)
    expect(await page.getAttribute('html', 'lang')).toBe('ar')
    await page.clock.runFor(21_000)
    await page.waitForURL('**/card/kiosk')
    expect(await page.getAttribute('html', 'lang')).toBe('fr')
    expect(await seen(page.locator('.hello'))).toBe('')
    await page.goBack()
    expect(await seen(page.locator('body'))).not.toContain(wordsIn('ar').t('space.next'))
    await page.goto(cards.kiosk())
    await press(page, 'kiosk-staff')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.context().close()
  })
})

/** The pages that a participant meets; those of the profile's steps are weighed on their own journey. */
const ownPages = {
  home: space.home(),
  sessions: space.sessions(),
  information: information.ownSheet(),
  openings: audit.openings(),
  plan: plans.mine(),
  profile: profile.start(),
  help: cards.help(),
}

describe('each page', () => {
  test('weighs at most 30 kB with its style, script and icon, in every language', async () => {
    const card = await givenCard()
    const [{ person_id }] = (await site.sql<{ person_id: string }>('select person_id from cards where id = $1', [
      card.id,
    ])) as [{ person_id: string }]
    await site.sql('update cards set revoked_at = now() where id = $1', [card.id])
    const who = await site.given.card({ personId: person_id, by: coach })
    const weights: [string, number][] = []
    for (const lang of participantLanguages)
      for (const [name, url] of Object.entries({ ...ownPages, code: cards.code(), kiosk: cards.kiosk() })) {
        const visitor = name === 'code' ? site.as() : site.as(who)
        const html = await (
          await visitor.get(`${url}?lang=${lang}`, name === 'kiosk' ? { cookie: 'kiosk=1' } : {})
        ).text()
        const { files, bytes } = await weightOf(html)
        expect(files, name).toEqual(['icon.svg', 'participant.css', 'participant.js'])
        weights.push([`${name} ${lang}`, bytes])
      }
    expect(weights.filter(([, weight]) => weight > PARTICIPANT_BYTES)).toEqual([])
    expect(Math.max(...weights.map(([, weight]) => weight))).toBeLessThan(15_000)
  })

  test.each(['fr', 'nl', 'ar'] as const)(
    'is accessible and fits 320 px, light and dark, in %s',
    async (language) => {
      const card = await givenCard({ language })
      const found: string[] = []
      for (const dark of [false, true]) {
        const page = await browser.newPage({ width: 320, dark, language })
        const look = async (name: string) => {
          const where = `${name} ${dark ? 'dark' : 'light'}`
          found.push(...(await axe(page)).map((fault) => `${where}: ${fault}`))
          if (await scrollsSideways(page)) found.push(`${where}: too wide`)
          const { bytes } = await weightOf(await page.content())
          if (bytes > PARTICIPANT_BYTES) found.push(`${where}: ${bytes} bytes`)
          found.push(...(await smallTargets(page)).map((target) => `${where}: ${target}`))
          if (!dark) await browser.screenshot(page, `space-${name}-${language}`)
        }
        await page.goto(cards.code())
        await look('code')
        await byId(page, 'code').fill('ABCD1234')
        await byId(page, 'pin').fill('4711')
        await press(page, 'open-card')
        await look('code-refused')
        await page.goto(card.scan)
        await look('home-scanned')
        await press(page, 'cannot-come')
        await look('home-absent')
        await press(page, 'can-come')
        await page.goto(audit.openings())
        await look(dark ? 'pin' : 'choose-pin')
        if (dark) {
          await byId(page, 'pin').fill('2748')
          await press(page, 'enter-pin')
        } else await choosePin(page, '2748')
        for (const [name, url] of Object.entries(ownPages)) {
          await page.goto(url)
          await look(name)
        }
        await page.context().addCookies([{ name: 'kiosk', value: '1', url: browser.url }])
        await page.goto(cards.kiosk())
        await look('kiosk')
        await page.context().close()
      }
      expect(found).toEqual([])
    },
    120_000,
  )

  test('of the professional is accessible and prints', async () => {
    const personId = await site.given.person({ by: coach, firstName: 'Leïla', language: 'ar' })
    const page = await browser.newPage({ as: coach })
    await page.goto(cards.card({ personId }))
    expect(await axe(page)).toEqual([])
    await browser.screenshot(page, 'card-none')
    await press(page, 'issue-card')
    expect(await axe(page)).toEqual([])
    await browser.screenshot(page, 'card-printed')
    const box = await byId(page, 'card').boundingBox()
    // A bank card is 85.6 mm wide; a CSS millimetre is 96 / 25.4 px.
    expect(Math.round(box!.width)).toBe(Math.round((85.6 * 96) / 25.4))
    await page.emulateMedia({ media: 'print' })
    expect(await seen(page.locator('body'))).not.toMatch(/Passerelle|Institution/)
    await page.emulateMedia({ media: 'screen' })
    await page.goto(cards.card({ personId }))
    expect(await axe(page)).toEqual([])
    await browser.screenshot(page, 'card-running')
    await page.goto(cards.tablet())
    expect(await axe(page)).toEqual([])
    await browser.screenshot(page, 'tablet')
    await page.context().close()
  })
})

/** What a finger must hit: at least 56 px high, but for links inside a line of text. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, .button, .tile, input:not([type=hidden]), summary, .foot a')]
      .filter((element) => element.offsetParent !== null && element.offsetHeight < 56)
      .map((element) => `${element.offsetHeight} px: ${element.outerHTML.slice(0, 120)}`),
  )
