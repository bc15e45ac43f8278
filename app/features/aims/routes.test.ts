import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { paths as people } from '../people/paths.ts'
import { paths as today } from '../today/paths.ts'
import { paths } from './paths.ts'
import { countAims, currentAim, listAims } from './store.ts'

let site: TestSite
let world: MoveupWorld
let of: { enrolmentId: string }
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  of = { enrolmentId: world.enrolmentId }
})
afterAll(() => site.close())

describe('the page of aims', () => {
  test('nobody is sent to sign in, strangers find nothing, coordinator and office may not', async () => {
    expect((await site.as().get(paths.show(of))).status).toBe(303)
    for (const role of ['social-worker', 'coach', 'coordinator'] as const) {
      const stranger = await site.given.staff(role)
      expect((await site.as(stranger).get(paths.show(of))).status).toBe(404)
      expect((await site.as(stranger).post(paths.create(of), { kind: 'pathway' })).status).toBe(404)
    }
    for (const who of [world.coordinator, world.office]) {
      expect((await site.as(who).get(paths.show(of))).status).toBe(403)
      expect((await site.as(who).post(paths.create(of), { kind: 'pathway' })).status).toBe(403)
    }
  })
  test('is not there in a programme without aims', async () => {
    const programmeId = await site.given.programme({ by: world.coordinator })
    const enrolmentId = await site.given.enrolment({ personId: world.personId, programmeId, by: world.global })
    expect((await site.as(world.global).get(paths.show({ enrolmentId }))).status).toBe(404)
    expect((await site.as(world.coordinator).get(paths.figures({ programmeId }))).status).toBe(404)
  })
})

describe('an aim', () => {
  test('in the person’s words is sealed; the next one says why, and the first stays', async () => {
    const first = { kind: 'participation', words: 'I want to know my neighbours' }
    expect((await site.as(world.training).post(paths.create(of), first)).status).toBe(303)
    const next = { kind: 'pathway', words: 'I want to cook in a school' }
    const wrong = await site.as(world.trainer).post(paths.create(of), next)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('I want to cook in a school')
    const reason = 'She found courage in the workshops'
    expect((await site.as(world.trainer).post(paths.create(of), { ...next, reason })).status).toBe(303)
    const text = await textOf(await site.as(world.global).get(paths.show(of)))
    for (const words of [first.words, next.words, reason, 'Earlier aims']) expect(text).toContain(words)
    const rows = await site.sql<{ words: Buffer }>('select words from aims')
    expect(rows.some((row) => row.words.includes('want'))).toBe(false)
    expect(await site.sql(`select act, field_classes from audit_entries where act = 'aims.add' limit 1`)).toEqual([
      { act: 'aims.add', field_classes: ['follow-up'] },
    ])
  })

  test('that is a dream stands beside it', async () => {
    const dream = { kind: 'pathway', isDream: 'yes', words: 'My own restaurant', way: 'We visit one' }
    await site.as(world.trainer).post(paths.create(of), dream)
    const text = await textOf(await site.as(world.trainer).get(paths.show(of)))
    expect(text).toContain('How it is worked on: We visit one')
    const aim = await site.asActor(world.trainer, (tx) => currentAim(tx, site.vault, world.enrolmentId))
    expect(aim).toMatchObject({ isDream: false, kind: 'pathway' })
    expect(await textOf(await site.as(world.trainer).get(people.show({ personId: world.personId })))).toContain(
      'I want to cook in a school',
    )
  })

  test('noted by the social service reaches a trainer from outside once the person agrees, and can be taken back', async () => {
    const seen = () => site.asActor(world.coTrainer, (tx) => listAims(tx, site.vault, world.enrolmentId))
    expect((await seen()).map(({ side }) => side)).toEqual(['training', 'training'])
    const [{ id: aimId }] = (await site.sql<{ id: string }>(`select id from aims where side = 'social'`)) as [
      { id: string },
    ]
    const share = paths.share({ ...of, aimId })
    expect((await site.as(world.trainer).post(share, { agreed: 'yes' })).status).toBe(403)
    expect((await site.as(world.global).post(share, { agreed: 'yes' })).status).toBe(303)
    expect(await seen()).toHaveLength(3)
    await site.as(world.global).post(share, { agreed: 'no' })
    expect(await seen()).toHaveLength(2)
    const own = (await site.sql<{ id: string }>(`select id from aims where side = 'training' limit 1`))[0]!.id
    expect((await site.as(world.global).post(paths.share({ ...of, aimId: own }), { agreed: 'yes' })).status).toBe(404)
  })

  test('never changes: neither its words nor its kind', async () => {
    const change = site.asActor(world.training, (tx) => tx.updateTable('aims').set({ kind: 'participation' }).execute())
    await expect(change).rejects.toThrow('permission denied')
  })
})

describe('the result against the aim', () => {
  test('is asked for on the first page once the path has ended, and then stands with the aim', async () => {
    await site.sql('update enrolments set ended_on = $2 where id = $1', [world.enrolmentId, testToday])
    expect(await textOf(await site.as(world.training).get(today.today()))).toContain(
      'Results against the aim to record',
    )
    expect(await textOf(await site.as(world.training).get(paths.show(of)))).toContain('The path has ended')
    const early = await site
      .as(world.training)
      .post(paths.result(of), { result: 'reached', resultOn: '2020-01-01', resultWords: 'Kept' })
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('Kept')
    const words = 'She works two days in a canteen'
    const saved = await site.as(world.training).post(paths.result(of), { result: 'partly', resultWords: words })
    expect(saved.status).toBe(303)
    expect(await textOf(await site.as(world.trainer).get(paths.show(of)))).toContain(words)
    expect(await textOf(await site.as(world.training).get(today.today()))).not.toContain('Results against the aim')
  })

  test('is counted by aim for the programme’s coordinator, each person once, without a name', async () => {
    const { enrolmentId } = await world.enrol('Bela')
    await site.as(world.global).post(paths.create({ enrolmentId }), { kind: 'not-disclosed' })
    const counts = await site.asActor(world.coordinator, (tx) => countAims(tx, world.programmeId))
    expect(counts).toEqual(
      expect.arrayContaining([
        { kind: 'pathway', result: 'partly', people: 1 },
        { kind: 'not-disclosed', result: null, people: 1 },
      ]),
    )
    expect(counts).toHaveLength(2)
    const url = paths.figures({ programmeId: world.programmeId })
    const text = await textOf(await site.as(world.coordinator).get(url))
    expect(text).toContain('Each person counts once')
    expect(text).not.toContain('Amina')
    for (const who of [world.office, world.training]) expect((await site.as(who).get(url)).status).toBe(403)
    const stranger = await site.given.staff('coordinator')
    expect((await site.as(stranger).get(url)).status).toBe(403)
    for (const who of [stranger, world.training, world.office])
      expect(await site.asActor(who, (tx) => countAims(tx, world.programmeId))).toEqual([])
  })
})
