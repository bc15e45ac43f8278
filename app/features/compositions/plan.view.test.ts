import { describe, expect, test } from 'vitest'
import { example } from '../../../test/support/lists.ts'
import { compose } from '../../engine/groups/compose.ts'
import type { GroupReasons } from '../../engine/groups/reasons.ts'
import { gradeOf, oddest } from './fit.ts'
import type { OpenPlan } from './plan.ts'
import { gapOf, whyOf } from './plan.view.ts'
import { baseOf } from './run.aim.ts'

describe('why somebody has no place', () => {
  test.each([
    ['no group on offer', [], { kind: 'noGroups' }],
    ['a place would be free', [[5], []], { kind: 'outweighed', groups: [1] }],
    ['places went to others', [[5], [1], [6, 7]], { kind: 'taken', groups: [0, 2] }],
    ['one own rule everywhere', [[1, 3], [1], [1, 5]], { kind: 'own', rule: 1 }],
    [
      'the start before all else',
      [
        [3, 4],
        [3, 4],
      ],
      { kind: 'own', rule: 4 },
    ],
    ['something else in each', [[1, 3], [2], [3, 5]], { kind: 'each', nearest: { offer: 1, rules: [2] } }],
  ] as const)('%s', (_name, rules, expected) => {
    expect(whyOf(rules.map((one, offer) => ({ offer, rules: [...one] })))).toEqual(expected)
  })
})

describe('how well a group fits', () => {
  const group = (given: Partial<GroupReasons>): GroupReasons => ({
    ...{ offer: 0, people: Array.from({ length: 10 }, (_, i) => i), cost: 0, balance: [], blindCost: null },
    ...{ levels: { oral: null, reading: null, writing: null }, worstPair: null, fitsLeast: null },
    ...given,
  })
  // Ten people are 45 pairs; the weights of the features are 17 together.
  test.each([
    ['homogeneous', 45 * 8, 4],
    ['homogeneous', 45 * 8 + 1, 3],
    ['homogeneous', 45 * 14 + 1, 2],
    ['homogeneous', 45 * 22 + 1, 1],
    ['mixed', 595, 4],
    ['mixed', 596, 3],
    ['mixed', 1021, 2],
    ['mixed', 1531, 1],
  ] as const)('%s at a cost of %i: %i of four', (mode, cost, grade) => {
    expect(gradeOf(group({ cost }), mode)).toBe(grade)
  })
  test('one person alone fits', () => {
    expect(gradeOf(group({ people: [0] }), 'homogeneous')).toBe(4)
  })
  test('what differs from the list by a person and a half stands out', () => {
    const balance = [
      { feature: 'woman', count: 6, share: 50, cost: 0 },
      { feature: 'young', count: 1, share: 30, cost: 0 },
    ] as const
    expect(oddest(group({ balance }))).toEqual(balance[1])
    expect(oddest(group({ balance: balance.slice(0, 1) }))).toBeUndefined()
    expect(oddest(group({ balance: balance.slice(0, 1), cost: 1100 })), 'in a poor group the most').toEqual(balance[0])
  })
})

test.each([
  ['optimal', 100, 0, 0],
  ['bound', 125, 0, 20],
  [null, null, 0, undefined],
  ['optimal', 100, 1, undefined],
] as const)('with the proof %s (%s) and %i changes tried out, a better plan is %s %% away', (proof, bound, n, gap) => {
  const plan = { score: 100, proof, bound } as OpenPlan['plan']
  expect(gapOf({ plan, pending: Array(n).fill({}) })).toBe(gap)
})

test('an earlier plan in the terms of another list: who is new, or whose group is gone, was on the list', () => {
  const list = example(24)
  const [first, second, third] = list.persons.map((one) => one.id) as [string, string, string]
  const offerOf = new Map<string, string | null>([
    [first, list.offers[1]!.id],
    [second, 'gone'],
    [third, null],
  ])
  const base = baseOf(list, offerOf)
  expect(base.slice(0, 4)).toEqual([1, -1, -1, -1])
  expect(() =>
    compose(list, {
      mode: 'mixed',
      seed: 1,
      iterations: 1000,
      clock: () => 0,
      pinned: { assignment: base, maxMoves: 24 },
    }),
  ).not.toThrow()
})
