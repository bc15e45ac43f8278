// From language tests to groups whose content follows: a programme that composes homogeneously, through the routes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenComposing } from '../../../test/support/compose-world.ts'
import { createTestSite, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { paths as compositions } from '../compositions/paths.ts'
import { paths as content } from '../content-levels/paths.ts'
import { paths as sessions } from '../sessions/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const oneOf = async <T extends Record<string, unknown>>(query: string, values: unknown[]): Promise<T> =>
  (await site.sql<T>(query, values))[0]!

test('levels of the latest tests make homogeneous groups, oral first, and each is suggested what it works on', async () => {
  const world = await givenComposing(site, { people: 0, blueprint: 'moveup' })
  const { coordinator, referrer, programmeId } = world

  const test = async (personId: string, oral: string, written: string, on: string) => {
    const saved = await site.as(referrer).post(paths.create({ personId }), {
      language: 'fr',
      moment: 'entry',
      source: 'tested',
      on,
      'level.oral-reception': oral,
      'level.oral-production': oral,
      'level.reading': written,
      'level.writing': written,
    })
    expect(saved.status).toBe(303)
  }
  const people: { enrolmentId: string; personId: string; oral: string }[] = []
  for (const [i, oral] of ['A2', 'none', 'A2', 'none', 'A2', 'none', 'A2', 'none'].entries()) {
    const one = await world.waiting(`Person${i}`)
    await world.sheet(one.personId, { schooling: oral === 'none' ? 'never' : 'up-to-12' })
    // A year ago everybody was a beginner: only the latest test counts.
    await test(one.personId, 'none', 'alpha-0', '2025-11-23')
    await test(one.personId, oral, oral === 'none' ? 'alpha-1' : 'A2', testToday)
    people.push({ ...one, oral })
  }

  const form = await site.as(coordinator).get(compositions.create({ programmeId }))
  const chosen = /<input[^>]*value="homogeneous"[^>]*>/.exec(await form.text())
  expect(chosen?.[0]).toContain('checked')
  const made = await site.as(coordinator).post(compositions.create({ programmeId }), {
    name: 'By level',
    mode: 'homogeneous',
  })
  const compositionId = made.headers.get('location')!.split('/').at(-1)!.split(/[?#]/)[0]!
  const mornings = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => `${day}-am`)
  const of = { composition_id: compositionId, min: 2, max: 4, half_days: mornings }
  await world.offer({ ...of, name: 'Lilas' })
  await world.offer({ ...of, name: 'Pont', position: 1, coach_id: world.other.id, room: 'Salle 2' })
  for (const one of people)
    await site.sql(
      'insert into composition_candidates (composition_id, programme_id, enrolment_id, person_id, added_by) values ($1, $2, $3, $4, $5)',
      [compositionId, programmeId, one.enrolmentId, one.personId, coordinator.id],
    )

  const asked = await site
    .as(coordinator)
    .post(compositions.propose({ compositionId }), { duration: 'short', from: '', maxMoves: '', seed: '1' })
  const search = asked.headers.get('location')!
  let answer = await site.as(coordinator).get(search)
  while (answer.status !== 303) {
    await new Promise((done) => setTimeout(done, 50))
    answer = await site.as(coordinator).get(search)
  }
  const { planId } = await oneOf<{ planId: string }>(
    'select id as "planId" from composition_plans where composition_id = $1',
    [compositionId],
  )
  const confirm = compositions.confirm({ compositionId, planId })
  const seen = /name="seen" value="([^"]+)"/.exec(await (await site.as(coordinator).get(confirm)).text())![1]!
  expect((await site.as(coordinator).post(confirm, { seen })).status).toBe(303)

  const groups = await site.sql<{ id: string; people: string[] }>(
    `select g.id, array_agg(m.person_id::text) as people from groups g join group_members m on m.group_id = g.id
      where g.programme_id = $1 group by g.id`,
    [programmeId],
  )
  expect(groups.map((group) => group.people.length)).toEqual([4, 4])
  for (const group of groups) {
    const orals = new Set(people.filter((one) => group.people.includes(one.personId)).map((one) => one.oral))
    expect(orals.size).toBe(1)
    const [level, label] = orals.has('A2') ? ['a2', 'A2'] : ['literacy', 'Literacy']
    const url = content.show({ groupId: group.id })
    expect(await textOf(await site.as(coordinator).get(url))).toContain(`Suggested: ${label}`)
    expect((await site.as(coordinator).post(url, { level })).status).toBe(303)
    const { id: sessionId } = await oneOf<{ id: string }>(
      `select id from sessions where group_id = $1 and theme ->> 'key' = 'language' order by number limit 1`,
      [group.id],
    )
    const session = await textOf(await site.as(coordinator).get(sessions.show({ sessionId })))
    expect(session).toContain(orals.has('A2') ? 'An article of the local paper' : 'Picture cards of the week')
  }
})
