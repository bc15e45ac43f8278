// Who may say who accompanies an enrolment, and what they then see.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, type Staff, type TestSite } from '../../../test/support/site.ts'
import { paths } from './paths.ts'
import { addProfessional, endProfessional, listProfessionals } from './store.ts'

let site: TestSite
let world: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
})
afterAll(() => site.close())

const seesPerson = (who: Staff, personId: string) =>
  site.asActor(who, async (tx) =>
    Boolean(await tx.selectFrom('persons').select('id').where('id', '=', personId).executeTakeFirst()),
  )

test('the referrer brings in a training social worker and a trainer from outside, who then open the file', async () => {
  const { personId, enrolmentId } = await world.enrol('Bilal', 'registered')
  for (const [part, who] of [
    ['training', world.training],
    ['trainer', world.coTrainer],
  ] as const) {
    expect(await seesPerson(who, personId)).toBe(false)
    const id = await site.asActor(world.global, (tx) => addProfessional(tx, { enrolmentId, part, userId: who.id }))
    expect(id).not.toBeNull()
    expect(await seesPerson(who, personId)).toBe(true)
  }
  const listed = await site.asActor(world.training, (tx) => listProfessionals(tx, [enrolmentId]))
  expect(listed.map(({ part, name }) => [part, name])).toEqual([
    ['training', 'Tara Training'],
    ['trainer', 'Cleo Cotrainer'],
  ])
})

test('ending a part shuts the file at once; who has another part keeps it', async () => {
  const { personId, enrolmentId } = await world.enrol('Chadia', 'registered')
  const id = await site.asActor(world.global, (tx) =>
    addProfessional(tx, { enrolmentId, part: 'training', userId: world.training.id }),
  )
  expect(await site.asActor(world.training, (tx) => endProfessional(tx, id!))).toBe(true)
  expect(await seesPerson(world.training, personId)).toBe(false)
})

test('nobody brings themselves in, nor a stranger from an institution that has no part in it', async () => {
  const { personId, enrolmentId } = await world.enrol('Dina', 'registered')
  const stranger = await site.given.staff('social-worker', { institutionId: await site.given.institution() })
  const add = (by: Staff, who: Staff, part = 'training') =>
    site.asActor(by, (tx) => addProfessional(tx, { enrolmentId, part, userId: who.id }))
  expect(await add(stranger, stranger)).toBeNull()
  expect(await add(world.training, world.training)).toBeNull()
  expect(await add(world.office, world.training)).toBeNull()
  expect(await add(world.global, stranger)).toBeNull()
  expect(await add(world.global, world.office)).toBeNull()
  expect(await seesPerson(world.training, personId)).toBe(false)
  expect(await add(world.coordinator, world.training)).not.toBeNull()
  expect(await add(world.coordinator, world.training)).toBeNull()
})

test('three months after the end the file shuts; taken up again it is open without end', async () => {
  const ends = async () =>
    (
      await site.sql<{ to_date: string | null }>(
        `select m.to_date::text from mandates m join enrolment_professionals x on x.id = m.source_id where x.enrolment_id = $1 and x.part = 'training'`,
        [world.enrolmentId],
      )
    )[0]!.to_date
  await site.sql(`update enrolments set ended_on = '2026-03-01' where id = $1`, [world.enrolmentId])
  expect(await ends()).toBe('2026-06-01')
  await site.sql('update enrolments set ended_on = null where id = $1', [world.enrolmentId])
  expect(await ends()).toBeNull()
})

test('somebody follows another in their part in one act: the file opens to the one and shuts for the other', async () => {
  const { personId, enrolmentId } = await world.enrol('Emina', 'registered')
  const second = await site.given.staff('social-worker', { institutionId: world.house, name: 'Theo Training' })
  const id = await site.asActor(world.global, (tx) =>
    addProfessional(tx, { enrolmentId, part: 'training', userId: world.training.id }),
  )
  const post = (who: Staff, part: string, userId: string) =>
    site.as(who).post(paths.list({ enrolmentId }), { part, userId })
  expect((await post(world.global, 'training', second.id)).status).toBe(409)
  expect((await post(world.global, id!, world.coTrainer.id)).status).toBe(409)
  expect((await post(world.global, id!, world.training.id)).status).toBe(409)
  expect(await seesPerson(world.training, personId)).toBe(true)
  const handedOver = await post(world.training, id!, second.id)
  expect([handedOver.status, handedOver.headers.get('location')]).toEqual([303, '/'])
  expect(await seesPerson(world.training, personId)).toBe(false)
  expect(await seesPerson(second, personId)).toBe(true)
  const listed = await site.asActor(second, (tx) => listProfessionals(tx, [enrolmentId]))
  expect(listed.map(({ name, endedOn }) => [name, endedOn === null])).toEqual([
    ['Theo Training', true],
    ['Tara Training', false],
  ])
})
