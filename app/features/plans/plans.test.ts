import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, newId, type TestSite, testToday, textOf } from '../../../test/support/site.ts'
import { paths } from './paths.ts'
import { readPlan } from './store.ts'

let site: TestSite
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

async function givenPerson() {
  const amina = await site.given.staff('social-worker')
  const personId = await site.given.person({ by: amina, firstName: 'Leïla' })
  const card = await site.given.card({ personId, by: amina })
  return { amina, personId, card }
}

describe('a person’s plan', () => {
  test('is the same for the social worker and the person', async () => {
    const { amina, personId, card } = await givenPerson()
    const add = (form: Record<string, string>) => site.as(amina).post(paths.addStep({ personId }), form)
    expect((await add({ what: 'Phone the school', who: 'person', dueOn: '2026-12-01' })).status).toBe(303)
    expect((await add({ what: 'Ask for the crèche', who: 'me' })).status).toBe(303)
    expect((await site.as(card).post(paths.addMine(), { what: 'Walk every day' })).status).toBe(303)
    for (const who of [amina, card]) {
      const plan = await site.asActor(who, (tx) => readPlan(tx, personId))
      expect(plan.steps.map((s) => [s.what, s.who, s.madeByKind]).sort()).toEqual([
        ['Ask for the crèche', 'professional', 'staff'],
        ['Phone the school', 'person', 'staff'],
        ['Walk every day', 'person', 'card'],
      ])
    }
    const own = await textOf(await site.as(card).get(paths.mine()))
    expect(own).toContain(`${amina.name} s’en occupe.`)
  })
  test('a step is done, taken back, dropped; the person finishes only what is theirs', async () => {
    const { amina, personId, card } = await givenPerson()
    await site.as(amina).post(paths.addStep({ personId }), { what: 'Mine', who: 'me' })
    await site.as(amina).post(paths.addStep({ personId }), { what: 'Theirs', who: 'person' })
    const { steps } = await site.asActor(amina, (tx) => readPlan(tx, personId))
    const id = (what: string) => steps.find((step) => step.what === what)!.id
    const move = (stepId: string, to: string) => site.as(card).post(paths.moveMine({ stepId }), { to })
    expect((await move(id('Mine'), 'done')).status).toBe(404)
    expect((await move(id('Theirs'), 'dropped')).status).toBe(404)
    expect((await move(id('Theirs'), 'done')).status).toBe(303)
    expect((await move(id('Theirs'), 'done')).status).toBe(409)
    expect((await move(id('Theirs'), 'open')).status).toBe(303)
    const drop = await site.as(amina).post(paths.moveStep({ personId, stepId: id('Mine') }), { to: 'dropped' })
    expect(drop.status).toBe(303)
    const after = await site.asActor(amina, (tx) => readPlan(tx, personId))
    expect(after.steps.map((s) => [s.what, s.doneOn, s.droppedOn]).sort()).toEqual([
      ['Mine', null, testToday],
      ['Theirs', null, null],
    ])
  })
  test('a goal holds its steps and is reached', async () => {
    const { amina, personId } = await givenPerson()
    await site.as(amina).post(paths.addGoal({ personId }), { title: 'A kitchen job' })
    const [goal] = (await site.asActor(amina, (tx) => readPlan(tx, personId))).goals
    await site.as(amina).post(paths.addStep({ personId }), { what: 'Trial day', who: 'person', goalId: goal!.id })
    const reach = await site.as(amina).post(paths.moveGoal({ personId, goalId: goal!.id }), { to: 'reached' })
    expect(reach.status).toBe(303)
    const plan = await site.asActor(amina, (tx) => readPlan(tx, personId))
    expect(plan.goals[0]).toMatchObject({ endedHow: 'reached', endedOn: testToday, steps: [{ what: 'Trial day' }] })
    expect(plan.steps).toEqual([])
  })
  test('a step is not put under somebody else’s goal', async () => {
    const { amina, personId } = await givenPerson()
    const other = await givenPerson()
    await site.as(other.amina).post(paths.addGoal({ personId: other.personId }), { title: 'Theirs' })
    const [goal] = (await site.asActor(other.amina, (tx) => readPlan(tx, other.personId))).goals
    const response = await site.as(amina).post(paths.addStep({ personId }), { what: 'x', goalId: goal!.id })
    expect(response.status).toBe(404)
  })
  test('what is missing is said beside the field', async () => {
    const { amina, personId, card } = await givenPerson()
    expect((await site.as(amina).post(paths.addStep({ personId }), { what: '', dueOn: '2026-12-01' })).status).toBe(422)
    expect((await site.as(amina).post(paths.addGoal({ personId }), {})).status).toBe(422)
    const late = await site.as(card).post(paths.addMine(), { what: 'Call', dueOn: '2026-11-22' })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Call')
  })
})

describe('who reads a plan', () => {
  test('nobody signs in first; strangers find nothing; the office is refused; a trainee reads', async () => {
    const { amina, personId } = await givenPerson()
    const stranger = await site.given.staff('social-worker')
    const trainee = await site.given.staff('trainee')
    await site.given.mandate(personId, trainee, { purpose: 'group' })
    const coordinator = await site.given.staff('coordinator')
    const office = await site.given.staff('programme-office')
    const programmeId = await site.given.programme({ by: coordinator, office })
    await site.given.enrolment({ personId, programmeId, by: amina })
    expect((await site.as().get(paths.show({ personId }))).status).toBe(303)
    expect((await site.as().get(paths.mine())).status).toBe(303)
    for (const id of [personId, newId()]) {
      expect((await site.as(stranger).get(paths.show({ personId: id }))).status).toBe(404)
      expect((await site.as(stranger).post(paths.addStep({ personId: id }), { what: 'x' })).status).toBe(404)
    }
    for (const who of [coordinator, office]) expect((await site.as(who).get(paths.show({ personId }))).status).toBe(403)
    const page = await site.as(trainee).get(paths.show({ personId }))
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('step-form')
    expect((await site.as(trainee).post(paths.addStep({ personId }), { what: 'x' })).status).toBe(403)
  })
  test('a card that was only scanned asks for its PIN', async () => {
    const { amina, personId } = await givenPerson()
    await site.sql('update cards set revoked_at = now() where person_id = $1', [personId])
    const card = await site.given.card({ personId, by: amina, level: 'token' })
    const response = await site.as(card).get(paths.mine())
    expect([response.status, response.headers.get('location')]).toEqual([303, '/card/pin?next=%2Fme%2Fplan'])
    expect(await site.asActor(card, (tx) => readPlan(tx, personId))).toEqual({ personId, goals: [], steps: [] })
  })
  test('steps are set under one’s own name only, whatever the application asks', async () => {
    const { amina, personId, card } = await givenPerson()
    const forged = site.asActor(card, (tx) =>
      tx
        .insertInto('steps')
        .values({
          id: newId(),
          person_id: personId,
          what: 'x',
          who: 'person',
          made_by_kind: 'staff',
          made_by: amina.id,
          made_on: testToday,
        })
        .execute(),
    )
    await expect(forged).rejects.toThrow('row-level security')
  })
})
