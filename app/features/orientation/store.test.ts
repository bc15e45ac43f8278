// The chain against the database: how it begins, what follows, and who learns what of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, type Staff, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { addDays } from '../../shared/time/dates.ts'
import { paths as referrals } from '../referrals/paths.ts'
import { readCriteria } from './criteria.store.ts'
import { paths } from './paths.ts'
import { readPath } from './store.ts'

let site: TestSite
let world: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site, { stage: 'registered' })
})
afterAll(() => site.close())

const open = async (who: Staff, enrolmentId: string) => {
  const response = await site.as(who).get(paths.show({ enrolmentId }))
  return { status: response.status, text: await textOf(response) }
}
const post = (who: Staff, url: string, form: Record<string, string> = {}) => site.as(who).post(url, form)
const pathOf = async (enrolmentId: string) =>
  (await site.asActor(world.global, (tx) => readPath(tx, enrolmentId))).map((s) => [s.step, s.state, s.result])

const referred = async (firstName: string) => {
  const personId = await site.given.person({ by: world.global, firstName })
  const response = await post(world.global, referrals.refer({ personId }), {
    programmeId: world.programmeId,
    language: 'fr',
    reason: 'wants to learn',
    part: 'global',
  })
  expect(response.status, await response.clone().text()).toBe(303)
  const [row] = await site.sql<{ id: string }>('select id from enrolments where person_id = $1', [personId])
  return { personId, enrolmentId: row!.id }
}

describe('from the list to a place', () => {
  test('a candidate is listed, asked for, registered with a prefilled referral, reviewed, interviewed and accepted', async () => {
    const { global, coordinator, training, trainer, coTrainer, programmeId } = world
    const personId = await site.given.person({ by: global, firstName: 'Lina' })
    const listed = await post(global, paths.list({ personId }), {
      programmeId,
      year: testToday.slice(0, 4),
      antenna: 'Antenne Nord',
      why: 'said she feels alone',
    })
    expect(listed.status).toBe(303)
    const [candidate] = await site.sql<{ id: string }>('select id from candidates where person_id = $1', [personId])
    const candidateId = candidate!.id

    const list = await textOf(await site.as(coordinator).get(paths.candidates({ programmeId })))
    expect(list).toContain('Lina')
    expect(list).toContain('Antenne Nord')
    const seen = await textOf(await site.as(coordinator).get(paths.candidate({ candidateId })))
    expect(seen).not.toContain('feels alone')
    expect((await post(coordinator, paths.ask({ candidateId }))).status).toBe(303)
    expect(await textOf(await site.as(global).get('/'))).toContain('Lina')

    const refer = await site.as(global).get(referrals.refer({ personId }, { programme: programmeId }))
    expect(await refer.text()).toContain('said she feels alone')
    const sent = await post(global, referrals.refer({ personId }), {
      programmeId,
      language: 'fr',
      reason: 'said she feels alone',
      part: 'global',
    })
    const enrolmentId = sent.headers.get('location')!.split('/').at(-1)!
    expect(await pathOf(enrolmentId)).toEqual([
      ['recruit', 'at-step', 'pass'],
      ['register', 'at-step', 'pass'],
      ['review', 'at-step', null],
    ])

    // Naming an owner opens the file.
    expect((await open(training, enrolmentId)).status).toBe(404)
    expect((await post(coordinator, paths.owner({ enrolmentId }), { userId: training.id })).status).toBe(303)
    expect((await open(training, enrolmentId)).status).toBe(200)
    const review = { aim: 'fits', words: 'went to school for six years', do: 'pass' }
    expect((await post(training, paths.find({ enrolmentId }), review)).status).toBe(422)
    const passed = await post(training, paths.find({ enrolmentId }), { ...review, feedback: 'ready for the interview' })
    expect(passed.status).toBe(303)
    expect(await textOf(await site.as(global).get('/'))).toContain('Feedback that you have not seen yet')

    // Both trainers; the outside one reads neither the review nor what was said back before them.
    for (const who of [trainer, coTrainer])
      expect((await post(global, paths.owner({ enrolmentId }), { userId: who.id })).status).toBe(303)
    expect((await open(trainer, enrolmentId)).text).toContain('six years')
    expect((await open(coTrainer, enrolmentId)).text).not.toContain('six years')
    expect((await open(coordinator, enrolmentId)).text).not.toContain('six years')
    const [finding] = await site.sql<{ id: string }>('select id from orientation_findings where enrolment_id = $1', [
      enrolmentId,
    ])
    expect((await post(trainer, paths.share({ enrolmentId, findingId: finding!.id }))).status).toBe(403)
    expect((await post(global, paths.share({ enrolmentId, findingId: finding!.id }))).status).toBe(303)
    expect((await open(coTrainer, enrolmentId)).text).toContain('six years')

    await post(coTrainer, paths.find({ enrolmentId }), { motivation: 'willing', words: 'comes on her own', do: 'save' })
    const accepted = await post(trainer, paths.find({ enrolmentId }), { do: 'pass', feedback: 'welcome her' })
    expect(accepted.status).toBe(303)
    const [stage] = await site.sql<{ kind: string }>(
      'select kind from enrolment_stages where enrolment_id = $1 and ended_at is null',
      [enrolmentId],
    )
    expect(stage!.kind).toBe('informed')

    // Receipts: those before press "seen", the sender sees it.
    const [feedback] = await site.sql<{ id: string }>(
      'select id from orientation_feedback where enrolment_id = $1 and sent_by = $2',
      [enrolmentId, trainer.id],
    )
    const receipt = paths.seen({ enrolmentId, feedbackId: feedback!.id })
    expect((await post(coTrainer, receipt)).status).toBe(404)
    expect((await post(training, receipt)).status).toBe(303)
    expect((await post(training, receipt)).status).toBe(404)
    const shown = (await open(trainer, enrolmentId)).text
    expect(shown).toContain('Tara Training: seen on')
    expect(shown).toContain('Gita Global: not seen yet')
  })

  test('an enrolment from elsewhere stands at the review without anybody writing it down', async () => {
    const { enrolmentId } = await world.enrol('Omar', 'registered')
    expect(await pathOf(enrolmentId)).toEqual([])
    expect((await open(world.global, enrolmentId)).text).toContain('to be taken up by: Training social worker')
    const board = await textOf(await site.as(world.coordinator).get(paths.board({ programmeId: world.programmeId })))
    expect(board).toContain('Omar')
  })
})

describe('other ways', () => {
  test('on hold until a day and taken up again; sent elsewhere; refused with a reason that ends the enrolment, and back', async () => {
    const { global, coordinator } = world
    const { enrolmentId } = await referred('Sami')
    const move = (who: Staff, form: Record<string, string>) => post(who, paths.move({ enrolmentId }), form)
    expect((await move(coordinator, { move: 'hold', until: addDays(testToday, 30) })).status).toBe(422)
    expect((await move(coordinator, { move: 'hold', reason: 'not-available', until: testToday })).status).toBe(422)
    const hold = { move: 'hold', reason: 'not-available', until: addDays(testToday, 30) }
    expect((await move(coordinator, hold)).status).toBe(303)
    expect((await open(global, enrolmentId)).text).toContain('On hold')
    expect((await move(global, { move: 'take-up' })).status).toBe(303)
    expect(
      (await move(global, { move: 'send-elsewhere', reason: 'aim-differs', words: 'wants a course' })).status,
    ).toBe(303)
    expect((await move(global, { move: 'skip', reason: 'other' })).status).toBe(409)
    expect((await move(coordinator, { move: 'refuse', reason: 'persons-wish' })).status).toBe(303)
    const [ended] = await site.sql<{ ended_on: string; reason: string }>(
      `select e.ended_on, s.reason from enrolments e join enrolment_stages s on s.enrolment_id = e.id and s.ended_at is null where e.id = $1`,
      [enrolmentId],
    )
    expect(ended).toEqual({ ended_on: testToday, reason: 'does-not-want' })
    expect((await move(global, { move: 'take-up' })).status).toBe(303)
    expect(await pathOf(enrolmentId)).toEqual([
      ['register', 'at-step', 'pass'],
      ['review', 'at-step', 'hold'],
      ['review', 'on-hold', 'take-up'],
      ['review', 'at-step', 'send-elsewhere'],
      ['review', 'elsewhere', 'refuse'],
      ['review', 'refused', 'take-up'],
      ['review', 'at-step', null],
    ])
  })

  test('a step that does not concern somebody is skipped, and one put back goes to who had it before', async () => {
    const { global, trainer } = world
    const { enrolmentId } = await referred('Tigist')
    await post(global, paths.move({ enrolmentId }), { move: 'skip', reason: 'done-before' })
    await post(global, paths.owner({ enrolmentId }), { userId: trainer.id })
    const back = { move: 'put-back', to: 'review', reason: 'more-to-learn', feedback: 'please see her first' }
    expect((await post(trainer, paths.move({ enrolmentId }), back)).status).toBe(303)
    expect(await pathOf(enrolmentId)).toEqual([
      ['register', 'at-step', 'pass'],
      ['review', 'at-step', 'skip'],
      ['interview', 'at-step', 'put-back'],
      ['review', 'at-step', null],
    ])
    expect((await open(global, enrolmentId)).text).toContain('please see her first')
  })

  test('who has no part in a step passes nobody on', async () => {
    const { enrolmentId } = await referred('Uma')
    expect((await post(world.global, paths.find({ enrolmentId }), { words: 'x', do: 'pass' })).status).toBe(403)
    expect((await post(world.global, paths.move({ enrolmentId }), { move: 'refuse', reason: 'other' })).status).toBe(
      409,
    )
    expect((await post(world.coordinator, paths.find({ enrolmentId }), { words: 'x' })).status).toBe(403)
  })
})

describe('criteria of the target group', () => {
  test('are noted with evidence, warn when not met, bar nobody, and are read for a register', async () => {
    const { enrolmentId } = await referred('Vera')
    const url = paths.criteria({ enrolmentId })
    const noProof = await post(world.global, url, { 'answer.adult': 'met', 'evidence.adult': 'identity-document' })
    expect(noProof.status).toBe(422)
    const future = { 'answer.adult': 'met', 'evidence.adult': 'certificate', 'evidenceOn.adult': addDays(testToday, 1) }
    expect((await post(world.global, url, future)).status).toBe(422)
    const noted = await post(world.global, url, {
      'answer.adult': 'met',
      'evidence.adult': 'identity-document',
      'evidenceOn.adult': testToday,
      'answer.low-skilled': 'not-met',
      'answer.condition': 'not-disclosed',
    })
    expect(noted.status).toBe(303)
    expect((await open(world.coordinator, enrolmentId)).text).toContain('These criteria are not met')
    const facts = await site.asActor(world.coordinator, (tx) => readCriteria(tx, enrolmentId))
    expect(facts.map((f) => [f.criterion, f.answer, f.evidence, f.evidenceOn])).toEqual([
      ['adult', 'met', 'identity-document', testToday],
      ['condition', 'not-disclosed', null, null],
      ['low-skilled', 'not-met', null, null],
    ])
  })

  test('are the coordinator’s to change; an answer to one that was taken out stays on record', async () => {
    const { coordinator, global, programmeId } = world
    const url = paths.editCriteria({ programmeId })
    expect((await site.as(global).get(url)).status).toBe(403)
    const half = { 'criteria.0.key': 'adult', 'criteria.0.label.fr': 'Adulte' }
    expect((await post(coordinator, url, half)).status).toBe(422)
    const own = {
      ...half,
      'criteria.0.label.nl': 'Volwassen',
      'criteria.0.evidence': 'yes',
      'criteria.1.label.fr': 'Habite la commune',
      'criteria.1.label.nl': 'Woont in de gemeente',
    }
    expect((await post(coordinator, url, own)).status).toBe(303)
    const [row] = await site.sql<{ criteria: { key: string; evidence: boolean }[] }>(
      `select settings->'criteria' as criteria from programmes where id = $1`,
      [programmeId],
    )
    expect(row!.criteria.map((c) => [c.key, c.evidence])).toEqual([
      ['adult', true],
      ['criterion-1', false],
    ])
  })
})

describe('the list of possible participants', () => {
  test('shows the coordinator who is listed while they are, of every institution, and nobody else', async () => {
    const { coordinator, programmeId } = world
    const elsewhere = await site.given.institution()
    const antenna = await site.given.staff('social-worker', { institutionId: elsewhere, name: 'Anna Antenna' })
    const personId = await site.given.person({ by: antenna, firstName: 'Wadi' })
    const sees = async () => (await site.as(coordinator).get(`/people/${personId}`)).status
    expect(await sees()).toBe(404)
    const form = { programmeId, year: testToday.slice(0, 4), why: 'secret word' }
    expect((await post(antenna, paths.list({ personId }), form)).status).toBe(303)
    expect((await post(antenna, paths.list({ personId }), form)).status).toBe(409)
    expect(await sees()).toBe(200)
    const [candidate] = await site.sql<{ id: string }>('select id from candidates where person_id = $1', [personId])
    const candidateId = candidate!.id
    const stranger = await site.given.staff('coordinator')
    expect((await site.as(stranger).get(paths.candidate({ candidateId }))).status).toBe(404)
    expect((await site.as(world.global).get(paths.candidate({ candidateId }))).status).toBe(404)

    const carried = await post(coordinator, paths.carryOver({ candidateId }), { year: String(Number(form.year) + 1) })
    expect(carried.status).toBe(303)
    const next = carried.headers.get('location')!.split('/').at(-1)!
    expect(await sees()).toBe(200)
    expect((await post(coordinator, paths.setAside({ candidateId: next }), {})).status).toBe(422)
    expect((await post(coordinator, paths.setAside({ candidateId: next }), { reason: 'other' })).status).toBe(303)
    expect(await sees()).toBe(404)
    expect((await post(antenna, paths.setAside({ candidateId: next }), { reason: 'other' })).status).toBe(409)
    expect(await textOf(await site.as(antenna).get(paths.candidate({ candidateId: next })))).toContain('secret word')
  })
})
