import { describe, expect, test } from 'vitest'
import { moveup } from '../../blueprints/moveup.ts'
import { dueOn, hasNews, isLate, openSteps, othersFor, receiverOf, stepping, steps } from './rules.ts'
import { type Settler, type Signal, type SignalState, type Step, type StepKind, states } from './signal.ts'

const plan = moveup.signals!
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute))
const settler = (userId: string, part: string | null, enrolmentId = 'e'): Settler => ({
  ...{ enrolmentId, userId, part },
  name: userId,
})
const settlers = [
  settler('global', 'global'),
  settler('employment', 'employment'),
  settler('training', 'training'),
  settler('trainer', 'trainer'),
  settler('global', null),
]
const step = (kind: StepKind, by: string, to: string | null = null, minute = 5): Step => ({
  ...{ number: 1, kind, by, to, byName: by, toName: to },
  ...{ on: '2026-11-23', at: at(minute) },
})
const signal = (over: Partial<Signal> = {}): Signal => {
  const own = over.steps ?? []
  return {
    ...{
      id: 's',
      enrolmentId: 'e',
      personId: 'p',
      person: 'Amina',
      sessionId: null,
      theme: 'childcare',
      urgency: 'week',
    },
    ...{ body: { state: 'open', text: 'x' }, on: '2026-11-23', dueOn: '2026-11-30' },
    ...{ notedBy: 'trainer', notedByName: 'trainer', notedAt: at(0), words: [], seenAt: null },
    ...over,
    steps: own,
    state: own.at(-1)?.kind ?? 'noted',
  }
}

describe('where a signal goes', () => {
  const to = (theme: string, known: Settler[]) => receiverOf(signal({ theme }), { settlers: known, plan })?.userId
  test.each([
    ['to the first part of the theme', 'childcare', settlers, 'training'],
    ['to another part for another theme', 'housing', settlers, 'global'],
    ['to the next part when nobody has the first', 'childcare', settlers.slice(0, 2), 'global'],
    ['to the referrer when nobody has any part of it', 'childcare', [settler('ref', null)], 'ref'],
    ['to the referrer for a theme the programme no longer knows', 'gone', [settler('ref', null), ...settlers], 'ref'],
    ['never to a trainer by theme', 'childcare', [settler('trainer', 'trainer')], undefined],
    ['to nobody when there is nobody', 'childcare', [], undefined],
    ['not to who accompanies another enrolment', 'childcare', [settler('training', 'training', 'other')], undefined],
  ] as const)('%s', (_, theme, known, expected) => {
    expect(to(theme, [...known])).toBe(expected)
  })
  test('to whoever accepted it or was passed it, until they no longer accompany the person', () => {
    const held = signal({ steps: [step('accepted', 'employment')] })
    expect(receiverOf(held, { settlers, plan })?.userId).toBe('employment')
    const passed = signal({ steps: [step('passed-on', 'training', 'global')] })
    expect(receiverOf(passed, { settlers, plan })?.userId).toBe('global')
    const without = settlers.filter(({ userId }) => userId !== 'employment')
    expect(receiverOf(held, { settlers: without, plan })?.userId).toBe('training')
  })
  test('every theme of every programme names parts that the programme has', () => {
    const parts = new Set(moveup.followUpParts?.map(({ key }) => key))
    for (const theme of plan.themes) for (const part of theme.settledBy) expect(parts).toContain(part)
    expect(plan.urgencies.map(({ key }) => key)).toContain(plan.usual)
  })
})

describe('steps', () => {
  const reached: Record<SignalState, Signal> = {
    noted: signal(),
    accepted: signal({ steps: [step('accepted', 'training')] }),
    'passed-on': signal({ steps: [step('passed-on', 'training', 'employment')] }),
    settled: signal({ steps: [step('settled', 'training')] }),
  }
  const holder: Record<SignalState, string> = {
    noted: 'training',
    accepted: 'training',
    'passed-on': 'employment',
    settled: 'training',
  }
  const all = (Object.keys(steps) as StepKind[]).flatMap((kind) => states.map((from) => ({ kind, from })))
  test.each(all)('$kind after $from by whoever has it: as the table says', ({ kind, from }) => {
    const decision = stepping(
      reached[from],
      { kind, to: 'global', words: 'words' },
      { settlers, plan, actorId: holder[from] },
    )
    expect(decision.ok).toBe(from !== 'settled' && steps[kind].from.includes(from))
  })
  test.each([
    ['a colleague of the person accepts what is with another', 'accepted', 'employment', true],
    ['a colleague settles nothing that is with another', 'settled', 'employment', 'signals.step.notYours'],
    ['nor passes it on', 'passed-on', 'employment', 'signals.step.notYours'],
    ['whoever noted it settles nothing', 'settled', 'trainer', 'signals.step.notYours'],
    ['somebody who does not accompany the person accepts nothing', 'accepted', 'stranger', 'signals.step.notYours'],
  ] as const)('%s', (_, kind, actorId, expected) => {
    const decision = stepping(signal(), { kind, to: 'global', words: 'w' }, { settlers, plan, actorId })
    expect(decision.ok || decision.key).toBe(expected)
  })
  test('who noted it passes it on while there is nobody it could go to', () => {
    const known = [settler('employment', 'employment')]
    const one = signal({ theme: 'housing' })
    const by = { settlers: known, plan, actorId: 'trainer' }
    expect(openSteps(one, by)).toEqual(['passed-on'])
    expect(stepping(one, { kind: 'passed-on', to: 'employment', words: 'w' }, by).ok).toBe(true)
  })
  test.each([
    ['settling without saying what was done', 'settled', null, 'signals.step.settled.words'],
    ['passing on without a word', 'passed-on', null, 'signals.step.passed-on.words'],
    ['accepting without words', 'accepted', null, true],
  ] as const)('%s', (_, kind, words, expected) => {
    const decision = stepping(signal(), { kind, to: 'global', words }, { settlers, plan, actorId: 'training' })
    expect(decision.ok || decision.key).toBe(expected)
  })
  test('passing on to oneself, to whoever noted it or to a stranger is refused', () => {
    for (const to of ['training', 'trainer', 'stranger', null])
      expect(
        stepping(signal(), { kind: 'passed-on', to, words: 'w' }, { settlers, plan, actorId: 'training' }).ok,
      ).toBe(false)
    expect(othersFor(signal(), settlers, 'training').map(({ userId }) => userId)).toEqual(['global', 'employment'])
  })
})

test('each urgency has its day; one that the programme does not know has none', () => {
  expect(plan.urgencies.map(({ key }) => dueOn(plan, key, '2026-11-23'))).toEqual([
    '2026-11-23',
    '2026-11-30',
    '2026-12-21',
  ])
  expect(dueOn(plan, 'never', '2026-11-23')).toBeNull()
  expect(isLate({ state: 'noted', dueOn: '2026-11-23' }, '2026-11-23')).toBe(false)
  expect(isLate({ state: 'noted', dueOn: '2026-11-22' }, '2026-11-23')).toBe(true)
  expect(isLate({ state: 'settled', dueOn: '2026-11-22' }, '2026-11-23')).toBe(false)
})

describe('news for whoever noted it', () => {
  const word = (by: string, to: string | null, minute: number) => ({
    ...{ id: 'w', side: 'social' as const, by, byName: by, to, on: '2026-11-23', at: at(minute) },
    text: { state: 'open' as const, text: 'x' },
  })
  test.each([
    ['nothing happened', signal(), false],
    ['it was accepted', signal({ steps: [step('accepted', 'training')] }), true],
    ['it was accepted and seen', signal({ steps: [step('accepted', 'training')], seenAt: at(6) }), false],
    ['a word came after', signal({ words: [word('training', 'trainer', 7)], seenAt: at(6) }), true],
    ['a word for somebody else', signal({ words: [word('training', 'global', 7)] }), false],
    [
      'they answered after it',
      signal({ words: [word('training', 'trainer', 7), word('trainer', 'training', 8)] }),
      false,
    ],
    ['they passed it on themselves', signal({ steps: [step('passed-on', 'trainer', 'global')] }), false],
  ])('%s', (_, one, expected) => {
    expect(hasNews(one)).toBe(expected)
  })
})
