import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTestSite,
  hashOf,
  newId,
  newToken,
  type Staff,
  type TestSite,
  textOf,
} from '../../../test/support/site.ts'
import { paths as plans } from '../plans/paths.ts'
import { paths as space } from '../space/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
let coach: Staff
beforeAll(async () => {
  site = await createTestSite()
  coach = await site.given.staff('coach')
})
afterAll(() => site.close())

const person = (more = {}) => site.given.person({ by: coach, firstName: 'Yusuf', language: 'en', ...more })

/** Issues a card as the coach does and reads what is printed. */
async function issue(personId: string, replaces = '') {
  const response = await site.as(coach).post(paths.card({ personId }), { replaces })
  expect(response.status).toBe(200)
  const html = await response.text()
  const code = /data-testid="card-code">([^<]+)</.exec(html)![1]!
  const [row] = await site.sql<{ id: string; token_hash: Buffer }>(
    'select id, token_hash from cards where person_id = $1 and revoked_at is null',
    [personId],
  )
  return { html, code, id: row!.id }
}

const cookieIn = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .map((cookie) => new RegExp(`^${name}=([^;]+)`).exec(cookie)?.[1])
    .find(Boolean)

const isCard = (token: string | undefined) => ({ kind: 'card' as const, token: token! })

/** Scans a card made for the test, whose token is known. */
async function scanned(personId: string) {
  const token = newToken().slice(0, 22)
  const id = newId()
  await site.sql('insert into cards (id, person_id, token_hash, code_hash, issued_by) values ($1, $2, $3, $4, $5)', [
    id,
    personId,
    hashOf(token),
    hashOf(newId()),
    coach.id,
  ])
  const response = await site.as().get(paths.scan({ token }))
  expect(response.status).toBe(303)
  return { id, token, who: isCard(cookieIn(response, 'card')) }
}

async function choosePin(who: { kind: 'card'; token: string }, pin = '2748') {
  const response = await site.as(who).post(paths.pin(), { pin, again: pin })
  expect(response.headers.get('location')).toBe('/me')
  return isCard(cookieIn(response, 'card'))
}

describe('the page of a card', () => {
  test('nobody is sent to sign in, whether the person exists or not', async () => {
    for (const personId of [await person(), newId()]) {
      expect((await site.as().get(paths.card({ personId }))).status).toBe(303)
      expect((await site.as().post(paths.card({ personId }))).status).toBe(401)
    }
  })
  test('a colleague without a mandate finds nothing', async () => {
    const personId = await person()
    const other = await site.given.staff('coach')
    expect((await site.as(other).get(paths.card({ personId }))).status).toBe(404)
    for (const path of [paths.card, paths.revocation, paths.unlocking, paths.clearing])
      expect((await site.as(other).post(path({ personId }))).status).toBe(404)
    expect(await site.sql('select id from cards where person_id = $1', [personId])).toEqual([])
  })
  test('a measures officer sees the person but has no part in the card', async () => {
    const officer = await site.given.staff('measures-officer')
    const personId = await person()
    await site.given.mandate(personId, officer)
    expect((await site.as(officer).get(paths.card({ personId }))).status).toBe(403)
  })
  test('the programme office issues cards for the people of its programme, without a mandate', async () => {
    const coordinator = await site.given.staff('coordinator')
    const office = await site.given.staff('programme-office')
    const stranger = await site.given.staff('programme-office')
    const programmeId = await site.given.programme({ by: coordinator, office })
    const referrer = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: referrer })
    await site.given.enrolment({ personId, programmeId, by: referrer })
    expect((await site.as(stranger).post(paths.card({ personId }), { replaces: '' })).status).toBe(404)
    expect((await site.as(office).post(paths.card({ personId }), { replaces: '' })).status).toBe(200)
    expect((await site.as(office).post(paths.clearing({ personId }))).status).toBe(303)
  })
  test('what is printed is shown once, named neutrally, and only its fingerprints are kept', async () => {
    const personId = await person({ language: 'ar' })
    const { html, code, id } = await issue(personId)
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(html).toContain('class="pass" lang="ar" dir="rtl"')
    expect(html).toContain('Yusuf')
    const again = await textOf(await site.as(coach).get(paths.card({ personId })))
    expect(again).not.toContain(code)
    expect(
      await site.sql('select act, result, object_id from audit_entries where person_id = $1', [personId]),
    ).toContainEqual({ act: 'cards.issue', result: 'done', object_id: id })
  })
  test('a Dutch speaker’s card is printed in Dutch, and opens in Dutch', async () => {
    const personId = await person({ language: 'nl' })
    const { html } = await issue(personId)
    expect(html).toContain('class="pass" lang="nl" dir="ltr"')
    expect(html).toContain('Scan de tekening met uw telefoon.')
    const { who } = await scanned(await person({ language: 'nl' }))
    const home = await (await site.as(who).get(space.home())).text()
    expect(home).toContain('<html lang="nl"')
    expect(home).toContain('Deze vertaling is nog niet nagelezen.')
  })
  test('issuing twice from the same page does not make the printed card worthless', async () => {
    const personId = await person()
    const { id } = await issue(personId)
    expect((await site.as(coach).post(paths.card({ personId }), { replaces: '' })).status).toBe(409)
    expect(await site.sql('select id from cards where person_id = $1 and revoked_at is null', [personId])).toEqual([
      { id },
    ])
  })
})

describe('opening a card', () => {
  test('scanning opens the sessions; the rest asks for a PIN, chosen at first use', async () => {
    const { who } = await scanned(await person())
    expect((await site.as(who).get(space.home())).status).toBe(200)
    const asked = await site.as(who).get(plans.mine())
    expect(asked.headers.get('location')).toBe('/card/pin?next=%2Fme%2Fplan')
    expect(await textOf(await site.as(who).get('/card/pin?next=%2Fme%2Fplan'))).toContain('Choose a PIN')
    const chosen = await site.as(who).post('/card/pin?next=%2Fme%2Fplan', { pin: '٢٧٤٨', again: '2748' })
    expect(chosen.headers.get('location')).toBe('/me/plan')
    const opened = isCard(cookieIn(chosen, 'card'))
    expect((await site.as(opened).get(plans.mine())).status).toBe(200)
    // The scanned session was replaced, so that a copied cookie does not rise with it.
    expect((await site.as(who).get(space.home())).status).toBe(303)
  })
  test.each([
    ['1234', '1234'],
    ['0000', '0000'],
    ['2748', '2749'],
    ['27', '27'],
    ['2748xx', '2748xx'],
    ['1990', '1990'],
  ])('the PIN %s and %s is not taken', async (pin, again) => {
    const { who } = await scanned(await person())
    expect((await site.as(who).post(paths.pin(), { pin, again })).status).toBe(422)
  })
  test('a scanned page does not say whose it is; with the PIN it does', async () => {
    const { who } = await scanned(await person({ firstName: 'Zebedeo' }))
    expect(await textOf(await site.as(who).get(space.home()))).not.toContain('Zebedeo')
    expect(await textOf(await site.as(await choosePin(who)).get(space.home()))).toContain('Zebedeo')
  })
  test('an address outside the own pages is not where the PIN leads', async () => {
    const { who } = await scanned(await person())
    const response = await site.as(who).post('/card/pin?next=https://example.org', { pin: '2748', again: '2748' })
    expect(response.headers.get('location')).toBe('/me')
  })
  test('the printed code opens with the PIN, in lower case and with spaces', async () => {
    const personId = await person()
    const { code, id } = await issue(personId)
    expect((await site.as().post(paths.code(), { code, pin: '2748' })).status).toBe(409)
    await givenPin(id)
    const typed = code.toLowerCase().replace('-', ' ')
    const response = await site.as().post(paths.code(), { code: ` ${typed} `, pin: '2748' })
    expect(response.headers.get('location')).toBe('/me')
    expect(await textOf(await site.as(isCard(cookieIn(response, 'card'))).get(space.home()))).toContain('Yusuf')
  })
  test('an unknown code, a wrong PIN, a card without a PIN and a locked one are answered alike', async () => {
    const withPin = await issue(await person())
    await givenPin(withPin.id)
    const locked = await issue(await person())
    await givenPin(locked.id)
    await site.sql('update cards set locked_at = now(), failures = 5 where id = $1', [locked.id])
    const without = await issue(await person())
    const answers = []
    for (const code of ['ZZZZ-ZZZZ', withPin.code, locked.code, without.code]) {
      const response = await site.as().post(paths.code(), { code, pin: code === locked.code ? '2748' : '9341' })
      answers.push({ status: response.status, html: (await response.text()).replaceAll(code, '') })
    }
    expect(answers[0]!.status).toBe(409)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
  test('five wrong PINs lock the card until the coach unlocks it', async () => {
    const personId = await person()
    const { who, token } = await scanned(personId)
    await choosePin(who)
    const again = isCard(cookieIn(await site.as().get(paths.scan({ token })), 'card'))
    for (let i = 1; i <= 4; i += 1)
      expect(await textOf(await site.as(again).post(paths.pin(), { pin: '9341' }))).toContain('not the right PIN')
    expect(await textOf(await site.as(again).post(paths.pin(), { pin: '9341' }))).toContain('The card is locked')
    expect(await textOf(await site.as(again).post(paths.pin(), { pin: '2748' }))).toContain('The card is locked')
    expect(await textOf(await site.as(coach).get(paths.card({ personId })))).toContain('locked after five wrong PINs')
    expect((await site.as(coach).post(paths.unlocking({ personId }))).status).toBe(303)
    expect((await site.as(again).post(paths.pin(), { pin: '2748' })).headers.get('location')).toBe('/me')
  })
  test('a cleared PIN ends the open pages and is chosen anew', async () => {
    const personId = await person()
    const { who, token } = await scanned(personId)
    const opened = await choosePin(who)
    expect((await site.as(coach).post(paths.clearing({ personId }))).status).toBe(303)
    expect((await site.as(opened).get(space.home())).status).toBe(303)
    const again = isCard(cookieIn(await site.as().get(paths.scan({ token })), 'card'))
    await choosePin(again, '5093')
  })
  test('a revoked card stops in mid-session, and its code and picture open nothing', async () => {
    const personId = await person()
    const { who, token } = await scanned(personId)
    const opened = await choosePin(who)
    expect((await site.as(opened).get(space.home())).status).toBe(200)
    expect((await site.as(coach).post(paths.revocation({ personId }))).status).toBe(303)
    expect((await site.as(opened).get(space.home())).headers.get('location')).toBe('/card/sign-in')
    expect((await site.as().get(paths.scan({ token }))).status).toBe(409)
    expect((await site.as(coach).post(paths.revocation({ personId }))).status).toBe(404)
  })
  test('a new card takes the place of a lost one', async () => {
    const personId = await person()
    const lost = await scanned(personId)
    await issue(personId, lost.id)
    expect((await site.as(lost.who).get(space.home())).status).toBe(303)
  })
})

describe('the shared tablet', () => {
  const lent = (who?: { kind: 'card'; token: string }) => ({
    cookie: `kiosk=1; lang=de${who ? `; card=${who.token}` : ''}`,
  })
  test('lending it ends the professional’s session there', async () => {
    const session = { token: await site.given.session(coach.id) }
    expect((await site.as().post(paths.tablet())).status).toBe(401)
    const response = await site.as(session).post(paths.tablet())
    expect(response.headers.get('location')).toBe('/card/kiosk')
    expect(cookieIn(response, 'kiosk')).toBe('1')
    expect((await site.as(session).get(paths.tablet())).status).toBe(303)
  })
  test('every participant’s page goes back to the start after 20 seconds, and forgets who was there', async () => {
    const { who } = await scanned(await person())
    const page = await site.as().get(space.home(), lent(who))
    expect(await page.text()).toContain('data-seconds="20" data-home="/me/leave"')
    const left = await site.as().get(space.leave(), lent(who))
    expect(left.headers.get('location')).toBe('/card/kiosk')
    expect(left.headers.getSetCookie().join()).toMatch(/card=;.*lang=;/)
    expect((await site.as(who).get(space.home())).status).toBe(303)
    expect(await (await site.as().get(paths.kiosk(), lent())).text()).not.toContain('data-seconds')
  })
  test('opening one’s space by scan is on record about that person', async () => {
    const personId = await person()
    const { id } = await scanned(personId)
    expect(
      await site.sql('select act, object_id, actor_kind from audit_entries where person_id = $1', [personId]),
    ).toEqual([{ act: 'cards.scan', object_id: id, actor_kind: 'nobody' }])
  })
  test('a card that opens nothing does not leave the pages of whoever was there before', async () => {
    const { who } = await scanned(await person())
    const response = await site.as().get(paths.scan({ token: 'unknown-token-unknown' }), lent(who))
    expect(response.status).toBe(409)
    expect((await site.as().get(space.home(), lent(who))).status).toBe(303)
  })
  test('nothing is filled in by the browser there', async () => {
    const html = await (await site.as().get(paths.code(), lent())).text()
    expect(html.match(/autocomplete="[^"]*"/g)).toEqual(['autocomplete="off"', 'autocomplete="off"'])
  })
  test('taking it back needs a professional', async () => {
    expect((await site.as().post(paths.tabletEnd(), {}, lent())).status).toBe(401)
    const { who } = await scanned(await person())
    expect((await site.as().post(paths.tabletEnd(), {}, lent(who))).status).toBe(403)
    const response = await site.as(coach).post(paths.tabletEnd())
    expect(response.headers.getSetCookie().join()).toContain('kiosk=;')
  })
})

/** The PIN 2748, as the person would have chosen it. */
async function givenPin(cardId: string) {
  const token = newId()
  await site.sql(
    `insert into card_sessions (token_hash, card_id, level, expires_at) values ($1, $2, 'token', now() + interval '1 hour')`,
    [hashOf(token), cardId],
  )
  await choosePin({ kind: 'card', token })
}
