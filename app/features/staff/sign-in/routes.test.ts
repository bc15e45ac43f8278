import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type Staff, type TestSite, textOf } from '../../../../test/support/site.ts'
import { totpCode } from '../../../shared/secrets/totp.ts'
import { paths as people } from '../../people/paths.ts'
import { paths } from '../paths.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0]
    ?.split('=')[1]

/** The first factor: answers the pending session's token. */
async function first(email: string, password: string) {
  const response = await site.as().post(paths.signIn(), { email, password })
  return { response, pending: cookieOf(response, 'pending') }
}

const second = (pending: string | undefined, form: Record<string, string>) =>
  site.as().post(paths.code(), form, { cookie: `pending=${pending}` })

const now = () => Date.now()

describe('signing in', () => {
  test('password, then the code of the app, then the page one wanted', async () => {
    const amina = await site.given.staff('social-worker')
    const { password, totpSecret } = await site.given.credentials(amina)
    const { response, pending } = await first(amina.email.toUpperCase(), password)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(paths.code())
    const answer = await second(pending, { code: totpCode(totpSecret, now()), next: people.create() })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(people.create())
    const token = cookieOf(answer, 'staff')!
    expect((await site.as({ token }).get(people.create())).status).toBe(200)
    expect(await site.sql('select act, result from audit_entries where object_id = $1', [amina.id])).toEqual([
      { act: 'staff.sign-in', result: 'done' },
    ])
  })
  test('the password alone opens nothing', async () => {
    const amina = await site.given.staff('social-worker')
    const { password } = await site.given.credentials(amina)
    const { pending } = await first(amina.email, password)
    expect((await site.as({ token: pending! }).get(people.create())).status).toBe(303)
  })
  test('a code works once, also for a thief who saw it', async () => {
    const amina = await site.given.staff('social-worker')
    const { password, totpSecret } = await site.given.credentials(amina)
    const code = totpCode(totpSecret, now())
    expect((await second((await first(amina.email, password)).pending, { code })).status).toBe(303)
    const replay = await second((await first(amina.email, password)).pending, { code })
    expect(replay.status).toBe(409)
    expect(cookieOf(replay, 'staff')).toBeUndefined()
  })
  test('a recovery code stands in for the phone, once', async () => {
    const amina = await site.given.staff('social-worker')
    const { password, recoveryCodes } = await site.given.credentials(amina)
    const recoveryCode = recoveryCodes[3]!.toLowerCase()
    expect((await second((await first(amina.email, password)).pending, { recoveryCode })).status).toBe(303)
    expect((await second((await first(amina.email, password)).pending, { recoveryCode })).status).toBe(409)
  })
  test('a code that belongs to a colleague is refused', async () => {
    const amina = await site.given.staff('social-worker')
    const marc = await site.given.staff('social-worker')
    const { password } = await site.given.credentials(amina)
    const other = await site.given.credentials(marc)
    const { pending } = await first(amina.email, password)
    expect((await second(pending, { code: totpCode(other.totpSecret, now()) })).status).toBe(409)
  })
  test('another site is never the next page', async () => {
    const amina = await site.given.staff('social-worker')
    const { password, totpSecret } = await site.given.credentials(amina)
    const { pending } = await first(amina.email, password)
    const answer = await second(pending, { code: totpCode(totpSecret, now()), next: '//evil.example/x' })
    expect(answer.headers.get('location')).toBe('/')
  })
  test('without what is needed the form comes back with errors beside the fields', async () => {
    const response = await site.as().post(paths.signIn(), { email: 'amina@example.org' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('value="amina@example.org"')
  })
  test('the second page without the first leads to the first', async () => {
    expect((await site.as().get(paths.code())).headers.get('location')).toMatch(/^\/sign-in/)
    expect((await second('nothing-of-the-kind', { code: '123456' })).headers.get('location')).toMatch(/^\/sign-in/)
  })
})

describe('nothing tells whether an account exists', () => {
  const said = async (response: Response, email: string) => ({
    status: response.status,
    text: (await response.text()).replaceAll(email, 'EMAIL'),
    headers: [...response.headers.keys()].sort(),
  })
  test('unknown, wrong and blocked are answered alike', async () => {
    const amina = await site.given.staff('social-worker')
    const ended = await site.given.staff('coach')
    const { password } = await site.given.credentials(amina)
    const old = await site.given.credentials(ended)
    await site.given.leaving(ended)
    const tried = (email: string, secret: string) => first(email, secret).then(({ response }) => said(response, email))
    const wrong = await tried(amina.email, 'wrong lantern copper meadow')
    expect(wrong.status).toBe(409)
    expect(await tried('abcdefgh@example.org', password)).toEqual(wrong)
    expect(await tried(ended.email, old.password)).toEqual(wrong)
    expect(await tried(amina.email, 'x'.repeat(5000))).toEqual(wrong)
    await site.sql(`update attempts set blocked_until = now() + interval '1 minute'`)
    expect(await tried(amina.email, password)).toEqual(wrong)
    await site.sql('delete from attempts')
  })
  test('ten wrong tries block the account for the right password too', async () => {
    const amina = await site.given.staff('social-worker')
    const { password } = await site.given.credentials(amina)
    for (let n = 0; n < 10; n++) await first(amina.email, `wrong ${n}`)
    expect((await first(amina.email, password)).response.status).toBe(409)
    await site.sql('delete from attempts')
    expect((await first(amina.email, password)).response.status).toBe(303)
  })
  test('ten wrong codes block the second factor', async () => {
    const amina = await site.given.staff('social-worker')
    const { password, totpSecret } = await site.given.credentials(amina)
    const { pending } = await first(amina.email, password)
    for (let n = 0; n < 10; n++) await second(pending, { code: '' })
    expect((await second(pending, { code: totpCode(totpSecret, now()) })).status).toBe(409)
    await site.sql('delete from attempts')
  })
})

describe('a session', () => {
  const opens = async (who: Staff) => (await site.as(who).get(people.create())).status === 200
  test('ends when its owner signs out', async () => {
    const amina = await site.given.staff('social-worker')
    const response = await site.as(amina).post(paths.signOut())
    expect(response.headers.get('location')).toBe(paths.signIn())
    expect(cookieOf(response, 'staff')).toBe('')
    expect(await opens(amina)).toBe(false)
  })
  test('ends in the middle of the work when the account ends', async () => {
    const amina = await site.given.staff('social-worker')
    expect(await opens(amina)).toBe(true)
    await site.given.leaving(amina)
    expect(await opens(amina)).toBe(false)
  })
  test.each([
    ['fifteen minutes without a request', `last_seen_at = now() - interval '15 minutes 1 second'`],
    ['twelve hours', `expires_at = now() - interval '1 second'`],
  ])('ends after %s', async (_, change) => {
    const amina = await site.given.staff('social-worker')
    await site.sql(`update staff_sessions set ${change} where user_id = $1`, [amina.id])
    expect(await opens(amina)).toBe(false)
  })
  test('who is signed in is not asked again', async () => {
    const amina = await site.given.staff('social-worker')
    expect((await site.as(amina).get(paths.signIn())).headers.get('location')).toBe('/')
  })
  test('the first visit to an empty site leads to the first run, whatever was asked for', async () => {
    const empty = await createTestSite({ founded: false })
    expect((await empty.as().get(paths.signIn())).headers.get('location')).toBe('/setup')
    await empty.close()
  })
})

test('the page says what to do when signing in fails', async () => {
  const { response } = await first('nobody@example.org', 'a b c d')
  expect(await textOf(response)).toContain('Check both and try again')
})
