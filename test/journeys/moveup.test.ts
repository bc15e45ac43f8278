// From the yearly list to the funder's report, through everybody's pages: what a public centre does with the programme in four steps.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { type MoveupWords, moveupWay } from '../support/moveup-way.ts'
import { givenMoveup } from '../support/moveup-world.ts'
import { createTestSite, type TestSite } from '../support/site.ts'

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

const words: Record<MoveupWords['language'], MoveupWords> = {
  fr: {
    language: 'fr',
    why: 'Seule à la maison depuis son arrivée.',
    review: 'A travaillé dix ans comme couturière.',
    interview: 'Elle pose beaucoup de questions.',
    feedback: 'Elle commence dès qu’une place est libre.',
    aim: 'Parler avec mes voisines.',
    signal: 'La crèche ferme à midi',
    answer: 'Une place de crèche dès lundi.',
    talk: 'Le groupe veut retourner au marché.',
    interviewResult: 'Elle dort mieux et vient volontiers.',
    report: 'Elle vient chaque matin et aide les autres.',
    debt: 'Une dette de loyer est réglée.',
    remark: 'J’ai aussi appris à dire non.',
  },
  nl: {
    language: 'nl',
    why: 'Alleen thuis sinds haar aankomst.',
    review: 'Werkte tien jaar als naaister.',
    interview: 'Ze stelt veel vragen.',
    feedback: 'Ze begint zodra er een plaats vrij is.',
    aim: 'Praten met mijn buren.',
    signal: 'De crèche sluit om twaalf uur',
    answer: 'Een plaats in de crèche vanaf maandag.',
    talk: 'De groep wil terug naar de markt.',
    interviewResult: 'Ze slaapt beter en komt graag.',
    report: 'Ze komt elke morgen en helpt de anderen.',
    debt: 'Een huurschuld is geregeld.',
    remark: 'Ik heb ook geleerd om neen te zeggen.',
  },
}

test.each([
  { language: 'fr', javaScript: false },
  { language: 'fr', javaScript: true },
  { language: 'nl', javaScript: false },
  { language: 'nl', javaScript: true },
] as const)('in $language, script $javaScript', { timeout: 300_000 }, async ({ language, javaScript }) => {
  const cast = await givenMoveup(site)
  await site.sql('update users set language = $1', [language])
  const desk = await browser.newPage({ language, javaScript })
  const phone = await browser.newPage({ language, javaScript, width: 390 })
  const label = `${language}-script-${javaScript ? 'on' : 'off'}`
  const way = moveupWay({ site, browser, desk, phone, javaScript }, cast, words[language], label)
  const personId = await site.given.person({
    by: cast.global,
    firstName: 'Yordanos',
    lastName: 'Haile',
    language,
    birthDate: '1990-04-12',
  })

  await way.theAntennaListsSomebody(personId)
  const enrolmentId = await way.theGlobalSocialWorkerRegisters(personId)
  await way.theTrainingSocialWorkerReviews(enrolmentId)
  await way.theTrainersTest(personId)
  await way.andInterview(enrolmentId)
  await way.thePersonSaysTheirAim(enrolmentId)
  const groupId = await way.theCoordinatorMakesAGroup(enrolmentId)
  for (const firstName of ['Abel', 'Bina', 'Celik', 'Dao', 'Emeka']) {
    const other = await cast.enrol(firstName, 'allocated')
    await site.given.member({ groupId, ...other, by: cast.coordinator, coaches: [cast.trainer] })
  }
  const sessionId = await way.theTrainerNotesASignal(groupId, personId)
  await way.andLearnsWhatBecameOfIt()
  await way.theQuarterlyInterviewIsHeld(enrolmentId)
  await way.everybodyVotes(sessionId, personId)
  await cast.accompany(enrolmentId, personId, 'employment', cast.employment)
  await cast.accompany(enrolmentId, personId, 'trainer', cast.coTrainer)
  const reportId = await way.theFinalReportIsWritten(enrolmentId)
  const version = await way.readTogetherAndSent(reportId)
  await way.acknowledgedByEverybody(version, [cast.global, cast.employment, cast.training, cast.coTrainer])
  await way.theFundersAreTold()
  await way.aStrangerFindsNothing({ personId, enrolmentId, reportId })
  expect(way.faults).toEqual([])
  expect(site.logged).toEqual([])
  for (const page of [desk, phone]) await page.context().close()
})
