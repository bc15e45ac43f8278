import { describe, expect, test } from 'vitest'
import { focustravail } from '../../blueprints/focustravail.ts'
import { type ChainKind, type ChainState, type ChainStep, chainKinds } from './handover.ts'
import { type DirectionAnswer, decide, enter, possible, stateOf, takeBack, transitions, waitingFor } from './rules.ts'

const today = '2026-11-23'
const states: ChainState[] = ['handed-over', ...chainKinds]

const step = (kind: ChainKind, onDate = today, byId = 'amina'): ChainStep => ({
  id: `${kind}-${onDate}`,
  kind,
  onDate,
  byId,
  byName: byId,
})
const chain = (...steps: ChainStep[]) => ({
  handedOverOn: '2026-11-02',
  dueOn: '2026-12-02',
  days: { received: 5, read: 10, talkPlanned: 14, talkHeld: 30 },
  steps,
  direction: null as unknown,
})
/** A chain that stands at a state, each press on its day. */
const at = (state: ChainState) =>
  chain(...(state === 'handed-over' ? [] : chainKinds.slice(0, chainKinds.indexOf(state) + 1)).map((k) => step(k)))

describe('the chain', () => {
  const leads: Record<ChainState, ChainKind[]> = {
    'handed-over': ['received'],
    received: ['read'],
    read: ['talk-planned', 'talk-held'],
    'talk-planned': ['talk-planned', 'talk-held'],
    'talk-held': [],
  }
  for (const state of states) {
    for (const kind of chainKinds)
      test(`from ${state}, "${kind}" is ${leads[state].includes(kind) ? 'entered' : 'refused'}`, () => {
        const answer = enter(at(state), kind, today, today)
        expect(answer.ok).toBe(leads[state].includes(kind))
        if (!answer.ok) expect(answer).toMatchObject({ key: 'handovers.refused.order', params: { state, kind } })
        else expect(stateOf([...at(state).steps, step(kind)])).toBe(transitions[state][kind])
      })
    test(`at ${state} the page offers just that`, () => expect(possible(state)).toEqual(leads[state]))
  }
  test('a talk is planned for today or later', () => {
    expect(enter(at('read'), 'talk-planned', '2026-11-22', today)).toMatchObject({
      key: 'handovers.refused.planPast',
    })
    expect(enter(at('read'), 'talk-planned', '2026-12-01', today).ok).toBe(true)
  })
  test('a talk was held between the hand-over and today', () => {
    expect(enter(at('read'), 'talk-held', '2026-11-24', today)).toMatchObject({ key: 'handovers.refused.future' })
    expect(enter(at('read'), 'talk-held', '2026-11-01', today)).toMatchObject({
      key: 'handovers.refused.beforeHandOver',
    })
    expect(enter(at('read'), 'talk-held', '2026-11-02', today).ok).toBe(true)
  })
})

describe('a press is taken back', () => {
  test('when it is the last one and one’s own', () => {
    const c = at('read')
    expect(takeBack(c, c.steps[1]!.id, 'amina').ok).toBe(true)
    expect(takeBack(c, c.steps[0]!.id, 'amina')).toMatchObject({ key: 'handovers.refused.notLast' })
    expect(takeBack(c, c.steps[1]!.id, 'marc')).toMatchObject({ key: 'handovers.refused.notYours' })
    expect(takeBack(chain(), 'x', 'amina')).toMatchObject({ key: 'handovers.refused.notLast' })
  })
  test('not after the talk ended in a direction', () => {
    const c = { ...at('talk-held'), direction: {} }
    expect(takeBack(c, c.steps[3]!.id, 'amina')).toMatchObject({ key: 'handovers.refused.directed' })
  })
})

describe('what a hand-over waits for', () => {
  const cases: [string, ReturnType<typeof chain>, string, object][] = [
    ['five days to be received', chain(), '2026-11-07', { for: 'received', dueOn: '2026-11-07', late: false }],
    ['late on the sixth', chain(), '2026-11-08', { for: 'received', late: true }],
    ['ten days to be read', chain(step('received')), '2026-11-12', { for: 'read', dueOn: '2026-11-12', late: false }],
    ['two weeks to plan', at('read'), '2026-11-17', { for: 'talk-planned', dueOn: '2026-11-16', late: true }],
    [
      'a planned talk is due on its day',
      chain(step('received'), step('read'), step('talk-planned', '2026-11-20')),
      '2026-11-20',
      { for: 'talk-held', dueOn: '2026-11-20', late: false },
    ],
    [
      'but not later than the programme says',
      chain(step('received'), step('read'), step('talk-planned', '2027-01-20')),
      '2026-12-03',
      { for: 'talk-held', dueOn: '2026-12-02', late: true },
    ],
    ['the direction on the day of the talk', at('talk-held'), today, { for: 'direction', dueOn: today, late: false }],
    ['and late the day after', at('talk-held'), '2026-11-24', { for: 'direction', late: true }],
  ]
  for (const [name, c, day, expected] of cases) test(name, () => expect(waitingFor(c, day)).toMatchObject(expected))
  test('without days in the programme, the day told to the person', () =>
    expect(waitingFor({ ...chain(), days: null }, today)).toEqual({
      for: 'received',
      dueOn: '2026-12-02',
      late: false,
    }))
  test('nothing once there is a direction', () =>
    expect(waitingFor({ ...at('talk-held'), direction: {} }, '2027-01-01')).toBeNull())
})

describe('the direction', () => {
  const answer: DirectionAnswer = {
    direction: 'ordinary-measure',
    takenUp: { by: 'officer', userId: 'x' },
    byDate: '2026-12-10',
    words: null,
    profileGoes: true,
  }
  const held = at('talk-held')
  const ask = (more: Partial<DirectionAnswer>, c = held) =>
    decide(c, focustravail.directions, { ...answer, ...more }, today)

  test('comes after the talk', () => {
    for (const state of states) expect(ask({}, at(state)).ok, state).toBe(state === 'talk-held')
  })
  const cases: [string, Partial<DirectionAnswer>, true | string][] = [
    ['an ordinary measure goes to the officer', {}, true],
    ['and to nobody else', { takenUp: { by: 'person' } }, 'handovers.refused.needsOfficer'],
    ['somebody takes it up', { direction: 'training', takenUp: { by: 'nobody' } }, 'handovers.refused.nobody'],
    [
      'the mission desk has a name',
      { direction: 'mission-desk', takenUp: { by: 'desk' } },
      'handovers.refused.needsName',
    ],
    ['given in words', { direction: 'mission-desk', takenUp: { by: 'desk' }, words: 'Mme Aebi' }, true],
    ['own steps are the person’s', { direction: 'own-steps', takenUp: { by: 'person' } }, true],
    ['by a day', { byDate: null }, 'handovers.refused.needsDay'],
    ['that is not over', { byDate: '2026-11-22' }, 'handovers.refused.dayPast'],
    ['none needs nobody', { direction: 'none', takenUp: { by: 'nobody' }, byDate: null }, true],
  ]
  for (const [name, more, expected] of cases)
    test(name, () => {
      const decision = ask(more)
      expect(decision.ok ? true : decision.key).toBe(expected)
    })
  test('the profile goes along to an officer only', () => {
    expect(ask({})).toMatchObject({ value: { profileGoes: true } })
    expect(ask({ direction: 'own-steps', takenUp: { by: 'person' } })).toMatchObject({ value: { profileGoes: false } })
  })
  test('none clears what was typed beside it', () =>
    expect(ask({ direction: 'none' })).toMatchObject({
      value: { takenUp: { by: 'nobody' }, byDate: null, profileGoes: false },
    }))
})
