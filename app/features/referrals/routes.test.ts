// Long, because each act of a referral is asked here as nobody, as a stranger and as each role.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { paths } from './paths.ts'

let site: TestSite
let amina: Staff
let ines: Staff
let marc: Staff
let coach: Staff
let programmeId: string
beforeAll(async () => {
  site = await createTestSite()
  amina = await site.given.staff('social-worker', { name: 'Amina Roth' })
  ines = await site.given.staff('coordinator')
  marc = await site.given.staff('programme-office')
  coach = await site.given.staff('coach')
  programmeId = await site.given.programme({ by: ines, office: marc })
})
afterAll(() => site.close())

const referral = {
  language: 'fr',
  reason: 'Sucht Anschluss nach Jahren zu Hause',
  expectation: 'Je veux parler à des gens',
  explained: ['is', 'expected'],
  sheetLanguage: 'ar',
  'level.fr.oral-production': 'A2',
  halfDays: ['mon-am', 'tue-pm'],
  vocationalTraining: 'none',
  yearsOutOfWork: '3-5',
  'answer.fr.fasku.0': '3',
  'answer.fr.fasku.1': '4',
  'answer.fr.fasku.2': '2',
}
const enrolmentOf = async (personId: string) =>
  (await site.sql<{ id: string }>('select id from enrolments where person_id = $1', [personId]))[0]!.id
const referred = async (firstName = 'Nadia') => {
  const personId = await site.given.person({ by: amina, firstName })
  const response = await site.as(amina).post(paths.refer({ personId }), { programmeId, ...referral })
  expect(response.status).toBe(303)
  return { personId, enrolmentId: await enrolmentOf(personId) }
}
const stageOf = async (enrolmentId: string) =>
  (
    await site.sql<{ kind: string }>('select kind from enrolment_stages where enrolment_id = $1 and ended_at is null', [
      enrolmentId,
    ])
  )[0]!.kind

describe('a referral', () => {
  test('is one page, one post: enrolment, words, levels, positioning, facts, answers', async () => {
    const personId = await site.given.person({ by: amina })
    expect((await site.as(amina).get(paths.refer({ personId }))).status).toBe(200)
    await site.as(amina).post(paths.refer({ personId }), { programmeId, ...referral })
    const enrolmentId = await enrolmentOf(personId)
    const page = await textOf(await site.as(amina).get(paths.enrolment({ enrolmentId })))
    expect(page).toContain('Sucht Anschluss')
    expect(page).toContain('Je veux parler')
    expect(page).toContain('make contact')
    expect(
      await site.sql('select score::float, answers from instrument_answers where enrolment_id = $1', [enrolmentId]),
    ).toEqual([{ score: 3, answers: [3, 4, 2] }])
    expect(await site.sql('select level, source from language_levels where person_id = $1', [personId])).toEqual([
      { level: 'A2', source: 'self-declared' },
    ])
    expect(
      await site.sql('select half_days, group_languages from positioning_sheets where person_id = $1', [personId]),
    ).toEqual([{ half_days: ['mon-am', 'tue-pm'], group_languages: ['fr'] }])
    expect(await site.sql('select years_out_of_work from person_social_aid where person_id = $1', [personId])).toEqual([
      { years_out_of_work: '3-5' },
    ])
    const [words] = await site.sql<{ reason: Buffer }>('select reason from referral_words where person_id = $1', [
      personId,
    ])
    expect(words!.reason.toString('utf8')).not.toContain('Anschluss')
  })
  test('asks only what is not known yet', async () => {
    const { personId } = await referred()
    await site.sql('update enrolments set ended_on = current_date where person_id = $1', [personId])
    const html = await (await site.as(amina).get(paths.refer({ personId }))).text()
    expect(html.indexOf('name="halfDays"')).toBeGreaterThan(html.indexOf('Known already'))
    expect(html.indexOf('name="schooling"')).toBeLessThan(html.indexOf('Known already'))
  })
  test('without a reason or a group language the page comes back with both errors', async () => {
    const personId = await site.given.person({ by: amina })
    const response = await site.as(amina).post(paths.refer({ personId }), { programmeId, place: 'Rivemont Nord' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('f-language-error')
    expect(html).toContain('f-reason-error')
    expect(html).toContain('Rivemont Nord')
  })
  test('a second one in the same programme is refused, with what to do instead', async () => {
    const { personId } = await referred()
    const response = await site.as(amina).post(paths.refer({ personId }), { programmeId, ...referral })
    expect(response.status).toBe(409)
    expect(await textOf(response)).toContain('already enrolled')
  })
  test('an answer outside the scale is shown beside it, and nothing is written', async () => {
    const personId = await site.given.person({ by: amina })
    const response = await site
      .as(amina)
      .post(paths.refer({ personId }), { programmeId, ...referral, 'answer.fr.fasku.1': '9' })
    expect(response.status).toBe(422)
    expect(await site.sql('select 1 from enrolments where person_id = $1', [personId])).toEqual([])
  })
  test('the office refers too, without words or sheet', async () => {
    const personId = await site.given.person({ by: marc })
    const html = await (await site.as(marc).get(paths.refer({ personId }))).text()
    expect(html).not.toContain('name="reason"')
    expect(html).not.toContain('name="schooling"')
    const response = await site.as(marc).post(paths.refer({ personId }), { programmeId, language: 'de', reason: 'x' })
    expect(response.status).toBe(303)
    expect(await site.sql('select 1 from referral_words where person_id = $1', [personId])).toEqual([])
  })
  test('nobody, a stranger and a coach can’t', async () => {
    const personId = await site.given.person({ by: amina })
    const other = await site.given.staff('social-worker')
    expect((await site.as().get(paths.refer({ personId }))).status).toBe(303)
    expect((await site.as(other).get(paths.refer({ personId }))).status).toBe(404)
    expect((await site.as(other).post(paths.refer({ personId }), { programmeId, ...referral })).status).toBe(404)
    await site.given.mandate(personId, coach, { purpose: 'group' })
    expect((await site.as(coach).get(paths.refer({ personId }))).status).toBe(403)
  })
})

describe('the page of an enrolment', () => {
  test('the office sees the way and the calls, never the words', async () => {
    const { enrolmentId } = await referred()
    await site.as(amina).post(paths.talk({ enrolmentId }), { on: '2026-11-23', words: 'Hofft auf Struktur' })
    const page = await textOf(await site.as(marc).get(paths.enrolment({ enrolmentId })))
    expect(page).toContain('Registered')
    for (const words of ['Sucht Anschluss', 'Je veux parler', 'Hofft auf']) expect(page).not.toContain(words)
    expect(await textOf(await site.as(amina).get(paths.enrolment({ enrolmentId })))).toContain('Hofft auf Struktur')
  })
  test('strangers find nothing, nobody signs in', async () => {
    const { enrolmentId } = await referred()
    const stranger = await site.given.staff('coordinator')
    expect((await site.as(stranger).get(paths.enrolment({ enrolmentId }))).status).toBe(404)
    expect(
      (await site.as(stranger).post(paths.attempt({ enrolmentId }), { channel: 'phone', result: 'reached' })).status,
    ).toBe(404)
    expect((await site.as().get(paths.enrolment({ enrolmentId: newId() }))).status).toBe(303)
    expect((await site.as(coach).get(paths.enrolment({ enrolmentId }))).status).toBe(404)
  })
  test('one press notes a call; whoever is reached has been contacted', async () => {
    const { enrolmentId } = await referred()
    await site.as(marc).post(paths.attempt({ enrolmentId }), { channel: 'phone', result: 'no-answer' })
    expect(await stageOf(enrolmentId)).toBe('registered')
    await site.as(marc).post(paths.attempt({ enrolmentId }), { channel: 'phone', result: 'reached' })
    expect(await stageOf(enrolmentId)).toBe('contacted')
  })
  test('ending needs a reason, tells the referrer, and can be reopened', async () => {
    const { enrolmentId, personId } = await referred()
    const end = { to: 'never-started', on: '2026-11-23' }
    expect((await site.as(marc).post(paths.move({ enrolmentId }), end)).status).toBe(422)
    const words = 'Möchte zuerst gesund werden'
    expect((await site.as(marc).post(paths.move({ enrolmentId }), { ...end, reason: 'health', words })).status).toBe(
      303,
    )
    expect(
      await site.sql('select kind from notices where user_id = $1 and person_id = $2', [amina.id, personId]),
    ).toEqual([{ kind: 'never-started' }])
    expect(await textOf(await site.as(marc).get(paths.enrolment({ enrolmentId })))).not.toContain(words)
    expect(await textOf(await site.as(amina).get(paths.enrolment({ enrolmentId })))).toContain(words)
    const reopen = { to: 'registered', on: '2026-11-23', reason: 'changed-mind' }
    expect((await site.as(marc).post(paths.move({ enrolmentId }), reopen)).status).toBe(303)
    expect(await site.sql('select ended_on from enrolments where id = $1', [enrolmentId])).toEqual([{ ended_on: null }])
  })
  test('a stage out of order is refused', async () => {
    const { enrolmentId } = await referred()
    expect((await site.as(marc).post(paths.move({ enrolmentId }), { to: 'completed', on: '2026-11-23' })).status).toBe(
      409,
    )
    expect((await site.as(marc).post(paths.move({ enrolmentId }), { to: 'unknown', on: '2026-11-23' })).status).toBe(
      422,
    )
  })
  test('the coach of their group reads the expectation before the first half-day', async () => {
    const { enrolmentId, personId } = await referred()
    const groupId = await site.given.group({ programmeId, by: ines, coaches: [coach] })
    await site.given.member({ groupId, enrolmentId, personId, by: ines, coaches: [coach] })
    expect(await textOf(await site.as(coach).get(paths.enrolment({ enrolmentId })))).toContain('Je veux parler')
  })
})

describe('the positioning sheet afterwards', () => {
  test('a tested level stands beside the self-declared one', async () => {
    const { personId } = await referred()
    const response = await site.as(amina).post(paths.positioning({ personId }), {
      'level.fr.oral-production': 'A1',
      levelSource: 'tested',
      levelOn: '2026-11-20',
      schooling: 'up-to-6',
      gender: 'w',
    })
    expect(response.status).toBe(303)
    expect(
      await site.sql('select level, source from language_levels where person_id = $1 order by created_at', [personId]),
    ).toEqual([
      { level: 'A2', source: 'self-declared' },
      { level: 'A1', source: 'tested' },
    ])
    expect(await textOf(await site.as(amina).get(paths.positioning({ personId })))).toContain('tested, on 20/11/2026')
  })
  test('what somebody does not tell is an answer: level, birth year, and the languages they can follow', async () => {
    const { personId } = await referred()
    const answer = { birthYearWithheld: 'yes', 'level.fr.reading': 'not-disclosed', groupLanguages: ['fr', 'de'] }
    expect((await site.as(amina).post(paths.positioning({ personId }), answer)).status).toBe(303)
    expect(
      await site.sql('select birth_year_withheld, group_languages from positioning_sheets where person_id = $1', [
        personId,
      ]),
    ).toEqual([{ birth_year_withheld: true, group_languages: ['fr', 'de'] }])
    const text = await textOf(await site.as(amina).get(paths.positioning({ personId })))
    expect(text).toContain('not disclosed')
    // A coach writes levels, not who somebody is: what was said of the birth year stays.
    const groupId = await site.given.group({ programmeId, by: ines, coaches: [coach] })
    const enrolmentId = await enrolmentOf(personId)
    await site.given.member({ groupId, enrolmentId, personId, by: ines, coaches: [coach] })
    await site.as(coach).post(paths.positioning({ personId }), { 'level.fr.reading': 'A1' })
    expect(
      await site.sql('select birth_year_withheld from positioning_sheets where person_id = $1', [personId]),
    ).toEqual([{ birth_year_withheld: true }])
  })
  test('a level of the literacy track is no oral level', async () => {
    const { personId } = await referred()
    expect(
      (await site.as(amina).post(paths.positioning({ personId }), { 'level.fr.oral-production': 'alpha-1' })).status,
    ).toBe(422)
  })
  test('the office reads it and can’t change it; a stranger finds nothing', async () => {
    const { personId } = await referred()
    const html = await (await site.as(marc).get(paths.positioning({ personId }))).text()
    expect(html).not.toContain('positioning-form')
    expect((await site.as(marc).post(paths.positioning({ personId }), {})).status).toBe(403)
    const stranger = await site.given.staff('social-worker')
    expect((await site.as(stranger).get(paths.positioning({ personId }))).status).toBe(404)
  })
})

describe('my referrals', () => {
  test('show where each of my people stands and what comes next, and nobody else’s', async () => {
    const lea = await site.given.staff('social-worker')
    const personId = await site.given.person({ by: lea, firstName: 'Teresa' })
    await site.given.enrolment({ personId, programmeId, by: lea, stage: 'informed' })
    const page = await textOf(await site.as(lea).get(paths.mine()))
    expect(page).toContain('Teresa')
    expect(page).toContain('give a place in a group')
    expect(page).not.toContain('Nadia')
    expect((await site.as(marc).get(paths.mine())).status).toBe(403)
  })
})

describe('the information sheet', () => {
  test('is there on screen and on paper in the language of the person', async () => {
    const response = await site.as(amina).get(paths.sheet({ programmeId }, { in: 'ar' }))
    expect(await response.text()).toContain('lang="ar" dir="rtl"')
    const dutch = await textOf(await site.as(amina).get(paths.printSheet({ programmeId }, { in: 'nl' })))
    expect(dutch).toContain('Het is geen examen.')
    expect(dutch).not.toContain('It is not an exam.')
    expect((await site.as(amina).get(paths.printSheet({ programmeId }, { in: 'de' }))).status).toBe(200)
    expect((await site.as().get(paths.sheet({ programmeId }))).status).toBe(303)
  })
  test('is there for the person, with card and PIN; scanned alone, the PIN is asked for', async () => {
    const { personId } = await referred()
    const scanned = await site.given.card({ personId, by: coach, level: 'token' })
    expect((await site.as(scanned).get(paths.ownSheet())).headers.get('location')).toMatch(/^\/card\/pin/)
    await site.sql('update cards set revoked_at = now() where id = $1', [scanned.id])
    const card = await site.given.card({ personId, by: coach })
    const response = await site.as(card).get(paths.ownSheet())
    expect(response.status).toBe(200)
    expect(await response.text()).not.toContain('FocusTravail')
  })
})

describe('a questionnaire filled in on paper', () => {
  const sheet = {
    on: testToday,
    language: 'fr',
    'answer.fr.fasku.0': '4',
    'answer.fr.fasku.1': '3',
    'answer.fr.fasku.2': '5',
  }
  const given = async () => {
    const { personId, enrolmentId } = await referred()
    await site.given.mandate(personId, coach, { purpose: 'group' })
    return enrolmentId
  }
  test('is copied by the coach at the end, once, with its score', async () => {
    const enrolmentId = await given()
    const after = paths.answers({ enrolmentId, moment: 'after' })
    expect((await site.as(coach).get(after)).status).toBe(200)
    expect((await site.as(coach).post(after, { ...sheet, 'answer.fr.fasku.1': '9' })).status).toBe(422)
    expect((await site.as(coach).post(after, { on: testToday, language: 'de' })).status).toBe(422)
    expect((await site.as(coach).post(after, sheet)).status).toBe(303)
    expect(
      await site.sql(
        `select moment, score::float from instrument_answers where enrolment_id = $1 and moment = 'after'`,
        [enrolmentId],
      ),
    ).toEqual([{ moment: 'after', score: 4 }])
    expect((await site.as(coach).post(after, sheet)).status).toBe(409)
  })
  test('at the end is not the referrer’s, of another moment is not there, and of a stranger is not found', async () => {
    const enrolmentId = await given()
    expect((await site.as(amina).get(paths.answers({ enrolmentId, moment: 'after' }))).status).toBe(403)
    expect((await site.as(amina).get(paths.answers({ enrolmentId, moment: 'before' }))).status).toBe(200)
    expect((await site.as(coach).get(paths.answers({ enrolmentId, moment: 'never' }))).status).toBe(404)
    const stranger = await site.given.staff('coach')
    expect((await site.as(stranger).get(paths.answers({ enrolmentId, moment: 'after' }))).status).toBe(404)
    expect((await site.as().get(paths.answers({ enrolmentId, moment: 'after' }))).status).toBe(303)
  })
})
