import { describe, expect, it } from 'vitest'
import { example, person } from '../../../test/support/lists.ts'
import { compose } from './compose.ts'
import { type Offer, unplaced, type WaitingList } from './list.ts'
import { consequencesOf, groupReasons, reachOf, whyLeft } from './reasons.ts'

const offer = (given: Partial<Offer> & Pick<Offer, 'id'>): Offer => ({
  language: 'FR',
  place: 'Town',
  slots: [1],
  min: 1,
  max: 2,
  childcareSeats: 1,
  ...given,
})
const list = (given: Partial<WaitingList>): WaitingList => ({
  persons: [],
  offers: [],
  apart: [],
  together: [],
  ...given,
})
const busy = person({ id: '' }).avail.map((_, slot): 0 | 1 => (slot === 1 ? 0 : 1))

describe('why somebody is left on the list', () => {
  it.each<[string, Partial<WaitingList>, number[], number[]]>([
    ['speaks another language', { persons: [person({ id: 'A', langs: ['DE'] })] }, [unplaced], [1]],
    ['lives elsewhere and is not mobile', { persons: [person({ id: 'A', place: 'Lake' })] }, [unplaced], [2]],
    ['lives elsewhere and is mobile', { persons: [person({ id: 'A', place: 'Lake', mobile: true })] }, [unplaced], []],
    ['is not free then', { persons: [person({ id: 'A', avail: busy })] }, [unplaced], [3]],
    ['can start only later', { persons: [person({ id: 'A', earliestStart: 3 })] }, [unplaced], [4]],
    [
      'everything at once',
      { persons: [person({ id: 'A', langs: [], place: 'Lake', avail: busy, earliestStart: 3 })] },
      [unplaced],
      [1, 2, 3, 4],
    ],
    ['finds it full', { persons: ['A', 'B', 'C'].map((id) => person({ id })) }, [unplaced, 0, 0], [5]],
    ['can’t open it alone', { persons: [person({ id: 'A' })], offers: [offer({ id: 'G', min: 2 })] }, [unplaced], [5]],
    [
      'finds no seat for a child',
      { persons: [person({ id: 'A', childcare: true }), person({ id: 'B', childcare: true })] },
      [unplaced, 0],
      [6],
    ],
    [
      'must not meet someone there',
      { persons: ['A', 'B'].map((id) => person({ id })), apart: [['B', 'A']] },
      [unplaced, 0],
      [7],
    ],
    [
      'must be with someone who can’t come',
      { persons: [person({ id: 'A' }), person({ id: 'B', langs: ['DE'] })], together: [['A', 'B']] },
      [unplaced, unplaced],
      [8],
    ],
    [
      'must be with and must not meet the same one',
      { persons: ['A', 'B'].map((id) => person({ id })), together: [['A', 'B']], apart: [['A', 'B']] },
      [unplaced, unplaced],
      [8],
    ],
    [
      'comes with two others, for two seats',
      {
        persons: ['A', 'B', 'C'].map((id) => person({ id })),
        together: [
          ['A', 'B'],
          ['B', 'C'],
        ],
      },
      [unplaced, unplaced, unplaced],
      [5],
    ],
  ])('%s', (_, given, assignment, rules) => {
    const [first] = whyLeft(list({ offers: [offer({ id: 'G' })], ...given }), assignment)
    expect(first).toEqual({ person: 0, reasons: [{ offer: 0, rules }] })
  })

  it('says for each person left in a good plan what keeps them out of every offer', () => {
    const all = example(240)
    const plan = compose(all, { mode: 'mixed', seed: 1, iterations: 500_000, clock: () => 0 })
    const left = whyLeft(all, plan.assignment)
    expect(left).toHaveLength(240 - plan.seats)
    for (const { reasons } of left) for (const { rules } of reasons) expect(rules).not.toEqual([])
  })
})

describe('what makes a group good or poor', () => {
  const people = [
    person({ id: 'A', oral: 1, reading: null }),
    person({ id: 'B', oral: 4, schooling: 0 }),
    person({ id: 'C', oral: 2, gender: 'm', age: 20 }),
    person({ id: 'D', oral: 7, gender: 'm' }),
  ]
  const one = list({ persons: people, offers: [offer({ id: 'G', max: 4 }), offer({ id: 'H' })] })

  it('tells levels, the two who differ most, and who fits least', () => {
    const [group] = groupReasons(one, [0, 0, 0, unplaced], 'homogeneous')
    expect(group).toMatchObject({
      offer: 0,
      people: [0, 1, 2],
      levels: { oral: { lowest: 1, median: 2, highest: 4 }, reading: { lowest: 2, median: 2, highest: 2 } },
      // Three levels of speaking, and never schooled beside long schooled.
      worstPair: { people: [0, 1], cost: 26 },
      fitsLeast: { person: 1, cost: 46 },
      cost: 52,
    })
    // Over all six pairs of the list: A–B 26, A–C 6, A–D 36, B–C 20, B–D 26, C–D 30.
    expect(group!.blindCost).toBe((144 / 6) * 3)
  })

  it('tells how far each feature is from the list', () => {
    const [group] = groupReasons(one, [0, 0, unplaced, unplaced], 'mixed')
    expect(group!.balance).toContainEqual({ feature: 'woman', count: 2, share: 50, cost: 3 * 100 })
    expect(group!.balance).toContainEqual({ feature: 'young', count: 0, share: 25, cost: 2 * 50 })
    expect(group!.balance.reduce((sum, { cost }) => sum + cost, 0)).toBe(group!.cost)
    expect(group).toMatchObject({ worstPair: null, fitsLeast: null, blindCost: null })
  })

  it('has nothing to say of a group that is not opened', () => {
    expect(groupReasons(one, [unplaced, unplaced, unplaced, unplaced], 'mixed')).toEqual([])
  })
})

it('tells what a change costs and which rule it breaks', () => {
  const two = list({
    persons: [person({ id: 'A' }), person({ id: 'B', oral: 5 }), person({ id: 'C', langs: ['DE'] })],
    offers: [offer({ id: 'G' }), offer({ id: 'H' })],
    apart: [['A', 'B']],
  })
  const apart = consequencesOf(two, [0, 1, unplaced], 'homogeneous', [{ person: 1, to: 0 }])
  expect(apart.after.score).toBe(apart.before.score - 18)
  expect(apart.faults).toEqual([{ rule: 7, offer: 0, persons: [0, 1] }])
  expect(consequencesOf(two, [0, 1, unplaced], 'homogeneous', [{ person: 2, to: 1 }]).faults).toEqual([
    { rule: 1, offer: 1, persons: [2] },
  ])
  const swapped = consequencesOf(two, [0, 1, unplaced], 'homogeneous', [
    { person: 0, to: 1 },
    { person: 1, to: 0 },
  ])
  expect(swapped).toMatchObject({ faults: [], assignment: [1, 0, unplaced] })
})

it('tells which rule empties an offer, childcare among them', () => {
  const child = { childcare: true }
  const evening = list({
    persons: [
      person({ id: 'A', avail: busy }),
      person({ id: 'B', avail: busy }),
      person({ id: 'C', langs: ['DE'] }),
      person({ id: 'D' }),
      person({ id: 'E', place: 'Lake', ...child }),
      person({ id: 'F', place: 'Lake', ...child }),
    ],
    offers: [
      offer({ id: 'G', min: 2 }),
      offer({ id: 'H', slots: [2] }),
      offer({ id: 'I', place: 'Lake', min: 2, childcareSeats: 1 }),
    ],
  })
  expect(reachOf(evening)).toEqual([
    { offer: 0, eligible: 1, seatable: 1, without: { 1: 1, 2: 2, 3: 2, 4: 0 }, emptiedBy: 2 },
    { offer: 1, eligible: 3, seatable: 3, without: { 1: 1, 2: 2, 3: 0, 4: 0 }, emptiedBy: null },
    { offer: 2, eligible: 2, seatable: 1, without: { 1: 0, 2: 1, 3: 0, 4: 0 }, emptiedBy: 6 },
  ])
})
