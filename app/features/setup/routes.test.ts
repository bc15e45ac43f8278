import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type TestSite } from '../../../test/support/site.ts'
import { totpCode } from '../../shared/secrets/totp.ts'
import { paths as staff } from '../staff/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite({ founded: false })
})
afterAll(() => site.close())

const details = {
  siteName: 'Rivemont',
  institutionName: 'Service social de Rivemont',
  kind: 'social-service',
  languages: ['fr', 'de'],
  region: 'CH-BE',
  name: 'Sylvie Aebi',
  email: 'sylvie.aebi@rivemont.example',
  password: 'river lantern copper meadow',
  passwordAgain: 'river lantern copper meadow',
}

const answersIn = (html: string) => /name="answers" value="([^"]+)"/.exec(html)?.[1] ?? ''
const keyIn = (html: string) => /data-testid="totp-key">([^<]+)</.exec(html)![1]!.replaceAll(' ', '')
const begin = async (form: Record<string, string | string[]> = details) => {
  const response = await site.as().post(paths.setup(), form)
  return { status: response.status, html: await response.text() }
}
const sites = () => site.sql('select name from sites')

describe('before the first run', () => {
  test('the page asks the few questions, and nothing is written until the last step', async () => {
    expect((await site.as().get(paths.setup())).status).toBe(200)
    expect((await begin()).status).toBe(200)
    expect(await sites()).toEqual([])
  })
  test.each([
    ['no name', { name: '' }],
    ['no language', { languages: [] }],
    ['an unknown kind', { kind: 'ministry' }],
    ['a password of one word', { password: 'rivemont', passwordAgain: 'rivemont' }],
    ['a password with the own name', { password: 'sylvie aebi rivemont', passwordAgain: 'sylvie aebi rivemont' }],
    ['two different passwords', { passwordAgain: 'river lantern copper meadows' }],
  ])('%s comes back with what was typed, but no password', async (_, change) => {
    const { status, html } = await begin({ ...details, ...change })
    expect(status).toBe(422)
    expect(html).toContain('Service social de Rivemont')
    expect(html).not.toContain(details.password)
  })
  test('a wrong code, answers of another stage or changed answers lead nowhere', async () => {
    const { html } = await begin()
    const answers = answersIn(html)
    const phone = (form: Record<string, string>) => site.as().post(paths.setup(), { stage: 'phone', ...form })
    expect((await phone({ answers, code: '000000' })).status).toBe(409)
    expect((await site.as().post(paths.setup(), { stage: 'codes', answers, noted: 'yes' })).status).toBe(409)
    const changed = answers.slice(0, -2) + (answers.endsWith('A') ? 'BB' : 'AA')
    expect((await phone({ answers: changed, code: totpCode(keyIn(html), Date.now()) })).status).toBe(409)
    expect((await phone({ answers: '', code: '' })).status).toBe(409)
    expect(await sites()).toEqual([])
  })
  test('beyond this machine the token of the console is asked for', async () => {
    site.services.setupToken = 'token-of-the-console'
    expect((await begin()).status).toBe(422)
    expect((await begin({ ...details, setupToken: 'guessed' })).status).toBe(422)
    expect((await begin({ ...details, setupToken: ' token-of-the-console ' })).status).toBe(200)
    site.services.setupToken = undefined
  })
})

describe('the first run', () => {
  test('ends signed in as administrator, and cannot be done twice', async () => {
    const first = await begin()
    const second = await begin({ ...details, siteName: 'Somebody faster' })
    const finish = async ({ html }: { html: string }) => {
      const phone = await site.as().post(paths.setup(), {
        stage: 'phone',
        answers: answersIn(html),
        code: totpCode(keyIn(html), Date.now()),
      })
      expect(phone.status).toBe(200)
      const answers = answersIn(await phone.text())
      expect((await site.as().post(paths.setup(), { stage: 'codes', answers })).status).toBe(422)
      return answers
    }
    const answers = [await finish(first), await finish(second)]
    const done = await site.as().post(paths.setup(), { stage: 'codes', answers: answers[0]!, noted: 'yes' })
    expect(done.status).toBe(303)
    expect(done.headers.get('location')).toBe(staff.list())
    expect(done.headers.getSetCookie().join()).toMatch(/staff=[\w-]{40}/)
    expect(await site.sql('select name, kind, languages, time_zone, region from institutions')).toEqual([
      {
        name: 'Service social de Rivemont',
        kind: 'social-service',
        languages: ['fr', 'de'],
        time_zone: 'Europe/Zurich',
        region: 'CH-BE',
      },
    ])
    expect(await site.sql('select role, language from users')).toEqual([{ role: 'administrator', language: 'en' }])

    const again = await site.as().post(paths.setup(), { stage: 'codes', answers: answers[1]!, noted: 'yes' })
    expect(again.status).toBe(409)
    expect(await sites()).toEqual([{ name: 'Rivemont' }])
    expect((await site.as().get(paths.setup())).headers.get('location')).toBe('/')
  })
})
