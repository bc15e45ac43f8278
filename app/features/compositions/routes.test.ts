import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ComposeWorld, givenComposing } from '../../../test/support/compose-world.ts'
import { createTestSite, type Signed, type TestSite } from '../../../test/support/site.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: ComposeWorld
let stranger: Signed
beforeAll(async () => {
  site = await createTestSite()
  world = await givenComposing(site)
  stranger = await site.given.staff('coordinator', { institutionId: world.coordinator.institutionId })
})
afterAll(() => site.close())

const textOf = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const as = (who: Signed | undefined) => site.as(who)

describe('a composition', () => {
  test('is for coordinators of its programme: nobody signs in first, others find nothing', async () => {
    const { compositionId, programmeId } = world
    const one = paths.show({ compositionId })
    expect((await as(undefined).get(one)).status).toBe(303)
    expect((await as(undefined).post(one)).status).toBe(401)
    expect((await as(stranger).get(one)).status).toBe(404)
    for (const who of [world.office, world.coach, world.referrer]) expect((await as(who).get(one)).status).toBe(404)
    for (const who of [stranger, world.office])
      expect((await as(who).get(paths.ofProgramme({ programmeId }))).status).toBe(403)
    expect((await as(world.coordinator).get(one)).status).toBe(200)
    expect(await textOf(await as(stranger).get(paths.list()))).not.toContain('January')
  })

  test('is begun with a name and what makes a good group, and may take over the last groups at a new start', async () => {
    const { programmeId } = world
    const form = { name: 'February', mode: 'homogeneous', takeOver: 'yes', start: '2027-02-01' }
    expect((await as(world.coordinator).post(paths.create({ programmeId }), { ...form, start: '' })).status).toBe(422)
    const made = await as(world.coordinator).post(paths.create({ programmeId }), form)
    expect(made.status).toBe(303)
    const compositionId = made.headers.get('location')!.split('/')[2]!.slice(0, 36)
    expect(
      await site.sql(
        'select name, starts_on, max from composition_offers where composition_id = $1 order by position',
        [compositionId],
      ),
    ).toEqual([
      { name: 'Lilas', starts_on: '2027-02-01', max: 3 },
      { name: 'Pont', starts_on: '2027-02-01', max: 3 },
    ])
    expect((await as(world.coordinator).post(paths.settingAside({ compositionId }))).status).toBe(303)
    // What is set aside is history.
    const late = await as(world.coordinator).post(paths.show({ compositionId }), { name: 'x', mode: 'mixed' })
    expect(late.status).toBe(409)
  })

  test('says who is chosen, who must be asked, and how many places there are', async () => {
    const text = await textOf(await as(world.coordinator).get(paths.show({ compositionId: world.compositionId })))
    expect(text).toContain('6 people are chosen')
    expect(text).toContain('6 places for 6 people')
    expect(text).not.toContain('Still to ask')
  })
})

describe('candidates', () => {
  const chosenOf = async (compositionId: string) =>
    (
      await site.sql<{ first_name: string }>(
        'select first_name from composition_candidates c join persons p on p.id = c.person_id where composition_id = $1 order by 1',
        [compositionId],
      )
    ).map((row) => row.first_name)

  test('are ticked in a filtered list; what the filter hides stays as it is', async () => {
    const own = await givenComposing(site, { people: 2 })
    const far = await own.waiting('Farida')
    await own.sheet(far.personId, { place: 'Uferwil' })
    const { compositionId } = own
    const list = paths.candidates({ compositionId }, { place: 'uferwil' })
    const page = await textOf(await as(own.coordinator).get(list))
    expect(page).toContain('Farida')
    expect(page).not.toContain('Person0')
    expect((await as(own.coordinator).post(list, { do: 'save', enrolmentId: [far.enrolmentId] })).status).toBe(303)
    expect(await chosenOf(compositionId)).toEqual(['Farida', 'Person0', 'Person1'])
    await as(own.coordinator).post(list, { do: 'none' })
    expect(await chosenOf(compositionId)).toEqual(['Person0', 'Person1'])
    await as(own.coordinator).post(paths.candidates({ compositionId }), { do: 'all' })
    expect(await chosenOf(compositionId)).toEqual(['Farida', 'Person0', 'Person1'])
    await as(own.coordinator).post(paths.candidates({ compositionId }), {
      do: 'save',
      enrolmentId: [own.candidates[0]!.enrolmentId, world.candidates[0]!.enrolmentId],
    })
    expect(await chosenOf(compositionId), 'nobody of another programme').toEqual(['Person0'])
    const [entry] = await site.sql<{ n: number }>(
      `select count(*) as n from audit_entries where act in ('compositions.choose', 'compositions.leaveOut') and person_id = $1`,
      [far.personId],
    )
    expect(entry!.n).toBe(4)
  })

  test('who got a group meanwhile are left out, and the page says so', async () => {
    const own = await givenComposing(site, { people: 3 })
    const groupId = await site.given.group({ programmeId: own.programmeId, by: own.coordinator })
    await site.given.member({ groupId, ...own.candidates[0]!, by: own.coordinator })
    const text = await textOf(await as(own.coordinator).get(paths.show({ compositionId: own.compositionId })))
    expect(text).toContain('2 people are chosen')
    expect(text).toContain('1 person chosen no longer waits')
  })
})

describe('what is not known yet', () => {
  test('is asked person by person, only what is missing; a partial answer is kept and the rest stays to be asked', async () => {
    const own = await givenComposing(site, { people: 1 })
    const { compositionId } = own
    const nadia = await own.waiting('Nadia')
    const omar = await own.waiting('Omar')
    for (const one of [nadia, omar]) {
      await own.sheet(one.personId, { childcare: null, mobile: null })
      await own.choose(one)
    }
    await own.levels(nadia.personId)
    const list = await textOf(await as(own.coordinator).get(paths.missing({ compositionId })))
    expect(list).toContain('Still to ask: 2 people')
    const ask = (one: { enrolmentId: string }) => paths.ask({ compositionId, enrolmentId: one.enrolmentId })
    const html = await (await as(own.coordinator).get(ask(nadia))).text()
    const names = new Set([...html.matchAll(/<(?:select|input)[^>]* name="([^"]+)"/g)].map((match) => match[1]!))
    expect([...names].filter((name) => name !== 'q').sort()).toEqual(['childcare', 'mobile'])

    // An answer that is no answer changes nothing.
    expect((await as(own.coordinator).post(ask(nadia), { mobile: 'perhaps' })).status).toBe(422)
    const half = await as(own.coordinator).post(ask(nadia), { mobile: 'no', schooling: 'never' })
    expect(half.status).toBe(303)
    expect(
      await site.sql('select mobile, childcare, schooling, place from positioning_sheets where person_id = $1', [
        nadia.personId,
      ]),
    ).toEqual([{ mobile: false, childcare: null, schooling: 'up-to-12', place: 'Rivemont' }])
    await as(own.coordinator).post(ask(nadia), { childcare: 'not-disclosed' })
    const next = await as(own.coordinator).post(ask(omar), {
      mobile: 'yes',
      childcare: 'yes',
      'level.fr.oral-reception': 'A1',
      'level.fr.oral-production': 'not-disclosed',
      'level.fr.reading': 'alpha-2',
      'level.fr.writing': 'none',
    })
    expect(next.headers.get('location')).toBe(paths.missing({ compositionId }))
    expect(await textOf(await as(own.coordinator).get(paths.missing({ compositionId })))).toContain(
      'All sheets are complete',
    )
  })

  test('of somebody who is no candidate is not found', async () => {
    const one = await world.waiting('Nobody')
    const url = paths.ask({ compositionId: world.compositionId, enrolmentId: one.enrolmentId })
    expect((await as(world.coordinator).get(url)).status).toBe(404)
  })
})

describe('groups on offer', () => {
  const form = {
    name: 'Tilleul',
    language: 'fr',
    place: 'Rivemont',
    halfDays: ['wed-pm', 'mon-am'],
    startsOn: '2026-12-07',
    min: '4',
    max: '12',
    childcareSeats: '2',
  }
  test('are added, copied, changed and withdrawn', async () => {
    const own = await givenComposing(site, { people: 0 })
    const { compositionId } = own
    const made = await as(own.coordinator).post(paths.newOffer({ compositionId }), { ...form, intent: 'another' })
    expect(made.status).toBe(303)
    const copy = await (await as(own.coordinator).get(made.headers.get('location')!)).text()
    expect(copy).toContain('value="12"')
    const [offer] = await site.sql<{ id: string; half_days: string[] }>(
      `select id, half_days from composition_offers where name = 'Tilleul'`,
    )
    expect(offer!.half_days, 'in the order of the week').toEqual(['mon-am', 'wed-pm'])
    const at = { compositionId, offerId: offer!.id }
    expect((await as(own.coordinator).post(paths.offer(at), { ...form, max: '10' })).status).toBe(303)
    expect((await as(own.coordinator).post(paths.withdrawOffer(at))).status).toBe(303)
    expect((await as(own.coordinator).get(paths.offer(at))).status).toBe(404)
    expect(await textOf(await as(own.coordinator).get(paths.show({ compositionId })))).not.toContain('Tilleul')
  })
  test.each([
    [{ name: '' }, 422],
    [{ place: '' }, 422],
    [{ halfDays: [] as string[] }, 422],
    [{ min: '13' }, 422],
    [{ startsOn: '2026-11-22' }, 422],
    [{ childcareSeats: '-1' }, 422],
    [{ coachId: '00000000-0000-4000-8000-000000000000' }, 409],
  ])('are refused when they can’t be: %j', async (change, status) => {
    const url = paths.newOffer({ compositionId: world.compositionId })
    expect((await as(world.coordinator).post(url, { ...form, ...change })).status).toBe(status)
  })
  test('show from when to when they would meet, or that the programme’s weeks can’t be kept', async () => {
    const own = await givenComposing(site, { people: 0 })
    await own.offer({ name: 'Selten', position: 2, half_days: ['mon-am'] })
    const text = await textOf(await as(own.coordinator).get(paths.show({ compositionId: own.compositionId })))
    expect(text).toContain('07/12/2026 – 30/12/2026')
    expect(text).toMatch(/Selten.*12 weeks/)
  })
  test('that want the same coach at the same time are shown as a clash', async () => {
    const own = await givenComposing(site, { people: 0 })
    await own.offer({ name: 'Zwilling', position: 2 })
    const text = await textOf(await as(own.coordinator).get(paths.show({ compositionId: own.compositionId })))
    expect(text).toContain('Carla Coach: Lilas and Zwilling')
    expect(text).toContain('Salle 1: Lilas and Zwilling')
  })
})

describe('pairs', () => {
  test('are recorded with a sealed reason that only coordinators of the programme read, and ended', async () => {
    const { programmeId, coordinator, candidates } = world
    const [one, other] = candidates.map((c) => c.personId) as [string, string]
    const form = { one, other, kind: 'apart', reason: 'They quarrelled last spring.' }
    expect((await as(coordinator).post(paths.pairs({ programmeId }), { ...form, other: one })).status).toBe(422)
    expect((await as(coordinator).post(paths.pairs({ programmeId }), { ...form, reason: '' })).status).toBe(422)
    expect((await as(coordinator).post(paths.pairs({ programmeId }), form)).status).toBe(303)
    expect(
      (await as(coordinator).post(paths.pairs({ programmeId }), { ...form, one: other, other: one, kind: 'together' }))
        .status,
    ).toBe(409)
    expect(await textOf(await as(coordinator).get(paths.pairs({ programmeId })))).toContain('quarrelled')
    for (const who of [world.office, world.coach, stranger])
      expect((await as(who).get(paths.pairs({ programmeId }))).status).toBe(403)
    const [row] = await site.sql<{ id: string; reason: Buffer }>(
      'select id, reason from person_pairs where programme_id = $1',
      [programmeId],
    )
    expect(row!.reason.toString('latin1')).not.toContain('quarrelled')
    expect((await as(coordinator).post(paths.endPair({ programmeId, pairId: row!.id }))).status).toBe(303)
    expect((await as(coordinator).post(paths.endPair({ programmeId, pairId: row!.id }))).status).toBe(404)
    const acts = await site.sql<{ act: string }>(
      `select act from audit_entries where person_id = $1 and object_kind = 'pair' order by at`,
      [other],
    )
    expect(acts.map(({ act }) => act)).toEqual([
      'compositions.addPair',
      'compositions.readPair',
      'compositions.endPair',
    ])
  })
  test('their words are gone as soon as one of the two is erased', async () => {
    const own = await givenComposing(site, { people: 2 })
    const [one, other] = own.candidates.map((c) => c.personId) as [string, string]
    const form = { one, other, kind: 'together', reason: 'Sisters.' }
    await as(own.coordinator).post(paths.pairs({ programmeId: own.programmeId }), form)
    site.vault.destroyKey(other)
    const text = await textOf(await as(own.coordinator).get(paths.pairs({ programmeId: own.programmeId })))
    expect(text).not.toContain('Sisters')
    expect(text).toContain('no longer readable')
  })
})

test('the waiting list leads to composing, for coordinators', async () => {
  const url = `/programmes/${world.programmeId}/waiting-list`
  expect(await (await as(world.coordinator).get(url)).text()).toContain('compose-groups')
  expect(await (await as(world.office).get(url)).text()).not.toContain('compose-groups')
})
