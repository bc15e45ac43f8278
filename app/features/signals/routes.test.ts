// Request in, page out: nobody, a stranger, whoever may; the way of a signal; the register; script off.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../test/support/moveup-world.ts'
import { createTestSite, newId, type Staff, type TestSite, textOf } from '../../../test/support/site.ts'
import { paths as attendance } from '../attendance/paths.ts'
import { paths as people } from '../people/paths.ts'
import { paths as sessions } from '../sessions/paths.ts'
import { paths } from './paths.ts'

let site: TestSite
let world: MoveupWorld
let stranger: Staff
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
  stranger = await site.given.staff('coach')
})
afterAll(() => site.close())
beforeEach(() => site.sql('delete from signals'))

const typed = (over: Record<string, string> = {}) => ({
  ...{ id: newId(), session: world.sessionId, enrolment: world.enrolmentId },
  ...{ theme: 'childcare', urgency: 'week', body: 'The crèche shuts at noon' },
  ...over,
})
const noted = async (who = world.trainer, over: Record<string, string> = {}) => {
  const form = typed(over)
  expect((await site.as(who).post(paths.create({ personId: world.personId }), form)).status).toBe(303)
  return form.id
}
const step = (who: Staff, signalId: string, form: Record<string, string>) =>
  site.as(who).post(paths.step({ signalId }), form)
const pageOf = async (who: Staff, url: string) => textOf(await site.as(who).get(url))

describe('noting a signal', () => {
  test('nobody signs in first, a stranger finds nobody, a social worker is refused', async () => {
    const url = paths.create({ personId: world.personId })
    expect((await site.as().get(url)).headers.get('location')).toContain('/sign-in')
    expect((await site.as(stranger).get(url)).status).toBe(404)
    expect((await site.as(stranger).post(url, typed())).status).toBe(404)
    expect((await site.as(world.global).post(url, typed())).status).toBe(403)
    expect((await site.as(world.coordinator).post(url, typed())).status).toBe(403)
  })
  test('goes back to the person’s row on the register and says to whom it goes', async () => {
    const response = await site.as(world.coTrainer).post(paths.create({ personId: world.personId }), typed())
    expect(response.headers.get('location')).toBe(
      `${attendance.register({ sessionId: world.sessionId })}#p-${world.personId}`,
    )
    const said = /say=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''
    expect(Buffer.from(said, 'base64url').toString()).toContain('Tara Training')
    expect(await site.sql(`select act, field_classes from audit_entries where act = 'signals.note'`)).toEqual([
      { act: 'signals.note', field_classes: ['follow-up'] },
    ])
  })
  test('takes four acts at most: the button, a theme, the line, save', async () => {
    const register = await (
      await site.as(world.trainer).get(attendance.register({ sessionId: world.sessionId }))
    ).text()
    const link = /href="(\/people\/[^"]+\/signals\/new[^"]*)"/.exec(register)?.[1]?.replaceAll('&amp;', '&')
    expect(link).toBeDefined()
    const form = await (await site.as(world.trainer).get(link!)).text()
    // What a browser sends of the form as it stands, before anybody has done anything on it.
    const standing = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
    const value = (tag: string) => /value="([^"]*)"/.exec(tag)?.[1] ?? ''
    const sent: Record<string, string> = {}
    for (const tag of standing) {
      const name = /name="([^"]*)"/.exec(tag)?.[1]
      if (name && (tag.includes('type="hidden"') || / checked/.test(tag))) sent[name] = value(tag)
    }
    const doing: [act: string, then?: Record<string, string>][] = [
      ['press the button beside the name'],
      ['choose a theme', { theme: 'health' }],
      ['write the line', { body: 'A toothache for a week' }],
      ['save'],
    ]
    for (const [, then] of doing) Object.assign(sent, then)
    expect((await site.as(world.trainer).post(paths.create({ personId: world.personId }), sent)).status).toBe(303)
    expect(doing.length).toBeLessThanOrEqual(4)
    expect(await site.sql('select theme, urgency, person_id, session_id from signals')).toEqual([
      { theme: 'health', urgency: 'week', person_id: world.personId, session_id: world.sessionId },
    ])
  })
  test('without a theme or a line comes back with what was typed, beside the field', async () => {
    const all: Record<string, string>[] = [{ theme: '' }, { body: ' ' }, { theme: 'nonsense' }, { urgency: 'never' }]
    for (const wrong of all) {
      const response = await site.as(world.trainer).post(paths.create({ personId: world.personId }), typed(wrong))
      expect(response.status).toBe(422)
      if (!('body' in wrong)) expect(await response.text()).toContain('The crèche shuts at noon')
    }
    expect(await site.sql('select 1 from signals')).toEqual([])
  })
  test('from a device again and again is noted once, and always answered', async () => {
    const form = { ...typed(), as: 'json' }
    const answers = []
    for (let i = 0; i < 3; i++)
      answers.push(await (await site.as(world.trainer).post(paths.create({ personId: world.personId }), form)).json())
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(answers[0]).toMatchObject({ noted: form.id, says: 'Signal noted. It goes to Tara Training.', settled: true })
    expect(await site.sql('select id from signals')).toEqual([{ id: form.id }])
    expect(
      await site.sql(`select 1 from audit_entries where act = 'signals.note' and object_id = $1`, [form.id]),
    ).toHaveLength(1)
    const wrong = await site
      .as(world.trainer)
      .post(paths.create({ personId: world.personId }), { ...form, id: newId(), theme: '' })
    expect(wrong.status).toBe(409)
    expect(await wrong.json()).toEqual({ refused: 'Choose a theme and write one line.' })
  })
  test('with the id of somebody else’s signal is not found and tells nothing', async () => {
    const other = await world.enrol('Rania')
    await world.accompany(other.enrolmentId, other.personId, 'trainer', world.trainer)
    const id = newId()
    await site
      .as(world.trainer)
      .post(paths.create({ personId: other.personId }), typed({ id, enrolment: other.enrolmentId, session: '' }))
    expect(
      (await site.as(world.coTrainer).post(paths.create({ personId: world.personId }), typed({ id }))).status,
    ).toBe(404)
  })
  test('loses no draft: it is there again in another session, and gone once noted', async () => {
    const form = typed({ body: 'Half a line' })
    expect((await site.as(world.trainer).post(paths.draft({ personId: world.personId }), form)).status).toBe(200)
    const again = { ...world.trainer, token: await site.given.session(world.trainer.id) }
    const html = await (await site.as(again).get(paths.create({ personId: world.personId }))).text()
    expect(html).toContain('value="Half a line"')
    expect(html).toContain(form.id)
    await site.as(again).post(paths.create({ personId: world.personId }), form)
    expect(await site.sql('select 1 from drafts')).toEqual([])
  })
  test('where nobody can settle it says so at once, keeps it, and names the coordination', async () => {
    const { personId, enrolmentId } = await world.enrol('Salma')
    await world.accompany(enrolmentId, personId, 'trainer', world.trainer)
    await site.sql('update mandates set revoked_at = now() where person_id = $1 and professional_id = $2', [
      personId,
      world.global.id,
    ])
    const form = typed({ enrolment: enrolmentId, session: '' })
    const response = await site.as(world.trainer).post(paths.create({ personId }), form)
    expect(response.headers.get('location')).toBe(paths.show({ signalId: form.id }))
    const text = await pageOf(world.trainer, paths.show({ signalId: form.id }))
    expect(text).toContain('Nobody can settle this signal for now')
    expect(text).toContain('Cora Coordinator')
    expect(await pageOf(world.trainer, '/')).toContain('Signals nobody can settle')
    await world.accompany(enrolmentId, personId, 'training', world.training)
    expect(await pageOf(world.training, paths.list())).toContain('The crèche shuts at noon')
  })
})

describe('the way of a signal', () => {
  test('accepted, passed on, settled; who noted it learns of it and says that they have seen it', async () => {
    const signalId = await noted(world.coTrainer)
    expect(await pageOf(world.training, '/')).toContain('Signals to settle')
    expect(await pageOf(world.global, paths.list())).not.toContain('The crèche')
    expect((await step(world.training, signalId, { kind: 'accepted' })).status).toBe(303)
    expect((await step(world.training, signalId, { kind: 'accepted' })).status).toBe(409)
    const pass = { kind: 'passed-on', to: world.employment.id, words: 'You know the crèche' }
    expect((await step(world.training, signalId, pass)).status).toBe(303)
    expect((await step(world.training, signalId, { kind: 'settled', words: 'x' })).status).toBe(409)
    const empty = await step(world.employment, signalId, { kind: 'settled', words: ' ' })
    expect(empty.status).toBe(422)
    expect(await textOf(empty)).toContain('Write what was done')
    expect((await step(world.employment, signalId, { kind: 'settled', words: 'A place from Monday' })).status).toBe(303)
    expect(await pageOf(world.coTrainer, '/')).toContain('Answers to your signals')
    const text = await pageOf(world.coTrainer, paths.show({ signalId }))
    expect(text).toContain('Passed on to Emil Employment')
    expect(text).toContain('A place from Monday')
    expect(text).not.toContain('You know the crèche')
    expect((await site.as(world.coTrainer).post(paths.receipt({ signalId }))).status).toBe(303)
    expect(await pageOf(world.coTrainer, '/')).not.toContain('Answers to your signals')
    expect((await step(world.employment, signalId, { kind: 'settled', words: 'again' })).status).toBe(409)
  })
  test('is for a stranger, a coordinator and nobody not there', async () => {
    const signalId = await noted()
    expect((await site.as(stranger).get(paths.show({ signalId }))).status).toBe(404)
    expect((await site.as(world.coordinator).get(paths.show({ signalId }))).status).toBe(404)
    expect((await site.as().get(paths.show({ signalId }))).status).toBe(303)
    expect((await step(stranger, signalId, { kind: 'accepted' })).status).toBe(404)
    expect((await step(world.trainer, signalId, { kind: 'settled', words: 'x' })).status).toBe(409)
  })
  test('both add a word; each goes to the other', async () => {
    const signalId = await noted(world.coTrainer)
    expect((await site.as(world.coTrainer).post(paths.words({ signalId }), { words: 'Every day now' })).status).toBe(
      303,
    )
    expect((await site.as(world.training).post(paths.words({ signalId }), { words: 'I call them' })).status).toBe(303)
    expect((await site.as(world.training).post(paths.words({ signalId }), { words: '' })).status).toBe(422)
    for (const who of [world.coTrainer, world.training]) {
      const text = await pageOf(who, paths.show({ signalId }))
      expect(text).toContain('A word for Tara Training Every day now')
      expect(text).toContain('A word for Cleo Cotrainer I call them')
    }
  })
  test('stands on the person’s page for those who may read it, and in a list of their own', async () => {
    await noted()
    for (const who of [world.training, world.coTrainer])
      expect(await pageOf(who, people.show({ personId: world.personId }))).toContain('Tara Training, by')
    expect(await pageOf(world.coordinator, people.show({ personId: world.personId }))).not.toContain('Childcare')
    expect(await pageOf(world.training, paths.ofPerson({ personId: world.personId }))).toContain('The crèche shuts')
    expect((await site.as(stranger).get(paths.ofPerson({ personId: world.personId }))).status).toBe(404)
    expect((await site.as(world.coordinator).get(paths.ofPerson({ personId: world.personId }))).status).toBe(403)
  })
})

test('a trainee notes one and follows it, and finds no other', async () => {
  const trainee = await site.given.staff('trainee', { institutionId: world.house })
  await site.given.mandate(world.personId, trainee, { purpose: 'group', sourceId: world.groupId })
  const own = await noted(trainee, { body: 'A letter from the school' })
  const other = await noted(world.trainer)
  expect((await step(world.training, own, { kind: 'settled', words: 'Read it with her' })).status).toBe(303)
  expect(await pageOf(trainee, '/')).toContain('Answers to your signals')
  expect(await pageOf(trainee, paths.show({ signalId: own }))).toContain('Read it with her')
  expect((await site.as(trainee).get(paths.show({ signalId: other }))).status).toBe(404)
  expect(await pageOf(trainee, paths.ofPerson({ personId: world.personId }))).not.toContain('The crèche')
  expect((await step(trainee, own, { kind: 'accepted' })).status).toBe(403)
  expect((await site.as(trainee).post(paths.words({ signalId: own }), { words: 'Thank you' })).status).toBe(303)
  expect((await site.as(trainee).post(paths.receipt({ signalId: own }))).status).toBe(303)
})

describe('the register', () => {
  test('offers signals to trainers, marks theirs, and shows the office nothing of them', async () => {
    await noted()
    const url = attendance.register({ sessionId: world.sessionId })
    expect(await (await site.as(world.trainer).get(url)).text()).toContain('class="signal-marks"')
    const office = await (await site.as(world.office).get(url)).text()
    expect(office).not.toContain('signal')
    expect(await pageOf(world.trainer, paths.ofSession({ sessionId: world.sessionId }))).toContain('Amina')
    expect((await site.as(world.office).get(paths.ofSession({ sessionId: world.sessionId }))).status).toBe(403)
    expect(await (await site.as(world.trainer).get(sessions.show({ sessionId: world.sessionId }))).text()).toContain(
      paths.ofSession({ sessionId: world.sessionId }),
    )
  })
  test('a programme without parts has signals too: they go to the referrer', async () => {
    const programmeId = await site.given.programme({ by: world.coordinator })
    const personId = await site.given.person({ by: world.global })
    const enrolmentId = await site.given.enrolment({ personId, programmeId, by: world.global, stage: 'started' })
    await site.given.mandate(personId, world.trainer, { purpose: 'group' })
    const form = { ...typed({ enrolment: enrolmentId, session: '' }), as: 'json' }
    expect(await (await site.as(world.trainer).post(paths.create({ personId }), form)).json()).toMatchObject({
      says: 'Signal noted. It goes to Gita Global.',
    })
  })
})

test('counts are for the programme’s coordinator, and name nobody', async () => {
  await noted()
  const url = paths.ofProgramme({ programmeId: world.programmeId })
  const text = await pageOf(world.coordinator, url)
  expect(text).toContain('Childcare too few')
  for (const word of ['Amina', 'crèche', 'Tom Trainer']) expect(text).not.toContain(word)
  expect((await site.as(world.office).get(url)).status).toBe(403)
  expect((await site.as(world.trainer).get(url)).status).toBe(403)
  expect((await site.as(await site.given.staff('coordinator')).get(url)).status).toBe(403)
  expect((await site.as().get(url)).status).toBe(303)
  expect((await site.as(world.coordinator).get(`${url}?from=nonsense`)).status).toBe(200)
  expect(await pageOf(world.coordinator, `/programmes/${world.programmeId}`)).toContain('Signals by theme')
})
