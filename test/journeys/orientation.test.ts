// From the yearly list through the four steps, with every way beside them, in French and Dutch, with script off and on.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../app/features/orientation/paths.ts'
import { paths as partners } from '../../app/features/partners/paths.ts'
import { paths as people } from '../../app/features/people/paths.ts'
import { paths as professionals } from '../../app/features/professionals/paths.ts'
import { paths as programmes } from '../../app/features/programmes/paths.ts'
import { paths as referrals } from '../../app/features/referrals/paths.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import { axe, openBrowser, press, scrollsSideways, type TestBrowser } from '../support/browser.ts'
import { givenMoveup } from '../support/moveup-world.ts'
import { createTestSite, newId, type Signed, type TestSite, testToday } from '../support/site.ts'

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

const names = (page: Page) => page.getByTestId('candidates').locator('tbody th').allTextContents()
/** Presses the link of a column by which the list is sorted. */
const sortBy = (page: Page, column: string) =>
  Promise.all([page.waitForEvent('load'), page.locator(`thead a[href*="sort=${column}"]`).click()])
/** Opens the fold of another move, and gives its form. */
const unfold = async (page: Page, move: string) => {
  const fold = page.locator('details', { has: page.getByTestId(`move-${move}-form`) })
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click()
  return page.getByTestId(`move-${move}-form`)
}

describe.each([
  { language: 'fr', javaScript: false },
  { language: 'nl', javaScript: true },
])('in $language, script $javaScript', ({ language, javaScript }) => {
  const begin = async () => {
    const world = await givenMoveup(site, { stage: 'started' })
    const ines = await site.given.staff('social-worker', { institutionId: world.house, name: 'Ines Antenne' })
    const second = await site.given.staff('social-worker', { institutionId: world.house, name: 'Theo Training' })
    await site.sql('update users set language = $1', [language])
    let page: Page
    const check = async (name: string) => {
      await browser.screenshot(page, `orientation-${name}-${language}`)
      if (!javaScript) return
      expect(await axe(page), name).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await scrollsSideways(page), name).toBe(false)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    /** Another person at another device. */
    const as = async (who: Signed, path: string) => {
      await page?.context().close()
      page = await browser.newPage({ language, javaScript, as: who })
      await page.goto(path)
      return page
    }
    return { ...world, ines, second, as, check }
  }

  test('two antennas list people; one is set aside, one carried over, one asked for and registered', async () => {
    const { programmeId, global, employment, ines, coordinator, as, check } = await begin()
    const born = ['1988-04-02', '1999-01-20', '1979-10-11']
    const person = (by: typeof global, firstName: string, lastName: string) =>
      site.given.person({ by, firstName, lastName, birthDate: born.shift()! })
    const lina = await person(global, 'Lina', 'Haddad')
    const omar = await person(global, 'Omar', 'Saleh')
    const bilal = await person(ines, 'Bilal', 'Karimi')
    await site.sql('insert into positioning_sheets (person_id, schooling) values ($1, $2)', [omar, 'up-to-6'])
    for (const [personId, level] of [
      [lina, 'A1'],
      [bilal, 'A2'],
    ])
      await site.sql(
        `insert into language_levels (id, person_id, language, skill, level, source, assessed_on) values ($1, $2, 'fr', 'oral-production', $3, 'observed', $4)`,
        [newId(), personId, level, testToday],
      )

    const list = async (who: Signed, personId: string, antenna: string) => {
      const page = await as(who, people.show({ personId }))
      if (personId === lina) await check('person')
      await press(page, 'list-person')
      if (personId === lina) await check('list-person')
      await page.getByTestId('antenna').fill(antenna)
      await page.getByTestId('candidate-why').fill('Elle dit qu’elle se sent seule.')
      await press(page, 'list-candidate')
    }
    await list(global, lina, 'Antenne Nord')
    await list(global, omar, 'Antenne Nord')
    await list(ines, bilal, 'Antenne Sud')

    // Everybody on the staff finds the list from the programmes.
    let page = await as(global, programmes.show({ programmeId }))
    await page.locator(`a[href="${paths.candidates({ programmeId })}"]`).click()
    await page.getByTestId('candidates').waitFor()
    expect(await names(page)).toHaveLength(2)
    await check('candidates-own')
    await press(page, 'open-candidate')
    await check('candidate-own')

    page = await as(coordinator, paths.candidates({ programmeId }))
    await check('candidates')
    expect(await page.locator('main').textContent()).not.toContain('seule')
    const orders = new Map<string, string>()
    for (const column of ['name', 'antenna', 'oral', 'schooling', 'age', 'criteria', 'asked', 'listed']) {
      if (column === 'listed') await page.locator('thead a').nth(2).click()
      else await sortBy(page, column)
      await page.locator('th[aria-sort="ascending"]').waitFor()
      orders.set(column, (await names(page)).map((name) => /Bilal|Lina|Omar/.exec(name)![0]).join(' '))
    }
    // Haddad, Karimi, Saleh; what is not known comes last.
    expect(Object.fromEntries(orders)).toMatchObject({
      name: 'Lina Bilal Omar',
      antenna: 'Lina Omar Bilal',
      oral: 'Lina Bilal Omar',
      schooling: 'Omar Lina Bilal',
      age: 'Omar Lina Bilal',
    })
    await page.locator('select[name="antenna"]').selectOption('Centre public, Antenne Sud')
    await Promise.all([
      page.waitForEvent('load'),
      page.locator('form[method="get"] button[type="submit"]').last().click(),
    ])
    expect(await names(page)).toHaveLength(1)
    await check('candidates-filtered')

    await press(page, 'candidate-criteria')
    await check('candidate-criteria')
    await page.locator('input[name="answer.non-eu"][value="met"]').check()
    await page.locator('select[name="evidence.non-eu"]').selectOption('identity-document')
    await press(page, 'save-criteria')
    await check('candidate-criteria-asks')
    await page.locator('input[name="evidenceOn.non-eu"]').fill(testToday)
    await page.locator('input[name="answer.low-skilled"][value="not-met"]').check()
    await press(page, 'save-criteria')
    await check('candidate')
    await press(page, 'set-candidate-aside')
    await check('set-aside-asks')
    await page.getByTestId('set-aside-form').locator('select').selectOption('other-offer')
    await press(page, 'set-candidate-aside')
    await page.locator('tr', { hasText: 'Omar' }).getByTestId('open-candidate').click()
    await page.getByTestId('carry-over').waitFor()
    await press(page, 'carry-over')
    await check('carried-over')
    const carried = new URL(page.url()).pathname.split('/').at(-1)!
    const noted = { 'answer.low-skilled': 'not-met', 'answer.adult': 'met' }
    await site.as(coordinator).post(paths.candidateCriteria({ candidateId: carried }), noted)
    await page.goto(paths.candidates({ programmeId }))
    await Promise.all([
      page.waitForEvent('load'),
      page.locator('tr', { hasText: 'Lina' }).getByTestId('ask-registration').click(),
    ])
    await check('candidates-asked')
    expect(await page.locator('.table-place').evaluate((place) => place.scrollWidth - place.clientWidth)).toBe(0)

    page = await as(global, '/')
    await check('today-asked')
    await press(page, 'register-candidate')
    expect(await page.getByTestId('reason').inputValue()).toContain('seule')
    await check('register')
    await page.locator('input[name="language"]').first().check()
    await page.locator('input[name="part"][value="global"]').check()
    await press(page, 'send-referral')
    await page.goto(people.show({ personId: lina }))
    await press(page, 'open-orientation')
    await check('registered')

    // The employment social worker registers somebody who was on no list: the way begins at step 2.
    const nadia = await site.given.person({ by: employment, firstName: 'Nadia', lastName: 'Perrin' })
    page = await as(employment, referrals.refer({ personId: nadia }, { programme: programmeId }))
    await page.locator('input[name="language"]').first().check()
    await page.locator('input[name="part"][value="employment"]').check()
    await page.getByTestId('reason').fill('Elle cherche un premier travail.')
    await press(page, 'send-referral')
    await page.goto(people.show({ personId: nadia }))
    await press(page, 'open-orientation')
    await check('entered-at-2')
    const begun = await site.sql<{ step: string }>(
      'select step from orientation_steps where person_id = $1 order by position',
      [nadia],
    )
    expect(begun.map((s) => s.step)).toEqual(['register', 'review'])

    page = await as(coordinator, paths.board({ programmeId }))
    expect(await page.locator('main').textContent()).not.toMatch(/seule|travail/)
    await check('board')
    await page.goto(paths.editCriteria({ programmeId }))
    await check('settings')
    await page.locator('input[name="criteria.5.label.fr"]').fill('Habite la commune')
    await press(page, 'save-criteria-settings')
    await check('settings-asks')
    await page.locator('input[name="criteria.5.label.nl"]').fill('Woont in de gemeente')
    await press(page, 'save-criteria-settings')
    await page.goto('/')
    await check('today-coordinator')
    await page.context().close()
  })

  test('a review is put back, held, sent elsewhere and taken up; the interview accepts; each feedback is seen', async () => {
    const world = await begin()
    const { programmeId, global, training, second, trainer, coTrainer, coordinator, as, check } = world
    const personId = await site.given.person({ by: global, firstName: 'Lina', lastName: 'Haddad' })
    const partner = { name: 'Atelier des Tilleuls', shared: 'yes' }
    expect((await site.as(coordinator).post(partners.create(), partner)).status).toBe(303)
    const sent = await site.as(global).post(referrals.refer({ personId }), {
      programmeId,
      language: 'fr',
      reason: 'veut apprendre',
      part: 'global',
    })
    const enrolmentId = sent.headers.get('location')!.split('/').at(-1)!
    const show = paths.show({ enrolmentId })

    let page = await as(coordinator, show)
    await check('coordinator')
    await page.getByTestId('owner').selectOption(training.id)
    await press(page, 'name-owner')

    page = await as(training, '/')
    await check('today-mine')
    await page.locator(`a[href="${show}"]`).first().click()
    await page.getByTestId('pass-on').waitFor()
    await check('review')
    await press(page, 'pass-on')
    await check('review-asks')
    await unfold(page, 'put-back')
    await press(page, 'move-put-back')
    await check('put-back-asks')
    let form = page.getByTestId('move-put-back-form')
    await form.locator('select[name="reason"]').selectOption('more-to-learn')
    await form.locator('textarea[name="feedback"]').fill('Quelle école, et combien d’années ?')
    await press(page, 'move-put-back')
    await check('put-back')

    page = await as(global, '/')
    await check('today-put-back')
    await page.goto(show)
    await check('register-again')
    await press(page, 'feedback-seen')
    await page.getByTestId('finding-words').fill('Six ans d’école à Alep.')
    await page.getByTestId('finding-feedback').fill('C’est noté : six ans d’école.')
    await press(page, 'pass-on')

    page = await as(training, show)
    form = await unfold(page, 'hold')
    await form.locator('select[name="reason"]').selectOption('not-available')
    await form.locator('input[name="until"]').fill(testToday)
    await press(page, 'move-hold')
    await check('hold-refused')
    form = await unfold(page, 'hold')
    await form.locator('input[name="until"]').fill(addDays(testToday, 30))
    await press(page, 'move-hold')
    await check('on-hold')
    await press(page, 'take-up')
    form = await unfold(page, 'send-elsewhere')
    await form.locator('select[name="reason"]').selectOption('aim-differs')
    await press(page, 'move-send-elsewhere')
    await press(page, 'pass-to-partner')
    await page.getByText('Atelier des Tilleuls').first().click()
    await page.getByTestId('purpose').fill('Un essai de couture, un mois.')
    await page.getByTestId('agreement-spoken').check()
    await press(page, 'save-partner-referral')
    await page.goto(show)
    expect(await page.getByTestId('passed-on').textContent()).toContain('Atelier des Tilleuls')
    await check('elsewhere')
    await page.goto(paths.board({ programmeId }))
    await check('board-elsewhere')
    await page.goto(show)
    await press(page, 'take-up')
    await page.locator('input[name="aim"][value="fits"]').check()
    await page.getByTestId('finding-words').fill('Elle veut travailler en cuisine et parler avec ses voisines.')
    await page.getByTestId('finding-feedback').fill('Prête pour l’entretien.')
    await press(page, 'pass-on')
    await check('reviewed')
    await press(page, 'share-finding')
    await page.goto(professionals.list({ enrolmentId }))
    await check('professionals')
    for (const who of [trainer, coTrainer]) {
      await page.getByTestId('professional-part').selectOption('trainer')
      await page.getByTestId('professional-user').selectOption(who.id)
      await press(page, 'add-professional')
    }
    const own = page.locator('[data-testid="professional-part"] option', { hasText: 'Tara Training' })
    await page.getByTestId('professional-part').selectOption((await own.getAttribute('value'))!)
    await page.getByTestId('professional-user').selectOption(second.id)
    await press(page, 'add-professional')
    expect(new URL(page.url()).pathname).toBe('/')
    expect((await page.goto(show))!.status()).toBe(404)

    page = await as(second, professionals.list({ enrolmentId }))
    expect(await page.getByTestId('professionals').textContent()).not.toContain('Tara')
    await check('professionals-replaced')
    page = await as(coTrainer, '/')
    await check('today-trainer')
    await page.goto(show)
    await press(page, 'take-step')
    await check('interview')
    await page.locator('input[name="motivation"][value="willing"]').check()
    await page.getByTestId('finding-words').fill('Elle vient d’elle-même et pose des questions.')
    await press(page, 'save-finding')
    await check('interview-saved')
    await page.getByTestId('finding-feedback').fill('Bienvenue dès lundi.')
    await press(page, 'pass-on')
    await check('accepted')

    for (const who of [global, second]) {
      page = await as(who, show)
      await press(page, 'feedback-seen')
    }
    page = await as(coTrainer, show)
    expect(await page.getByTestId('feedback').textContent()).toContain('Gita Global')
    await check('seen')
    page = await as(coordinator, show)
    expect(await page.locator('main').textContent()).not.toMatch(/cuisine|lundi|Alep/)
    await check('coordinator-accepted')
    await page.context().close()
  })

  test('a step that does not concern somebody is skipped, and who is not retained learns the reason', async () => {
    const { programmeId, employment, trainer, coordinator, as, check } = await begin()
    const personId = await site.given.person({ by: employment, firstName: 'Nadia', lastName: 'Perrin' })
    const sent = await site.as(employment).post(referrals.refer({ personId }), {
      programmeId,
      language: 'fr',
      reason: 'premier travail',
      part: 'employment',
    })
    const enrolmentId = sent.headers.get('location')!.split('/').at(-1)!
    let page = await as(coordinator, paths.show({ enrolmentId }))
    const skip = await unfold(page, 'skip')
    await skip.locator('select[name="reason"]').selectOption('done-before')
    await press(page, 'move-skip')
    await check('skipped')
    await page.getByTestId('owner').selectOption(trainer.id)
    await press(page, 'name-owner')
    await press(page, 'edit-criteria-of')
    await page.locator('input[name="answer.condition"][value="not-disclosed"]').check()
    await page.locator('input[name="answer.low-skilled"][value="not-met"]').check()
    await press(page, 'save-criteria')
    await check('criteria-warning')

    page = await as(trainer, paths.show({ enrolmentId }))
    await unfold(page, 'refuse')
    await press(page, 'move-refuse')
    const refuse = page.getByTestId('move-refuse-form')
    await check('refuse-asks')
    await refuse.locator('select[name="reason"]').selectOption('level-differs')
    await refuse.locator('textarea[name="feedback"]').fill('Le cours du soir lui convient mieux.')
    await press(page, 'move-refuse')
    await check('refused')
    page = await as(employment, '/')
    await page.locator('a[href$="#feedback"]').first().click()
    await page.getByTestId('feedback-seen').waitFor()
    await check('refused-told')
    await press(page, 'feedback-seen')
    await page.context().close()
  })
})

test('a list of two hundred comes in pages, sorted and filtered as a whole', async () => {
  const { programmeId, global, coordinator } = await givenMoveup(site)
  for (let i = 0; i < 200; i++) {
    const personId = await site.given.person({
      by: global,
      firstName: 'Nour',
      lastName: `N${String(i).padStart(3, '0')}`,
    })
    await site.sql(
      `insert into candidates (id, person_id, programme_id, year, institution_id, listed_on, listed_by) values ($1, $2, $3, 2026, $4, $5, $6)`,
      [newId(), personId, programmeId, global.institutionId, testToday, global.id],
    )
  }
  const page = await browser.newPage({ javaScript: false, as: coordinator })
  await page.goto(paths.candidates({ programmeId }, { sort: 'name', down: 'yes' }))
  expect((await names(page))[0]).toContain('N199')
  await Promise.all([page.waitForEvent('load'), page.locator('a[rel="next"]').click()])
  expect((await names(page))[0]).toContain('N149')
  await browser.screenshot(page, 'orientation-two-hundred')
  await page.context().close()
})
