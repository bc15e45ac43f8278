// Request in, page out, on a real database: who evaluates, who reads, what is kept and how.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, newId, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as people } from '../people/paths.ts'
import { paths } from './paths.ts'
import { listEntranceTests, listEvaluations } from './store.ts'

let site: TestSite
let world: MoveupWorld
let stranger: Staff
let of: { enrolmentId: string }
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  stranger = await site.given.staff('coach')
  of = { enrolmentId: world.enrolmentId }
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.sql('delete from evaluations')
  await site.sql('delete from entrance_tests')
})

const sheet = (over: Record<string, string> = {}) => ({
  ...{ id: newId(), kind: 'regular', onDate: testToday },
  ...{ 'own.speaking': '4', 'trainer.speaking': '2', 'own.together': 'not-disclosed', 'trainer.together': '3' },
  words: 'She calls the school herself',
  ...over,
})
const hold = (who: Staff, over: Record<string, string> = {}) => site.as(who).post(paths.create(of), sheet(over))
const record = (who: Staff, over: Record<string, string> = {}) =>
  site.as(who).post(paths.createTest(of), {
    ...{ training: 'Care assistant', place: 'Centre', onDate: addDays(testToday, 10), result: 'planned' },
    ...over,
  })
const evaluations = (who: Staff) => site.asActor(who, (tx) => listEvaluations(tx, site.vault, world.enrolmentId))
const tests = (who: Staff) => site.asActor(who, (tx) => listEntranceTests(tx, site.vault, world.enrolmentId))
const pageOf = async (who: Staff, url: string) => textOf(await site.as(who).get(url))

describe('an evaluation', () => {
  test('nobody signs in first, a stranger finds nothing, only trainers hold one, coordinators read none', async () => {
    expect((await site.as().get(paths.show(of))).status).toBe(303)
    for (const url of [paths.show(of), paths.create(of)]) {
      expect((await site.as(stranger).get(url)).status).toBe(404)
      expect((await site.as(world.coordinator).get(url)).status).toBe(403)
    }
    expect((await hold(stranger)).status).toBe(404)
    expect((await hold(world.training)).status).toBe(403)
    expect((await hold(world.coordinator)).status).toBe(403)
    expect((await site.as(world.training).get(paths.show(of))).status).toBe(200)
    expect(await evaluations(world.coordinator)).toEqual([])
  })
  test('keeps both sides as they were said, sealed words, once', async () => {
    const id = newId()
    expect((await hold(world.coTrainer, { id })).status).toBe(303)
    expect((await hold(world.coTrainer, { id })).status).toBe(303)
    const [one, ...more] = await evaluations(world.global)
    expect(more).toEqual([])
    expect(one).toMatchObject({
      ...{ id, kind: 'regular', heldBy: 'Cleo Cotrainer' },
      own: { speaking: 4, together: 'not-disclosed', regularity: null },
      trainer: { speaking: 2, together: 3, regularity: null },
      words: { state: 'open', text: 'She calls the school herself' },
    })
    const [row] = await site.sql<{ words: Buffer; side: string }>('select words, side from evaluations')
    expect([row!.words.includes('school'), row!.side]).toEqual([false, 'training'])
    expect(await site.sql(`select 1 from audit_entries where act = 'evaluations.hold'`)).toHaveLength(1)
  })
  test('stands side by side, never as one number, and says what to talk about', async () => {
    await hold(world.trainer)
    const text = await pageOf(world.training, paths.show(of))
    expect(text).toContain('Yes, very well')
    expect(text).toContain('Says some words')
    expect(text).toContain('Would rather not say')
    expect(text.match(/to talk about/gi)).toHaveLength(1)
  })
  test('that is empty, of tomorrow or with an undescribed point comes back with what was typed', async () => {
    const empty = await hold(world.trainer, {
      ...{ 'own.speaking': '', 'trainer.speaking': '', 'own.together': '', 'trainer.together': '' },
    })
    expect(empty.status).toBe(409)
    expect(await empty.text()).toContain('She calls the school herself')
    expect((await hold(world.trainer, { onDate: addDays(testToday, 1) })).status).toBe(422)
    expect((await hold(world.trainer, { 'own.speaking': '5' })).status).toBe(422)
    expect((await hold(world.trainer, { 'trainer.speaking': 'not-disclosed' })).status).toBe(422)
    expect(await evaluations(world.trainer)).toEqual([])
  })
  test('loses no draft, and speaks the person’s language on their side', async () => {
    await site.as(world.trainer).post(paths.draft(of), sheet({ words: 'Half a sentence' }))
    const again = { ...world.trainer, token: await site.given.session(world.trainer.id) }
    const html = await (await site.as(again).get(paths.create(of))).text()
    expect(html).toContain('Half a sentence')
    expect(html).toContain('Je parle la langue pendant l’atelier.')
    expect(await (await site.as(again).get(paths.create(of, { in: 'ar' }))).text()).toContain('lang="ar" dir="rtl"')
    await hold(again)
    expect(await site.sql('select 1 from drafts')).toEqual([])
  })
  test('is due on the trainer’s first page, four weeks after the start or the last', async () => {
    await site.sql('update enrolment_stages set on_date = $2 where enrolment_id = $1', [
      world.enrolmentId,
      addDays(testToday, -30),
    ])
    expect(await pageOf(world.trainer, '/')).toContain('Evaluations due (1) Amina')
    expect(await pageOf(world.training, '/')).not.toContain('Evaluations due')
    await hold(world.trainer)
    expect(await pageOf(world.trainer, '/')).not.toContain('Evaluations due')
    expect(await pageOf(world.trainer, people.show({ personId: world.personId }))).toContain('Next by 21')
  })
  test('in between there are remarks, alone or in the group', async () => {
    const remark = { id: newId(), remark: 'The pace is too quick', setting: 'group' }
    for (let i = 0; i < 2; i++) expect((await site.as(world.coTrainer).post(paths.remark(of), remark)).status).toBe(303)
    expect(await evaluations(world.global)).toMatchObject([
      { kind: 'remark', setting: 'group', own: {}, words: { text: 'The pace is too quick' } },
    ])
    expect((await site.as(world.coTrainer).post(paths.remark(of), { ...remark, remark: ' ' })).status).toBe(422)
    expect((await site.as(world.training).post(paths.remark(of), remark)).status).toBe(403)
    const future = { ...remark, id: newId(), remarkOn: addDays(testToday, 1) }
    expect((await site.as(world.coTrainer).post(paths.remark(of), future)).status).toBe(422)
  })
})

describe('an entrance test', () => {
  test('planned by a trainer from outside, its result said by the social worker: both see it', async () => {
    expect((await record(world.coTrainer)).status).toBe(303)
    const [planned] = await tests(world.coTrainer)
    expect(planned).toMatchObject({ result: 'planned', training: { text: 'Care assistant' } })
    await site.sql('update entrance_tests set on_date = $1', [addDays(testToday, -3)])
    expect(await pageOf(world.training, '/')).toContain('Entrance tests without a result (1) Amina')
    const result = paths.result({ ...of, entranceTestId: planned!.id })
    const failed = { result: 'failed', nextOn: addDays(testToday, 60) }
    expect((await site.as(world.training).post(result, failed)).status).toBe(303)
    expect((await site.as(world.training).post(result, failed)).status).toBe(409)
    expect((await tests(world.coTrainer))[0]).toMatchObject({ result: 'failed', nextOn: addDays(testToday, 60) })
    expect((await site.as(stranger).post(result, failed)).status).toBe(404)
    expect((await site.as(world.training).post(paths.result({ ...of, entranceTestId: newId() }), failed)).status).toBe(
      404,
    )
  })
  test('of the social service is read by a trainer from outside once the person agrees', async () => {
    await record(world.training, { training: 'Kept' })
    await record(world.training, { training: 'Told', shared: 'yes', result: 'passed', onDate: addDays(testToday, -2) })
    const names = async (who: Staff) =>
      (await tests(who)).map(({ training }) => (training.state === 'open' ? training.text : '?')).sort()
    expect(await names(world.coTrainer)).toEqual(['Told'])
    expect(await names(world.trainer)).toEqual(['Kept', 'Told'])
    expect((await tests(world.coTrainer))[0]!.result).toBe('passed')
    expect(await names(stranger)).toEqual([])
    expect(await names(world.coordinator)).toEqual([])
  })
  test('in the future with a result, in the past without one, or without a name is refused with a reason', async () => {
    const future = await record(world.trainer, { result: 'passed' })
    expect(future.status).toBe(409)
    expect(await textOf(future)).toContain('A test in the future has no result yet')
    expect((await record(world.trainer, { onDate: addDays(testToday, -1) })).status).toBe(409)
    expect((await record(world.trainer, { training: ' ' })).status).toBe(422)
    expect((await record(world.trainer, { onDate: '2026-02-31' })).status).toBe(422)
    expect(await tests(world.trainer)).toEqual([])
    expect((await record(world.coordinator)).status).toBe(403)
    expect((await record(stranger)).status).toBe(404)
  })
})

test('a programme without evaluations has no such page', async () => {
  const programmeId = await site.given.programme({ by: world.coordinator })
  const personId = await site.given.person({ by: world.global })
  const enrolmentId = await site.given.enrolment({ personId, programmeId, by: world.global })
  await site.given.mandate(personId, world.trainer)
  expect((await site.as(world.trainer).get(paths.show({ enrolmentId }))).status).toBe(404)
})
