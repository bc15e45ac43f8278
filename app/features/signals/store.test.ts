// Who sees a signal, what became of it and the words beside it; said by the database alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, newId, type Staff, type TestSite, testToday } from '../../../test/support/site.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import {
  countByTheme,
  findSignal,
  listSettlers,
  listSignals,
  saveReceipt,
  saveSignal,
  saveStep,
  saveWords,
} from './store.ts'

let site: TestSite
let world: MoveupWorld
let trainee: Staff
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  trainee = await site.given.staff('trainee', { institutionId: world.house })
  await site.given.mandate(world.personId, trainee, { purpose: 'group', sourceId: world.groupId })
})
afterAll(() => site.close())

const as = <T>(who: Staff, work: (by: Parameters<typeof saveSignal>[0]) => Promise<T>): Promise<T> =>
  site.asActor(who, (tx, actor) => work({ tx, vault: site.vault, actor: actor as StaffActor, today: testToday }))

const note = (who: Staff, over: Partial<Parameters<typeof saveSignal>[1]> = {}) => {
  const id = newId()
  const { enrolmentId, personId, sessionId } = world
  const signal = {
    id,
    enrolmentId,
    personId,
    sessionId,
    theme: 'childcare',
    urgency: 'week',
    body: 'Crèche shut',
    dueOn: testToday,
  }
  return as(who, async (by) => ((await saveSignal(by, { ...signal, ...over })) ? (over.id ?? id) : null))
}
const find = (who: Staff, id: string) => site.asActor(who, (tx) => findSignal(tx, site.vault, id))
const wordsOf = async (who: Staff, id: string) =>
  (await find(who, id))?.words.map(({ text }) => (text.state === 'open' ? text.text : text.state))

describe('a signal of the co-trainer from outside', () => {
  test('is seen by everybody with a mandate and the class, and by nobody else', async () => {
    const id = (await note(world.coTrainer))!
    for (const who of [world.global, world.employment, world.training, world.trainer, world.coTrainer])
      expect((await find(who, id))?.body).toEqual({ state: 'open', text: 'Crèche shut' })
    const stranger = await site.given.staff('coach')
    for (const who of [world.coordinator, world.office, trainee, stranger]) expect(await find(who, id)).toBeUndefined()
    await as(world.training, async (by) =>
      saveStep(by, (await findSignal(by.tx, by.vault, id))!, { kind: 'accepted', to: null, words: null }),
    )
    expect((await find(world.coTrainer, id))?.state).toBe('accepted')
  })
  test('tells them the answer addressed to them, and not what social workers say to one another', async () => {
    const id = (await note(world.coTrainer))!
    await as(world.training, async (by) => {
      const one = (await findSignal(by.tx, by.vault, id))!
      await saveStep(by, one, { kind: 'passed-on', to: world.global.id, words: 'She has debts' })
    })
    await as(world.global, async (by) => {
      const one = (await findSignal(by.tx, by.vault, id))!
      await saveStep(by, one, { kind: 'settled', to: null, words: 'A place from Monday' })
    })
    expect(await wordsOf(world.coTrainer, id)).toEqual(['A place from Monday'])
    expect((await find(world.coTrainer, id))?.steps.map(({ kind, by }) => [kind, by])).toEqual([
      ['passed-on', world.training.id],
      ['settled', world.global.id],
    ])
    expect(await wordsOf(world.employment, id)).toEqual(['She has debts', 'A place from Monday'])
    expect(await wordsOf(world.trainer, id)).toEqual(['She has debts', 'A place from Monday'])
    // Another trainer from outside, to whom nothing is addressed.
    const other = await site.given.staff('coach', { institutionId: world.association })
    await site.given.mandate(world.personId, other, { purpose: 'group', sourceId: world.groupId })
    expect((await find(other, id))?.state).toBe('settled')
    expect(await wordsOf(other, id)).toEqual([])
  })
  test('sent twice counts once and keeps its words', async () => {
    const id = newId()
    expect(await note(world.coTrainer, { id })).toBe(id)
    expect(await note(world.coTrainer, { id, body: 'other words' })).toBeNull()
    expect((await find(world.trainer, id))?.body).toEqual({ state: 'open', text: 'Crèche shut' })
  })
  test('is sealed in the database', async () => {
    const rows = await site.sql<{ body: Buffer }>('select body from signals union all select body from signal_words')
    for (const { body } of rows)
      expect(body.includes('Crèche') || body.includes('debts') || body.includes('Monday')).toBe(false)
  })
})

describe('a trainee', () => {
  test('notes one, sees what became of it and what is said to them, and no other', async () => {
    const id = (await note(trainee))!
    await as(world.training, async (by) => {
      const one = (await findSignal(by.tx, by.vault, id))!
      await saveStep(by, one, { kind: 'accepted', to: null, words: 'Thank you' })
      await saveWords(by, one, { words: 'Not for you', to: world.global.id })
    })
    expect((await find(trainee, id))?.state).toBe('accepted')
    expect(await wordsOf(trainee, id)).toEqual(['Thank you'])
    await as(trainee, async (by) => {
      const one = (await findSignal(by.tx, by.vault, id))!
      await saveWords(by, one, { words: 'Good', to: world.training.id })
      await saveReceipt(by, one)
    })
    expect(
      (await site.asActor(trainee, (tx) => listSignals(tx, site.vault, world.personId))).map((one) => one.id),
    ).toEqual([id])
    expect(await wordsOf(world.training, id)).toEqual(['Thank you', 'Not for you', 'Good'])
  })
  test('writes nothing on the signals of others and settles none', async () => {
    const id = (await note(world.trainer))!
    const other = (await find(world.trainer, id))!
    await expect(as(trainee, (by) => saveWords(by, other, { words: 'x', to: null }))).rejects.toThrow(
      /row-level security/,
    )
    await expect(as(trainee, (by) => saveReceipt(by, other))).rejects.toThrow(/row-level security/)
    await expect(as(trainee, (by) => saveStep(by, other, { kind: 'accepted', to: null, words: null }))).rejects.toThrow(
      /row-level security/,
    )
  })
})

test('nobody notes without a mandate, for somebody else, or with the enrolment of another person', async () => {
  const { personId, enrolmentId } = await world.enrol('Zohra')
  await expect(note(world.trainer, { personId, enrolmentId })).rejects.toThrow(/row-level security/)
  await expect(note(world.trainer, { enrolmentId })).rejects.toThrow(/row-level security/)
  await expect(note(world.coordinator)).rejects.toThrow(/row-level security/)
  await expect(note(world.training)).rejects.toThrow(/row-level security/)
})

test('a mandate that ends takes the signals along', async () => {
  const { personId, enrolmentId } = await world.enrol('Yara')
  await world.accompany(enrolmentId, personId, 'trainer', world.trainer)
  const id = (await note(world.trainer, { personId, enrolmentId, sessionId: null }))!
  expect(await find(world.trainer, id)).toBeDefined()
  await site.sql('update mandates set revoked_at = now() where person_id = $1 and professional_id = $2', [
    personId,
    world.trainer.id,
  ])
  expect(await find(world.trainer, id)).toBeUndefined()
})

test('who could settle something: those who accompany now, and the referrer while the file is open to them', async () => {
  const { personId, enrolmentId } = await world.enrol('Wafa')
  await site.given.mandate(personId, world.trainer, { purpose: 'group' })
  const who = async () =>
    (await site.asActor(world.trainer, (tx) => listSettlers(tx, [enrolmentId]))).map(({ name, part }) => [name, part])
  expect(await who()).toEqual([['Gita Global', null]])
  await world.accompany(enrolmentId, personId, 'training', world.training)
  expect(await who()).toEqual([
    ['Tara Training', 'training'],
    ['Gita Global', null],
  ])
  await site.sql('update mandates set revoked_at = now() where person_id = $1 and professional_id = $2', [
    personId,
    world.global.id,
  ])
  await site.sql('update enrolment_professionals set ended_on = $2 where enrolment_id = $1', [enrolmentId, testToday])
  expect(await who()).toEqual([])
})

describe('counts by theme', () => {
  const half = '2026-07-01'
  const counts = async (who: Staff, programmeId = world.programmeId, from = half) =>
    new Map(
      (await site.asActor(who, (tx) => countByTheme(tx, programmeId, from))).map(({ theme, ...row }) => [theme, row]),
    )
  test('tell a coordinator how many, where they stand and how long they take, from five people on', async () => {
    const noted: { id: string; personId: string }[] = []
    for (const firstName of ['A', 'B', 'C', 'D', 'E', 'F']) {
      const { personId, enrolmentId } = await world.enrol(firstName)
      await world.accompany(enrolmentId, personId, 'trainer', world.trainer)
      const more = { personId, enrolmentId, sessionId: null }
      noted.push({ id: (await note(world.trainer, { ...more, theme: 'money' }))!, personId })
      await note(world.trainer, { ...more, theme: 'housing' })
    }
    const none = { accepted: 0, passedOn: 0, settled: 0, medianDays: null }
    expect((await counts(world.coordinator)).get('money')).toEqual({ signals: 6, noted: 6, ...none })
    // Many signals of one person are still one person.
    expect((await counts(world.coordinator)).get('childcare')?.signals).toBeNull()
    const settle = ({ id, personId }: { id: string; personId: string }) =>
      site.sql(
        `insert into signal_steps (id, signal_id, person_id, number, kind, on_date, by_user) values ($1, $2, $3, 1, 'settled', $4::date + 3, $5)`,
        [newId(), id, personId, testToday, world.global.id],
      )
    await settle(noted[0]!)
    // One of six settled would tell who: the total stays, its states do not.
    const hidden = { noted: null, accepted: null, passedOn: null, settled: null, medianDays: null }
    expect((await counts(world.coordinator)).get('money')).toEqual({ signals: 6, ...hidden })
    for (const one of noted.slice(1)) await settle(one)
    expect((await counts(world.coordinator)).get('money')).toEqual({
      ...{ signals: 6, noted: 0, accepted: 0, passedOn: 0, settled: 6, medianDays: 3 },
    })
  })
  test('tell nobody else anything, and only of half years', async () => {
    const elsewhere = await site.given.staff('coordinator')
    for (const who of [world.office, world.trainer, world.global, elsewhere]) expect((await counts(who)).size).toBe(0)
    for (const from of ['2026-07-02', '2026-08-01', '2026-04-01'])
      expect((await counts(world.coordinator, world.programmeId, from)).size).toBe(0)
    expect((await counts(world.coordinator, world.programmeId, '2026-01-01')).size).toBe(0)
    const seen = await site.asActor(world.coordinator, (tx) => tx.selectFrom('signals').select('id').execute())
    expect(seen).toEqual([])
  })
})
