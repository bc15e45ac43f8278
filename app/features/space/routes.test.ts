import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as audit } from '../audit/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
let coach: Staff
let coordinator: Staff
let programmeId: string
beforeAll(async () => {
  site = await createTestSite()
  coach = await site.given.staff('coach', { name: 'Samira Keller' })
  coordinator = await site.given.staff('coordinator', { name: 'Beat Moser' })
  programmeId = await site.given.programme({ by: coordinator })
})
afterAll(() => site.close())

async function group() {
  return site.given.group({ programmeId, by: coordinator, coaches: [coach] })
}
async function member(groupId: string) {
  const personId = await site.given.person({ by: coach, language: 'en' })
  const enrolmentId = await site.given.enrolment({ personId, programmeId, by: coach })
  await site.given.member({ groupId, enrolmentId, personId, by: coordinator, coaches: [coach] })
  return personId
}
const card = (personId: string, level: 'pin' | 'token' = 'pin') => site.given.card({ personId, by: coach, level })
const announcements = (sessionId: string) =>
  site.sql('select person_id, withdrawn_at is not null as withdrawn from absence_announcements where session_id = $1', [
    sessionId,
  ])

describe('the first page', () => {
  test('nobody is sent to the card’s page, a professional too', async () => {
    for (const who of [undefined, coach]) {
      const response = await site.as(who).get(paths.home())
      expect(response.headers.get('location')).toBe('/card/sign-in')
    }
  })
  test('says when, where, what to bring, and whom to call', async () => {
    const groupId = await group()
    const personId = await member(groupId)
    await site.given.sessionOf({ groupId, number: 1, onDate: addDays(testToday, 1) })
    await site.sql(`update sessions set place = 'Maison du Parc', bring = 'Une photo' where group_id = $1`, [groupId])
    await site.sql(`update users set phone = '+41 32 000 11 22' where id = $1`, [coach.id])
    const html = await (await site.as(await card(personId)).get(paths.home())).text()
    for (const part of [
      'Tuesday 24 November',
      '08:30 to 11:30',
      'Theme 1',
      'Maison du Parc',
      'href="tel:+41320001122"',
    ])
      expect(html).toContain(part)
    // Written by the coach in the group's language, and marked as such.
    expect(html).toContain('<span lang="fr" dir="ltr">Une photo</span>')
  })
  test('the homework is that of the session before', async () => {
    const groupId = await group()
    const personId = await member(groupId)
    const first = await site.given.sessionOf({ groupId, number: 1 })
    await site.given.sessionOf({ groupId, number: 2, onDate: addDays(testToday, 2) })
    await site.sql(`update sessions set homework = 'Chercher une annonce' where id = $1`, [first])
    const who = await card(personId)
    await site.sql(`update clock set at_time = '12:00'`)
    const text = await textOf(await site.as(who).get(paths.home()))
    await site.sql(`update clock set at_time = '09:00'`)
    expect(text).toContain('Theme 2')
    expect(text).toContain('To do before Chercher une annonce')
  })
  test('words that a coach took away are gone; the theme’s own stay elsewhere', async () => {
    const groupId = await group()
    const personId = await member(groupId)
    const sessionId = await site.given.sessionOf({ groupId, number: 1, onDate: addDays(testToday, 1) })
    await site.sql(
      `update sessions set theme = theme || '{"bring": {"en": "Your papers"}, "homework": {"en": "Ask a friend"}}', homework = '' where id = $1`,
      [sessionId],
    )
    const who = await card(personId)
    expect(await textOf(await site.as(who).get(paths.sessions()))).not.toContain('Ask a friend')
    expect(await textOf(await site.as(who).get(paths.home()))).toContain('Your papers')
  })
  test('a cancelled session is said first, and the next one that takes place follows; a moved one says so', async () => {
    const groupId = await group()
    const personId = await member(groupId)
    const gone = await site.given.sessionOf({ groupId, number: 1, onDate: addDays(testToday, 1) })
    const moved = await site.given.sessionOf({ groupId, number: 2, onDate: addDays(testToday, 4) })
    await site.sql('update sessions set cancelled_on = $2 where id = $1', [gone, testToday])
    await site.sql('update sessions set moved_from = $2 where id = $1', [moved, addDays(testToday, 3)])
    const who = await card(personId, 'token')
    const text = await textOf(await site.as(who).get(paths.home()))
    expect(text).toMatch(/Tuesday 24 November This session is cancelled\..*Friday 27 November/)
    expect(text).toContain('Before: Thursday 26 November.')
    expect((await site.as(who).post(paths.absence({ sessionId: gone }))).status).toBe(409)
  })
})

describe('sessions', () => {
  test('that expect others are not mine; those before I joined and after I left are not either', async () => {
    const groupId = await group()
    const [mine, other] = [await member(groupId), await member(groupId)]
    const forOther = await site.given.sessionOf({ groupId, number: 1, onDate: addDays(testToday, 1) })
    const forAll = await site.given.sessionOf({ groupId, number: 2, onDate: addDays(testToday, 2) })
    await site.given.sessionOf({ groupId, number: 3, onDate: addDays(testToday, -5) })
    await site.given.sessionOf({ groupId, number: 4, onDate: addDays(testToday, 9) })
    await site.sql('insert into session_expected (session_id, person_id) values ($1, $2)', [forOther, other])
    await site.sql('update group_members set left_on = $2 where person_id = $1', [mine, addDays(testToday, 5)])
    const who = await card(mine)
    const text = await textOf(await site.as(who).get(paths.sessions()))
    expect(text).toContain('Theme 2')
    for (const theme of ['Theme 1', 'Theme 3', 'Theme 4']) expect(text).not.toContain(theme)
    expect((await site.as(who).post(paths.absence({ sessionId: forOther }))).status).toBe(404)
    expect((await site.as(await card(other)).post(paths.absence({ sessionId: forOther }))).status).toBe(303)
    expect((await site.as(who).post(paths.absence({ sessionId: forAll }))).status).toBe(303)
  })
  test('of another group are not found, in words and in the database', async () => {
    const [own, foreign] = [await group(), await group()]
    const who = await card(await member(own))
    await member(foreign)
    const sessionId = await site.given.sessionOf({ groupId: foreign, onDate: addDays(testToday, 1) })
    for (const id of [sessionId, newId()])
      expect((await site.as(who).post(paths.absence({ sessionId: id }))).status).toBe(404)
    const personId = (await site.sql<{ id: string }>('select person_id as id from cards where id = $1', [who.id]))[0]!
      .id
    await expect(
      site.asActor(who, (tx) =>
        tx
          .insertInto('absence_announcements')
          .values({ id: newId(), session_id: sessionId, person_id: personId, by_kind: 'card' })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await announcements(sessionId)).toEqual([])
  })
})

describe('“I can’t come”', () => {
  test('is one tap, counts once, and is taken back as easily', async () => {
    const groupId = await group()
    const personId = await member(groupId)
    const sessionId = await site.given.sessionOf({ groupId, onDate: addDays(testToday, 1) })
    const who = await card(personId, 'token')
    expect((await site.as().post(paths.absence({ sessionId }))).status).toBe(401)
    for (let i = 0; i < 2; i += 1)
      expect((await site.as(who).post(paths.absence({ sessionId }))).headers.get('location')).toBe('/me')
    expect(await announcements(sessionId)).toEqual([{ person_id: personId, withdrawn: false }])
    expect(await textOf(await site.as(who).get(paths.home()))).toContain('You said: I can’t come.')
    for (let i = 0; i < 2; i += 1)
      expect((await site.as(who).post(paths.withdrawal({ sessionId }))).headers.get('location')).toBe('/me')
    expect(await announcements(sessionId)).toEqual([{ person_id: personId, withdrawn: true }])
    expect((await site.as(who).post(paths.absence({ sessionId }))).status).toBe(303)
    expect(await announcements(sessionId)).toHaveLength(2)
  })
  test('is not said of a session that is over', async () => {
    const groupId = await group()
    const who = await card(await member(groupId))
    const sessionId = await site.given.sessionOf({ groupId })
    await site.sql(`update clock set at_time = '11:31'`)
    const response = await site.as(who).post(paths.absence({ sessionId }))
    await site.sql(`update clock set at_time = '09:00'`)
    expect(response.status).toBe(409)
    expect(await textOf(response)).toContain('This session is over.')
  })
})

describe('who opened my file', () => {
  test('names those who did, with their role and what they read or changed, and nobody else’s file', async () => {
    const groupId = await group()
    const [personId, other] = [await member(groupId), await member(groupId)]
    const former = await site.given.staff('coach', { name: 'Anne Rochat' })
    await site.sql(
      `insert into audit_entries (actor_kind, actor_id, act, person_id, field_classes, result) values
        ('staff', $3, 'people.read', $1, '{identity}', 'read'),
        ('staff', $3, 'profiles.read', $1, '{profile}', 'read'),
        ('staff', $3, 'profiles.rate', $1, '{profile}', 'done'),
        ('staff', $4, 'people.read', $1, '{}', 'read'),
        ('staff', $5, 'people.read', $2, '{identity}', 'read')`,
      [personId, other, coach.id, coordinator.id, former.id],
    )
    expect((await site.as(await card(other, 'token')).get(audit.openings())).headers.get('location')).toMatch(
      /^\/card\/pin/,
    )
    const text = await textOf(await site.as(await card(personId)).get(audit.openings()))
    expect(site.logged).toEqual([])
    expect(text).toContain('Samira Keller (Coach) read your contact details.')
    expect(text).toContain('Samira Keller (Coach) changed your profile.')
    expect(text).not.toContain('Samira Keller (Coach) read your profile.')
    expect(text).toContain('Beat Moser (Coordinator) read your file.')
    expect(text).not.toContain('Anne Rochat')
  })
  test('a card sees the names of those professionals only', async () => {
    const personId = await member(await group())
    await site.given.staff('coach', { name: 'Nobody Known' })
    const names = await site.asActor(await card(personId), (tx) => tx.selectFrom('users').select('name').execute())
    expect(names.map(({ name }) => name)).toEqual(['Samira Keller'])
  })
})

describe('leaving', () => {
  test('ends the session at once and goes to the weather, also when there was none', async () => {
    const who = await card(await member(await group()))
    const response = await site.as(who).get(paths.leave())
    expect(response.headers.get('location')).toBe('https://www.meteoswiss.admin.ch/')
    expect(response.headers.get('clear-site-data')).toBe('"storage"')
    expect((await site.as(who).get(paths.home())).status).toBe(303)
    expect((await site.as().get(paths.leave())).status).toBe(303)
  })
  test('leaves a coach’s session on the same tablet alone', async () => {
    await site.as(coach).get(paths.leave())
    expect((await site.as(coach).get('/people/new')).status).toBe(403)
  })
})
