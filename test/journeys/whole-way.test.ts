// From the referral to the first agreed step, through everybody's pages: what the house is for.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { createTestSite, type TestSite } from '../support/site.ts'
import { givenCast, type Words, wholeWay } from '../support/whole-way.ts'

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

const words: Record<Words['language'], Words> = {
  fr: {
    group: 'fr',
    language: 'fr',
    wish: 'Travailler dans une cuisine.',
    next: 'Visiter la cantine',
    kept: 'La garde de ma fille le mercredi',
    seen: 'Toujours à l’heure.',
    step: 'Téléphoner à la cantine de l’école',
  },
  de: {
    group: 'de',
    language: 'de',
    wish: 'In einer Küche arbeiten.',
    next: 'Die Kantine besuchen',
    kept: 'Die Betreuung meiner Tochter am Mittwoch',
    seen: 'Immer pünktlich.',
    step: 'Die Schulküche anrufen',
  },
  nl: {
    group: 'fr',
    language: 'nl',
    wish: 'In een keuken werken.',
    next: 'De schoolkeuken bezoeken',
    kept: 'De opvang van mijn dochter op woensdag',
    seen: 'Altijd op tijd.',
    step: 'De schoolkeuken bellen',
  },
}

test.each([
  { language: 'fr', own: 'fr', javaScript: false },
  { language: 'fr', own: 'ar', javaScript: true },
  { language: 'de', own: 'ar', javaScript: false },
  { language: 'de', own: 'de', javaScript: true },
  { language: 'nl', own: 'nl', javaScript: false },
] as const)(
  'staff in $language, the person in $own, script $javaScript',
  {
    timeout: 300_000,
  },
  async ({ language, own, javaScript }) => {
    const cast = await givenCast(site, { language, own })
    const desk = await browser.newPage({ language, javaScript })
    const phone = await browser.newPage({ language: own, javaScript, width: 390 })
    const label = `${language}-${own}-script-${javaScript ? 'on' : 'off'}`
    const way = wholeWay({ site, browser, desk, phone, javaScript }, cast, words[language], label)

    const enrolmentId = await way.theSocialWorkerRefers()
    await way.theOfficeCallsAndInforms(enrolmentId)
    const groupId = await way.theCoordinatorMakesAGroup()
    await way.andPutsThePersonIn(groupId, enrolmentId)
    const sessionId = await way.theCoachTakesAttendance(groupId)
    await way.andIssuesACard()
    await way.thePersonPicksAndRates()
    const profileId = await way.theCoachAnswersToo(groupId)
    const { versionId, handOverId } = await way.thePersonDecidesAndHandsOver(profileId)
    await way.theSocialWorkerTakesItUp(handOverId)

    const made = { enrolmentId, groupId, sessionId, profileId, versionId, handOverId }
    await way.thePrintOutsOpen(made)
    await way.aStrangerIsRefusedEverywhere(made)
    expect(site.logged).toEqual([])
    for (const page of [desk, phone]) await page.context().close()
  },
)
