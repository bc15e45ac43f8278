// The steps of the way through the programme in four steps, each named as what somebody does. One desk serves all in turn.
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { paths as aims } from '../../app/features/aims/paths.ts'
import { paths as attendance } from '../../app/features/attendance/paths.ts'
import { paths as cards } from '../../app/features/cards/paths.ts'
import { paths as reports } from '../../app/features/final-reports/paths.ts'
import { paths as followUps } from '../../app/features/follow-ups/paths.ts'
import { paths as funding } from '../../app/features/funding/paths.ts'
import { paths as groups } from '../../app/features/groups/paths.ts'
import { paths as languageTests } from '../../app/features/language-tests/paths.ts'
import { paths as orientation } from '../../app/features/orientation/paths.ts'
import { paths as people } from '../../app/features/people/paths.ts'
import { paths as signals } from '../../app/features/signals/paths.ts'
import { vote as ballots, paths as smileys } from '../../app/features/smileys/paths.ts'
import { paths as space } from '../../app/features/space/paths.ts'
import { paths as today } from '../../app/features/today/paths.ts'
import { arrive, axe, press, scrollsSideways, type TestBrowser } from './browser.ts'
import type { MoveupWorld } from './moveup-world.ts'
import { type Staff, type TestSite, testToday } from './site.ts'

/** What people write, in the language of the screens. */
export type MoveupWords = {
  language: 'fr' | 'nl'
  why: string
  review: string
  interview: string
  feedback: string
  aim: string
  signal: string
  answer: string
  talk: string
  interviewResult: string
  report: string
  debt: string
  remark: string
}

export type MoveupScene = { site: TestSite; browser: TestBrowser; desk: Page; phone: Page; javaScript: boolean }

/** `label` names the pictures. */
export function moveupWay(scene: MoveupScene, cast: MoveupWorld, words: MoveupWords, label: string) {
  const { site, browser, desk, phone, javaScript } = scene
  const { programmeId } = cast
  let count = 0
  const faults: string[] = []
  const look = async (page: Page, picture: string) => {
    count += 1
    await browser.screenshot(page, `moveup-${label}-${String(count).padStart(2, '0')}-${picture}`)
    if (!javaScript) return
    faults.push(...(await axe(page)).map((fault) => `${picture}: ${fault}`))
    if (await scrollsSideways(page)) faults.push(`${picture} scrolls sideways`)
  }
  const at = async (who: Staff, path: string) => {
    const { origin } = new URL(browser.url)
    await desk.context().addCookies([{ name: 'staff', value: who.token, url: origin, httpOnly: true, sameSite: 'Lax' }])
    await desk.goto(path)
  }
  const main = async (page: Page) => (await page.textContent('main')) ?? ''
  const idIn = (page: Page, at: number) => new URL(page.url()).pathname.split('/')[at]!
  /** The feedback that this professional got stands on their first page until they press that they have seen it. */
  const seesFeedback = async (who: Staff, enrolmentId: string) => {
    await at(who, orientation.show({ enrolmentId }))
    expect(await main(desk)).toContain(words.feedback)
    await press(desk, 'feedback-seen')
  }
  const vote = async (page: Page) => {
    for (let line = 0; line < 6 && (await page.getByTestId('send-vote').count()) === 0; line += 1)
      await press(page, 'face-good')
    await press(page, 'send-vote')
    await page.getByTestId('vote-thanks').waitFor()
  }
  const passOn = async (finding: string) => {
    await desk.getByTestId('finding-words').fill(finding)
    await desk.getByTestId('finding-feedback').fill(words.feedback)
    await press(desk, 'pass-on')
  }

  return {
    /** What was wrong with the pages looked at on the way, all of it. */
    faults,
    async theAntennaListsSomebody(personId: string) {
      await at(cast.global, people.show({ personId }))
      await press(desk, 'list-person')
      await desk.locator(`[name=programmeId][value="${programmeId}"]`).check()
      await desk.getByTestId('antenna').fill('Nord')
      await desk.getByTestId('candidate-why').fill(words.why)
      await look(desk, 'list')
      await press(desk, 'list-candidate')
      await at(cast.coordinator, orientation.candidates({ programmeId }))
      await look(desk, 'candidates')
      expect(await desk.getByTestId('candidates').textContent()).toContain('Nord')
      expect(await main(desk)).not.toContain(words.why)
    },
    async theGlobalSocialWorkerRegisters(personId: string): Promise<string> {
      await at(cast.global, people.show({ personId }))
      await press(desk, 'refer')
      await desk.locator(`[name=language][value=${words.language}]`).check()
      await desk.locator('[name=part][value=global]').check()
      expect(await desk.getByTestId('reason').inputValue()).toBe(words.why)
      await look(desk, 'register')
      await press(desk, 'send-referral')
      await desk.waitForURL(/\/enrolments\//)
      return idIn(desk, 2)
    },
    async theTrainingSocialWorkerReviews(enrolmentId: string) {
      await at(cast.global, orientation.show({ enrolmentId }))
      await look(desk, 'registered')
      await desk.getByTestId('owner').selectOption(cast.training.id)
      await press(desk, 'name-owner')
      await at(cast.training, today.today())
      await look(desk, 'training-today')
      await desk.goto(orientation.show({ enrolmentId }))
      await look(desk, 'review')
      await press(desk, 'pass-on')
      expect(await desk.locator('.field.wrong').count()).toBeGreaterThan(0)
      await desk.locator('[name=aim]').first().check()
      await passOn(words.review)
      await desk.getByTestId('owner').selectOption(cast.trainer.id)
      await press(desk, 'name-owner')
      await seesFeedback(cast.global, enrolmentId)
      await at(cast.training, orientation.show({ enrolmentId }))
      await look(desk, 'receipt')
    },
    async theTrainersTest(personId: string) {
      await at(cast.trainer, languageTests.show({ personId }))
      await press(desk, 'new-language-test')
      await desk.locator('[name=on]').fill('2026-11-24')
      for (const [skill, level] of [
        ['oral-reception', 'A1'],
        ['oral-production', 'A1.1'],
        ['reading', 'alpha-3'],
        ['writing', 'alpha-2'],
      ])
        await desk.locator(`[name="level.${skill}"][value="${level}"]`).check({ force: true })
      await desk.getByTestId('moment-entry').check({ force: true })
      await desk.getByTestId('source-tested').check({ force: true })
      await press(desk, 'save-language-test')
      expect(await desk.locator('.field.wrong').count(), 'a test that is still to come').toBe(1)
      expect(await desk.locator('[name="level.reading"][value="alpha-3"]').isChecked()).toBe(true)
      await look(desk, 'test-refused')
      await desk.locator('[name=on]').fill(testToday)
      await press(desk, 'save-language-test')
      await desk.goto(languageTests.show({ personId }))
      await look(desk, 'levels')
      expect(await desk.getByTestId('language-tests').textContent()).toContain('A1.1')
    },
    async andInterview(enrolmentId: string) {
      await desk.goto(orientation.show({ enrolmentId }))
      await desk.locator('[name=motivation][value=willing]').check({ force: true })
      await look(desk, 'interview')
      await passOn(words.interview)
      await look(desk, 'accepted')
      for (const who of [cast.global, cast.training]) await seesFeedback(who, enrolmentId)
    },
    async thePersonSaysTheirAim(enrolmentId: string) {
      await at(cast.training, aims.create({ enrolmentId }))
      await desk.locator('[name=kind]').first().check({ force: true })
      await desk.locator('[name=words]').fill(words.aim)
      await look(desk, 'aim')
      await press(desk, 'save-aim')
    },
    async theCoordinatorMakesAGroup(enrolmentId: string): Promise<string> {
      await at(cast.coordinator, groups.create({ programmeId }))
      await desk.locator('[name=name]').fill(`Peuplier ${label}`)
      await desk.locator('select[name=language]').selectOption(words.language)
      await desk.locator('[name=start]').fill(testToday)
      for (const half of ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => `${day}-am`))
        await desk.locator(`[name=halfDays][value=${half}]`).check({ force: true })
      await desk.locator('select[name=coach]').selectOption(cast.trainer.id)
      await press(desk, 'preview-group')
      await look(desk, 'group-preview')
      await press(desk, 'create-group')
      await desk.waitForURL(/\/groups\/[^/]+$/)
      const groupId = idIn(desk, 2)
      await press(desk, 'add-members')
      await desk.locator(`[name=enrolments][value="${enrolmentId}"]`).check()
      await press(desk, 'join')
      await arrive(desk, groups.show({ groupId }))
      await look(desk, 'group')
      return groupId
    },
    /** Attendance, and from the same page a signal to whoever can settle it. */
    async theTrainerNotesASignal(groupId: string, personId: string): Promise<string> {
      await at(cast.trainer, groups.show({ groupId }))
      await press(desk, 'record-attendance')
      const sessionId = idIn(desk, 2)
      const row = desk.locator(`[id="p-${personId}"]`)
      await row.getByTestId('mark-present').click()
      await desk.locator(`[id="p-${personId}"][data-status=present]`).waitFor()
      await row.getByTestId('signal').click()
      await desk.getByTestId('signal-theme-childcare').check({ force: true })
      await desk.getByTestId('signal-body').fill(words.signal)
      await look(desk, 'signal')
      await desk.getByTestId('save-signal').click()
      await desk
        .locator(javaScript ? '[data-testid=signal-line]' : '.toast, [role=status]')
        .first()
        .waitFor()
      await look(desk, 'register')
      return sessionId
    },
    async andLearnsWhatBecameOfIt() {
      await at(cast.training, today.today())
      await desk.getByTestId('need-signals').getByRole('link').first().click()
      await press(desk, 'accept-signal')
      await desk.getByTestId('settle-words').fill(words.answer)
      await look(desk, 'signal-received')
      await press(desk, 'settle-signal')
      await at(cast.trainer, signals.list())
      await look(desk, 'signals')
      await desk.goto(today.today())
      await look(desk, 'trainer-today')
      await desk.getByTestId('need-signal-answers').getByRole('link').first().click()
      await desk.getByText(words.answer).waitFor()
      await at(cast.coordinator, signals.ofProgramme({ programmeId }))
      await look(desk, 'signal-counts')
      expect(await main(desk)).not.toContain(words.signal)
    },
    async everybodyVotes(sessionId: string, personId: string) {
      await at(cast.trainer, cards.card({ personId }))
      await press(desk, 'issue-card')
      const token = `square-${personId}`
      await site.sql('update cards set token_hash = $2 where person_id = $1', [
        personId,
        createHash('sha256').update(token).digest(),
      ])
      await phone.goto(cards.scan({ token }))
      await arrive(phone, space.home())
      await press(phone, 'tile-vote')
      await look(phone, 'ballot')
      await vote(phone)
      await desk.goto(smileys.show({ sessionId }))
      await press(desk, 'show-sign')
      await look(desk, 'sign')
      const code = (await desk.getByTestId('wall-code').textContent())!.trim()
      for (let other = 0; other < 4; other += 1) {
        const page = await browser.newPage({ language: words.language, javaScript, width: 390 })
        await page.goto(ballots.start())
        await page.getByTestId('vote-code').fill(code)
        await press(page, 'open-vote')
        await vote(page)
        await page.context().close()
      }
      await desk.goto(smileys.show({ sessionId }))
      expect(await desk.getByTestId('smiley-results').count(), 'while the vote is open').toBe(0)
      await look(desk, 'vote')
      await press(desk, 'close-vote')
      await desk.goto(smileys.show({ sessionId }))
      await desk.getByTestId('smiley-results').waitFor()
      await desk.locator('[name=wentWell]').fill(words.talk)
      await look(desk, 'smileys')
      await press(desk, 'save-talk')
      expect(await main(desk)).toContain(words.talk)
      await desk.goto(attendance.register({ sessionId }))
    },
    async theQuarterlyInterviewIsHeld(enrolmentId: string) {
      await at(cast.training, followUps.plan({ enrolmentId }))
      await desk.locator('[name=kind][value=interview]').check({ force: true })
      await desk.locator('[name=onDate]').fill(testToday)
      await desk.locator('[name=atTime]').fill('14:00')
      await look(desk, 'plan')
      await press(desk, 'save-appointment')
      await desk.goto(followUps.show({ enrolmentId }))
      await look(desk, 'follow-up')
      await desk.getByTestId('planned').getByRole('link').first().click()
      await press(desk, 'open-interview')
      await desk.locator('[name^="point."]').first().check({ force: true })
      await desk.locator('[name^="words."]').first().fill(words.interviewResult)
      await look(desk, 'quarterly-interview')
      await press(desk, 'save-interview')
      expect(await main(desk)).toContain(words.interviewResult)
      await desk.goto(followUps.show({ enrolmentId }))
      await look(desk, 'followed-up')
      await at(cast.coordinator, followUps.show({ enrolmentId }))
      expect(await main(desk)).not.toContain(words.interviewResult)
    },
    async theFinalReportIsWritten(enrolmentId: string): Promise<string> {
      await at(cast.trainer, reports.ofEnrolment({ enrolmentId }))
      await press(desk, 'start-report')
      const reportId = idIn(desk, 2)
      await look(desk, 'report')
      for (const [section, text] of [
        ['attendance', words.report],
        ['proposal', words.report],
      ] as const) {
        await desk.goto(reports.section({ reportId, section }))
        await desk.getByTestId('section-words').fill(text)
        if (section === 'proposal') await desk.getByTestId('proposal').selectOption({ index: 1 })
        await press(desk, 'save-section')
      }
      await at(cast.training, reports.section({ reportId, section: 'obstacles' }))
      await desk.getByTestId('section-words').fill(words.debt)
      await press(desk, 'save-section')
      return reportId
    },
    async readTogetherAndSent(reportId: string): Promise<string> {
      await at(cast.trainer, reports.show({ reportId }))
      await press(desk, 'to-reading')
      await desk.getByTestId('agreement-agrees').check({ force: true })
      await desk.getByTestId('remark').fill(words.remark)
      await press(desk, 'save-reading')
      await press(desk, 'to-sending')
      await desk.getByTestId(`send-language-${words.language}`).check({ force: true })
      await look(desk, 'sending')
      await press(desk, 'send-report')
      const version = new URL(desk.url()).pathname
      const pdf = await desk.request.get(`${version}/pdf?in=${words.language}`)
      expect(pdf.headers()['content-type']).toBe('application/pdf')
      return version
    },
    /** The co-trainer comes from outside: what the social worker added reaches them only once the person agreed. */
    async acknowledgedByEverybody(version: string, receivers: readonly Staff[]) {
      for (const who of receivers) {
        await at(who, today.today())
        await desk.locator(`a[href="${version}"]`).first().click()
        await arrive(desk, version)
        const text = await main(desk)
        expect(text).toContain(words.remark)
        expect(text.includes(words.debt), who.name).toBe(who !== cast.coTrainer)
        await press(desk, 'acknowledge-report')
      }
      await at(cast.coordinator, reports.ofProgramme({ programmeId }, { shelf: 'acknowledged' }))
      await look(desk, 'reports')
      expect(await main(desk)).not.toContain(words.debt)
    },
    async theFundersAreTold() {
      await at(cast.coordinator, funding.lines({ programmeId }))
      const rows = desk.locator('[data-testid=funding-lines] fieldset')
      for (let i = 0; i < 3; i += 1) {
        expect(await rows.nth(i).locator(`[name="lines.${i}.funder"]`).inputValue()).not.toBe('')
        await desk.locator(`[name="lines.${i}.from"]`).fill('2026-01-01')
        await desk.locator(`[name="lines.${i}.to"]`).fill('2027-12-31')
      }
      await desk.locator('[name="lines.1.share"]').fill('14')
      await press(desk, 'save-lines')
      expect(await desk.locator('.field.wrong').count(), 'shares that do not add up').toBeGreaterThan(0)
      await look(desk, 'lines-refused')
      await desk.locator('[name="lines.1.share"]').fill('15')
      await press(desk, 'save-lines')
      await desk.goto(funding.month({ programmeId, month: '2026-10' }))
      await desk.locator('[name=sum]').fill('10000.01')
      await press(desk, 'save-month')
      await desk.goto(funding.report({ programmeId }, { from: '2026-10-01', to: '2026-10-31' }))
      await look(desk, 'funder-report')
      const text = ((await desk.getByTestId('funder-report').textContent()) ?? '').replace(/[^\d–]/g, '')
      for (const cents of ['750001', '150000', '100000', '1000001']) expect(text).toContain(cents)
    },
    async aStrangerFindsNothing(made: { personId: string; enrolmentId: string; reportId: string }) {
      const stranger = await site.given.staff('social-worker', { institutionId: await site.given.institution() })
      for (const address of [
        people.show(made),
        orientation.show(made),
        languageTests.show(made),
        aims.show(made),
        reports.show(made),
        signals.ofPerson(made),
      ]) {
        await at(stranger, '/')
        const answer = await desk.goto(address)
        expect([address, answer?.status()]).toEqual([address, 404])
      }
    },
  }
}
