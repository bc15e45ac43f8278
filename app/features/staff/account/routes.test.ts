import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type Staff, type TestSite, textOf } from '../../../../test/support/site.ts'
import { totpCode } from '../../../shared/secrets/totp.ts'
import { paths } from '../paths.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const STEP = 30_000
const answersIn = (html: string) => /name="answers" value="([^"]+)"/.exec(html)?.[1] ?? ''
const keyIn = (html: string) => /data-testid="totp-key">([^<]+)</.exec(html)![1]!.replaceAll(' ', '')
const lives = async (who: { token: string }) => (await site.as(who).get(paths.account())).status === 200
const stale = (who: Staff) =>
  site.sql(`update staff_sessions set factor_at = now() - interval '11 minutes' where user_id = $1`, [who.id])

async function amina() {
  const who = await site.given.staff('social-worker', { name: 'Amina Berger' })
  return { who, ...(await site.given.credentials(who)) }
}

test('nobody and participants have no account', async () => {
  expect((await site.as().get(paths.account())).status).toBe(303)
  expect((await site.as().post(paths.password())).status).toBe(401)
})

describe('the own account', () => {
  test('keeps name and language, and the next page speaks it', async () => {
    const { who } = await amina()
    const form = { name: 'Amina Berger-Şahin', phone: '', language: 'de', theme: 'dark' }
    const response = await site.as(who).post(paths.account(), form)
    expect(response.status).toBe(303)
    expect(response.headers.getSetCookie().join()).toContain('theme=dark; Path=/; SameSite=Lax')
    const page = await site.as(who).get(paths.account(), { 'accept-language': 'fr' })
    expect(await textOf(page)).toContain('Mein Konto')
  })
  test('says what is wrong and changes nothing', async () => {
    const { who } = await amina()
    const response = await site.as(who).post(paths.account(), { name: '', language: 'xx', theme: 'pink' })
    expect(response.status).toBe(422)
    expect(await site.sql('select name from users where id = $1', [who.id])).toEqual([{ name: 'Amina Berger' }])
  })
})

describe('own sessions', () => {
  test('one is ended, in the middle of its work', async () => {
    const { who } = await amina()
    const other = { token: await site.given.session(who.id) }
    const [session] = await site.sql<{ id: string }>(
      'select id from staff_sessions where user_id = $1 order by created_at desc limit 1',
      [who.id],
    )
    expect((await site.as(who).post(paths.sessionEnding({ sessionId: session!.id }))).status).toBe(303)
    expect(await lives(other)).toBe(false)
    expect(await lives(who)).toBe(true)
  })
  test('a colleague’s session is not found', async () => {
    const { who } = await amina()
    const marc = await site.given.staff('social-worker')
    const [session] = await site.sql<{ id: string }>('select id from staff_sessions where user_id = $1', [marc.id])
    expect((await site.as(who).post(paths.sessionEnding({ sessionId: session!.id }))).status).toBe(404)
    expect(await lives(marc)).toBe(true)
  })
  test('all others are ended at once', async () => {
    const { who } = await amina()
    const others = [{ token: await site.given.session(who.id) }, { token: await site.given.session(who.id) }]
    await site.as(who).post(paths.otherSessionsEnding())
    expect(await Promise.all([who, ...others].map(lives))).toEqual([true, false, false])
  })
})

describe('a fresh code', () => {
  test('is asked for first, then one goes on', async () => {
    const { who, totpSecret } = await amina()
    await stale(who)
    const first = await site.as(who).get(paths.password())
    expect(first.headers.get('location')).toBe(paths.confirmation({ next: paths.password() }))
    const wrong = await site.as(who).post(paths.confirmation(), { code: '000000', next: paths.password() })
    expect(wrong.status).toBe(409)
    const code = totpCode(totpSecret, Date.now())
    const right = await site.as(who).post(paths.confirmation(), { code, next: paths.password() })
    expect(right.headers.get('location')).toBe(paths.password())
    expect((await site.as(who).get(paths.password())).status).toBe(200)
    await stale(who)
    expect((await site.as(who).post(paths.confirmation(), { code })).status).toBe(409)
  })
  test('an act that asks for one leads back to the page with its form', async () => {
    const { who } = await amina()
    await stale(who)
    const referer = 'http://localhost/account?from=here'
    const response = await site.as(who).post(paths.password(), {}, { referer })
    expect(response.headers.get('location')).toBe(paths.confirmation({ next: '/account?from=here' }))
    const foreign = await site.as(who).post(paths.password(), {}, { referer: 'http://evil.example/x' })
    expect(foreign.headers.get('location')).toBe(paths.confirmation({ next: paths.password() }))
  })
})

describe('another password', () => {
  const next = { password: 'gravel orchid thimble comet', passwordAgain: 'gravel orchid thimble comet' }
  test('needs the current one, and ends the other sessions', async () => {
    const { who, password } = await amina()
    const other = { token: await site.given.session(who.id) }
    expect((await site.as(who).post(paths.password(), { current: 'no such thing', ...next })).status).toBe(409)
    expect(await lives(other)).toBe(true)
    expect((await site.as(who).post(paths.password(), { current: password, ...next })).status).toBe(303)
    expect(await Promise.all([who, other].map(lives))).toEqual([true, false])
    expect((await site.as().post(paths.signIn(), { email: who.email, password })).status).toBe(409)
    expect((await site.as().post(paths.signIn(), { email: who.email, password: next.password })).status).toBe(303)
  })
  test('ten wrong tries and the right one is refused too', async () => {
    const { who, password } = await amina()
    for (let n = 0; n < 10; n++) await site.as(who).post(paths.password(), { current: `wrong ${n}`, ...next })
    expect((await site.as(who).post(paths.password(), { current: password, ...next })).status).toBe(409)
    await site.sql('delete from attempts')
  })
})

describe('another phone', () => {
  test('counts from the moment its code was shown', async () => {
    const { who, totpSecret } = await amina()
    const html = await (await site.as(who).get(paths.phone())).text()
    const answers = answersIn(html)
    expect((await site.as(who).post(paths.phone(), { answers, code: '000000' })).status).toBe(409)
    expect((await site.as(who).post(paths.phone(), { answers: 'AAAA', code: '000000' })).status).toBe(409)
    const code = totpCode(keyIn(html), Date.now())
    expect((await site.as(who).post(paths.phone(), { answers, code })).status).toBe(303)
    const old = totpCode(totpSecret, Date.now() + STEP)
    expect((await site.as(who).post(paths.confirmation(), { code: old })).status).toBe(409)
    const fresh = totpCode(keyIn(html), Date.now() + STEP)
    expect((await site.as(who).post(paths.confirmation(), { code: fresh })).status).toBe(303)
  })
})

describe('new recovery codes', () => {
  test('replace the old ones only when they are on paper', async () => {
    const { who, password, recoveryCodes } = await amina()
    const html = await (await site.as(who).get(paths.recoveryCodes())).text()
    const answers = answersIn(html)
    const stored = () => site.sql('select code_hash from recovery_codes where user_id = $1 order by 1', [who.id])
    const before = await stored()
    expect((await site.as(who).post(paths.recoveryCodes(), { answers })).status).toBe(422)
    expect(await stored()).toEqual(before)
    expect((await site.as(who).post(paths.recoveryCodes(), { answers, noted: 'yes' })).status).toBe(303)
    const first = await site.as().post(paths.signIn(), { email: who.email, password })
    const cookie = first.headers.getSetCookie()[0]!.split(';')[0]!
    const enter = (recoveryCode: string) => site.as().post(paths.code(), { recoveryCode }, { cookie })
    expect((await enter(recoveryCodes[0]!)).status).toBe(409)
    expect((await enter(/<code>([\dA-Z-]{29})<\/code>/.exec(html)![1]!)).status).toBe(303)
  })
})
