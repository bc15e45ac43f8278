import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSite, type TestSite, testToday } from '../../../test/support/site.ts'
import { addDays } from '../time/dates.ts'
import { mandateOn } from './mandate-on.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

test('of several mandates the latest that runs today goes on record', async () => {
  const { given, sql } = site
  const amina = await given.staff('social-worker')
  const coach = await given.staff('coach')
  const personId = await given.person({ by: amina })
  for (const [purpose, from, to] of [
    ['group', addDays(testToday, -40), addDays(testToday, -10)],
    ['follow-up', addDays(testToday, -90), null],
    ['colleague', addDays(testToday, -20), null],
  ])
    await sql(
      `insert into mandates (person_id, professional_id, role, institution_id, purpose, from_date, to_date)
       values ($1, $2, 'coach', $3, $4, $5, $6)`,
      [personId, coach.id, coach.institutionId, purpose, from, to],
    )
  const found = await site.asActor(coach, (tx, actor) => mandateOn(tx, actor, [personId]))
  expect(found.get(personId)?.purpose).toBe('colleague')
})
