import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSite, type TestSite, textOf } from '../../../test/support/site.ts'
import { jobs } from './guide.ts'
import { paths } from './paths.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

test.each([paths.help(), paths.groups(), paths.accessibility(), ...jobs.map((job) => paths.guide({ job }))])(
  '%s is for everyone, in every language',
  async (path) => {
    const coach = await site.given.staff('coach')
    for (const who of [undefined, coach])
      for (const language of ['fr', 'de', 'en', 'nl'])
        expect((await site.as(who).get(path, { 'accept-language': language })).status).toBe(200)
  },
)

test('staff find their account from the help', async () => {
  const coach = await site.given.staff('coach', { name: 'Luc Favre' })
  expect(await textOf(await site.as(coach).get(paths.help()))).toContain('Luc Favre')
})

test('leaving ends the card’s session and lands outside', async () => {
  const amina = await site.given.staff('social-worker')
  const personId = await site.given.person({ by: amina })
  const card = await site.given.card({ personId, by: amina })
  const first = await site.as(card).get(paths.leave())
  const last = await site.as(card).get(first.headers.get('location')!)
  expect(new URL(last.headers.get('location')!).protocol).toBe('https:')
  expect((await site.as(card).get('/me')).status).toBe(303)
})

test('the guide names buttons as they are called, and knows no other job', async () => {
  const page = await textOf(await site.as().get(paths.guide({ job: 'trainer' }), { 'accept-language': 'nl' }))
  expect(page).toContain('Lesgever')
  expect(page).not.toMatch(/[{}]/)
  expect((await site.as().get(paths.guide({ job: 'nobody' }))).status).toBe(404)
})
