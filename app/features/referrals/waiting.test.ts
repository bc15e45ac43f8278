import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type Staff, type TestSite, textOf } from '../../../test/support/site.ts'
import { paths } from './paths.ts'
import { filterQuery, readFilter } from './waiting.ts'
import { countWaiting, listWaiting } from './waiting-store.ts'

let site: TestSite
let ines: Staff
let marc: Staff
let amina: Staff
let programmeId: string
const ids: Record<string, string> = {}

beforeAll(async () => {
  site = await createTestSite()
  ines = await site.given.staff('coordinator')
  marc = await site.given.staff('programme-office')
  amina = await site.given.staff('social-worker')
  programmeId = await site.given.programme({ by: ines, office: marc })
  const wait = async (firstName: string, { language = 'fr', on = '2026-11-01', stage = 'registered' } = {}) => {
    const personId = await site.given.person({ by: amina, firstName, lastName: firstName })
    const id = await site.given.enrolment({ personId, programmeId, by: amina, stage })
    await site.sql('update enrolments set language = $2, created_on = $3 where id = $1', [id, language, on])
    ids[firstName] = id
    return personId
  }
  const anna = await wait('Anna', { on: '2026-09-01' })
  const ben = await wait('Ben', { language: 'de' })
  const cem = await wait('Cem', { stage: 'informed' })
  await wait('Dana', { stage: 'started' })
  await wait('Emil', { on: '2026-11-20' })
  const level = (person: string, language: string, code: string, on: string, skill = 'oral-production') =>
    site.sql(
      `insert into language_levels (id, person_id, language, skill, level, source, assessed_on) values (gen_random_uuid(), $1, $2, $5, $3, 'observed', $4)`,
      [person, language, code, on, skill],
    )
  await level(anna, 'fr', 'A1', '2026-01-01')
  await level(anna, 'fr', 'A2', '2026-10-01')
  await level(ben, 'fr', 'B1', '2026-10-01')
  await level(cem, 'fr', 'pre-A1', '2026-10-01', 'oral-reception')
  await site.sql(
    `insert into positioning_sheets (person_id, half_days, place, needs) values ($1, '{mon-am,tue-pm}', 'Rivemont Nord', '{breaks}'), ($2, '{fri-pm}', 'Uferwil 100%', null)`,
    [anna, ben],
  )
  const attempt = (name: string, person: string, result: string, on: string) =>
    site.sql(
      `insert into contact_attempts (id, enrolment_id, person_id, on_date, channel, result, made_by) values (gen_random_uuid(), $1, $2, $3, 'phone', $4, $5)`,
      [ids[name], person, on, result, marc.id],
    )
  await attempt('Anna', anna, 'wrong-number', '2026-11-02')
  await attempt('Anna', anna, 'no-answer', '2026-11-03')
  await attempt('Ben', ben, 'wrong-number', '2026-11-03')
})
afterAll(() => site.close())

const names = (query: string, who = ines) =>
  site.asActor(who, async (tx) => {
    const filter = readFilter(new URLSearchParams(query))
    const rows = await listWaiting(tx, programmeId, filter, '2026-11-23')
    const { total } = await countWaiting(tx, programmeId, filter)
    expect(total).toBe(rows.length)
    return rows.map((r) => r.firstName)
  })

describe('the waiting list', () => {
  test.each([
    ['', ['Anna', 'Ben', 'Cem', 'Emil']],
    ['language=de', ['Ben']],
    ['stage=informed', ['Cem']],
    ['stage=started', ['Anna', 'Ben', 'Cem', 'Emil']],
    ['before=2026-10-01', ['Anna']],
    ['band=A2', ['Anna']],
    ['band=beginner', ['Cem']],
    ['band=unknown', ['Ben', 'Emil']],
    ['halfDay=tue-pm', ['Anna']],
    ['place=rivemont', ['Anna']],
    ['place=%25', ['Ben']],
    ['need=breaks', ['Anna']],
    ['reach=not-tried', ['Cem', 'Emil']],
    ['reach=in-vain', ['Anna']],
    ['reach=wrong-number', ['Ben']],
    ['sort=attempt', ['Cem', 'Emil', 'Anna', 'Ben']],
    ['sort=name&language=fr', ['Anna', 'Cem', 'Emil']],
    ['language=xx&page=-3&sort=nothing', ['Anna', 'Ben', 'Cem', 'Emil']],
  ])('?%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })
  test('says how long each waits and what was tried last', async () => {
    const [anna] = await site.asActor(marc, (tx) =>
      listWaiting(tx, programmeId, readFilter(new URLSearchParams()), '2026-11-23'),
    )
    expect(anna).toMatchObject({
      days: 83,
      oralLevel: 'A2',
      attempts: 2,
      lastAttempt: { on: '2026-11-03', result: 'no-answer' },
    })
  })
  test('is empty for who does not work in the programme', async () => {
    const other = await site.given.staff('coordinator')
    expect(await names('', other)).toEqual([])
    expect((await site.as(other).get(paths.waitingList({ programmeId }))).status).toBe(403)
    expect((await site.as(amina).get(paths.waitingList({ programmeId }))).status).toBe(403)
    expect((await site.as().get(paths.waitingList({ programmeId }))).status).toBe(303)
  })
  test('a filter goes into the address and comes back the same', () => {
    const filter = readFilter(new URLSearchParams('stage=informed&language=de&band=A1&page=2&sort=name'))
    expect(readFilter(new URLSearchParams(filterQuery(filter, { page: 2 })))).toEqual(filter)
  })
  test('the office rings from the call list, and comes back to it', async () => {
    const back = paths.waitingList({ programmeId }, { mode: 'calls' })
    expect(await textOf(await site.as(marc).get(back))).toContain('079 000 00 00')
    const response = await site
      .as(marc)
      .post(paths.attempt({ enrolmentId: ids.Emil! }), { channel: 'phone', result: 'reached', back })
    expect(response.headers.get('location')).toBe(back)
    const elsewhere = await site
      .as(marc)
      .post(paths.attempt({ enrolmentId: ids.Emil! }), { channel: 'phone', result: 'reached', back: '//evil.example' })
    expect(elsewhere.headers.get('location')).toBe(paths.enrolment({ enrolmentId: ids.Emil! }))
    expect((await site.as(marc).get(paths.waitingList({ programmeId }, { mode: 'print' }))).status).toBe(200)
  })
  test('several are informed at once; who is not waiting here is left alone', async () => {
    const post = (enrolmentId: string[], to = 'informed') =>
      site.as(marc).post(paths.several({ programmeId }), { do: to, enrolmentId })
    expect((await post([])).status).toBe(409)
    expect((await post([ids.Anna!, ids.Ben!, ids.Dana!, 'nothing'])).status).toBe(303)
    const kinds = await site.sql(
      `select p.first_name, s.kind from enrolment_stages s join persons p on p.id = s.person_id where s.ended_at is null order by 1`,
    )
    expect(kinds.map((k) => Object.values(k))).toEqual([
      ['Anna', 'informed'],
      ['Ben', 'informed'],
      ['Cem', 'informed'],
      ['Dana', 'started'],
      ['Emil', 'contacted'],
    ])
  })
})
