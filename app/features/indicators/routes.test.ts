import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, newId, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { sql } from '../../shared/db/database.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as funding } from '../funding/paths.ts'
import { readFile } from '../imports/reading/read-file.ts'
import { paths as people } from '../people/paths.ts'
import { paths as today } from '../today/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: MoveupWorld
let of: { programmeId: string }
let where: { enrolmentId: string }
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  of = { programmeId: world.programmeId }
  where = { enrolmentId: world.enrolmentId }
})
afterAll(() => site.close())

const page = async (who: Parameters<TestSite['as']>[0], url: string) => textOf(await site.as(who).get(url))
const answers = { on: testToday, labour: 'inactive', education: 'isced-0-2', 'third-country': 'yes' }

describe('the social worker', () => {
  test('finds on the first page who is to be asked, notes it, and it is gone', async () => {
    expect(await page(world.global, today.today())).toMatch(/To be noted for the funds.*Amina/)
    const url = paths.ask({ ...where, moment: 'entry' })
    expect(await page(world.global, url)).toMatch(/What is the labour situation\?.*chose not to say/)
    expect((await site.as(world.global).post(url, answers)).status).toBe(303)
    expect(await page(world.global, paths.statuses(where))).toMatch(/Labour situation neither working nor seeking work/)
    expect(await page(world.global, today.today())).not.toContain('To be noted for the funds')
  })
  test('corrects it: the last answer counts, the first stays as history', async () => {
    const url = paths.ask({ ...where, moment: 'entry' })
    await site.as(world.training).post(url, { ...answers, labour: 'employed' })
    const text = await page(world.training, paths.statuses(where))
    expect(text).toMatch(/Labour situation working, self-employed or not/)
    expect(text).toMatch(/answers in all/)
    await site.as(world.training).post(url, answers)
  })
  test.each([
    ['nothing', { on: testToday }, /Answer one question at least/],
    ['a day to come', { ...answers, on: addDays(testToday, 1) }, /in the future/],
    ['an answer that there is not', { ...answers, labour: 'rich' }, /Choose|choose/],
  ])('is told when it is %s', async (_what, typed, reason) => {
    const answer = await site.as(world.global).post(paths.ask({ ...where, moment: 'entry' }), typed)
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toMatch(reason)
  })
  test('does not ask on leaving before somebody left', async () => {
    expect((await site.as(world.global).get(paths.ask({ ...where, moment: 'exit' }))).status).toBe(404)
  })
})

describe('on leaving', () => {
  test('a certificate counts with its issuer, within four weeks, and the card of the person leads there', async () => {
    const { personId, enrolmentId } = await world.enrol('Dalia', 'completed')
    await site.sql('update enrolments set created_on = $2, ended_on = $3 where id = $1', [
      ...[enrolmentId, addDays(testToday, -90), addDays(testToday, -30)],
    ])
    expect(await page(world.global, today.today())).toMatch(/Dalia.*On leaving, overdue since/)
    const card = await (await site.as(world.global).get(people.show({ personId }))).text()
    expect(card).toContain(paths.statuses({ enrolmentId }))
    const exit = paths.ask({ enrolmentId, moment: 'exit' })
    const asked = await page(world.global, exit)
    expect(asked).toMatch(/Did the person gain a certificate/)
    expect(asked).not.toContain('better than at entry')
    const note = (typed: Record<string, string>) =>
      site.as(world.global).post(exit, { on: addDays(testToday, -20), ...typed })
    const without = await note({ qualification: 'yes' })
    expect(without.status).toBe(422)
    expect(await textOf(without)).toMatch(/Say who issued the certificate/)
    const early = await note({ qualification: 'no', on: addDays(testToday, -31) })
    expect(early.status).toBe(422)
    expect((await note({ qualification: 'yes', issuer: 'School' })).status).toBe(303)
    expect(await page(world.global, paths.statuses({ enrolmentId }))).toMatch(/Qualification gained yes, School/)
    expect((await site.as(world.global).get(paths.ask({ enrolmentId, moment: 'later' }))).status).toBe(404)
  })
})

describe('statuses and figures are for nobody else', () => {
  test('strangers find nothing; trainers and the office are refused', async () => {
    const stranger = await site.given.staff('social-worker')
    const other = await site.given.staff('coordinator')
    expect((await site.as().get(paths.statuses(where))).status).toBe(303)
    expect((await site.as(stranger).get(paths.statuses(where))).status).toBe(404)
    expect([403, 404]).toContain((await site.as(other).get(paths.statuses(where))).status)
    for (const who of [world.trainer, world.coTrainer, world.office])
      expect((await site.as(who).get(paths.statuses(where))).status).toBe(403)
    for (const url of [paths.show(of), paths.register(of), paths.people({ ...of, code: 'O.2.3' })]) {
      expect((await site.as().get(url)).status).toBe(303)
      for (const who of [other, world.office, world.global, world.trainer])
        expect([403, 404], `${who.role} ${url}`).toContain((await site.as(who).get(url)).status)
    }
  })
  test('the coordinator reads statuses and does not ask', async () => {
    expect((await site.as(world.coordinator).get(paths.statuses(where))).status).toBe(200)
    expect((await site.as(world.coordinator).post(paths.ask({ ...where, moment: 'entry' }), answers)).status).toBe(403)
    await expect(
      site.asActor(world.coordinator, (tx) =>
        tx
          .insertInto('status_events')
          .values({
            id: newId(),
            enrolment_id: world.enrolmentId,
            person_id: world.personId,
            moment: 'entry',
            kind: 'labour',
            value: 'employed',
            on_date: testToday,
            entered_by: world.coordinator.id,
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
  test('of another programme’s people a coordinator’s database shows no status', async () => {
    const other = await site.given.staff('coordinator')
    await site.given.programme({ by: other, blueprint: 'moveup' })
    const rows = await site.asActor(other, (tx) => tx.selectFrom('status_events').select('id').execute())
    expect(rows).toEqual([])
    const trainer = await site.asActor(world.trainer, (tx) => tx.selectFrom('status_events').select('id').execute())
    expect(trainer).toEqual([])
  })
})

describe('the figures', () => {
  test('count who was there, with the list behind them', async () => {
    expect(await page(world.coordinator, paths.people({ ...of, code: 'O.2.3' }))).toContain('Nobody in this period')
    await site.sql(
      'insert into attendance_marks (key, session_id, person_id, status, marked_by) values ($1, $2, $3, $4, $5)',
      [newId(), world.sessionId, world.personId, 'present', world.trainer.id],
    )
    const list = await page(world.coordinator, paths.people({ ...of, code: 'O.2.3' }))
    expect(list).toMatch(/One person.*Amina/)
    const text = await page(world.coordinator, paths.show(of))
    expect(text).toMatch(/O\.2\.3 Participants supported unverified .*there on one day at least.*? 1 1 0 0 0/)
    expect(text).toMatch(/Not computed .*Not a matter of this programme/)
    // One day only: no participant of the social fund.
    expect(await page(world.coordinator, paths.people({ ...of, code: 'EECO01' }))).toContain('Nobody in this period')
  })
  test('take a mark that was taken back for none', async () => {
    const mark = (status: string, at: string) =>
      site.sql(
        'insert into attendance_marks (key, session_id, person_id, status, marked_by, marked_at) values ($1, $2, $3, $4, $5, $6)',
        [...[newId(), world.sessionId, world.personId, status, world.trainer.id, at]],
      )
    await mark('none', '2099-01-01')
    expect(await page(world.coordinator, paths.people({ ...of, code: 'O.2.3' }))).toContain('Nobody in this period')
    await mark('late', '2099-01-02')
    expect(await page(world.coordinator, paths.people({ ...of, code: 'O.2.3' }))).toContain('One person')
  })
  test('know of the follow-up that somebody applied, and that they were seen, never for what', async () => {
    const [procedure, person] = [newId(), { enrolment_id: world.enrolmentId, person_id: world.personId }]
    const state = (id: string, name: string, on: string) =>
      site.sql(
        `insert into procedure_states (id, procedure_id, enrolment_id, person_id, state, on_date, entered_by, side) values ($1, $2, $3, $4, $5, $6, $7, 'social')`,
        [id, procedure, person.enrolment_id, person.person_id, name, on, world.training.id],
      )
    await site.sql(
      `insert into procedures (id, enrolment_id, person_id, kind, side) values ($1, $2, $3, 'diploma', 'social')`,
      [...[procedure, person.enrolment_id, person.person_id]],
    )
    await state(newId(), 'opened', testToday)
    const whoApplied = () => page(world.coordinator, paths.people({ ...of, code: 'R.2.10' }))
    expect(await whoApplied()).toContain('Nobody in this period')
    await state(newId(), 'sent', testToday)
    expect(await whoApplied()).toMatch(/One person.*Amina/)
    await site.sql(
      `insert into appointments (id, enrolment_id, person_id, kind, on_date, at_time, with_user, state, settled_on, side, planned_by)
       values ($1, $2, $3, 'interview', $4, '09:00', $5, 'held', $4, 'social', $5)`,
      [newId(), person.enrolment_id, person.person_id, testToday, world.training.id],
    )
    expect(await page(world.coordinator, paths.people({ ...of, code: 'O.2.3.3' }))).toContain('One person')
    const facts = (who: typeof world.coordinator) =>
      site.asActor(
        who,
        async (tx) => (await sql`select * from app.interview_facts(${of.programmeId}::uuid)`.execute(tx)).rows,
      )
    expect(await facts(world.coordinator)).toHaveLength(1)
    for (const who of [world.office, world.trainer, await site.given.staff('coordinator')])
      expect(await facts(who)).toEqual([])
  })
  test('about the project are entered by hand', async () => {
    const enter = (value: string) =>
      site.as(world.coordinator).post(paths.people({ ...of, code: 'O.2.2' }), { value, note: 'Two towns' })
    expect((await enter('2')).status).toBe(303)
    expect(await page(world.coordinator, paths.show(of))).toMatch(/O\.2\.2 .*2 Enter a number/)
    const wrong = await enter('-1')
    expect(wrong.status).toBe(422)
    expect((await site.as(world.coordinator).post(paths.people({ ...of, code: 'O.2.3' }), { value: '5' })).status).toBe(
      404,
    )
  })
  test('keep the first entry and overwrite the exit when somebody comes back', async () => {
    const { personId, enrolmentId } = await world.enrol('Bahar', 'dropped')
    await site.sql(`update enrolments set created_on = '2026-01-05', ended_on = '2026-02-05' where id = $1`, [
      enrolmentId,
    ])
    const again = await site.given.enrolment({
      personId,
      programmeId: of.programmeId,
      by: world.global,
      stage: 'completed',
    })
    await site.sql(`update enrolments set created_on = '2026-03-05', ended_on = '2026-06-30' where id = $1`, [again])
    await site.sql(
      'insert into attendance_marks (key, session_id, person_id, status, marked_by) values ($1, $2, $3, $4, $5)',
      [...[newId(), world.sessionId, personId, 'present', world.trainer.id]],
    )
    const { readFacts } = await import('./store.ts')
    const { moveup } = await import('../../blueprints/moveup.ts')
    const facts = await site.asActor(world.coordinator, (tx) => readFacts(tx, of.programmeId, moveup))
    expect(facts.filter((one) => one.personId === personId)).toMatchObject([
      { firstEnrolmentId: enrolmentId, registeredOn: '2026-01-05', leftOn: '2026-06-30', completed: true },
    ])
  })
})

describe('the register', () => {
  test('has exactly the columns of the evidence rule, and leaves the site with a legal basis', async () => {
    expect(await page(world.coordinator, paths.register(of))).toMatch(
      /Identifier Sex Birth date Age band Start End Contact details Outside EU\/EEA Unaccompanied child/,
    )
    const answer = await site.as(world.coordinator).post(funding.disclose(of), {
      ...{ kind: 'register', from: '2026-01-01', to: '2026-12-31', language: 'en', format: 'xlsx' },
      ...{ recipient: 'Fund', basis: 'law', basisWords: 'Regulation (EU) 2021/1147' },
    })
    const workbook = readFile(Buffer.from(await answer.arrayBuffer()), 'x.xlsx')
    if (!workbook.ok) throw new Error(workbook.key)
    const [head, ...rows] = workbook.value.sheets[1]!.rows.map(({ cells }) => cells.map(({ text }) => text))
    expect(head).toEqual([
      ...['Identifier', 'Sex', 'Birth date', 'Age band', 'Start', 'End'],
      ...['Contact details', 'Outside EU/EEA', 'Unaccompanied child'],
    ])
    expect(rows.some((row) => row[1] === 'woman' && row[7] === 'yes')).toBe(true)
    const [audit] = await site.sql<{ classes: string[] }>(
      `select field_classes as classes from audit_entries where act = 'funding.disclose.register'`,
    )
    expect(audit!.classes).toContain('identity')
  })
})
