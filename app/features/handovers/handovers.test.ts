import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenHandOver } from '../../../test/support/handover.ts'
import { createTestSite, newId, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { paths as plans } from '../plans/paths.ts'
import { readPlan } from '../plans/store.ts'
import type { ChainKind } from './handover.ts'
import { paths } from './paths.ts'
import { findHandOver, listHandOvers, listPassedOn } from './store.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const held: [ChainKind, string][] = [
  ['received', testToday],
  ['read', testToday],
  ['talk-held', testToday],
]
const ordinary = (officerId: string, more: Record<string, string> = {}) => ({
  direction: 'ordinary-measure',
  takenUp: officerId,
  byDate: '2026-12-10',
  step1: 'Visit the kitchen',
  step1Who: 'person',
  step1By: '2026-12-01',
  ...more,
})

describe('who finds a hand-over', () => {
  test('the receiver, with the profile; a colleague with a mandate too', async () => {
    const file = await givenHandOver(site)
    const colleague = await site.given.staff('social-worker')
    await site.given.mandate(file.personId, colleague, { purpose: 'colleague' })
    for (const who of [file.receiver, colleague]) {
      const response = await site.as(who).get(paths.show(file))
      expect(response.status).toBe(200)
      expect(await textOf(response)).toContain('Aide de cuisine dans une cantine scolaire')
    }
    expect(
      await site.sql('select distinct act, field_classes from audit_entries where person_id = $1', [file.personId]),
    ).toEqual([{ act: 'hand-overs.read', field_classes: ['plan', 'profile'] }])
  })
  test('the coordinator sees the chain and not the profile', async () => {
    const file = await givenHandOver(site)
    const text = await textOf(await site.as(file.coordinator).get(paths.show(file)))
    expect(text).toContain('Only the social service')
    expect(text).not.toContain('Aide de cuisine')
    expect((await site.as(file.coordinator).get(paths.pdf(file))).status).toBe(403)
    expect((await site.as(file.coordinator).post(paths.enter(file), { kind: 'received' })).status).toBe(403)
    expect((await site.as(file.coordinator).get(paths.direction(file))).status).toBe(403)
  })
  test('nobody is sent to sign in; strangers find nothing, whether it exists or not', async () => {
    const file = await givenHandOver(site)
    const stranger = await site.given.staff('social-worker')
    const elsewhere = await site.given.staff('coordinator')
    for (const handOverId of [file.handOverId, newId()]) {
      expect((await site.as().get(paths.show({ handOverId }))).status).toBe(303)
      expect((await site.as().post(paths.enter({ handOverId }))).status).toBe(401)
      for (const who of [stranger, elsewhere]) {
        expect((await site.as(who).get(paths.show({ handOverId }))).status).toBe(404)
        expect((await site.as(who).get(paths.pdf({ handOverId }))).status).toBe(404)
        expect((await site.as(who).get(paths.direction({ handOverId }))).status).toBe(404)
        expect((await site.as(who).post(paths.enter({ handOverId }), { kind: 'received' })).status).toBe(404)
        expect((await site.as(who).post(paths.direction({ handOverId }), {})).status).toBe(404)
      }
    }
    expect(await site.asActor(stranger, (tx) => listHandOvers(tx))).toEqual([])
  })
  test('the PDF comes as a file and is on record', async () => {
    const file = await givenHandOver(site)
    const response = await site.as(file.receiver).get(paths.pdf(file))
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect((await response.text()).slice(0, 5)).toBe('%PDF-')
    expect(await site.sql('select act from audit_entries where person_id = $1', [file.personId])).toEqual([
      { act: 'hand-overs.pdf' },
    ])
  })
})

describe('the chain', () => {
  test('one press each, and the last one can be taken back', async () => {
    const file = await givenHandOver(site)
    const amina = site.as(file.receiver)
    expect((await amina.post(paths.enter(file), { kind: 'received' })).status).toBe(303)
    expect((await amina.post(paths.enter(file), { kind: 'received' })).status).toBe(409)
    expect((await amina.post(paths.enter(file), { kind: 'read' })).status).toBe(303)
    expect((await amina.post(paths.enter(file), { kind: 'talk-planned', onDate: '2026-12-01' })).status).toBe(303)
    const handOver = await site.asActor(file.receiver, (tx) => findHandOver(tx, file.handOverId))
    expect(handOver!.steps.map((s) => [s.kind, s.onDate])).toEqual([
      ['received', testToday],
      ['read', testToday],
      ['talk-planned', '2026-12-01'],
    ])
    const first = handOver!.steps[0]!.id
    const last = handOver!.steps[2]!.id
    const undo = (stepId: string) => paths.takeBack({ handOverId: file.handOverId, stepId })
    expect((await amina.post(undo(first))).status).toBe(409)
    expect((await amina.post(undo(last))).status).toBe(303)
    expect((await amina.post(undo(last))).status).toBe(404)
    const after = await site.asActor(file.receiver, (tx) => findHandOver(tx, file.handOverId))
    expect(after!.steps).toHaveLength(2)
  })
  test('is pressed by a social worker under their own name only, whatever the application asks', async () => {
    const file = await givenHandOver(site)
    const coach = await site.given.staff('coach')
    await site.given.mandate(file.personId, coach, { purpose: 'group' })
    const insert = (entered_by: string) =>
      site.asActor(coach, (tx) =>
        tx
          .insertInto('hand_over_steps')
          .values({
            id: newId(),
            hand_over_id: file.handOverId,
            person_id: file.personId,
            kind: 'received',
            on_date: testToday,
            entered_by,
          })
          .execute(),
      )
    await expect(insert(coach.id)).rejects.toThrow('row-level security')
    await expect(insert(file.receiver.id)).rejects.toThrow('row-level security')
  })
  test('the list shows what is open and what is late', async () => {
    const to = await site.given.staff('social-worker')
    const fresh = await givenHandOver(site, { to, firstName: 'Fresh' })
    const late = await givenHandOver(site, { to, on: '2026-11-02', firstName: 'Late' })
    const done = await givenHandOver(site, { to, firstName: 'Done' })
    await done.press(...held)
    await done.direct('own-steps')
    const shelf = async (key?: string) => textOf(await site.as(to).get(paths.list(key ? { shelf: key } : {})))
    const names = (text: string) => ['Fresh', 'Late', 'Done'].filter((name) => text.includes(`${name} Łukasz`))
    expect(names(await shelf())).toEqual(['Fresh', 'Late'])
    expect(names(await shelf('late'))).toEqual(['Late'])
    expect(names(await shelf('closed'))).toEqual(['Done'])
    expect(names(await textOf(await site.as(late.coordinator).get(paths.list())))).toEqual(['Late'])
    expect(fresh.handOverId).not.toBe(late.handOverId)
  })
})

describe('the direction', () => {
  test('waits for the talk', async () => {
    const file = await givenHandOver(site)
    expect((await site.as(file.receiver).get(paths.direction(file))).status).toBe(409)
    const officer = await site.given.staff('measures-officer')
    expect((await site.as(file.receiver).post(paths.direction(file), ordinary(officer.id))).status).toBe(409)
    expect(await site.sql('select id from directions where person_id = $1', [file.personId])).toEqual([])
  })
  test('says beside the field what is missing and keeps what was typed', async () => {
    const file = await givenHandOver(site)
    await file.press(...held)
    const response = await site
      .as(file.receiver)
      .post(paths.direction(file), { ...ordinary('person'), words: 'As agreed' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('An ordinary measure is taken up by the integration service')
    expect(html).toContain('As agreed')
    const past = { ...ordinary('person'), direction: 'own-steps', step1By: '2026-11-01' }
    expect((await site.as(file.receiver).post(paths.direction(file), past)).status).toBe(422)
  })
  test('to the officer: they see the person, the profile only if it was agreed, and nobody else of their house does', async () => {
    const house = await site.given.institution('integration-service')
    const officer = await site.given.staff('measures-officer', { institutionId: house })
    const colleague = await site.given.staff('measures-officer', { institutionId: house })
    for (const profile of [true, false]) {
      const file = await givenHandOver(site)
      await file.press(...held)
      const form = ordinary(officer.id, profile ? { profileGoes: 'yes' } : {})
      expect((await site.as(file.receiver).post(paths.direction(file), form)).status).toBe(303)
      const [passed] = (await site.asActor(officer, (tx) => listPassedOn(tx, officer.id))).filter(
        (one) => one.person.id === file.personId,
      )
      expect(passed).toMatchObject({ profilePassed: profile, byDate: '2026-12-10' })
      const text = await textOf(await site.as(officer).get(paths.passedOnOne(passed!)))
      expect(text.includes('Aide de cuisine')).toBe(profile)
      expect((await site.as(officer).get(paths.passedOnPdf(passed!))).status).toBe(profile ? 200 : 404)
      for (const who of [colleague, file.receiver])
        expect((await site.as(who).get(paths.passedOnOne(passed!))).status).toBe(404)
      expect((await site.as(colleague).post(paths.assign(passed!), { measure: 'x' })).status).toBe(404)
      const plan = await site.asActor(file.receiver, (tx) => readPlan(tx, file.personId))
      expect(plan.steps.map((step) => [step.what, step.who, step.dueOn])).toEqual([
        ['Visit the kitchen', 'person', '2026-12-01'],
      ])
    }
  })
  test('changes: the earlier one ends and stays on record, and its officer no longer finds the person', async () => {
    const officer = await site.given.staff('measures-officer')
    const file = await givenHandOver(site)
    await file.press(...held)
    await site.as(file.receiver).post(paths.direction(file), ordinary(officer.id, { profileGoes: 'yes' }))
    expect((await site.as(officer).get(plans.show(file))).status).toBe(200)
    const change = { direction: 'own-steps', takenUp: 'person', byDate: '2026-12-20' }
    expect((await site.as(file.receiver).post(paths.direction(file), change)).status).toBe(303)
    expect((await site.as(officer).get(plans.show(file))).status).toBe(404)
    expect(await site.asActor(officer, (tx) => listPassedOn(tx, officer.id))).toEqual([])
    expect(
      await site.sql(
        'select direction, ended_at is not null as ended from directions where person_id = $1 order by ended desc',
        [file.personId],
      ),
    ).toEqual([
      { direction: 'ordinary-measure', ended: true },
      { direction: 'own-steps', ended: false },
    ])
    expect(await textOf(await site.as(file.receiver).get(paths.show(file)))).toContain('Earlier directions')
  })
  test('a measure is recorded by the officer and told to the social worker, once per record', async () => {
    const officer = await site.given.staff('measures-officer')
    const file = await givenHandOver(site)
    await file.press(...held)
    const directionId = await file.direct('ordinary-measure', { officer, profile: true })
    const url = paths.assign({ directionId })
    expect((await site.as(officer).post(url, {})).status).toBe(422)
    const measure = { measure: 'Kitchen course', provider: 'Atelier Rivemont', startsOn: '2027-01-11' }
    expect((await site.as(officer).post(url, measure)).status).toBe(303)
    expect(await site.sql('select user_id, kind from notices where person_id = $1', [file.personId])).toEqual([
      { user_id: file.receiver.id, kind: 'measure-assigned' },
    ])
    const text = await textOf(await site.as(file.receiver).get(paths.show(file)))
    expect(text).toContain('Kitchen course · Atelier Rivemont · 11/01/2027')
  })
})

describe('the second lock on directions', () => {
  test('a participant, a coach and an officer cannot end one', async () => {
    const officer = await site.given.staff('measures-officer')
    const coach = await site.given.staff('coach')
    const file = await givenHandOver(site)
    await site.given.mandate(file.personId, coach, { purpose: 'group' })
    const directionId = await file.direct('ordinary-measure', { officer })
    const card = await site.given.card({ personId: file.personId, by: file.receiver })
    for (const who of [officer, coach, card]) {
      const done = site.asActor(who, (tx) =>
        tx
          .updateTable('directions')
          .set({ ended_at: new Date().toISOString() as never, ended_by: who.id })
          .where('id', '=', directionId)
          .executeTakeFirst(),
      )
      expect(Number((await done).numUpdatedRows)).toBe(0)
    }
  })
})
