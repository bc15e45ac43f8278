// The steps of the whole way, each named as what somebody does. One desk is used by all professionals in turn.
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { paths as attendance } from '../../app/features/attendance/paths.ts'
import { paths as cards } from '../../app/features/cards/paths.ts'
import { paths as groups } from '../../app/features/groups/paths.ts'
import { paths as handOvers } from '../../app/features/handovers/paths.ts'
import { paths as people } from '../../app/features/people/paths.ts'
import { me, paths as profiles } from '../../app/features/profiles/paths.ts'
import { paths as referrals } from '../../app/features/referrals/paths.ts'
import { paths as sessions } from '../../app/features/sessions/paths.ts'
import { paths as space } from '../../app/features/space/paths.ts'
import { paths as today } from '../../app/features/today/paths.ts'
import { arrive, axe, scrollsSideways, type TestBrowser } from './browser.ts'
import { type Staff, type TestSite, testToday } from './site.ts'

export type Cast = Awaited<ReturnType<typeof givenCast>>

/** Five professionals of two institutions, their programme, and a person whom the social worker knows. */
export async function givenCast({ given }: TestSite, { language, own }: { language: string; own: string }) {
  const unit = await given.institution('programme-unit', 'FocusTravail Uferwil')
  const service = await given.institution('social-service', 'Service social de Rivemont')
  const inUnit = { institutionId: unit, language }
  const amina = await given.staff('social-worker', { institutionId: service, name: 'Amina Keller', language })
  const coordinator = await given.staff('coordinator', { ...inUnit, name: 'Corinne Wyss' })
  const office = await given.staff('programme-office', { ...inUnit, name: 'Olivier Rochat' })
  const coach = await given.staff('coach', { ...inUnit, name: 'Nadia Perrin' })
  const personId = await given.person({ by: amina, firstName: 'Samira', lastName: 'Haddad', language: own })
  const programmeId = await given.programme({ by: coordinator, office })
  return { amina, coordinator, office, coach, personId, programmeId, name: 'Samira Haddad' }
}

/** What came into being on the way, by id. */
export type Made = Record<'enrolmentId' | 'groupId' | 'sessionId' | 'profileId' | 'versionId' | 'handOverId', string>

/** What people write, the language of the group and the language of the screens and sheets. */
export type Words = {
  group: 'fr' | 'de'
  language: 'fr' | 'de' | 'nl'
  next: string
  wish: string
  kept: string
  seen: string
  step: string
}

export type Scene = { site: TestSite; browser: TestBrowser; desk: Page; phone: Page; javaScript: boolean }

/** `label` names the pictures. */
export function wholeWay({ site, browser, desk, phone, javaScript }: Scene, cast: Cast, words: Words, label: string) {
  const { personId, programmeId, name } = cast
  const press = (page: Page, id: string) => page.getByTestId(id).click()
  const idIn = (page: Page, at: number) => new URL(page.url()).pathname.split('/')[at]!

  const look = async (page: Page, picture: string) => {
    await browser.screenshot(page, `whole-${label}-${picture}`)
    if (!javaScript) return
    expect(await axe(page), picture).toEqual([])
    expect(await scrollsSideways(page), picture).toBe(false)
  }
  const at = async (who: Staff, path: string) => {
    const { origin } = new URL(browser.url)
    await desk.context().addCookies([{ name: 'staff', value: who.token, url: origin, httpOnly: true, sameSite: 'Lax' }])
    await desk.goto(path)
  }
  const main = async (page: Page) => (await page.textContent('main')) ?? ''

  return {
    async theSocialWorkerRefers(): Promise<string> {
      await at(cast.amina, people.show({ personId }))
      await press(desk, 'refer')
      await arrive(desk, referrals.refer({ personId }))
      await desk.locator(`[name=language][value=${words.group}]`).check()
      await desk.getByTestId('reason').fill('–')
      await desk.locator('[name=expectation]').fill(words.wish)
      await look(desk, '01-refer')
      await press(desk, 'send-referral')
      await desk.waitForURL(/\/enrolments\//)
      await look(desk, '02-referred')
      return idIn(desk, 2)
    },
    async theOfficeCallsAndInforms(enrolmentId: string) {
      await at(cast.office, referrals.waitingList({ programmeId }))
      expect(await desk.getByTestId('waiting-list').textContent()).toContain(name)
      await desk.goto(referrals.enrolment({ enrolmentId }))
      expect(await main(desk)).not.toContain(words.wish)
      await press(desk, 'call-reached')
      await desk.getByTestId('move-informed').first().click()
      await desk.getByTestId('move-informed').waitFor({ state: 'detached' })
      await look(desk, '03-informed')
    },
    async theCoordinatorMakesAGroup(): Promise<string> {
      await at(cast.coordinator, groups.create({ programmeId }))
      await desk.locator('[name=name]').fill('Tilleul')
      await desk.locator('select[name=language]').selectOption(words.group)
      await desk.locator('[name=room]').fill('3')
      await desk.locator('[name=start]').fill(testToday)
      for (const half of ['mon-am', 'wed-am', 'fri-pm'])
        await desk.locator(`[name=halfDays][value=${half}]`).check({ force: true })
      await desk.locator('select[name=coach]').selectOption(cast.coach.id)
      await look(desk, '04-new-group')
      await press(desk, 'preview-group')
      await desk.getByTestId('planned-dates').waitFor()
      expect(await desk.getByTestId('planned-dates').locator('tbody tr').count()).toBe(12)
      await look(desk, '05-preview')
      await press(desk, 'create-group')
      await desk.waitForURL(/\/groups\/[^/]+$/)
      return idIn(desk, 2)
    },
    async andPutsThePersonIn(groupId: string, enrolmentId: string) {
      await press(desk, 'add-members')
      await arrive(desk, groups.join({ groupId }))
      await desk.locator(`[name=enrolments][value="${enrolmentId}"]`).check()
      await look(desk, '06-join')
      await press(desk, 'join')
      await arrive(desk, groups.show({ groupId }))
      expect(await desk.getByTestId('members').textContent()).toContain(name)
      await look(desk, '07-group')
    },
    async theCoachTakesAttendance(groupId: string): Promise<string> {
      await at(cast.coach, groups.show({ groupId }))
      await press(desk, 'record-attendance')
      await desk.waitForURL(/\/attendance$/)
      const sessionId = idIn(desk, 2)
      const mark = desk.locator(`[id="p-${personId}"]`).getByTestId('mark-present')
      await mark.click()
      await desk.locator(`[id="p-${personId}"][data-status=present]`).waitFor()
      await press(desk, 'close-session')
      await desk.getByTestId('close-session').waitFor({ state: 'detached' })
      await look(desk, '08-register')
      const marks = await site.sql('select status from attendance_marks where session_id = $1', [sessionId])
      expect(marks).toEqual([{ status: 'present' }])
      return sessionId
    },
    /** What the camera reads from the card can't be read here: the card gets a square that the test knows. */
    async andIssuesACard() {
      await desk.goto(cards.card({ personId }))
      await press(desk, 'issue-card')
      await desk.getByTestId('card').waitFor()
      expect(await desk.getByTestId('card').textContent()).toContain('Samira')
      await look(desk, '09-card')
      const token = `square-${personId}`
      await site.sql('update cards set token_hash = $2 where person_id = $1', [
        personId,
        createHash('sha256').update(token).digest(),
      ])
      await phone.goto(cards.scan({ token }))
      await arrive(phone, space.home())
      await look(phone, '10-home')
    },
    async thePersonPicksAndRates() {
      await press(phone, 'tile-profile')
      await phone.getByTestId('choose-pin').waitFor()
      for (const field of ['pin', 'again']) await phone.getByTestId(field).fill('4826')
      await press(phone, 'choose-pin')
      await phone.getByTestId('profile-start').getByRole('button').click()
      await press(phone, 'task-pick')
      await press(phone, 'pick-personal')
      for (const one of ['reliability', 'calm']) await phone.getByTestId(`pick-${one}`).check()
      await press(phone, 'pick-stop')
      await press(phone, 'start-rating')
      await press(phone, 'rate-start')
      for (const answer of ['3', '2']) {
        await phone.getByTestId(`rate-${answer}`).check()
        await look(phone, `11-rate-${answer}`)
        await press(phone, 'rate-next')
      }
      await press(phone, 'hand-in-button')
      await arrive(phone, me.start())
      for (const [part, text, show] of [
        ['obstacles', words.kept, false],
        ['next-step', words.next, true],
      ] as const) {
        await phone.goto(me.wordsOf({ part }))
        await phone.locator('[name=text]').fill(text)
        if (show) await phone.locator('[name=shownToCoach]').check()
        await press(phone, 'add-line')
        await phone.getByTestId('own-entry').filter({ hasText: text }).waitFor()
      }
    },
    async theCoachAnswersToo(groupId: string): Promise<string> {
      await at(cast.coach, profiles.group({ groupId }))
      await desk.getByRole('link', { name, exact: true }).click()
      await desk.waitForURL(/\/profiles\/[^/]+$/)
      const profileId = idIn(desk, 2)
      expect(await main(desk)).not.toContain(words.kept)
      await press(desk, 'fill-sheet')
      await arrive(desk, profiles.sheet({ profileId }))
      await desk.locator('[name=value-reliability][value="4"]').check({ force: true })
      await desk.locator('[name=value-calm][value="3"]').check({ force: true })
      await desk.locator('[name=comment-reliability]').fill(words.seen)
      await press(desk, 'hand-in-sheet')
      await arrive(desk, profiles.show({ profileId }))
      expect(await main(desk)).toContain(words.seen)
      await look(desk, '12-side-by-side')
      return profileId
    },
    async thePersonDecidesAndHandsOver(profileId: string): Promise<{ versionId: string; handOverId: string }> {
      await phone.goto(me.views())
      expect(await main(phone)).toContain(words.seen)
      await look(phone, '13-views')
      await phone.goto(me.decide({ section: 'self' }))
      await press(phone, 'decide-all')
      await phone.locator('.choice-card input:checked').first().waitFor({ state: 'attached' })
      await phone.goto(me.decide({ section: 'perspectives' }))
      await phone.locator('.choice-card', { hasText: words.next }).locator('input').check()
      await press(phone, 'decide-save')
      await press(phone, 'to-preview')
      const preview = await phone.getByTestId('profile-paper').innerHTML()
      expect(preview).toContain(words.next)
      expect(preview).not.toContain(words.kept)
      await press(phone, 'freeze-button')
      await phone.waitForURL(/\/versions\/[^/]+$/)
      const versionId = idIn(phone, 4)
      await press(phone, 'hand-over-button')
      await phone.getByTestId('hand-over-button').waitFor({ state: 'detached' })
      await look(phone, '14-handed-over')
      const [one] = await site.sql<{ id: string; profile_id: string }>(
        'select h.id, v.profile_id from hand_overs h join profile_versions v on v.id = h.version_id where v.id = $1',
        [versionId],
      )
      expect(one?.profile_id).toBe(profileId)
      return { versionId, handOverId: one!.id }
    },
    async theSocialWorkerTakesItUp(handOverId: string) {
      await at(cast.amina, today.today())
      await desk.getByTestId('today-received').click()
      await desk.getByTestId('press-read').getByRole('button').click()
      await desk.getByTestId('press-talk-planned').locator('input[type=date]').fill('2026-11-30')
      await desk.getByTestId('press-talk-planned').getByRole('button').click()
      await desk.getByTestId('press-talk-held').getByRole('button').click()
      await press(desk, 'decide-direction')
      await arrive(desk, handOvers.direction({ handOverId }))
      await desk.locator('[name=direction][value=own-steps]').check()
      await desk.locator('[name=takenUp]').selectOption('person')
      await desk.locator('[name=byDate]').fill('2026-12-10')
      await desk.locator('[name=step1]').fill(words.step)
      await desk.locator('[name=step1By]').fill('2026-12-01')
      await look(desk, '15-direction')
      await press(desk, 'save-direction')
      await arrive(desk, handOvers.show({ handOverId }))
      await look(desk, '16-directed')
      await phone.goto('/me/plan')
      expect(await main(phone)).toContain(words.step)
      await desk.goto(people.show({ personId }))
      expect(await main(desk)).toContain(words.step)
      await look(desk, '17-person')
    },
    async thePrintOutsOpen({ sessionId, groupId, profileId, versionId, handOverId }: Made) {
      const papers: [picture: string, Staff, string][] = [
        ['20-information', cast.amina, referrals.printSheet({ programmeId }, { in: words.language })],
        ['21-profile', cast.amina, profiles.versionPrint({ profileId, versionId })],
        ['22-sign-in-sheet', cast.coach, sessions.signInSheet({ sessionId })],
        ['23-calendar', cast.coach, groups.calendar({ groupId })],
      ]
      await desk.emulateMedia({ media: 'print' })
      for (const [picture, who, path] of papers) {
        await at(who, path)
        expect(await desk.locator('h1').isVisible(), path).toBe(true)
        for (const part of ['.side', '.top', '.foot', '.crumbs', '.tabs', '.button'])
          for (const one of await desk.locator(part).all()) expect(await one.isVisible(), `${path} ${part}`).toBe(false)
        await look(desk, picture)
      }
      await desk.emulateMedia({ media: 'screen' })
      for (const [who, path] of [
        [cast.amina, handOvers.pdf({ handOverId })],
        [cast.amina, profiles.versionPdf({ profileId, versionId })],
        [cast.coach, profiles.versionPdf({ profileId, versionId })],
      ] as const) {
        const pdf = await site.as(who).get(path)
        expect([pdf.status, pdf.headers.get('content-type')], path).toEqual([200, 'application/pdf'])
        expect(
          Buffer.from(await pdf.arrayBuffer())
            .subarray(0, 5)
            .toString(),
          path,
        ).toBe('%PDF-')
      }
    },
    /** A social worker and a coach of elsewhere, another participant, and nobody. */
    async aStrangerIsRefusedEverywhere({ enrolmentId, groupId, sessionId, profileId, versionId, handOverId }: Made) {
      const { given } = site
      const elsewhere = await given.institution('social-service')
      const other = await given.staff('social-worker', { institutionId: elsewhere })
      const strangers = [
        other,
        await given.staff('coach', { institutionId: elsewhere }),
        await given.card({ personId: await given.person({ by: other }), by: other }),
        undefined,
      ]
      const pages = [
        people.show({ personId }),
        people.edit({ personId }),
        referrals.refer({ personId }),
        referrals.positioning({ personId }),
        referrals.enrolment({ enrolmentId }),
        referrals.waitingList({ programmeId }),
        groups.show({ groupId }),
        groups.calendar({ groupId }),
        groups.attendance({ groupId }),
        groups.join({ groupId }),
        sessions.show({ sessionId }),
        sessions.signInSheet({ sessionId }),
        attendance.register({ sessionId }),
        cards.card({ personId }),
        profiles.group({ groupId }),
        profiles.show({ profileId }),
        profiles.version({ profileId, versionId }),
        profiles.versionPdf({ profileId, versionId }),
        profiles.versionPrint({ profileId, versionId }),
        handOvers.show({ handOverId }),
        handOvers.pdf({ handOverId }),
        `/people/${personId}/plan`,
        me.version({ versionId }),
        me.versionPdf({ versionId }),
      ]
      for (const who of strangers)
        for (const path of pages) {
          const answer = await site.as(who).get(path)
          const said = await answer.text()
          expect([303, 403, 404], `${answer.status} ${path}`).toContain(answer.status)
          if (answer.status === 303) expect(answer.headers.get('location'), path).toMatch(/^\/(card\/)?sign-in/)
          expect(said, path).not.toContain('Haddad')
        }
    },
  }
}
