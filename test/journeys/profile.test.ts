// The heart: the person on the phone, the coach, side by side, line by line, frozen, handed over.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { me, paths } from '../../app/features/profiles/paths.ts'
import { axe, openBrowser, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { createTestSite, type TestSite } from '../support/site.ts'
import { PARTICIPANT_BYTES, weightOf } from '../support/weight.ts'

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

/** A member of a running group with card and coach, referred by Amina Keller. */
async function givenMember(language: string) {
  const { given } = site
  const unit = await given.institution('programme-unit', 'Atelier Rivemont')
  const referrer = await given.staff('social-worker', { name: 'Amina Keller' })
  const coordinator = await given.staff('coordinator', { institutionId: unit })
  const coach = await given.staff('coach', { institutionId: unit, name: 'Nadia Perrin', language: 'de' })
  const personId = await given.person({ by: referrer, firstName: 'Samira', lastName: 'Haddad', language })
  const programmeId = await given.programme({ by: coordinator })
  const enrolmentId = await given.enrolment({ personId, programmeId, by: referrer, stage: 'started' })
  const groupId = await given.group({ programmeId, by: coordinator, coaches: [coach], name: 'Tilleul' })
  await given.member({ groupId, enrolmentId, personId, by: coordinator, coaches: [coach] })
  const card = await given.card({ personId, by: coach })
  return { personId, enrolmentId, groupId, coach, referrer, card }
}

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'de', javaScript: true },
  { language: 'ar', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  test('a profile goes from the first card picked to the hand-over', async () => {
    const { personId, groupId, coach, card, referrer } = await givenMember(language)
    const phone = await browser.newPage({ language, javaScript, as: card, width: 320 })
    const look = async (page: Page, name: string) => {
      await browser.screenshot(page, `profile-${language}-${name}`)
      if (page === phone) expect((await weightOf(await page.content())).bytes, name).toBeLessThan(PARTICIPANT_BYTES)
      if (javaScript || page !== phone) expect(await axe(page), name).toEqual([])
      if (javaScript || page !== phone) expect(await scrollsSideways(page), name).toBe(false)
    }
    const press = (id: string) => phone.getByTestId(id).click()

    await phone.goto(me.start())
    await look(phone, '01-welcome')
    await phone.getByTestId('profile-start').getByRole('button').click()
    await look(phone, '02-overview')

    await press('task-pick')
    await press('pick-personal')
    await phone.getByTestId('pick-reliability').check()
    await phone.getByTestId('pick-calm').check()
    await look(phone, '03-pick')
    await press('pick-next')
    await phone.getByTestId('pick-teamwork').check()
    await press('pick-stop')
    await look(phone, '04-picks')
    await press('start-rating')
    await press('rate-start')
    await look(phone, '05-rate')
    for (const answer of ['2', '3', 'unknown']) {
      await phone.getByTestId(`rate-${answer}`).check()
      await press('rate-next')
    }
    await look(phone, '06-answers')
    await press('hand-in-button')

    await press('task-evidence')
    await press('evidence-calm')
    await phone.locator('[name=situation]').fill('Le bus était en panne.')
    await phone.locator('[name=witness]').fill('Ma voisine')
    await press('add-evidence')
    await look(phone, '07-evidence')
    await phone.goto(me.words())
    await look(phone, '08-perspectives')
    await press('words-obstacles')
    await phone.locator('[name=text]').fill('La garde de ma fille le mercredi')
    await press('add-line')
    await phone.goto(me.wordsOf({ part: 'next-step' }))
    await phone.locator('[name=text]').fill('Visiter la cantine')
    await phone.locator('[name=who]').fill('Mon assistante sociale')
    await phone.locator('[name=shownToCoach]').check()
    await press('add-line')

    const desk = await browser.newPage({ language: 'de', javaScript: true, as: coach })
    await desk.goto(paths.group({ groupId }))
    await look(desk, '10-group')
    await desk.getByRole('link', { name: 'Samira Haddad', exact: true }).click()
    await look(desk, '11-before')
    expect(await desk.textContent('main')).not.toContain('La garde')
    expect(await desk.textContent('main')).toContain('Visiter la cantine')
    await desk.getByTestId('fill-sheet').click()
    await desk.locator('[name=value-reliability]').first().focus()
    for (const key of ['4', '3', '2']) await desk.keyboard.press(key)
    await desk.locator('[name=comment-reliability]').fill('Immer da.')
    await look(desk, '12-sheet')
    await desk.getByTestId('hand-in-sheet').click()
    await look(desk, '13-side-by-side')
    expect(await desk.textContent('main')).toContain('Immer da.')
    await desk.getByTestId('talk-reliability').locator('[name=words]').fill('Samira sieht es jetzt auch.')
    await desk.getByTestId('talk-reliability').getByRole('button').click()

    await phone.goto(me.start())
    await press('task-views')
    await look(phone, '20-views')
    expect(await phone.textContent('main')).toContain('Samira sieht es jetzt auch.')
    await phone.goto(me.decisions())
    await look(phone, '21-decisions')
    await press('decide-self')
    await press('decide-all')
    await look(phone, '22-decide')
    await phone.goto(me.decide({ section: 'perspectives' }))
    await phone.locator('.choice-card', { hasText: 'Visiter la cantine' }).locator('input').check()
    await press('decide-save')
    await press('to-preview')
    await look(phone, '23-preview')
    const preview = await phone.getByTestId('profile-paper').innerHTML()
    expect(preview).toContain('Visiter la cantine')
    expect(preview).not.toContain('La garde')
    expect(preview).not.toContain('Le bus')
    await press('freeze-button')
    await look(phone, '24-version')
    await press('hand-over-button')
    await look(phone, '25-handed-over')

    await desk.goto(paths.group({ groupId }))
    await look(desk, '30-group')
    const [version] = await site.sql<{ id: string; profile_id: string }>(
      'select v.id, v.profile_id from profile_versions v join hand_overs h on h.version_id = v.id where v.person_id = $1',
      [personId],
    )
    const reader = await browser.newPage({ language: 'de', javaScript: true, as: referrer })
    await reader.goto(paths.version({ profileId: version!.profile_id, versionId: version!.id }))
    await look(reader, '31-received')
    expect(await reader.textContent('main')).toContain('Visiter la cantine')
    const notices = await site.sql('select kind, user_id from notices where person_id = $1', [personId])
    expect(notices).toEqual([{ kind: 'handed-over', user_id: referrer.id }])
    for (const page of [phone, desk, reader]) await page.context().close()
  }, 180_000)
})
