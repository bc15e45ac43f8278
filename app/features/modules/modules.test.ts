// Who is in which module, how changes are rated, and who reads of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as people } from '../people/paths.ts'
import { paths as programmes } from '../programmes/paths.ts'
import { paths } from './paths.ts'
import { listChanges, share } from './store.ts'

let site: TestSite
let world: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
})
afterAll(() => site.close())

const join = (who: Staff, module: string, from = testToday, enrolmentId = world.enrolmentId) =>
  site.as(who).post(paths.join({ enrolmentId, module }), { from })
const rate = (who: Staff, module: string, form: Record<string, string>) =>
  site.as(who).post(paths.rate({ enrolmentId: world.enrolmentId, module }), form)
const changesSeenBy = (who: Staff) => site.asActor(who, (tx) => listChanges(tx, site.vault, world.enrolmentId))

describe('the page of somebody’s modules', () => {
  test('is for those who follow the person; nobody signs in, strangers find nothing', async () => {
    const url = paths.show({ enrolmentId: world.enrolmentId })
    expect((await site.as().get(url)).status).toBe(303)
    expect((await site.as(await site.given.staff('social-worker')).get(url)).status).toBe(404)
    for (const who of [world.training, world.trainer, world.coTrainer, world.coordinator])
      expect((await site.as(who).get(url)).status).toBe(200)
    const trainee = await site.given.staff('trainee')
    await site.given.mandate(world.personId, trainee, { purpose: 'group' })
    expect((await site.as(trainee).get(url)).status).toBe(403)
  })
  test('does not exist in a programme without modules', async () => {
    const programmeId = await site.given.programme({ by: world.coordinator })
    const enrolmentId = await site.given.enrolment({ personId: world.personId, programmeId, by: world.global })
    expect((await site.as(world.training).get(paths.show({ enrolmentId }))).status).toBe(404)
    expect((await site.as(world.coordinator).get(paths.settings({ programmeId }))).status).toBe(404)
  })
})

describe('joining', () => {
  test('a running module is written with its day; a second time is refused', async () => {
    expect((await join(world.training, 'individual')).status).toBe(303)
    expect((await join(world.trainer, 'collective', addDays(testToday, -40))).status).toBe(303)
    const again = await join(world.trainer, 'collective')
    expect(again.status).toBe(409)
    expect(await textOf(again)).toContain('already in this module')
    const text = await textOf(await site.as(world.coordinator).get(paths.show({ enrolmentId: world.enrolmentId })))
    expect(text).toContain('Since 14/10/2026')
  })
  test('a module that is still to be built is refused with the reason, until the coordinator opens it', async () => {
    const refused = await join(world.training, 'preparation')
    expect(refused.status).toBe(409)
    expect(await textOf(refused)).toContain('still to be built and takes nobody yet')
    const settings = paths.settings({ programmeId: world.programmeId })
    const rhythm = { stableMonths: '3', otherwiseWeeks: '4' }
    expect((await site.as(world.training).post(settings, rhythm)).status).toBe(403)
    const tomorrow = addDays(testToday, 1)
    const opened = (day: string) => site.as(world.coordinator).post(settings, { 'opensOn.preparation': day, ...rhythm })
    expect((await opened(tomorrow)).status).toBe(303)
    expect(await textOf(await join(world.training, 'preparation'))).toContain('before 24/11/2026')
    expect((await opened(testToday)).status).toBe(303)
    expect((await join(world.training, 'preparation')).status).toBe(303)
    expect((await opened('31.02.2026')).status).toBe(422)
  })
  test('a module that the programme does not have is not found', async () => {
    expect((await join(world.training, 'no-such-module')).status).toBe(404)
  })
  test('ends with a day', async () => {
    const leave = (until: string) =>
      site.as(world.training).post(paths.leave({ enrolmentId: world.enrolmentId, module: 'preparation' }), { until })
    expect((await leave(addDays(testToday, 1))).status).toBe(409)
    expect((await leave(testToday)).status).toBe(303)
    expect((await leave(testToday)).status).toBe(404)
  })
  test('keeps its settings when the coordinator saves another section of the programme', async () => {
    const url = programmes.edit({ programmeId: world.programmeId, section: 'sites' })
    expect((await site.as(world.coordinator).post(url, {})).status).toBe(303)
    const [row] = await site.sql<{ settings: { moduleOpenings: object } }>(
      'select settings from programmes where id = $1',
      [world.programmeId],
    )
    expect(row!.settings.moduleOpenings).toEqual({ preparation: testToday })
  })
})

describe('changes', () => {
  test('of a module are rated on one page; what is left out stays as it was', async () => {
    const earlier = addDays(testToday, -30)
    expect((await rate(world.trainer, 'collective', { onDate: earlier, 'point.isolation': '1' })).status).toBe(303)
    const now = { 'point.isolation': '3', 'words.isolation': 'Talks at lunch', 'point.networks': '2' }
    expect((await rate(world.trainer, 'collective', now)).status).toBe(303)
    const changes = await changesSeenBy(world.training)
    expect(changes.map(({ key, ratings }) => [key, ratings.map(({ point }) => point)])).toEqual([
      ['isolation', [1, 3]],
      ['networks', [2]],
    ])
    const page = await textOf(await site.as(world.training).get(paths.show({ enrolmentId: world.enrolmentId })))
    expect(page).toContain('Then, 24/10/2026')
    expect(page).toContain('Talks to others during the workshops')
    const [row] = await site.sql<{ words: Buffer }>('select words from change_ratings where words is not null')
    expect(row!.words.includes('lunch')).toBe(false)
  })
  test('stand on the person’s page for those with the class, and only there', async () => {
    const url = people.show({ personId: world.personId })
    expect(await textOf(await site.as(world.training).get(url))).toContain('Break out of isolation')
    expect(await textOf(await site.as(world.coordinator).get(url))).not.toContain('Break out of isolation')
  })
  test.each([
    ['nothing chosen', {}, 422],
    ['words without a point', { 'words.isolation': 'x' }, 422],
    ['a point that is not described', { 'point.isolation': '5' }, 422],
    ['a day to come', { 'point.isolation': '1', onDate: addDays(testToday, 1) }, 409],
    ['a day before they came', { 'point.isolation': '1', onDate: addDays(testToday, -41) }, 409],
  ])('with %s come back', async (_what, form, status) => {
    expect((await rate(world.trainer, 'collective', form)).status).toBe(status)
  })
  test('noted by the social service are read by a trainer from outside once the person agrees, until it is taken back', async () => {
    expect((await rate(world.training, 'individual', { 'point.emancipation': '2' })).status).toBe(303)
    const seen = async (who: Staff) => (await changesSeenBy(who)).map(({ key }) => key)
    expect(await seen(world.trainer)).toContain('emancipation')
    expect(await seen(world.coTrainer)).toEqual(['isolation', 'networks'])
    const id = (await changesSeenBy(world.training)).at(-1)!.ratings[0]!.id
    const sharing = (who: Staff, agreed: boolean) =>
      site.asActor(who, (tx) => share(tx, { what: 'rating', id, agreed }))
    expect(await sharing(world.trainer, true)).toBe(false)
    expect(await sharing(await site.given.staff('social-worker'), true)).toBe(false)
    expect(await sharing(world.training, true)).toBe(true)
    expect(await seen(world.coTrainer)).toContain('emancipation')
    expect(await sharing(world.training, false)).toBe(true)
    expect(await seen(world.coTrainer)).not.toContain('emancipation')
  })
})
