import { describe, expect, test } from 'vitest'
import { joining, leaving, rating, standing, standingOf } from './rules.ts'

const running = { key: 'collective', state: 'running' } as const
const planned = { key: 'preparation', state: 'planned' } as const
const today = '2026-11-23'

describe('a module', () => {
  test.each([
    [running, undefined, { state: 'running' }],
    [planned, undefined, { state: 'planned', opensOn: null }],
    [planned, { preparation: '2026-11-24' }, { state: 'planned', opensOn: '2026-11-24' }],
    [planned, { preparation: today }, { state: 'running' }],
    [planned, { other: today }, { state: 'planned', opensOn: null }],
  ] as const)('%j with openings %j is %j', (module, openings, expected) =>
    expect(standingOf(module, openings, today)).toEqual(expected),
  )
})

describe('joining', () => {
  const facts = { openings: undefined, memberships: [], enrolmentEndedOn: null, from: today, today }
  const isIn = (until: string | null) => ({ memberships: [{ module: 'collective', until }] })
  test.each([
    ['a running module', running, {}, true],
    ['again after leaving', running, isIn('2026-10-01'), true],
    ['twice', running, isIn(null), 'modules.refuse.already'],
    ['a module still to be built', planned, {}, 'modules.refuse.planned'],
    ['before it opens', planned, { openings: { preparation: '2026-11-24' } }, 'modules.refuse.notYet'],
    ['on the day it opens', planned, { openings: { preparation: today } }, true],
    [
      'since a day before it opened, later',
      planned,
      { openings: { preparation: '2026-11-20' }, from: '2026-11-19' },
      'modules.refuse.notYet',
    ],
    ['in the future', running, { from: '2026-11-24' }, 'modules.refuse.future'],
    ['after the programme ended', running, { enrolmentEndedOn: '2026-11-01' }, 'modules.refuse.over'],
  ] as const)('%s', (_situation, module, change, expected) => {
    const decision = joining(module, { ...facts, ...change })
    expect(decision.ok ? true : decision.key).toBe(expected)
  })
})

describe('leaving', () => {
  test.each([
    [{ from: '2026-11-01', until: null }, today, true],
    [{ from: '2026-11-01', until: null }, '2026-11-01', true],
    [{ from: '2026-11-01', until: null }, '2026-10-31', 'modules.refuse.beforeJoining'],
    [{ from: '2026-11-01', until: null }, '2026-11-24', 'modules.refuse.future'],
    [{ from: '2026-11-01', until: '2026-11-02' }, today, 'modules.refuse.left'],
  ] as const)('%j on %s', (membership, until, expected) => {
    const decision = leaving(membership, until, today)
    expect(decision.ok ? true : decision.key).toBe(expected)
  })
})

describe('rating', () => {
  const memberships = [{ module: 'collective', from: '2026-11-01' }]
  test.each([
    ['collective', today, true],
    ['collective', '2026-11-01', true],
    ['collective', '2026-10-31', 'modules.refuse.beforeJoining'],
    ['collective', '2026-11-24', 'modules.refuse.future'],
    ['individual', today, 'modules.refuse.notIn'],
  ] as const)('%s on %s', (module, on, expected) => {
    const decision = rating(memberships, { module, on, today })
    expect(decision.ok ? true : decision.key).toBe(expected)
  })

  test('again on the same day corrects one’s own, not what others said', () => {
    const one = { point: 1, side: 'training', words: null, sharedOn: null } as const
    const ratings = [
      { ...one, id: 'a', on: '2026-11-01', by: 'Tom' },
      { ...one, id: 'b', on: '2026-11-01', by: 'Cleo' },
      { ...one, id: 'c', on: '2026-11-01', by: 'Tom' },
      { ...one, id: 'd', on: '2026-11-02', by: 'Tom' },
    ]
    expect(standing(ratings).map(({ id }) => id)).toEqual(['b', 'c', 'd'])
  })
})
