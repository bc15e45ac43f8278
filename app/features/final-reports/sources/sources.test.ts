// What gets into a draft: what is known, as far as the author may see it and their side tells it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenMoveup, type MoveupWorld } from '../../../../test/support/moveup-world.ts'
import { createTestSite, newId, type Staff, type TestSite, testToday } from '../../../../test/support/site.ts'
import type { ReportFacts } from '../../../blueprints/parts/final-report.ts'
import { wordsIn } from '../../../shared/i18n/i18n.ts'
import { sideOf } from '../../professionals/professional.ts'
import { factBlocks } from '../document.ts'
import type { Speaker } from '../facts.ts'
import { loadReported } from '../load.ts'
import { gather } from './index.ts'

let site: TestSite
let world: MoveupWorld
beforeAll(async () => {
  site = await createTestSite()
  world = await givenMoveup(site)
})
afterAll(() => site.close())

/** The facts of a section that this author would get, as they are said in English. */
async function told(author: Staff, facts: ReportFacts, enrolmentId = world.enrolmentId): Promise<string> {
  const found = await site.asActor(author, async (tx) => {
    const reported = (await loadReported(tx, enrolmentId))!
    return gather(facts, { tx, vault: site.vault, ...reported, side: sideOf(author.role), today: testToday })
  })
  return found ? JSON.stringify(factBlocks(found, wordsIn('en') as unknown as Speaker)) : ''
}
const insert = async (table: string, row: Record<string, unknown>) => {
  const whole = { id: newId(), enrolment_id: world.enrolmentId, person_id: world.personId, ...row } as const
  const names = Object.keys(whole)
  await site.sql(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(whole),
  )
  return whole.id
}
const seal = (table: string, column: string, row: string, text: string) =>
  site.vault.seal(world.personId, { table, column, row }, text)

test('the path: groups and stages with their days', async () => {
  const path = await told(world.trainer, 'path')
  expect(path).toContain('Started')
  expect(path).toContain('23 November 2026')
  expect(path).toContain('since')
  expect(await told(world.training, 'path')).toBe('')
})

test('the orientation’s steps with how they ended, and the reason that was chosen', async () => {
  const step = (position: number, row: Record<string, unknown>) =>
    insert('orientation_steps', {
      ...{ position, state: 'at-step', part: 'training', from_date: '2026-01-05' },
      ...{ entered_by: world.training.id, ended_by: world.training.id, ...row },
    })
  await step(1, { step: 'review', move: 'hold', ended_on: '2026-01-12' })
  await step(2, {
    ...{ step: 'review', state: 'on-hold', reason: 'waits-for-answer', until: '2026-02-01' },
    ...{ from_date: '2026-01-12', move: 'take-up', ended_on: '2026-02-01' },
  })
  await step(3, { step: 'review', from_date: '2026-02-01', move: 'pass', ended_on: '2026-02-03' })
  const path = await told(world.coTrainer, 'path')
  expect(path).toContain('Put on hold: waited for an answer')
  expect(path).toContain('"Orientation taken up again"')
  expect(path).toContain('Step passed')
  expect(path).toContain('3 February 2026')
})

test('levels by skill at first and now, a single test said as one', async () => {
  expect(await told(world.trainer, 'levels')).toBe('')
  for (const [skill, level, on] of [
    ['reading', 'pre-A1', '2026-01-10'],
    ['reading', 'A1.1', '2026-11-10'],
    ['oral-production', 'A1', '2026-01-10'],
  ])
    await site.sql(
      `insert into language_levels (id, person_id, language, skill, level, source, assessed_on) values ($1, $2, 'fr', $3, $4, 'tested', $5)`,
      [newId(), world.personId, skill, level, on],
    )
  const levels = await told(world.coTrainer, 'levels')
  expect(levels).toContain('French')
  expect(levels).toContain('10 January 2026')
  expect(levels).toContain('10 November 2026')
  expect(levels).toContain('No new test')
})

test('a change that the social side rated is the social side’s to tell, until the person agrees that it is shared', async () => {
  const rated = { module: 'collective', change: 'isolation' }
  await insert('change_ratings', {
    ...rated,
    point: 1,
    on_date: '2026-03-02',
    rated_by: world.trainer.id,
    side: 'training',
  })
  await insert('change_ratings', {
    ...rated,
    point: 3,
    on_date: '2026-10-02',
    rated_by: world.trainer.id,
    side: 'training',
  })
  const social = { ...rated, point: 2, on_date: '2026-05-05', rated_by: world.training.id, side: 'social' }
  const id = await insert('change_ratings', social)
  for (const author of [world.trainer, world.coTrainer]) {
    const changes = await told(author, 'changes')
    expect(changes).toContain('Goes out little and stays alone (2 March 2026)')
    expect(changes).toContain('Talks to others during the workshops (2 October 2026)')
    expect(changes, author.name).not.toContain('5 May 2026')
  }
  expect(await told(world.training, 'changes')).toContain('Comes, but talks little to others (5 May 2026)')
  await site.sql('update change_ratings set shared_on = $1, on_date = $2 where id = $3', [testToday, '2026-11-05', id])
  expect(await told(world.coTrainer, 'changes')).toContain('5 November 2026')
  expect(await told(world.training, 'changes')).toBe('')
})

test('an aim that was told to the social service alone is in no trainer’s draft, not in that of the house either', async () => {
  const aim = newId()
  const by = { noted_on: '2026-02-02', noted_by: world.global.id, side: 'social' }
  await insert('aims', { id: aim, ...by, kind: 'pathway', words: seal('aims', 'words', aim, 'Cuisiner') })
  const result = { aim_id: aim, side: 'social', result: 'partly', on_date: '2026-11-20', recorded_by: world.global.id }
  const resultId = await insert('aim_results', result)
  for (const author of [world.trainer, world.coTrainer]) expect(await told(author, 'aim')).toBe('')
  const aims = await told(world.training, 'aim')
  expect(aims).toContain('In their own words: “Cuisiner”')
  expect(aims).toContain('On 20 November 2026: partly reached.')
  await site.sql('update aims set shared_on = $1 where id = $2', [testToday, aim])
  await site.sql('update aim_results set shared_on = $1 where id = $2', [testToday, resultId])
  expect(await told(world.coTrainer, 'aim')).toContain('Cuisiner')
})

test('not disclosed is said as an answer', async () => {
  const { enrolmentId, personId } = await world.enrol('Ketty')
  await world.accompany(enrolmentId, personId, 'trainer', world.trainer)
  const by = { noted_on: '2026-02-02', noted_by: world.trainer.id, side: 'training' }
  await insert('aims', { enrolment_id: enrolmentId, person_id: personId, ...by, kind: 'not-disclosed' })
  expect(await told(world.trainer, 'aim', enrolmentId)).toContain('prefers not to say their aim')
})

test('signals by theme and what became of them, never the line that was noted', async () => {
  const signal = newId()
  await insert('signals', {
    id: signal,
    theme: 'housing',
    urgency: 'week',
    body: seal('signals', 'body', signal, 'loyer impayé'),
    on_date: '2026-09-01',
    due_on: '2026-09-08',
    noted_by: world.trainer.id,
  })
  await site.sql(
    `insert into signal_steps (id, signal_id, person_id, number, kind, on_date, by_user) values ($1, $2, $3, 1, 'settled', '2026-09-20', $4)`,
    [newId(), signal, world.personId, world.training.id],
  )
  const obstacles = await told(world.coTrainer, 'obstacles')
  expect(obstacles).toContain('Housing')
  expect(obstacles).toContain('Settled on 20 September 2026')
  expect(obstacles).not.toContain('loyer')
})

test('evaluations: what the person says and what trainers see, at first and now; entrance tests by side', async () => {
  const held = (on: string, own: unknown, trainer: unknown, kind = 'regular') =>
    insert('evaluations', {
      ...{ side: 'training', kind, on_date: on, held_by: world.trainer.id },
      own_points: JSON.stringify(own),
      trainer_points: JSON.stringify(trainer),
    })
  await held('2026-03-01', { regularity: 2, speaking: 'not-disclosed' }, { regularity: 1 })
  await held('2026-10-01', { regularity: 4 }, { regularity: 4 }, 'final')
  const remark = newId()
  await insert('evaluations', {
    ...{ id: remark, side: 'training', kind: 'remark', setting: 'group', on_date: '2026-05-01' },
    ...{ held_by: world.trainer.id, words: seal('evaluations', 'words', remark, 'a pleuré') },
  })
  const test = newId()
  const sealed = seal('entrance_tests', 'training', test, 'Aide-cuisine')
  const planned = { side: 'social', training: sealed, on_date: '2026-12-01', recorded_by: world.training.id }
  await insert('entrance_tests', { id: test, ...planned })
  const told1 = await told(world.coTrainer, 'evaluations')
  for (const one of [
    '2 evaluations',
    'A little',
    'Yes, very well',
    'Prefers not to say',
    'Is often missing',
    'Always comes',
  ])
    expect(told1).toContain(one)
  expect(told1).not.toContain('pleuré')
  expect(told1).not.toContain('Aide-cuisine')
  expect(await told(world.training, 'evaluations')).toContain(
    'Entrance test “Aide-cuisine”: planned for 1 December 2026.',
  )
})

test('steps with institutions and talks: the social side’s, until the person agrees that they are shared', async () => {
  const procedure = await insert('procedures', { kind: 'diploma', side: 'social' })
  for (const [state, on] of [
    ['opened', '2026-04-01'],
    ['granted', '2026-08-01'],
  ])
    await insert('procedure_states', {
      ...{ procedure_id: procedure, state, on_date: on },
      ...{ entered_by: world.training.id, side: 'social' },
    })
  await insert('appointments', {
    ...{ kind: 'talk', on_date: '2026-06-01', at_time: '09:00', with_user: world.training.id, state: 'held' },
    ...{ settled_on: '2026-06-01', side: 'social', planned_by: world.training.id },
  })
  for (const settled of [null, '2026-09-01'])
    await insert('situations', {
      ...{ theme: 'housing', code: 'debt', noted_on: '2026-02-01', noted_by: world.training.id, side: 'social' },
      ...{ settled_on: settled, settled_by: settled && world.training.id },
    })
  const social = await told(world.training, 'obstacles')
  expect(social).toContain('2 situations noted, one settled.')
  expect(social).toContain('Granted on 1 August 2026')
  expect(social).not.toContain('Begun on')
  expect(social).toContain('One individual talk, on 1 June 2026.')
  for (const author of [world.trainer, world.coTrainer]) {
    const training = await told(author, 'obstacles')
    expect(training).not.toContain('Granted')
    expect(training).not.toContain('individual talk')
    expect(training).not.toContain('situations')
  }
  await site.sql('update procedures set shared_on = $1', [testToday])
  await site.sql('update procedure_states set shared_on = $1', [testToday])
  expect(await told(world.coTrainer, 'obstacles')).toContain('Granted on 1 August 2026')
})
