// Every state with every move, as one table; and what a move needs besides.
import { describe, expect, test } from 'vitest'
import { orientation as plan } from '../../blueprints/moveup.orientation.ts'
import { type Move, moves, type OrientationState, type Stretch, states } from './orientation.ts'
import { type Asked, change, leadsTo, mayMove, recipientsOf } from './rules.ts'

const today = '2026-11-23'
const at = (state: OrientationState, step = 'review'): Stretch => ({
  ...{ id: 's', position: 1, state, step, part: 'training', ownerId: null, ownerName: null, from: '2026-11-02' },
  ...{ dueOn: null, until: null, reason: null, move: null, endedOn: null, endedBy: null, endedByName: null },
})
const asked = (move: Move, more: Partial<Asked> = {}): Asked => ({
  ...{
    move,
    to: 'register',
    reason: 'other',
    until: '2026-12-24',
    today,
    found: true,
    inGroup: false,
    hasOther: false,
  },
  ...more,
})

describe('the way', () => {
  test.each(states.flatMap((state) => moves.map((move) => [state, move] as const)))('from %s: %s', (state, move) => {
    const decision = change(plan, at(state), asked(move))
    const leads = leadsTo[state][move]
    expect(decision.ok ? decision.value.state : null).toBe(leads ?? null)
  })

  test.each<[string, Stretch, Asked, string]>([
    ['passing without having found out', at('at-step'), asked('pass', { found: false }), 'orientation.move.notFound'],
    ['skipping without a reason', at('at-step'), asked('skip', { reason: null }), 'orientation.reason.missing'],
    ['holding without a day', at('at-step'), asked('hold', { until: null }), 'orientation.until.missing'],
    ['holding until today', at('at-step'), asked('hold', { until: today }), 'orientation.until.past'],
    ['back to a later step', at('at-step'), asked('put-back', { to: 'interview' }), 'orientation.move.notBack'],
    ['back to the list', at('at-step'), asked('put-back', { to: 'recruit' }), 'orientation.move.notBack'],
    ['refusing a member of a group', at('at-step'), asked('refuse', { inGroup: true }), 'orientation.move.inGroup'],
    ['again beside another', at('refused'), asked('take-up', { hasOther: true }), 'orientation.move.otherRuns'],
  ])('%s is refused', (_name, now, what, key) => {
    expect(change(plan, now, what)).toMatchObject({ ok: false, key })
  })

  test('passing or skipping the last step accepts; the days of a step say when it is due', () => {
    for (const move of ['pass', 'skip'] as const)
      expect(change(plan, at('at-step', 'interview'), asked(move))).toMatchObject({ value: { state: 'accepted' } })
    expect(change(plan, at('at-step'), asked('pass'))).toMatchObject({
      value: { step: 'interview', dueOn: '2026-12-14' },
    })
  })
})

test('only a part of the step passes on; the coordinator and the social service do the rest', () => {
  const may = (move: Move, parts: string[], more = {}) =>
    mayMove(plan, at('at-step'), move, { parts, coordinates: false, socialWorker: false, ...more })
  expect([may('pass', ['training']), may('pass', ['global']), may('pass', [], { coordinates: true })]).toEqual([
    true,
    false,
    false,
  ])
  expect([may('refuse', [], { coordinates: true }), may('refuse', ['global'])]).toEqual([true, false])
  expect([may('hold', ['global']), may('hold', [], { socialWorker: true }), may('hold', [])]).toEqual([
    true,
    true,
    false,
  ])
})

test('feedback goes to everyone before the step, and to who acted already, never to the sender', () => {
  const colleagues = [
    ...[
      { userId: 'g', part: 'global' },
      { userId: 't', part: 'training' },
    ],
    ...[
      { userId: 'a', part: 'trainer' },
      { userId: 'b', part: 'trainer' },
    ],
  ].map((one) => ({ ...one, endedOn: null }))
  const to = (step: string, sender: string, stretches: Stretch[] = []) =>
    recipientsOf(plan, { now: { step }, stretches, colleagues, sender })
  expect(to('interview', 'a')).toEqual(['g', 't'])
  expect(to('review', 't')).toEqual(['g'])
  expect(
    to('review', 't', [{ ...at('at-step', 'interview'), move: 'put-back', endedOn: today, endedBy: 'a' }]),
  ).toEqual(['g', 'a'])
})
