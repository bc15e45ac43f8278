import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenHandOver } from '../../../test/support/handover.ts'
import { createTestSite, newId, type Signed, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as notices } from '../notices/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const today = async (who: Signed) => textOf(await site.as(who).get(paths.today()))

async function givenGroup() {
  const lead = await site.given.staff('coordinator')
  const office = await site.given.staff('programme-office')
  const coach = await site.given.staff('coach')
  const amina = await site.given.staff('social-worker')
  const programmeId = await site.given.programme({ by: lead, office })
  const groupId = await site.given.group({ programmeId, by: lead, coaches: [coach], name: 'Tilleul' })
  const personId = await site.given.person({ by: amina, firstName: 'Selam', lastName: 'Haile' })
  const enrolmentId = await site.given.enrolment({ personId, programmeId, by: amina, stage: 'started' })
  await site.given.member({ groupId, enrolmentId, personId, by: lead, coaches: [coach] })
  return { lead, office, coach, amina, programmeId, groupId, personId, enrolmentId }
}

describe('the first page', () => {
  test('nobody is sent to sign in', async () => {
    expect((await site.as().get(paths.today())).status).toBe(303)
  })
  test.each(['coordinator', 'programme-office', 'coach', 'trainee', 'social-worker', 'measures-officer'] as const)(
    'of a new %s says what comes here, and is no error',
    async (role) => {
      const text = await today(await site.given.staff(role))
      expect(text).toContain(role === 'coordinator' ? 'You do not coordinate a programme yet' : 'All is up to date')
    },
  )
  test('of an administrator shows the state of the site and no person', async () => {
    const { personId } = await givenGroup()
    expect(personId).toBeTruthy()
    const text = await today(await site.given.staff('administrator'))
    expect(text).toContain('Active accounts')
    expect(text).not.toContain('Selam')
  })
})

describe('a coach', () => {
  test('sees today’s session, those to close, who cannot come, locked cards, and sheets that are awaited', async () => {
    const { coach, groupId, personId, enrolmentId } = await givenGroup()
    const now = await site.given.sessionOf({ groupId, number: 2 })
    await site.given.sessionOf({ groupId, number: 1, onDate: addDays(testToday, -3) })
    await site.given.sessionOf({ groupId, number: 3, onDate: addDays(testToday, 2) })
    await site.sql(
      `insert into absence_announcements (id, session_id, person_id, by_kind) values ($1, $2, $3, 'card')`,
      [newId(), now, personId],
    )
    const card = await site.given.card({ personId, by: coach })
    await site.sql('update cards set locked_at = now() where id = $1', [card.id])
    const profileId = newId()
    await site.sql('insert into profiles (id, enrolment_id, person_id) values ($1, $2, $3)', [
      profileId,
      enrolmentId,
      personId,
    ])
    await site.sql(
      `insert into sheets (id, profile_id, person_id, rater_kind, rater_person_id, handed_in_at) values ($1, $2, $3, 'self', $3, now())`,
      [newId(), profileId, personId],
    )
    const text = await today(coach)
    for (const words of [
      'Sessions today (1)',
      'Sessions to close (1)',
      'Later this week (1)',
      'Announced absences (1)',
      'Locked cards (1)',
      'Your assessment is awaited (1)',
    ])
      expect(text).toContain(words)
    expect(text).toContain('Selam Haile')
    expect(await today(await site.given.staff('coach'))).not.toContain('Selam')
  })
})

describe('a social worker', () => {
  test('receives a profile in one press, and sees what to do next', async () => {
    const file = await givenHandOver(site)
    const amina = site.as(file.receiver)
    expect(await today(file.receiver)).toContain('Profiles to receive and read (1)')
    expect((await amina.post(`/hand-overs/${file.handOverId}/steps`, { kind: 'received' })).status).toBe(303)
    await file.press(['read', testToday])
    expect(await today(file.receiver)).toContain('Talks to plan and hold (1)')
    await file.press(['talk-held', testToday])
    expect(await today(file.receiver)).toContain('Directions to decide (1)')
    await file.direct('own-steps')
    expect(await today(file.receiver)).toContain('Directions without a first step (1)')
    await site
      .as(file.receiver)
      .post(`/people/${file.personId}/plan/steps`, { what: 'Call', dueOn: testToday, who: 'me' })
    const text = await today(file.receiver)
    expect(text).not.toContain('without a first step')
    expect(text).toContain('Steps due (1)')
  })
  test('sees where their people wait, and nobody else’s', async () => {
    const { amina, programmeId } = await givenGroup()
    const personId = await site.given.person({ by: amina, firstName: 'Nadia' })
    await site.given.enrolment({ personId, programmeId, by: amina })
    const text = await today(amina)
    expect(text).toContain('My people waiting (1)')
    expect(text).toContain('FocusTravail · Registered · since today')
    expect(await today(await site.given.staff('social-worker'))).toContain('All is up to date')
  })
  test('notes a notice as seen and takes it back; it is theirs alone', async () => {
    const { amina, personId, enrolmentId } = await givenGroup()
    const noticeId = newId()
    await site.sql(
      `insert into notices (id, user_id, person_id, kind, source_id, on_date) values ($1, $2, $3, 'dropped', $4, $5)`,
      [noticeId, amina.id, personId, enrolmentId, testToday],
    )
    expect(await today(amina)).toContain('Selam Haile dropped out')
    const marc = await site.given.staff('social-worker')
    expect((await site.as(marc).post(notices.seen({ noticeId }))).status).toBe(404)
    expect((await site.as(amina).post(notices.seen({ noticeId }))).status).toBe(303)
    expect(await today(amina)).not.toContain('dropped out')
    expect((await site.as(amina).post(notices.seen({ noticeId }))).status).toBe(404)
    expect((await site.as(amina).post(notices.unseen({ noticeId }))).status).toBe(303)
    expect(await today(amina)).toContain('dropped out')
  })
  test('notes all that were shown as seen at one press, and nobody else’s', async () => {
    const { amina, personId } = await givenGroup()
    const ids = [newId(), newId()]
    for (const id of ids)
      await site.sql(
        `insert into notices (id, user_id, person_id, kind, source_id, on_date) values ($1, $2, $3, 'dropped', $4, $5)`,
        [id, amina.id, personId, newId(), testToday],
      )
    expect(await today(amina)).toContain('All seen')
    const marc = await site.given.staff('social-worker')
    expect((await site.as(marc).post(notices.allSeen(), { ids: ids.join(' ') })).status).toBe(303)
    expect(await today(amina)).toContain('dropped out')
    expect((await site.as(amina).post(notices.allSeen(), { ids: `${ids.join(' ')} nonsense` })).status).toBe(303)
    expect(await today(amina)).not.toContain('dropped out')
  })
})

describe('a measures officer', () => {
  test('sees whom to find a measure for', async () => {
    const officer = await site.given.staff('measures-officer')
    const file = await givenHandOver(site)
    const directionId = await file.direct('ordinary-measure', { officer })
    expect(await today(officer)).toContain('Without a measure (1)')
    await site.as(officer).post(`/passed-on/${directionId}/measure`, { measure: 'Kitchen course' })
    const text = await today(officer)
    expect(text).toContain('Measures assigned (1)')
    expect(text).toContain('Kitchen course')
  })
})

describe('the programme office', () => {
  test('sees whom to call, again after three days, and which sheets to print', async () => {
    const { office, amina, programmeId, groupId } = await givenGroup()
    await site.given.sessionOf({ groupId })
    await site.given.sessionOf({ groupId, number: 2, onDate: addDays(testToday, 5) })
    const attempt = async (firstName: string, days: number | null, result = 'no-answer') => {
      const personId = await site.given.person({ by: amina, firstName })
      const enrolmentId = await site.given.enrolment({ personId, programmeId, by: amina })
      if (days === null) return
      await site.sql(
        `insert into contact_attempts (id, enrolment_id, person_id, on_date, channel, result, made_by) values ($1, $2, $3, $4, 'phone', $5, $6)`,
        [newId(), enrolmentId, personId, addDays(testToday, -days), result, office.id],
      )
    }
    await attempt('Nina', null)
    await attempt('Omar', 3)
    await attempt('Pia', 2)
    await attempt('Rosa', 5, 'reached')
    const text = await today(office)
    expect(text).toContain('Registrations to contact (1)')
    expect(text).toContain('To call again (1)')
    expect(text).toContain('Sign-in sheets to print (1)')
    expect(text).toContain('Next sessions and rooms (1)')
    expect(['Nina', 'Omar', 'Pia', 'Rosa'].filter((name) => text.includes(name))).toEqual(['Nina', 'Omar'])
  })
})

describe('a coordinator', () => {
  test('sees the figures, overdue hand-overs, small groups and sessions without a coach', async () => {
    const { lead, programmeId } = await givenGroup()
    await givenHandOver(site, { coordinator: lead, programmeId, on: '2026-11-02' })
    const empty = await site.given.group({ programmeId, by: lead, name: 'Saule' })
    await site.given.sessionOf({ groupId: empty })
    const text = await today(lead)
    expect(text).toContain('Sessions without a coach (1)')
    expect(text).toContain('Overdue hand-overs (1)')
    expect(text).toContain('Groups with few people (2)')
    expect(text).toMatch(/2 Registered/)
    expect(text).not.toContain('Aide de cuisine')
  })
})
