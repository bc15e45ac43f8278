// The shared follow-up at its borders: what one side, an outside trainer or a card could do with a right meant for something else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as aims } from '../../app/features/aims/paths.ts'
import { paths as orientation } from '../../app/features/orientation/paths.ts'
import { addProfessional, endProfessional } from '../../app/features/professionals/store.ts'
import { sql, type Tx } from '../../app/shared/db/database.ts'
import { addDays } from '../../app/shared/time/dates.ts'
import { givenMoveup, type MoveupWorld } from '../support/moveup-world.ts'
import { createTestSite, newId, type Signed, type Staff, type TestSite, testToday } from '../support/site.ts'

let site: TestSite
let world: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
})
afterAll(() => site.close())

const words = Buffer.from('sealed')
const of = () => ({ enrolment_id: world.enrolmentId, person_id: world.personId })
const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
  const full = table.endsWith('_words') ? row : { id: newId(), ...row }
  const names = Object.keys(full)
  await site.sql(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(full),
  )
  return String((full as { id?: string }).id)
}
/** How many rows somebody's statement touched, 0 also where it was refused. Without a condition, no select policy helps. */
const touched = (who: Signed, work: (tx: Tx) => Promise<{ numAffectedRows?: bigint }>): Promise<number> =>
  site
    .asActor(who, async (tx) => Number((await work(tx)).numAffectedRows ?? 0n))
    .catch((error: { code: string }) => {
      expect(error).toMatchObject({ code: '42501' })
      return 0
    })
const updated = (who: Signed, table: string, set: string) =>
  touched(who, (tx) => sql`update ${sql.table(table)} set ${sql.raw(set)}`.execute(tx))
const seen = (who: Signed, table: string) =>
  site.asActor(
    who,
    async (tx) =>
      (await sql`select 1 from ${sql.table(table)} where person_id = ${world.personId}::uuid`.execute(tx)).rows.length,
  )
const today = `'${testToday}'`

/** One row of each kind, recorded by the social side and not shared. */
async function givenSocial() {
  const side = { ...of(), side: 'social' }
  const stepId = await insert('orientation_steps', {
    ...of(),
    position: Math.floor(Math.random() * 1e9),
    state: 'at-step',
    step: 'review',
    from_date: testToday,
    move: 'pass',
    ended_on: testToday,
    ended_by: world.training.id,
  })
  const findingId = await insert('orientation_findings', {
    ...side,
    step_id: stepId,
    words,
    written_by: world.training.id,
    written_on: testToday,
  })
  const situationId = await insert('situations', {
    ...side,
    theme: 'logement',
    words,
    noted_on: testToday,
    noted_by: world.training.id,
  })
  const aim = { ...of(), situation_id: situationId, kind: 'action', chosen_on: testToday }
  await insert('situation_aims', { ...aim, side: 'social', code: 'social', chosen_by: world.training.id })
  return { stepId, findingId, situationId, aim }
}

describe('what the social service recorded and the person did not agree to share', () => {
  test('is not shared by a trainer, of the house or from outside', async () => {
    await givenSocial()
    for (const who of [world.coTrainer, world.trainer])
      expect(await updated(who, 'orientation_findings', `shared_on = ${today}`)).toBe(0)
    expect(await seen(world.coTrainer, 'orientation_findings')).toBe(0)
    expect(await updated(world.training, 'orientation_findings', `shared_on = ${today}`)).toBeGreaterThan(0)
  })
  test('is not settled by a trainer who may not see it, and by one of the house in their own name', async () => {
    await givenSocial()
    const settle = (by: Staff) => `settled_on = ${today}, settled_by = '${by.id}'`
    const end = (by: Staff) => `outcome = 'dropped', outcome_on = ${today}, outcome_by = '${by.id}'`
    expect(await updated(world.coTrainer, 'situations', settle(world.coTrainer))).toBe(0)
    expect(await updated(world.coTrainer, 'situation_aims', end(world.coTrainer))).toBe(0)
    expect(await updated(world.trainer, 'situations', settle(world.global))).toBe(0)
    expect(await updated(world.trainer, 'situation_aims', end(world.global))).toBe(0)
    expect(await updated(world.trainer, 'situations', settle(world.trainer))).toBeGreaterThan(0)
    expect(await updated(world.trainer, 'situation_aims', end(world.trainer))).toBeGreaterThan(0)
  })
  test('is not told by the target that a trainer of the house chose for it', async () => {
    const { aim } = await givenSocial()
    await insert('situation_aims', { ...aim, side: 'training', code: 'told', chosen_by: world.trainer.id })
    expect(await seen(world.trainer, 'situation_aims')).toBeGreaterThan(0)
    expect(await seen(world.coTrainer, 'situation_aims')).toBe(0)
  })
  test('whether somebody is of the target group, is read by the house; a trainer from outside reads what trainers noted', async () => {
    const criterion = { person_id: world.personId, programme_id: world.programmeId, answer: 'met', noted_on: testToday }
    await insert('target_criteria', { ...criterion, criterion: 'third-country', noted_by: world.global.id })
    const trainee = await site.given.staff('trainee', { institutionId: world.association })
    await site.given.mandate(world.personId, trainee, { purpose: 'group' })
    expect(await seen(world.coTrainer, 'target_criteria')).toBe(0)
    expect(await seen(trainee, 'target_criteria')).toBe(0)
    await insert('target_criteria', { ...criterion, criterion: 'adult', noted_by: world.trainer.id })
    expect(await seen(world.coTrainer, 'target_criteria')).toBe(1)
    for (const who of [world.trainer, world.training, world.coordinator])
      expect(await seen(who, 'target_criteria')).toBe(2)
  })
})

test('what hangs on a row of somebody is about the same person, and in the name of who writes it', async () => {
  const { situationId } = await givenSocial()
  const other = await world.enrol('Bilal', 'registered')
  const add = (row: Record<string, unknown>) =>
    touched(world.global, (tx) =>
      tx
        .insertInto('situation_aims')
        .values({
          id: newId(),
          situation_id: situationId,
          ...of(),
          kind: 'action',
          code: 'x',
          chosen_on: testToday,
          chosen_by: world.global.id,
          side: 'social',
          ...row,
        })
        .executeTakeFirst()
        .then((result) => ({ numAffectedRows: result.numInsertedOrUpdatedRows ?? 0n })),
    )
  expect(await add({})).toBe(1)
  expect(await add({ chosen_by: world.training.id })).toBe(0)
  expect(await add({ person_id: other.personId, enrolment_id: other.enrolmentId })).toBe(0)
  const appoint = (row: Record<string, unknown>) =>
    touched(world.global, (tx) =>
      tx
        .insertInto('appointments')
        .values({
          id: newId(),
          ...of(),
          kind: 'talk',
          on_date: testToday,
          at_time: '10:00',
          with_user: world.global.id,
          planned_by: world.global.id,
          side: 'social',
          ...row,
        })
        .executeTakeFirst()
        .then((result) => ({ numAffectedRows: result.numInsertedOrUpdatedRows ?? 0n })),
    )
  expect(await appoint({})).toBe(1)
  expect(await appoint({ planned_by: world.training.id })).toBe(0)
  expect(await appoint({ enrolment_id: other.enrolmentId })).toBe(0)
})

test('an aim is shared on its own enrolment’s page alone: the record names the person it is about', async () => {
  const other = await world.enrol('Chadia', 'registered')
  const aimId = await insert('aims', {
    ...of(),
    side: 'social',
    kind: 'participation',
    noted_on: testToday,
    noted_by: world.global.id,
  })
  const share = (enrolmentId: string) =>
    site.as(world.global).post(aims.share({ enrolmentId, aimId }), { agreed: 'yes' })
  expect((await share(other.enrolmentId)).status).toBe(404)
  expect(await site.sql('select shared_on from aims where id = $1', [aimId])).toEqual([{ shared_on: null }])
  expect((await share(world.enrolmentId)).status).toBe(303)
})

test('what was just done is told without the person’s name, which would stay in the browser', async () => {
  const personId = await site.given.person({ by: world.global, firstName: 'Zubaida' })
  const listing = { programmeId: world.programmeId, year: '2026' }
  const response = await site.as(world.global).post(orientation.list({ personId }), listing)
  expect(response.status).toBe(303)
  const [, said] = /say=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')!
  const told = Buffer.from(said!, 'base64url').toString()
  expect(told).toContain('orientation.list.done')
  expect(told).not.toContain('Zubaida')
  await site.sql('delete from candidates where person_id = $1', [personId])
})

describe('the list of possible participants', () => {
  const listed = async (more: Record<string, unknown> = {}) => {
    const personId = await site.given.person({ by: world.global, firstName: 'Dina' })
    const id = await insert('candidates', {
      person_id: personId,
      programme_id: world.programmeId,
      year: 2026,
      institution_id: world.house,
      listed_on: testToday,
      listed_by: world.global.id,
      ...more,
    })
    return { personId, id }
  }
  const sees = (who: Staff, personId: string) =>
    site.asActor(who, async (tx) =>
      Boolean(await tx.selectFrom('persons').select('id').where('id', '=', personId).executeTakeFirst()),
    )
  test('opens a person to its coordinator while they are listed; who was set aside is not listed again behind their back', async () => {
    const { personId, id } = await listed()
    const stranger = await site.given.staff('coordinator', { institutionId: world.house })
    expect(await sees(stranger, personId)).toBe(false)
    expect(await sees(world.coordinator, personId)).toBe(true)
    await site.sql(`update candidates set outcome = 'set-aside', reason = 'other', closed_on = $2 where id = $1`, [
      id,
      testToday,
    ])
    expect(await sees(world.coordinator, personId)).toBe(false)
    const reopen = 'outcome = null, reason = null, closed_on = null, closed_by = null'
    expect(await updated(world.coordinator, 'candidates', reopen)).toBe(0)
    expect(await sees(world.coordinator, personId)).toBe(false)
  })
  test('is settled by coordinators and social workers in their own name, not by trainers and trainees', async () => {
    const { personId } = await listed()
    const trainee = await site.given.staff('trainee', { institutionId: world.house })
    for (const who of [trainee, world.trainer]) {
      await site.given.mandate(personId, who, { purpose: 'group' })
      const aside = `outcome = 'set-aside', reason = 'other', closed_on = ${today}, closed_by = '${who.id}'`
      expect(await updated(who, 'candidates', aside)).toBe(0)
    }
    const aside = (by: Staff) => `outcome = 'set-aside', reason = 'other', closed_on = ${today}, closed_by = '${by.id}'`
    expect(await updated(world.coordinator, 'candidates', aside(world.global))).toBe(0)
    expect(await updated(world.coordinator, 'candidates', aside(world.coordinator))).toBeGreaterThan(0)
  })
})

test('the way somebody came is not written over: a step that ended stays so, a trainee moves nobody', async () => {
  const { enrolmentId, personId } = await world.enrol('Ernest', 'registered')
  const trainee = await site.given.staff('trainee', { institutionId: world.house })
  await site.given.mandate(personId, trainee, { purpose: 'group' })
  const row = { enrolment_id: enrolmentId, person_id: personId, state: 'at-step', from_date: testToday }
  const ended = { move: 'pass', ended_on: testToday, ended_by: world.global.id }
  const past = await insert('orientation_steps', { ...row, position: 0, step: 'registration', ...ended })
  const now = await insert('orientation_steps', { ...row, position: 1, step: 'review' })
  const change = (who: Staff, id: string, by: Staff) =>
    touched(who, (tx) =>
      tx
        .updateTable('orientation_steps')
        .set({ move: 'refuse', ended_on: testToday, ended_by: by.id })
        .where('id', '=', id)
        .executeTakeFirst()
        .then((result) => ({ numAffectedRows: result.numUpdatedRows })),
    )
  expect(await change(world.coordinator, past, world.coordinator)).toBe(0)
  expect(await change(trainee, now, trainee)).toBe(0)
  expect(await change(world.coordinator, now, world.global)).toBe(0)
  expect(await change(world.coordinator, now, world.coordinator)).toBe(1)
})

describe('who accompanies an enrolment', () => {
  const add = (by: Staff, enrolmentId: string, who: Staff, part: string) =>
    site.asActor(by, (tx) => addProfessional(tx, { enrolmentId, part, userId: who.id }))
  test('a mandate until a day brings nobody in for longer, oneself neither; also when the enrolment ends', async () => {
    const { personId, enrolmentId } = await world.enrol('Farid', 'registered')
    const until = addDays(testToday, 7)
    await site.given.mandate(personId, world.employment, { to: until, purpose: 'colleague' })
    expect(await add(world.employment, enrolmentId, world.employment, 'employment')).not.toBeNull()
    expect(await add(world.employment, enrolmentId, world.training, 'training')).not.toBeNull()
    const ends = () =>
      site.sql(`select to_date::text from mandates where person_id = $1 and purpose = 'follow-up'`, [personId])
    expect(await ends()).toEqual([{ to_date: until }, { to_date: until }])
    await site.sql('update enrolments set ended_on = $2 where id = $1', [enrolmentId, testToday])
    expect(await ends()).toEqual([{ to_date: until }, { to_date: until }])
    await site.sql('update enrolments set ended_on = null where id = $1', [enrolmentId])
    expect(await ends()).toEqual([{ to_date: until }, { to_date: until }])
  })
  test('a trainer names and ends trainers, not the social workers', async () => {
    const { enrolmentId } = await world.enrol('Gül', 'registered')
    expect(await add(world.global, enrolmentId, world.coTrainer, 'trainer')).not.toBeNull()
    const training = await add(world.global, enrolmentId, world.training, 'training')
    expect(await add(world.coTrainer, enrolmentId, world.employment, 'employment')).toBeNull()
    expect(await site.asActor(world.coTrainer, (tx) => endProfessional(tx, training!))).toBe(false)
    const trainer = await add(world.coTrainer, enrolmentId, world.trainer, 'trainer')
    expect(trainer).not.toBeNull()
    expect(await site.asActor(world.coTrainer, (tx) => endProfessional(tx, trainer!))).toBe(true)
    expect(await site.asActor(world.global, (tx) => endProfessional(tx, training!))).toBe(true)
  })
})

test('steps with institutions, person by person, are told to coordinators and not to the office', async () => {
  const procedureId = await insert('procedures', { ...of(), kind: 'diploma', side: 'social' })
  await insert('procedure_states', {
    ...of(),
    procedure_id: procedureId,
    state: 'opened',
    on_date: testToday,
    entered_by: world.global.id,
    side: 'social',
  })
  const facts = (who: Staff) =>
    site.asActor(
      who,
      async (tx) => (await sql`select * from app.procedure_facts(${world.programmeId}::uuid)`.execute(tx)).rows.length,
    )
  expect(await facts(world.coordinator)).toBe(1)
  for (const who of [world.office, world.global, world.coTrainer]) expect(await facts(who)).toBe(0)
})

test('a card that was only scanned shows nothing of the way in nor who received the report', async () => {
  const { personId, enrolmentId } = await world.enrol('Hana', 'registered')
  const row = { person_id: personId, programme_id: world.programmeId }
  await insert('target_criteria', {
    ...row,
    criterion: 'adult',
    answer: 'met',
    noted_by: world.global.id,
    noted_on: testToday,
  })
  await insert('candidates', {
    ...row,
    year: 2026,
    institution_id: world.house,
    listed_on: testToday,
    listed_by: world.global.id,
  })
  await insert('orientation_steps', {
    enrolment_id: enrolmentId,
    person_id: personId,
    position: 0,
    state: 'refused',
    step: 'review',
    from_date: testToday,
  })
  const count = (card: Signed) =>
    site.asActor(
      card,
      async (tx) =>
        (
          await sql`select person_id from target_criteria union all select person_id from candidates
            union all select person_id from orientation_steps union all select person_id from orientation_receipts
            union all select person_id from final_report_recipients`.execute(tx)
        ).rows.length,
    )
  const scanned = await site.given.card({ personId, by: world.global, level: 'token' })
  expect(await count(scanned)).toBe(0)
  await site.sql('update cards set revoked_at = now() where person_id = $1', [personId])
  expect(await count(await site.given.card({ personId, by: world.global, level: 'pin' }))).toBe(3)
})
