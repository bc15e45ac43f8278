import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as people } from '../people/paths.ts'
import { paths } from './paths.ts'
import { levelsThenAndNow } from './store.ts'

let site: TestSite
let world: MoveupWorld
let of: { personId: string }
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  of = { personId: world.personId }
})
afterAll(() => site.close())

const sitting = (changes: Record<string, string> = {}) => ({
  language: 'fr',
  moment: 'entry',
  source: 'tested',
  on: addDays(testToday, -100),
  'level.oral-reception': 'A1',
  'level.oral-production': 'A1.1',
  'level.reading': 'alpha-1',
  'level.writing': 'alpha-0',
  ...changes,
})

describe('the page of a person’s languages', () => {
  test('nobody is sent to sign in, a stranger finds nothing, an officer may not', async () => {
    expect((await site.as().get(paths.show(of))).status).toBe(303)
    for (const role of ['social-worker', 'coach', 'coordinator'] as const)
      expect((await site.as(await site.given.staff(role)).get(paths.show(of))).status).toBe(404)
    const officer = await site.given.staff('measures-officer')
    await site.given.mandate(world.personId, officer)
    expect((await site.as(officer).get(paths.show(of))).status).toBe(403)
  })
  test('trainers and social workers write; coordinator and office read', async () => {
    for (const who of [world.coordinator, world.office]) {
      expect((await site.as(who).get(paths.show(of))).status).toBe(200)
      for (const path of [paths.create, paths.schooling, paths.triage])
        expect((await site.as(who).post(path(of), sitting())).status).toBe(403)
    }
    for (const who of [world.trainer, world.coTrainer, world.training])
      expect((await site.as(who).get(paths.create(of))).status).toBe(200)
  })
})

describe('a sitting', () => {
  test('of tomorrow or before the birth comes back with what was typed and the reason beside the field', async () => {
    const future = await site.as(world.trainer).post(paths.create(of), sitting({ on: addDays(testToday, 1) }))
    expect(future.status).toBe(422)
    const html = await future.text()
    expect(html).toContain('A test can’t be dated in the future')
    expect(html).toMatch(/value="alpha-1"[^>]*checked|checked[^>]*value="alpha-1"/)
    await site.sql(`update persons set birth_date = '1990-05-01' where id = $1`, [world.personId])
    const early = await site.as(world.trainer).post(paths.create(of), sitting({ on: '1980-01-01' }))
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('before the person was born')
    expect(await site.sql('select 1 from language_tests')).toEqual([])
  })

  test('stands beside the one before: then and now, with the steps up', async () => {
    expect((await site.as(world.trainer).post(paths.create(of), sitting())).status).toBe(303)
    const again = sitting({ on: '', moment: 'exit', 'level.oral-production': 'A2', 'level.reading': 'alpha-3' })
    const saved = await site.as(world.training).post(paths.create(of), again)
    expect(saved.headers.get('location')).toBe(`${paths.show(of)}#fr`)
    const text = await textOf(await site.as(world.coordinator).get(paths.show(of)))
    expect(text).toContain('2 steps up')
    expect(text).toContain('All 2 assessments')
    expect(text).toContain('by Tom Trainer')
    const levels = await site.asActor(world.training, (tx) => levelsThenAndNow(tx, world.personId, 'fr'))
    expect(levels.map(({ skill, track, steps }) => [skill, track, steps])).toEqual([
      ['oral-reception', 'cefr', 0],
      ['oral-production', 'cefr', 2],
      ['reading', 'alpha', 2],
      ['writing', 'alpha', 0],
    ])
    expect(
      await site.sql(`select act, actor_id, field_classes from audit_entries where act = 'languageTests.add' limit 1`),
    ).toEqual([{ act: 'languageTests.add', actor_id: world.trainer.id, field_classes: ['language'] }])
  })

  test('is on the card of the person’s page, and the list of the group leads to the next', async () => {
    expect(await textOf(await site.as(world.training).get(people.show(of)))).toContain('Speaking: A2')
    const page = await site.as(world.trainer).get(paths.group({ groupId: world.groupId }))
    const html = await page.text()
    expect(html).toContain('data-testid="test-again"')
    expect(html).toContain(`group=${world.groupId}`)
    const back = await site
      .as(world.trainer)
      .post(paths.create(of), { ...sitting({ moment: 'between', on: '' }), group: world.groupId })
    expect(back.headers.get('location')).toBe(paths.group({ groupId: world.groupId }))
    const office = await (await site.as(world.office).get(paths.group({ groupId: world.groupId }))).text()
    expect(office).not.toContain('data-testid="test-again"')
  })

  test('recorded under another name, or on somebody without a mandate, is refused by the database too', async () => {
    const other = await world.enrol('Bela')
    const add = (who: typeof world.trainer, personId: string, by: string) =>
      site.asActor(who, (tx) =>
        tx
          .insertInto('language_tests')
          .values({
            id: crypto.randomUUID(),
            person_id: personId,
            language: 'fr',
            moment: 'entry',
            source: 'tested',
            tested_on: testToday,
            recorded_by: by,
          })
          .execute(),
      )
    await expect(add(world.trainer, world.personId, world.training.id)).rejects.toThrow('row-level security')
    await expect(add(world.trainer, other.personId, world.trainer.id)).rejects.toThrow('row-level security')
    await expect(add(world.coordinator, world.personId, world.coordinator.id)).rejects.toThrow('row-level security')
  })
})

describe('schooling and the kind of course', () => {
  test('a note of the schooling keeps the one before, and tells composing', async () => {
    expect((await site.as(world.trainer).post(paths.schooling(of), {})).status).toBe(422)
    await site.as(world.trainer).post(paths.schooling(of), { years: '2', schooledIn: 'ti', script: 'ethiopic' })
    await site.as(world.training).post(paths.schooling(of), { years: '3', schooledIn: 'ti', reads: 'not-disclosed' })
    const text = await textOf(await site.as(world.trainer).get(paths.show(of)))
    expect(text).toContain('One earlier version')
    expect(text).toContain('not disclosed')
    expect(await site.sql('select schooling from positioning_sheets where person_id = $1', [world.personId])).toEqual([
      { schooling: 'up-to-6' },
    ])
  })

  test('the suggestion is confirmed, or changed with a reason; the words are sealed and not for coordinators', async () => {
    expect(await textOf(await site.as(world.trainer).get(paths.show(of)))).toContain('Suggested: Literacy')
    const wrong = await site.as(world.trainer).post(paths.triage(of), { language: 'fr', decided: 'fle' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Say why you choose something else')
    await site.as(world.trainer).post(paths.triage(of), { language: 'fr', decided: 'alpha' })
    const words = 'Reads her own letters at home'
    const changed = { language: 'fr', decided: 'post-alpha', reason: 'interview', words }
    expect((await site.as(world.trainer).post(paths.triage(of), changed)).status).toBe(303)
    const seen = await textOf(await site.as(world.training).get(paths.show(of)))
    expect(seen).toContain(words)
    expect(seen).toContain('Suggestion confirmed by Tom Trainer')
    const coordinator = await textOf(await site.as(world.coordinator).get(paths.show(of)))
    expect(coordinator).toContain('Post-literacy')
    expect(coordinator).not.toContain(words)
    const [row] = await site.sql<{ words: Buffer }>('select words from language_triage_words')
    expect(row!.words.includes('letters')).toBe(false)
  })
})
