// Every page of programmes and referrals in a browser: accessible, and never wider than the screen.
// With SCREENSHOTS=<folder> each page leaves a picture.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, openBrowser, scrollsSideways, type TestBrowser } from '../../../test/support/browser.ts'
import { createTestSite, type Staff, type TestSite } from '../../../test/support/site.ts'
import { paths as programmes } from '../programmes/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
let browser: TestBrowser
let amina: Staff
let ines: Staff
let marc: Staff
let programmeId: string
let personId: string
let newcomer: string
let enrolmentId: string

beforeAll(async () => {
  site = await createTestSite()
  browser = await openBrowser(site)
  amina = await site.given.staff('social-worker', { name: 'Amina Roth' })
  ines = await site.given.staff('coordinator', { name: 'Ines Wyss' })
  marc = await site.given.staff('programme-office', { name: 'Marc Petit' })
  programmeId = await site.given.programme({ by: ines, office: marc })
  const people = ['Nadia', 'Yusuf', 'Teresa', 'Mehmet', 'Olena', 'Beat']
  for (const [i, firstName] of people.entries()) {
    const id = await site.given.person({
      by: amina,
      firstName,
      phone: `079 111 22 0${i}`,
      language: i % 2 ? 'ar' : 'fr',
    })
    const response = await site.as(amina).post(paths.refer({ personId: id }), {
      programmeId,
      language: i % 2 ? 'de' : 'fr',
      reason: 'Cinq ans sans emploi, veut reprendre un rythme. Une première expérience en cuisine.',
      expectation: 'Je veux sortir de la maison et savoir ce que je sais faire.',
      explained: ['is', 'isNot', 'expected'],
      sheetLanguage: 'ar',
      'level.fr.oral-production': 'A2',
      'level.fr.reading': 'alpha-2',
      halfDays: ['mon-am', 'tue-am', 'thu-pm'],
      place: 'Rivemont Nord',
      needs: i % 2 ? ['interpreter', 'breaks'] : [],
      schooling: 'up-to-6',
    })
    enrolmentId = response.headers.get('location')!.split('/').at(-1)!
    personId = id
    if (i % 2) await site.as(marc).post(paths.attempt({ enrolmentId }), { channel: 'phone', result: 'no-answer' })
    if (i === 5) {
      await site.as(marc).post(paths.attempt({ enrolmentId }), { channel: 'phone', result: 'reached' })
      await site.as(amina).post(paths.talk({ enrolmentId }), { on: '2026-11-23', words: 'Hésite à cause du bus.' })
    }
  }
  newcomer = await site.given.person({ by: amina, firstName: 'Samira', lastName: 'Haddad', birthDate: '1988-04-02' })
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const pages: [string, () => Staff, () => string][] = [
  ['programmes', () => ines, () => programmes.list()],
  ['programme-new', () => ines, () => programmes.create()],
  ['programme', () => ines, () => programmes.show({ programmeId })],
  ['programme-basics', () => ines, () => programmes.edit({ programmeId, section: 'basics' })],
  ['programme-funding', () => ines, () => programmes.edit({ programmeId, section: 'funding' })],
  ['programme-stages', () => ines, () => programmes.edit({ programmeId, section: 'stages' })],
  ['programme-numbers', () => ines, () => programmes.edit({ programmeId, section: 'numbers' })],
  ['programme-theme', () => ines, () => programmes.theme({ programmeId, theme: 'moving' })],
  ['refer', () => amina, () => paths.refer({ personId: newcomer })],
  ['enrolment', () => amina, () => paths.enrolment({ enrolmentId })],
  ['enrolment-office', () => marc, () => paths.enrolment({ enrolmentId })],
  ['positioning', () => amina, () => paths.positioning({ personId })],
  ['positioning-office', () => marc, () => paths.positioning({ personId })],
  ['my-referrals', () => amina, () => paths.mine()],
  ['waiting-list', () => ines, () => paths.waitingList({ programmeId }, { language: 'fr' })],
  ['call-list', () => marc, () => paths.waitingList({ programmeId }, { mode: 'calls' })],
  ['call-list-print', () => marc, () => paths.waitingList({ programmeId }, { mode: 'print' })],
  ['sheet', () => amina, () => paths.sheet({ programmeId }, { in: 'ar' })],
  ['sheet-print', () => amina, () => paths.printSheet({ programmeId }, { in: 'de' })],
]

test.each(pages)(
  '%s',
  async (name, who, url) => {
    for (const language of process.env.SCREENSHOTS ? ['fr', 'de'] : ['de']) {
      const page = await browser.newPage({ as: who(), language })
      await page.goto(`${url()}${url().includes('?') ? '&' : '?'}lang=${language}`)
      await browser.screenshot(page, `${name}-${language}`)
      expect(await axe(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await scrollsSideways(page)).toBe(false)
      await page.context().close()
    }
  },
  60_000,
)
