import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenHandOver } from '../../../test/support/handover.ts'
import { createTestSite, newId, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { type FigureKey, figureKeys, figures, losses, standings, type Way } from './figures.ts'
import { paths } from './paths.ts'
import { countFigures, listFigure } from './store/ways.ts'

let site: TestSite
let amina: Staff
let lead: Staff
let programmeId: string
/** The way of one person through the stages; the last is where they are. */
async function walked(...kinds: string[]): Promise<string> {
  const personId = await site.given.person({ by: amina })
  const enrolmentId = await site.given.enrolment({ personId, programmeId, by: amina, stage: kinds[0] })
  for (const kind of kinds.slice(1)) {
    await site.sql('update enrolment_stages set ended_at = now() where enrolment_id = $1 and ended_at is null', [
      enrolmentId,
    ])
    await site.sql(
      'insert into enrolment_stages (id, enrolment_id, person_id, stage, kind, on_date) values ($1, $2, $3, $4, $4, $5)',
      [newId(), enrolmentId, personId, kind, testToday],
    )
  }
  return enrolmentId
}

beforeAll(async () => {
  site = await createTestSite()
  amina = await site.given.staff('social-worker')
  lead = await site.given.staff('coordinator')
  programmeId = await site.given.programme({ by: lead })
  await walked('registered')
  await walked('registered')
  await walked('registered', 'contacted')
  await walked('registered', 'contacted', 'informed')
  await walked('registered', 'other')
  await walked('registered', 'contacted', 'informed', 'allocated')
  await walked('registered', 'contacted', 'informed', 'allocated', 'started')
  await walked('registered', 'dropped')
  await walked('registered', 'contacted', 'dropped')
  await walked('registered', 'contacted', 'informed', 'dropped')
  await walked('registered', 'contacted', 'informed', 'allocated', 'never-started')
  await walked('registered', 'contacted', 'informed', 'allocated', 'started', 'dropped')
  await walked('registered', 'allocated', 'started', 'completed')
  const handed = { to: amina, coordinator: lead, programmeId }
  await givenHandOver(site, handed)
  const talked = await givenHandOver(site, handed)
  await talked.press(['received', testToday], ['read', testToday], ['talk-held', testToday])
  const directed = await givenHandOver(site, handed)
  await directed.press(['received', testToday], ['read', testToday], ['talk-held', testToday])
  await directed.direct('own-steps')
  // Somebody else's programme counts nowhere here.
  const elsewhere = await givenHandOver(site)
  expect(elsewhere.programmeId).not.toBe(programmeId)
})
afterAll(() => site.close())

/** Counted by hand from the world above. */
const byHand: Record<FigureKey, number> = {
  registered: 16,
  contacted: 12,
  informed: 10,
  allocated: 8,
  started: 6,
  completed: 4,
  handedOver: 3,
  talkHeld: 2,
  directed: 1,
  waiting: 4,
  inGroups: 2,
  finished: 4,
  elsewhere: 1,
  lost: 5,
  lostBeforeContact: 1,
  lostAfterContact: 1,
  lostAfterInformation: 1,
  lostAfterAllocation: 1,
  lostOnTheWay: 1,
}

const everybody = { limit: 1000 }
const ask = <T>(work: Parameters<TestSite['asActor']>[1]) => site.asActor(lead, work) as Promise<T>

describe('the figures of a programme', () => {
  test('are what one counts by hand', async () => {
    expect(await ask((tx) => countFigures(tx, programmeId, {}))).toEqual(byHand)
  })
  test.each(figureKeys)(
    '%s has exactly as many people behind it, and they are those of its definition',
    async (key) => {
      const list = await ask<Way[]>((tx) => listFigure(tx, programmeId, key, {}, everybody))
      expect(list).toHaveLength(byHand[key])
      const all = await ask<Way[]>((tx) => listFigure(tx, programmeId, 'registered', {}, everybody))
      const ids = (ways: Way[]) => ways.map((way) => way.enrolmentId).sort()
      expect(ids(list)).toEqual(ids(all.filter(figures[key].counts)))
    },
  )
  test('add up: everybody stands somewhere, and everybody lost was lost somewhere', async () => {
    const counts = await ask<Record<FigureKey, number>>((tx) => countFigures(tx, programmeId, {}))
    const sum = (keys: readonly FigureKey[]) => keys.reduce((total, key) => total + counts[key], 0)
    expect(sum(standings)).toBe(counts.registered)
    expect(sum(losses)).toBe(counts.lost)
  })
  test('are narrowed by language, site and period, and so are the lists', async () => {
    const german = await walked('registered')
    await site.sql(`update enrolments set language = 'de', created_on = '2026-01-15' where id = $1`, [german])
    const filters = [{ language: 'de' }, { to: '2026-06-30' }, { from: '2026-01-01', to: '2026-01-31', language: 'de' }]
    for (const filter of filters) {
      const counts = await ask<Record<FigureKey, number>>((tx) => countFigures(tx, programmeId, filter))
      const list = await ask<Way[]>((tx) => listFigure(tx, programmeId, 'registered', filter, everybody))
      expect([counts.registered, counts.waiting, list.map((way) => way.enrolmentId)]).toEqual([1, 1, [german]])
    }
    expect(await ask((tx) => countFigures(tx, programmeId, { site: 'Centre' }))).toMatchObject({ registered: 0 })
    const groupId = await site.given.group({ programmeId, by: lead })
    const [person] = await site.sql<{ person_id: string }>('select person_id from enrolments where id = $1', [german])
    await site.given.member({ groupId, enrolmentId: german, personId: person!.person_id, by: lead })
    expect(await ask((tx) => countFigures(tx, programmeId, { site: 'Centre' }))).toMatchObject({ registered: 1 })
    await site.sql('delete from enrolments where id = $1', [german])
  })
  test('show nothing to the coordinator of another programme', async () => {
    const other = await site.given.staff('coordinator')
    expect(await site.asActor(other, (tx) => countFigures(tx, programmeId, {}))).toMatchObject({ registered: 0 })
    expect((await site.as(other).get(paths.figures({ programmeId }))).status).toBe(403)
    expect((await site.as(other).get(paths.figure({ programmeId, figure: 'lost' }))).status).toBe(403)
  })
  test('nobody signs in first, a social worker is refused, an unknown figure is not found', async () => {
    expect((await site.as().get(paths.figures({ programmeId }))).status).toBe(303)
    expect((await site.as(amina).get(paths.figures({ programmeId }))).status).toBe(403)
    expect((await site.as(lead).get(paths.figures({ programmeId: newId() }))).status).toBe(404)
    expect((await site.as(lead).get(paths.figure({ programmeId, figure: 'constructor' }))).status).toBe(404)
  })
  test('the pages show each with its definition and the list behind it', async () => {
    const html = await (await site.as(lead).get(paths.figures({ programmeId }))).text()
    for (const key of figureKeys) expect(html).toContain(paths.figure({ programmeId, figure: key }))
    const list = await textOf(await site.as(lead).get(paths.figure({ programmeId, figure: 'lost' })))
    expect(list).toContain('5 people')
    expect((await site.as(lead).get(`${paths.figures({ programmeId })}?from=nonsense&language=%00`)).status).toBe(200)
  })
})
