import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestSite, type Staff, type TestSite, textOf } from '../../../../test/support/site.ts'
import { totpCode } from '../../../shared/secrets/totp.ts'
import { paths } from '../paths.ts'

let site: TestSite
let sylvie: Staff
beforeAll(async () => {
  site = await createTestSite()
  sylvie = await site.given.staff('administrator', { name: 'Sylvie Aebi' })
})
beforeEach(() => {
  site.services.mail = undefined
})
afterAll(() => site.close())

let n = 0
const invitation = (more: Record<string, string> = {}) => ({
  email: `luc${++n}@rivemont.example`,
  institutionId: sylvie.institutionId,
  role: 'coach',
  field: 'Sozialarbeit',
  language: 'de',
  ...more,
})
const answersIn = (html: string) => /name="answers" value="([^"]+)"/.exec(html)?.[1] ?? ''
const keyIn = (html: string) => /data-testid="totp-key">([^<]+)</.exec(html)![1]!.replaceAll(' ', '')
const tokenIn = (text: string) => /link\/invitation\/([\w-]+)/.exec(text)![1]!
const you = {
  name: 'Luc Favre',
  language: 'de',
  password: 'gravel orchid thimble comet',
  passwordAgain: 'gravel orchid thimble comet',
}

async function invite(form = invitation()) {
  const response = await site.as(sylvie).post(paths.invite(), form)
  return { ...form, token: tokenIn(await response.text()) }
}

/** The three pages of joining; answers the last response. */
async function join(token: string) {
  const guest = site.as({ kind: 'link', token })
  const first = await (await guest.post(paths.invitation(), you)).text()
  const code = totpCode(keyIn(first), Date.now())
  const second = await guest.post(paths.invitation(), { stage: 'phone', answers: answersIn(first), code })
  const answers = answersIn(await second.text())
  return { finish: () => guest.post(paths.invitation(), { stage: 'codes', answers, noted: 'yes' }), answers }
}

describe('inviting', () => {
  test('without mail the link is shown once, and its token stored nowhere', async () => {
    const form = invitation()
    const response = await site.as(sylvie).post(paths.invite(), form)
    expect(response.status).toBe(200)
    const token = tokenIn(await response.text())
    expect(await textOf(await site.as(sylvie).get(paths.list()))).toContain(form.email)
    expect(JSON.stringify(await site.sql('select * from links'))).not.toContain(token)
    const acts = await site.sql(
      `select act, result from audit_entries where act = 'staff.invite' order by at desc limit 1`,
    )
    expect(acts).toEqual([{ act: 'staff.invite', result: 'done' }])
  })
  test('with mail it goes out in the language of the invitation, and is not shown', async () => {
    site.services.mail = async (message) => void site.mails.push(message)
    const form = invitation()
    const response = await site.as(sylvie).post(paths.invite(), form)
    expect(response.status).toBe(303)
    const mail = site.mails.find(({ to }) => to === form.email)!
    expect(mail.subject).toBe('Ihr Zugang zu Passerelle')
    expect((await site.as().get(paths.openInvitation({ token: tokenIn(mail.text) }))).headers.get('location')).toBe(
      paths.invitation(),
    )
  })
  test('an address with an account or an open invitation is refused, a hidden institution not found', async () => {
    const form = invitation()
    await site.as(sylvie).post(paths.invite(), form)
    expect((await site.as(sylvie).post(paths.invite(), { ...form, email: form.email.toUpperCase() })).status).toBe(409)
    expect((await site.as(sylvie).post(paths.invite(), invitation({ email: sylvie.email }))).status).toBe(409)
    const nowhere = invitation({ institutionId: crypto.randomUUID() })
    expect((await site.as(sylvie).post(paths.invite(), nowhere)).status).toBe(404)
    expect((await site.as(sylvie).post(paths.invite(), invitation({ role: 'owner' }))).status).toBe(422)
  })
})

describe('joining by a link', () => {
  test('ends signed in, with the role that was offered, and uses the link up', async () => {
    const { token, email } = await invite()
    const opened = await site.as().get(paths.openInvitation({ token }))
    expect(opened.headers.getSetCookie().join()).toContain(`link=${token}`)
    expect(await textOf(await site.as({ kind: 'link', token }).get(paths.invitation()))).toContain(email)
    const { finish } = await join(token)
    const done = await finish()
    expect(done.status).toBe(303)
    const session = /staff=([\w-]+)/.exec(done.headers.getSetCookie().join())![1]!
    expect((await site.as({ token: session }).get(paths.account())).status).toBe(200)
    expect(
      await site.sql('select name, role, field, language, institution_id from users where email = $1', [email]),
    ).toEqual([
      { name: 'Luc Favre', role: 'coach', field: 'Sozialarbeit', language: 'de', institution_id: sylvie.institutionId },
    ])
    expect((await site.as().get(paths.openInvitation({ token }))).headers.get('location')).toBe(paths.linkEnded())
    expect((await finish()).status).toBe(401)
  })
  test.each([
    ['withdrawn', `revoked_at = now()`],
    ['too old', `expires_at = now() - interval '1 second'`],
    ['used', `used_at = now()`],
  ])('a link that is %s opens nothing, also between its pages', async (_, change) => {
    const { token, email } = await invite()
    const { finish } = await join(token)
    await site.sql(`update links set ${change} where audience = $1`, [email])
    expect((await site.as({ kind: 'link', token }).get(paths.invitation())).headers.get('location')).toBe(
      paths.linkEnded(),
    )
    expect((await finish()).status).toBe(401)
    expect(await site.sql('select 1 from users where email = $1', [email])).toEqual([])
  })
  test('answers of another invitation do not open', async () => {
    const [mine, theirs] = [await invite(), await invite()]
    const { answers } = await join(theirs.token)
    const guest = site.as({ kind: 'link', token: mine.token })
    expect((await guest.post(paths.invitation(), { stage: 'codes', answers, noted: 'yes' })).status).toBe(409)
  })
  test('an administrator takes an invitation back', async () => {
    const { token, email } = await invite()
    const [link] = await site.sql<{ id: string }>('select id from links where audience = $1', [email])
    const revocation = paths.revocation({ invitationId: link!.id })
    const coach = await site.given.staff('coach')
    expect((await site.as(coach).post(revocation)).status).toBe(404)
    expect((await site.as(sylvie).post(revocation)).status).toBe(303)
    expect((await site.as(sylvie).post(revocation)).status).toBe(404)
    expect((await site.as().get(paths.openInvitation({ token }))).headers.get('location')).toBe(paths.linkEnded())
  })
})

describe('a forgotten password', () => {
  test('a link renews password, phone and codes, and ends what was open', async () => {
    const luc = await site.given.staff('coach', { name: 'Luc Favre' })
    const old = await site.given.credentials(luc)
    const response = await site.as(sylvie).post(paths.renewal({ userId: luc.id }))
    const token = tokenIn(await response.text())
    expect((await site.as(sylvie).post(paths.renewal({ userId: luc.id }))).status).toBe(409)
    expect((await site.as(luc).get(paths.account())).status).toBe(200)
    const { finish } = await join(token)
    expect((await finish()).status).toBe(303)
    expect((await site.as(luc).get(paths.account())).status).toBe(303)
    const signIn = (password: string) => site.as().post(paths.signIn(), { email: luc.email, password })
    expect((await signIn(old.password)).status).toBe(409)
    expect((await signIn(you.password)).status).toBe(303)
  })
  test('an administrator cannot make one for an account elsewhere, not even in the database', async () => {
    const elsewhere = await site.given.institution()
    const luc = await site.given.staff('coach', { institutionId: elsewhere })
    await site.given.credentials(luc)
    const { makeInvitation } = await import('./store.ts')
    const { token } = await site.asActor(sylvie, (tx, actor) =>
      makeInvitation(tx, actor as Parameters<typeof makeInvitation>[1], {
        email: luc.email,
        institutionId: elsewhere,
        details: { role: 'coach', field: null, language: 'fr', account: luc.id, name: luc.name },
      }),
    )
    const { finish } = await join(token)
    expect((await finish()).status).toBe(409)
    expect((await site.as(luc).get(paths.account())).status).toBe(200)
  })
})
