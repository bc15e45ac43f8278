import { describe, expect, test } from 'vitest'
import { type StageKind, stageKinds } from '../../blueprints/blueprint.ts'
import {
  advanceStage,
  changeStage,
  type GroupEvent,
  isEnd,
  moves,
  needsReason,
  offeredKinds,
  type StageMove,
} from './stages.ts'

const today = '2026-11-23'
const given = (from: StageKind, to: StageKind, more: Partial<StageMove> = {}): StageMove => ({
  from: { key: from, kind: from, on: '2026-11-10' },
  to: { key: to, kind: to },
  on: today,
  today,
  reason: 'other',
  inGroup: false,
  hasOther: false,
  ...more,
})

describe('the way of an enrolment', () => {
  const pairs = stageKinds.flatMap((from) => stageKinds.map((to) => [from, to] as const))

  test.each(pairs)('%s → %s is allowed exactly when the table says so', (from, to) => {
    const decision = changeStage(given(from, to, { inGroup: to === 'allocated' || to === 'started' }))
    const expected = from === to ? undefined : moves[from][to]
    expect(decision.ok ? decision.value : undefined).toBe(expected)
  })
  test.each(pairs.filter(([from, to]) => from !== to && moves[from][to]))(
    '%s → %s asks for a reason exactly when something went another way',
    (from, to) => {
      const decision = changeStage(given(from, to, { reason: null, inGroup: to === 'allocated' }))
      expect(decision.ok).toBe(!needsReason(moves[from][to]!, to))
    },
  )
  test('every kind can be left again, and every end reached', () => {
    for (const kind of stageKinds) {
      expect(Object.keys(moves[kind]).length).toBeGreaterThan(0)
      if (isEnd(kind)) expect(stageKinds.some((from) => moves[from][kind] === 'end')).toBe(true)
    }
  })
  test.each<[string, StageMove, string]>([
    ['in the future', given('registered', 'contacted', { on: '2026-11-24' }), 'referrals.stage.future'],
    ['before the last stage', given('registered', 'contacted', { on: '2026-11-09' }), 'referrals.stage.beforeLast'],
    ['to the same stage', given('informed', 'informed'), 'referrals.stage.already'],
    [
      'reopened beside a newer enrolment',
      given('dropped', 'registered', { hasOther: true }),
      'referrals.stage.otherRuns',
    ],
    ['allocated without a group', given('informed', 'allocated'), 'referrals.stage.byGroup'],
    [
      'back to waiting while in a group',
      given('allocated', 'informed', { inGroup: true }),
      'referrals.stage.leaveGroupFirst',
    ],
    ['dropped while in a group', given('started', 'dropped', { inGroup: true }), 'referrals.stage.leaveGroupFirst'],
    ['from waiting to completed', given('informed', 'completed'), 'referrals.stage.notFromHere'],
    ['ended without a reason', given('started', 'dropped', { reason: null }), 'referrals.stage.reasonMissing'],
  ])('%s is refused', (_name, move, key) => {
    expect(changeStage(move)).toMatchObject({ ok: false, key })
  })
  test('two stages of one kind follow one another when the kind is open', () => {
    const move = given('other', 'other', { to: { key: 'interview', kind: 'other' } })
    expect(changeStage(move)).toMatchObject({ ok: true })
  })
  test.each(pairs)('%s → %s is offered on the page exactly when it would be accepted', (from, to) => {
    for (const inGroup of [true, false]) {
      const move = given(from, to, { inGroup, to: { key: `${to}-2`, kind: to } })
      expect(offeredKinds(from, inGroup).includes(to)).toBe(changeStage(move).ok)
    }
  })
})

describe('what happens in a group moves people on', () => {
  test.each<[StageKind, GroupEvent, StageKind | null]>([
    ['registered', 'reached', 'contacted'],
    ['informed', 'reached', null],
    ['registered', 'informed', 'informed'],
    ['contacted', 'informed', 'informed'],
    ['started', 'informed', null],
    ['registered', 'joined-group', 'allocated'],
    ['informed', 'joined-group', 'allocated'],
    ['started', 'joined-group', null],
    ['allocated', 'left-group', 'informed'],
    ['started', 'left-group', null],
    ['allocated', 'first-attendance', 'started'],
    ['informed', 'first-attendance', 'started'],
    ['completed', 'first-attendance', null],
    ['dropped', 'first-attendance', null],
    ['started', 'last-session', 'completed'],
    ['allocated', 'last-session', null],
  ])('%s, %s: %s', (from, event, to) => {
    expect(advanceStage(from, event)).toEqual({ ok: true, value: to })
  })
  test.each(['completed', 'dropped', 'never-started'] as const)('%s: can’t join a group', (from) => {
    expect(advanceStage(from, 'joined-group')).toMatchObject({ ok: false, key: 'referrals.stage.ended' })
  })
})
