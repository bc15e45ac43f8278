// Appointments, interview, steps with institutions and situations: who does what, and who reads of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { actionsOf, situationsOf, targetsOf } from '../../data/carnet-de-bord/diagnosis.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as people } from '../people/paths.ts'
import { paths as space } from '../space/paths.ts'
import { paths as today } from '../today/paths.ts'
import { paths } from './paths.ts'
import { listProcedureFacts } from './store/index.ts'

let site: TestSite
let world: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  await site.sql('update enrolment_stages set on_date = $1 where enrolment_id = $2', [
    addDays(testToday, -60),
    world.enrolmentId,
  ])
})
afterAll(() => site.close())

const page = async (who: Staff, url: string) => textOf(await site.as(who).get(url))
const show = () => paths.show({ enrolmentId: world.enrolmentId })
const only = async (table: string) =>
  (await site.sql<{ id: string }>(`select id from ${table} order by created_at desc limit 1`))[0]!.id
const plan = (who: Staff, form: Record<string, string>) =>
  site.as(who).post(paths.plan({ enrolmentId: world.enrolmentId }), {
    kind: 'talk',
    onDate: addDays(testToday, 3),
    atTime: '14:00',
    place: 'Room 4',
    withUser: who.id,
    purpose: 'Secret purpose',
    ...form,
  })
const lastAppointment = async () =>
  (await site.sql<{ id: string }>('select id from appointments order by planned_at desc limit 1'))[0]!.id

test('the follow-up is for social workers and trainers who accompany; strangers find nothing', async () => {
  expect((await site.as().get(show())).status).toBe(303)
  expect((await site.as(await site.given.staff('social-worker')).get(show())).status).toBe(404)
  expect((await site.as(world.coordinator).get(show())).status).toBe(403)
  for (const who of [world.training, world.trainer, world.coTrainer])
    expect((await site.as(who).get(show())).status).toBe(200)
})

describe('an appointment', () => {
  test('that is overdue stands on the first page of who leads the follow-up, until one is planned in time', async () => {
    expect(await page(world.training, today.today())).toContain('Appointment overdue since')
    expect(await page(world.global, today.today())).not.toContain('Appointment overdue since')
    expect((await plan(world.training, {})).status).toBe(303)
    expect(await page(world.training, today.today())).not.toContain('Appointment overdue since')
    expect(await page(world.training, show())).toContain('Secret purpose')
  })
  test('is seen by the house, by a trainer from outside only once the person agrees', async () => {
    expect(await page(world.trainer, show())).toContain('Secret purpose')
    expect(await page(world.coTrainer, show())).not.toContain('Room 4')
    const sharing = paths.sharing({ enrolmentId: world.enrolmentId })
    const id = await lastAppointment()
    expect((await site.as(world.trainer).post(sharing, {})).status).toBe(403)
    expect((await site.as(world.training).post(sharing, { shared: `appointment:${id}` })).status).toBe(303)
    expect(await page(world.coTrainer, show())).toContain('Secret purpose')
    expect((await site.as(world.training).post(sharing, {})).status).toBe(303)
    expect(await page(world.coTrainer, show())).not.toContain('Room 4')
  })
  test('is told to the person with a scanned card: when, where, with whom, never what about', async () => {
    const card = await site.given.card({ personId: world.personId, by: world.trainer, level: 'token' })
    const text = await textOf(await site.as(card).get(paths.mine()))
    expect(text).toContain('Room 4')
    expect(text).toContain('Tara Training')
    expect(text).not.toContain('Secret purpose')
    expect(await textOf(await site.as(card).get(space.home()))).toContain('Mes rendez-vous')
  })
  test('is settled by its own side once the day has come, and plans the next one', async () => {
    const result = paths.result({ appointmentId: await lastAppointment() })
    expect((await site.as(world.trainer).post(result, { state: 'cancelled' })).status).toBe(403)
    expect((await site.as(world.training).post(result, { state: 'held' })).status).toBe(409)
    const next = { nextDate: addDays(testToday, 20), nextTime: '9 o’clock' }
    expect((await site.as(world.training).post(result, { state: 'cancelled', ...next })).status).toBe(422)
    const saved = await site.as(world.training).post(result, { state: 'cancelled', ...next, nextTime: '09:00' })
    expect(saved.status).toBe(303)
    expect(await page(world.training, show())).toContain('13 December')
  })
  test('with an unknown host, time or day comes back', async () => {
    const wrongs: Record<string, string>[] = [{ withUser: world.coTrainer.id }, { atTime: '25:00' }, { onDate: '' }]
    for (const wrong of wrongs) expect((await plan(world.training, wrong)).status).toBe(422)
  })
})

test('the quarterly interview is kept in versions, sealed, and counts as held', async () => {
  expect((await plan(world.training, { kind: 'interview', onDate: testToday })).status).toBe(303)
  const appointmentId = await lastAppointment()
  const url = paths.interview({ appointmentId })
  expect((await site.as(world.training).get(url)).status).toBe(200)
  const post = (form: Record<string, string>) => site.as(world.training).post(url, { heldOn: testToday, ...form })
  expect((await post({})).status).toBe(422)
  expect((await post({ 'point.how': '3', 'words.obstacles': 'No childcare', 'silent.aim': 'yes' })).status).toBe(303)
  expect((await post({ 'point.how': '4' })).status).toBe(303)
  const text = await page(world.training, paths.appointment({ appointmentId }))
  expect(text).toContain('version 2')
  expect(text).toContain('No childcare')
  const [row] = await site.sql<{ answers: Buffer }>('select answers from interviews limit 1')
  expect(row!.answers.includes('childcare')).toBe(false)
  const stable = paths.stability({ enrolmentId: world.enrolmentId })
  expect((await site.as(world.trainer).post(stable, { stable: 'yes' })).status).toBe(403)
  expect((await site.as(world.training).post(stable, { stable: 'yes' })).status).toBe(303)
  // Three calendar months after today, 23 November.
  expect(await page(world.training, people.show({ personId: world.personId }))).toContain('due on 23/02/2027')
})

test('whether things are stable is read from outside only as long as the person agrees', async () => {
  const sharing = paths.sharing({ enrolmentId: world.enrolmentId })
  const id = await only('stability_statements')
  expect(await page(world.coTrainer, show())).not.toContain('Things are stable')
  expect((await site.as(world.training).post(sharing, { shared: `stability:${id}` })).status).toBe(303)
  expect(await page(world.coTrainer, show())).toContain('Things are stable')
  expect((await site.as(world.training).post(sharing, {})).status).toBe(303)
  expect(await page(world.coTrainer, show())).not.toContain('Things are stable')
})

test('a step with an institution has dated states and stands on the first page when overdue', async () => {
  const url = paths.newProcedure({ enrolmentId: world.enrolmentId })
  const form = { kind: 'diploma', institution: 'Diploma office', onDate: addDays(testToday, -20) }
  expect((await site.as(world.training).post(url, { ...form, kind: 'no-such-kind' })).status).toBe(422)
  expect((await site.as(world.training).post(url, { ...form, dueOn: addDays(testToday, -1) })).status).toBe(303)
  const procedureId = await only('procedures')
  expect(await page(world.training, today.today())).toContain('Step, due on 22/11/2026')
  const move = (state: string, onDate = testToday) =>
    site.as(world.training).post(paths.procedure({ procedureId }), { state, onDate, words: 'Recognised' })
  expect((await move('granted', addDays(testToday, -21))).status).toBe(409)
  expect((await site.as(world.trainer).post(paths.procedure({ procedureId }), { state: 'sent' })).status).toBe(403)
  expect((await move('granted')).status).toBe(303)
  expect((await move('sent')).status).toBe(409)
  expect(await page(world.training, today.today())).not.toContain('Step, due on')
  const facts = (who: Staff) => site.asActor(who, (tx) => listProcedureFacts(tx, world.programmeId))
  expect((await facts(world.coordinator)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'diploma opened',
    'diploma granted',
  ])
  expect(await facts(await site.given.staff('coordinator'))).toEqual([])
})

test('a situation keeps who noted and who settled it; what is not disclosed waits for nothing', async () => {
  const url = paths.situations({ enrolmentId: world.enrolmentId })
  const [housing] = situationsOf('logement')
  const note = (who: Staff, form: Record<string, string | string[]>) =>
    site.as(who).post(url, { theme: 'logement', ...form })
  expect((await note(world.trainer, {})).status).toBe(422)
  expect((await note(world.trainer, { situations: housing!.code })).status).toBe(303)
  const situationId = await only('situations')
  expect((await site.as(world.training).get(`${url}?theme=logement`)).status).toBe(200)
  expect((await site.as(world.training).get(url)).status).toBe(200)
  const aims = paths.aims({ situationId })
  expect((await site.as(world.training).post(aims, {})).status).toBe(422)
  const chosen = { targets: targetsOf('logement')[0]!.code, actions: actionsOf('logement')[0]!.code }
  expect((await site.as(world.training).post(aims, { ...chosen, dueOn: addDays(testToday, -1) })).status).toBe(303)
  expect(await page(world.training, today.today())).toContain('Target or action, due on')
  const aimId = await only('situation_aims')
  const outcome = paths.aimOutcome({ situationId, aimId })
  expect((await site.as(world.training).post(outcome, { outcome: 'done' })).status).toBe(303)
  expect((await site.as(world.training).post(outcome, { outcome: 'done' })).status).toBe(404)
  expect((await site.as(world.training).post(paths.settlement({ situationId }), {})).status).toBe(303)
  const text = await page(world.trainer, paths.situation({ situationId }))
  expect(text).toContain('by Tom Trainer')
  expect(text).toContain('by Tara Training')
  expect((await note(world.training, { situations: 'not-disclosed' })).status).toBe(303)
  expect(await page(world.training, show())).toContain('No open situation')
  expect((await note(world.training, { words: 'Own words here' })).status).toBe(303)
  expect(await page(world.training, show())).toContain('Own words here')
})
