// Long, because every act of a study is asked here as nobody, as a stranger and as each of its people, in the order it happens.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GroupWorld, givenGroup } from '../../../test/support/group-world.ts'
import { createTestSite, newId, type Signed, type Staff, type TestSite, textOf } from '../../../test/support/site.ts'
import { readMinimisation } from '../../engine/allocation/design.ts'
import { minimise } from '../../engine/allocation/minimisation.ts'
import { paths as groups } from '../groups/paths.ts'
import { paths } from './paths.ts'
import { groupStudyOf } from './store.ts'

let site: TestSite
let world: GroupWorld
let second: Staff
beforeAll(async () => {
  site = await createTestSite()
  world = await givenGroup(site)
  second = await site.given.staff('coordinator', { institutionId: world.coordinator.institutionId, name: 'Second' })
  await site.sql(
    `insert into programme_staff (programme_id, user_id, from_date, added_by) values ($1, $2, '2026-01-01', $3)`,
    [world.programmeId, second.id, world.coordinator.id],
  )
})
afterAll(async () => {
  expect(site.logged.filter((line) => line.startsWith('error'))).toEqual([])
  await site.close()
})

const protocol = (over: Record<string, string | string[]> = {}) => ({
  id: newId(),
  unit: 'group',
  method: 'minimisation-v1',
  name: 'Three methods',
  'arm-1': 'Method A',
  'ratio-1': '1',
  'arm-2': 'Method B',
  'ratio-2': '1',
  'weight-language': '1',
  'weight-site': '0,5',
  p: '0.8',
  measure: 'range',
  intent: 'confirm',
  ...over,
})
const create = () => paths.create({ programmeId: world.programmeId })

/** A study of groups, with its seed drawn by the office when asked for. */
async function givenStudy({ seed = true, over = {} as Record<string, string | string[]> } = {}): Promise<string> {
  const form = protocol(over)
  const made = await site.as(world.coordinator).post(create(), form)
  expect(made.status, await textOf(made.clone())).toBe(303)
  if (seed) expect((await site.as(world.office).post(paths.seed({ studyId: form.id }))).status).toBe(303)
  return form.id
}

/** A composed group that waits for its method. */
async function givenGroupWaiting(name = 'Lilas'): Promise<string> {
  const groupId = await site.given.group({
    programmeId: world.programmeId,
    by: world.coordinator,
    name,
    coaches: [world.coach],
  })
  const { personId, enrolmentId } = await world.waiting()
  await site.given.member({ groupId, enrolmentId, personId, by: world.coordinator })
  return groupId
}

const seenOn = async (studyId: string, of: string, who: Signed = world.coordinator) =>
  /name="seen" value="([^"]+)"/.exec(await (await site.as(who).get(paths.newUnit({ studyId }, { of }))).text())?.[1] ??
  '-'

const save = async (
  studyId: string,
  unit: string,
  over: Record<string, string | string[]> = {},
  who: Signed = world.coordinator,
) =>
  site.as(who).post(paths.units({ studyId }), { unit, seen: await seenOn(studyId, unit), allowed: ['0', '1'], ...over })
const draw = (studyId: string, number: number, who: Signed = world.coordinator) =>
  site.as(who).post(paths.arm({ studyId, number: String(number) }))
const kinds = async (studyId: string) =>
  (
    await site.sql<{ kind: string }>('select kind from study_entries where study_id = $1 order by number', [studyId])
  ).map(({ kind }) => kind)

describe('who sees a study', () => {
  test('nobody is sent to sign in; a stranger finds nothing; the programme’s coordinators and office read it', async () => {
    const studyId = await givenStudy()
    const other = await givenGroup(site)
    for (const path of [paths.show, paths.record, paths.paragraph]) {
      expect((await site.as().get(path({ studyId }))).status).toBe(303)
      for (const who of [other.coordinator, other.office])
        expect((await site.as(who).get(path({ studyId }))).status, path.pattern).toBe(404)
      for (const who of [world.coach, world.trainee, world.referrer])
        expect((await site.as(who).get(path({ studyId }))).status, path.pattern).toBe(404)
      for (const who of [world.coordinator, second, world.office])
        expect((await site.as(who).get(path({ studyId }))).status, path.pattern).toBe(200)
    }
  })

  test('only coordinators set up, allocate, close and export; the office is refused', async () => {
    const studyId = await givenStudy()
    const office = site.as(world.office)
    expect((await office.get(create())).status).toBe(403)
    expect((await office.post(create(), protocol())).status).toBe(403)
    expect((await office.post(paths.units({ studyId }))).status).toBe(403)
    expect((await office.get(paths.logCsv({ studyId }))).status).toBe(403)
    expect((await office.post(paths.closure({ studyId }), { reason: 'x' })).status).toBe(403)
  })
})

describe('setting up', () => {
  test('asks first for unit and method, then shows the draft before anything is written', async () => {
    const coordinator = site.as(world.coordinator)
    expect(await textOf(await coordinator.get(create()))).toContain('Whole groups')
    const form = await textOf(await coordinator.get(`${create()}?unit=group&method=blocks-v1`))
    expect(form).toContain('Block sizes')
    const values = protocol({ intent: 'preview' })
    const draft = await coordinator.post(create(), values)
    expect(draft.status).toBe(200)
    expect(await textOf(draft)).toContain('Nothing is written yet')
    expect(await site.sql('select 1 from studies where id = $1', [values.id])).toEqual([])
    for (let twice = 0; twice < 2; twice++) {
      const made = await coordinator.post(create(), { ...values, intent: 'confirm' })
      expect(made.headers.get('location')).toBe(paths.show({ studyId: values.id }))
    }
    expect(await kinds(values.id)).toEqual(['protocol'])
  })

  test.each([
    ['one arm only', { 'arm-2': '' }, 'at least two methods'],
    ['the same arm twice', { 'arm-2': 'Method A' }, 'two names'],
    ['a ratio of 0', { 'ratio-2': '0' }, 'whole number from 1 to 20'],
    ['a weight below 0', { 'weight-site': '-1' }, 'above 0'],
    ['no factor', { 'weight-language': '', 'weight-site': '' }, 'at least one factor'],
    ['a p of 1', { p: '1' }, '0.5 to 0.95'],
    ['a p that is no number', { p: 'often' }, '0.5 to 0.95'],
    ['no name', { name: '' }, 'There is a problem|required|Fill|answer'],
    ['block sizes in words', { method: 'blocks-v1', multipliers: 'one' }, 'whole numbers from 1 to 99'],
    ['blocks beyond measure', { method: 'blocks-v1', multipliers: '99', 'ratio-1': '20' }, 'at most 200'],
  ])('%s is said beside the field, with what was typed kept', async (_, over, says) => {
    const values = protocol({ ...over, intent: 'preview' })
    const answer = await site.as(world.coordinator).post(create(), values)
    expect(answer.status).toBe(422)
    const html = await answer.clone().text()
    expect(await textOf(answer)).toMatch(new RegExp(says, 'i'))
    expect(html).toContain('value="Method A"')
  })
})

describe('the seed', () => {
  test('is not drawn by whoever set the study up, but by a colleague, once; its hash is shown and the seed to nobody', async () => {
    const studyId = await givenStudy({ seed: false })
    const own = await site.as(world.coordinator).post(paths.seed({ studyId }))
    expect(own.status).toBe(409)
    expect(await textOf(own)).toContain('doesn’t draw its seed')
    expect((await site.as(second).post(paths.seed({ studyId }))).status).toBe(303)
    expect((await site.as(world.office).post(paths.seed({ studyId }))).status).toBe(409)
    const page = await textOf(await site.as(world.coordinator).get(paths.show({ studyId })))
    expect(page).toMatch(/[0-9a-f]{64}/)
    expect(await kinds(studyId)).toEqual(['protocol', 'commitment'])
  })

  test('whoever drew it neither saves units nor draws arms', async () => {
    const studyId = await givenStudy({ seed: false })
    await site.as(second).post(paths.seed({ studyId }))
    const groupId = await givenGroupWaiting()
    expect((await save(studyId, groupId, { seen: 'language=fr|site=Centre' }, second)).status).toBe(409)
    expect((await save(studyId, groupId)).status).toBe(303)
    expect((await draw(studyId, 1, second)).status).toBe(409)
    expect((await draw(studyId, 1)).status).toBe(303)
  })
})

describe('an allocation', () => {
  test('saves the covariates first, and only then draws and shows the arm', async () => {
    const studyId = await givenStudy()
    const groupId = await givenGroupWaiting()
    const covariates = await textOf(await site.as(world.coordinator).get(paths.newUnit({ studyId }, { of: groupId })))
    expect(covariates).toContain('French')
    expect(covariates).toContain('Centre')
    const saved = await save(studyId, groupId)
    expect(saved.headers.get('location')).toBe(paths.unit({ studyId, number: '1' }))
    const waiting = await textOf(await site.as(world.coordinator).get(paths.unit({ studyId, number: '1' })))
    expect(waiting).not.toMatch(/Method [AB]/)
    expect(await kinds(studyId)).toEqual(['protocol', 'commitment', 'unit'])
    expect((await draw(studyId, 1)).status).toBe(303)
    expect(await textOf(await site.as(world.coordinator).get(paths.unit({ studyId, number: '1' })))).toMatch(
      /Method [AB]/,
    )
    expect((await draw(studyId, 1)).status, 'twice').toBe(409)
    expect(await kinds(studyId)).toEqual(['protocol', 'commitment', 'unit', 'allocation'])
    // The coach learns which method the group has.
    expect(await textOf(await site.as(world.coach).get(groups.show({ groupId })))).toContain('Three methods')
  })

  test('is on record of the group too: a group in a study counts as worked with', async () => {
    const studyId = await givenStudy()
    const groupId = await givenGroupWaiting('Recorded')
    await save(studyId, groupId)
    expect(
      await site.sql(`select act from audit_entries where object_kind = 'group' and object_id = $1`, [groupId]),
    ).toEqual([{ act: 'studies.saveUnit' }])
  })

  test('comes one at a time: not before the seed, not beside a unit that waits, not twice for a group', async () => {
    const early = await givenStudy({ seed: false })
    const [first, other] = [await givenGroupWaiting('One'), await givenGroupWaiting('Two')]
    expect((await save(early, first)).status).toBe(409)
    const studyId = await givenStudy()
    expect((await save(studyId, first)).status).toBe(303)
    expect(await textOf(await save(studyId, other, { seen: 'language=fr|site=Centre' }))).toContain(
      'still waits for its method',
    )
    await draw(studyId, 1)
    expect((await save(studyId, first, { seen: 'language=fr|site=Centre' })).status).toBe(409)
    expect((await save(studyId, other)).status).toBe(303)
  })

  test('is not made on covariates that changed since they were looked at, nor on unknown ones', async () => {
    const studyId = await givenStudy()
    const groupId = await givenGroupWaiting()
    const seen = await seenOn(studyId, groupId)
    await site.sql(`update groups set site = 'Uferwil' where id = $1`, [groupId])
    expect(await textOf(await save(studyId, groupId, { seen }))).toContain('have changed')
    await site.sql('update groups set site = null where id = $1', [groupId])
    const page = await site.as(world.coordinator).get(paths.newUnit({ studyId }, { of: groupId }))
    expect(await page.clone().text()).not.toContain('save-unit')
    expect(await textOf(page)).toContain('One covariate is not known yet')
    expect((await save(studyId, groupId, { seen: 'language=fr|site=?' })).status).toBe(409)
  })

  test('leaves out an arm without a place, with its reason', async () => {
    const studyId = await givenStudy()
    const groupId = await givenGroupWaiting()
    expect((await save(studyId, groupId, { allowed: ['1'] })).status).toBe(422)
    expect((await save(studyId, groupId, { allowed: [], reason: 'none' })).status).toBe(422)
    expect((await save(studyId, groupId, { allowed: ['1'], reason: 'No coach for A' })).status).toBe(303)
    await draw(studyId, 1)
    const page = await textOf(await site.as(world.coordinator).get(paths.unit({ studyId, number: '1' })))
    expect(page).toContain('No coach for A')
    expect(page).toMatch(/Method drawn: Method B/)
  })

  test('is not made of what is no id', async () => {
    const studyId = await givenStudy()
    const unit = '-'.repeat(36)
    expect((await site.as(world.coordinator).get(paths.newUnit({ studyId }, { of: unit }))).status).toBe(409)
    expect((await save(studyId, unit)).status).toBe(409)
  })

  test('is not made anew for the same people under another group', async () => {
    const studyId = await givenStudy()
    const groupId = await givenGroupWaiting('First')
    await save(studyId, groupId)
    await draw(studyId, 1)
    const again = await site.given.group({ programmeId: world.programmeId, by: world.coordinator, name: 'Second' })
    const [member] = await site.sql<{ enrolment_id: string; person_id: string }>(
      `update group_members set left_on = joined_on, left_reason = 'mistake' where group_id = $1 returning enrolment_id, person_id`,
      [groupId],
    )
    const same = { enrolmentId: member!.enrolment_id, personId: member!.person_id }
    await site.given.member({ groupId: again, ...same, by: world.coordinator })
    const seen = 'language=fr|site=Centre'
    expect((await site.as(world.coordinator).get(paths.newUnit({ studyId }, { of: again }))).status).toBe(409)
    expect(await textOf(await save(studyId, again, { seen }))).toContain('Nobody is drawn for twice')
    for (const name of ['Nora', 'Nils']) {
      const one = await world.waiting(name)
      await site.given.member({ groupId: again, ...one, by: world.coordinator })
    }
    expect((await save(studyId, again)).status, 'one of three has moved').toBe(303)
  })

  test('clicked twice at once, however the address is written', async () => {
    const studyId = await givenStudy()
    await save(studyId, await givenGroupWaiting())
    const clicks = [studyId, studyId.toUpperCase(), studyId].map((id) => draw(id, 1))
    expect((await Promise.all(clicks)).map(({ status }) => status).sort()).toEqual([303, 409, 409])
    expect(await kinds(studyId)).toEqual(['protocol', 'commitment', 'unit', 'allocation'])
  })

  test('two coordinators at once: one saves, the other is told', async () => {
    const studyId = await givenStudy()
    const [a, b] = [await givenGroupWaiting('Left'), await givenGroupWaiting('Right')]
    const answers = await Promise.all([save(studyId, a), save(studyId, b, {}, second)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })
})

describe('an override', () => {
  test('is a record of its own with a reason; the allocation stays', async () => {
    const studyId = await givenStudy()
    const groupId = await givenGroupWaiting()
    await save(studyId, groupId)
    await draw(studyId, 1)
    const url = paths.unit({ studyId, number: '1' })
    const drawn = /Method drawn: (Method [AB])/.exec(await textOf(await site.as(world.coordinator).get(url)))![1]!
    const other = drawn === 'Method A' ? 'Method B' : 'Method A'
    const override = (form: Record<string, string>) =>
      site.as(world.coordinator).post(paths.override({ studyId, number: '1' }), form)
    expect((await override({ arm: other, reason: '' })).status).toBe(422)
    expect((await override({ arm: drawn, reason: 'same' })).status).toBe(409)
    // The log outlives everybody in it.
    const named = await override({ arm: other, reason: 'Wanda asked for it' })
    expect(named.status).toBe(422)
    expect(await textOf(named)).toContain('without “Wanda”')
    expect((await override({ arm: other, reason: 'The room was closed' })).status).toBe(303)
    const page = await textOf(await site.as(world.coordinator).get(paths.show({ studyId })))
    expect(page).toContain(`really got: ${other}`)
    expect(await kinds(studyId)).toEqual(['protocol', 'commitment', 'unit', 'allocation', 'override'])
  })
})

describe('the end', () => {
  test('reveals the seed; log, design and check reproduce every allocation; nothing is added any more', async () => {
    const studyId = await givenStudy()
    for (const name of ['One', 'Two', 'Three']) {
      const groupId = await givenGroupWaiting(name)
      expect((await save(studyId, groupId)).status).toBe(303)
      await site.as(world.coordinator).post(paths.arm({ studyId, number: String({ One: 1, Two: 2, Three: 3 }[name]) }))
    }
    const coordinator = site.as(world.coordinator)
    expect((await coordinator.get(paths.design({ studyId }))).status, 'sealed').toBe(409)
    expect((await coordinator.post(paths.closure({ studyId }), { reason: '' })).status).toBe(422)
    expect((await coordinator.post(paths.closure({ studyId }), { reason: 'All allocated' })).status).toBe(303)
    expect((await kinds(studyId)).slice(-2)).toEqual(['closure', 'seed'])
    const record = await textOf(await coordinator.get(paths.record({ studyId })))
    expect(record).toContain('All 3 allocations were drawn again from the seed and are the same')

    const design = await coordinator.get(paths.design({ studyId }))
    const read = readMinimisation(await design.json())
    const log = (await (await coordinator.get(paths.logJson({ studyId }))).json()) as { log: { text: string }[] }
    const drawn = log.log.map(({ text }) => JSON.parse(text)).filter(({ kind }) => kind === 'allocation')
    expect(minimise(read, read.units).map(({ arm }) => read.arms[arm])).toEqual(drawn.map(({ data }) => data.arm))
    const csv = await (await coordinator.get(paths.logCsv({ studyId }))).text()
    expect(csv.split('\r\n').filter((row) => row.includes(';allocation;'))).toHaveLength(3)

    expect((await coordinator.post(paths.closure({ studyId }), { reason: 'again' })).status).toBe(409)
    expect((await save(studyId, await givenGroupWaiting('Late'), { seen: 'language=fr|site=Centre' })).status).toBe(409)
    for (const language of ['fr', 'de', 'en', 'nl']) {
      const paragraph = await textOf(await coordinator.get(paths.paragraph({ studyId }, { in: language })))
      expect(paragraph).toMatch(/[0-9a-f]{64}/)
      expect(paragraph).toContain('Pocock')
    }
  })

  test('a changed character is found on the page, and nothing more is allocated', async () => {
    const studyId = await givenStudy()
    const groupId = await givenGroupWaiting()
    await save(studyId, groupId)
    await draw(studyId, 1)
    await site.sql(`begin; set local session_replication_role = replica;
      update study_entries set line = replace(line, 'Centre', 'Centra') where study_id = '${studyId}' and kind = 'unit'; commit`)
    const record = await site.as(world.coordinator).get(paths.record({ studyId }))
    expect(await textOf(record)).toContain('entry 3 is the first')
    const other = await givenGroupWaiting('Other')
    expect((await save(studyId, other, { seen: 'language=fr|site=Centre' })).status).toBe(409)
  })
})

describe('people', () => {
  test('are described by their positioning sheet; what is not known is asked for first, not disclosed is a level', async () => {
    const studyId = await givenStudy({
      over: {
        unit: 'person',
        'weight-site': '',
        'weight-gender': '1',
        'weight-age': '1',
        'weight-oral': '1',
        'weight-schooling': '1',
      },
    })
    const { personId, enrolmentId } = await world.waiting('Olga')
    const url = paths.newUnit({ studyId }, { of: enrolmentId })
    expect(await textOf(await site.as(world.coordinator).get(url))).toContain('3 covariates are not known yet')
    await site.sql('update persons set birth_year = 1990 where id = $1', [personId])
    await site.sql(
      `insert into positioning_sheets (person_id, schooling) values ($1, 'not-disclosed')
       on conflict (person_id) do update set schooling = 'not-disclosed'`,
      [personId],
    )
    for (const [skill, level] of [
      ['oral-reception', 'A2'],
      ['oral-production', 'A1.1'],
    ])
      await site.sql(
        `insert into language_levels (id, person_id, language, skill, level, source, assessed_on)
         values (gen_random_uuid(), $1, 'fr', $2, $3, 'observed', current_date)`,
        [personId, skill, level],
      )
    const page = await textOf(await site.as(world.coordinator).get(url))
    for (const word of ['25 to 39 years', 'up to A1.1', 'not disclosed', 'woman']) expect(page).toContain(word)
    expect((await save(studyId, enrolmentId)).status).toBe(303)
    expect((await draw(studyId, 1)).status).toBe(303)
    expect(await textOf(await site.as(world.office).get(paths.show({ studyId })))).toContain('Olga')
    // The log itself names nobody.
    const lines = await site.sql<{ line: string }>('select line from study_entries where study_id = $1', [studyId])
    expect(lines.some(({ line }) => line.includes('Olga') || line.includes(personId))).toBe(false)
    // So that it still proves itself when the person is erased, and goes on.
    await site.sql('delete from persons where id = $1', [personId])
    const after = await textOf(await site.as(world.coordinator).get(paths.show({ studyId })))
    expect(after).not.toContain('Olga')
    const next = await world.waiting('Petra')
    expect((await save(studyId, next.enrolmentId)).status, 'what is not known is asked first').toBe(409)
    await site.as(world.coordinator).post(paths.closure({ studyId }), { reason: 'done' })
    expect(await textOf(await site.as(world.coordinator).get(paths.record({ studyId })))).toContain('drawn again')
  })
})

test('blocks: a list for each stratum, the same through the command line’s reader', async () => {
  const studyId = await givenStudy({ over: { method: 'blocks-v1', strata: ['language', 'site'], multipliers: '1, 2' } })
  for (let i = 1; i <= 4; i++) {
    expect((await save(studyId, await givenGroupWaiting(`Block ${i}`))).status).toBe(303)
    expect((await draw(studyId, i)).status).toBe(303)
  }
  await site.as(world.coordinator).post(paths.closure({ studyId }), { reason: 'done' })
  const text = await textOf(await site.as(world.coordinator).get(paths.record({ studyId })))
  expect(text).toContain('All 4 allocations were drawn again')
  expect(text).toContain('stratum fr/Centre')
})

test('whoever composes groups leaves the method to a study of groups, until it is closed', async () => {
  const own = await givenGroup(site)
  const name = () => site.asActor(own.coordinator, (tx) => groupStudyOf(tx, own.programmeId))
  expect(await name()).toBeNull()
  const form = protocol({ name: 'Ours' })
  await site.as(own.coordinator).post(paths.create({ programmeId: own.programmeId }), form)
  expect(await name()).toBe('Ours')
  // Nor are the methods of earlier groups taken over.
  const [earlier, offer] = [newId(), newId()]
  await site.sql(
    `insert into compositions (id, programme_id, name, mode, made_by, made_on) values ($1, $2, 'Autumn', 'mixed', $3, '2026-09-01')`,
    [earlier, own.programmeId, own.coordinator.id],
  )
  await site.sql(
    `insert into composition_offers (id, composition_id, programme_id, position, name, language, place, half_days, starts_on, min, max, method, made_by)
     values ($1, $2, $3, 0, 'Lilas', 'fr', 'Rivemont', '{mon-am}', '2026-09-21', 2, 12, 'Method A', $4)`,
    [offer, earlier, own.programmeId, own.coordinator.id],
  )
  const again = { name: 'Winter', mode: 'mixed', takeOver: 'yes', start: '2027-01-11' }
  await site.as(own.coordinator).post(`/programmes/${own.programmeId}/compositions/new`, again)
  expect(await site.sql(`select name, method from composition_offers where starts_on = '2027-01-11'`)).toEqual([
    { name: 'Lilas', method: null },
  ])
  await site.as(own.coordinator).post(paths.closure({ studyId: form.id }), { reason: 'Not needed' })
  expect(await name()).toBeNull()
  expect(await kinds(form.id)).toEqual(['protocol', 'closure'])
})
