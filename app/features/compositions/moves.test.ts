import { describe, expect, test } from 'vitest'
import { person } from '../../../test/support/lists.ts'
import { type Assignment, unplaced, type WaitingList } from '../../engine/groups/list.ts'
import { groupEffects, verdictOf } from './move.view.ts'
import { effectOf, moving, stepsOf, swapsOf, targetsOf, unitOf } from './moves.ts'
import type { Lock, OfferFacts } from './plan.ts'

const offer = { language: 'FR', place: 'Town', slots: [0], min: 1, max: 2, childcareSeats: 1 }
const list: WaitingList = {
  persons: [
    person({ id: 'amina', waitedDays: 100 }),
    person({ id: 'bilal', waitedDays: 10 }),
    person({ id: 'chiara', childcare: true }),
    person({ id: 'dragan', childcare: true, waitedDays: 50 }),
    person({ id: 'elif', langs: ['DE'] }),
    person({ id: 'farid', avail: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1], oral: 5 }),
    person({ id: 'grace' }),
  ],
  offers: [
    { ...offer, id: 'lilas' },
    { ...offer, id: 'pont', slots: [1] },
  ],
  apart: [['amina', 'chiara']],
  together: [['bilal', 'grace']],
}
const [amina, bilal, chiara, dragan, elif, farid, grace] = [0, 1, 2, 3, 4, 5, 6] as const
const [lilas, pont] = [0, 1] as const
/** Lilas: Amina, Dragan. Pont: Chiara, Farid. */
const plan: Assignment = [lilas, unplaced, pont, lilas, unplaced, pont, unplaced]
const mode = 'homogeneous'
/** A move, with the swaps that would mend it. */
const targetOf = (from: WaitingList, at: Assignment, asked: { who: number; to: number }) => {
  const effect = effectOf(from, at, mode, stepsOf(from, at, asked))
  return { effect, swaps: swapsOf(from, at, mode, asked, effect) }
}
const rulesOf = (who: number, to: number) => targetOf(list, plan, { who, to }).effect.faults.map((f) => f.rule)

describe('who goes along', () => {
  test('is everybody who must be in the same group', () => {
    expect(unitOf(list, bilal)).toEqual([bilal, grace])
    expect(unitOf({ ...list, together: [...list.together, ['grace', 'elif']] }, elif)).toEqual([elif, grace, bilal])
    expect(stepsOf(list, plan, { who: bilal, to: lilas })).toEqual([
      { person: bilal, to: lilas },
      { person: grace, to: lilas },
    ])
  })
  test('in a swap the other goes to where the first one was', () => {
    expect(stepsOf(list, plan, { who: amina, to: pont, other: farid })).toEqual([
      { person: amina, to: pont },
      { person: farid, to: lilas },
    ])
  })
  test('nobody, when they are there already', () => {
    expect(stepsOf(list, plan, { who: amina, to: lilas })).toEqual([])
  })
})

describe('a rule in the way', () => {
  test.each([
    ['the language', elif, lilas, [1, 5]],
    ['the half-days', farid, lilas, [3, 5]],
    ['a full group', dragan, pont, [5, 6]],
    ['two who must be apart', amina, pont, [5, 7]],
    ['nothing, back to the list', amina, unplaced, []],
  ] as const)('%s', (_name, who, to, rules) => {
    expect(rulesOf(who, to)).toEqual(rules)
  })
  test('is mended by a swap where there is one, the best first', () => {
    expect(targetOf(list, plan, { who: dragan, to: pont }).swaps, 'Chiara would meet Amina').toEqual([])
    const free: WaitingList = { ...list, apart: [] }
    expect(targetOf(free, plan, { who: dragan, to: pont }).swaps.map((swap) => swap.other)).toEqual([chiara])
    expect(targetOf(list, plan, { who: elif, to: pont }).swaps, 'not by one who could never be there').toEqual([])
  })
  test('with a swap from the list the other goes back to it', () => {
    const alone: WaitingList = { ...list, together: [] }
    const { swaps } = targetOf(alone, plan, { who: grace, to: lilas })
    expect(swaps.map((swap) => swap.other).toSorted()).toEqual([amina, dragan])
    expect(swaps[0]!.other, 'the one who waited less').toBe(dragan)
  })
  test('forbids it', () => {
    const { effect } = targetOf(list, plan, { who: amina, to: pont })
    expect(verdictOf(effect)).toBe('forbidden')
    expect(moving(people, [], effect)).toMatchObject({ ok: false, key: 'compositions.plan.move.forbidden' })
  })
})

const people = {
  people: list.persons.map((facts) => ({
    ...{ enrolmentId: facts.id, personId: facts.id, firstName: facts.id, lastName: null, pinnedTo: null, facts },
  })),
  offers: list.offers.map((facts) => ({
    ...{ offerId: facts.id, locked: false, facts: { ...facts, name: facts.id } as OfferFacts },
  })),
}
const lock = (offerId: string, enrolmentId: string | null): Lock => ({ id: '', offerId, enrolmentId })

describe('a move', () => {
  const toList = targetOf(list, plan, { who: amina, to: unplaced }).effect
  test('may count when no rule is broken and nobody in it is locked', () => {
    expect(moving(people, [], toList).ok).toBe(true)
    expect(moving(people, [lock('pont', null), lock('pont', 'chiara')], toList).ok).toBe(true)
  })
  test.each([
    [[lock('lilas', 'amina')], 'compositions.plan.move.locked'],
    [[lock('lilas', null)], 'compositions.plan.move.lockedGroup'],
  ])('not with %j', (locks, key) => {
    const back = targetOf(list, [unplaced, ...plan.slice(1)], { who: amina, to: lilas }).effect
    expect(moving(people, locks, back)).toMatchObject({ ok: false, key })
  })
  test('of nobody is none', () => {
    expect(moving(people, [], { steps: [], faults: [] })).toMatchObject({ ok: false })
  })
  test('is offered to every other place, the list last', () => {
    expect(targetsOf(list, plan, mode, amina).map((target) => target.to)).toEqual([pont, unplaced])
    expect(targetsOf(list, plan, mode, elif).map((target) => target.to)).toEqual([lilas, pont])
    const alone: WaitingList = { ...list, together: [] }
    expect(targetsOf(alone, plan, mode, grace).map((target) => target.canSwap)).toEqual([true, true])
    expect(targetsOf(alone, plan, mode, elif).map((target) => target.canSwap)).toEqual([false, false])
  })
  test('says what becomes of the groups it touches', () => {
    expect(verdictOf(toList)).toBe('much')
    expect(groupEffects(list, plan, mode, toList)).toMatchObject([{ offer: lilas, trend: 'same' }])
    const { effect } = targetOf(list, [lilas, ...plan.slice(1, 3), unplaced, ...plan.slice(4)], {
      who: amina,
      to: unplaced,
    })
    expect(groupEffects(list, [lilas, ...plan.slice(1, 3), unplaced, ...plan.slice(4)], mode, effect)).toMatchObject([
      { trend: 'shut', after: undefined },
    ])
    expect(verdictOf({ ...toList, after: toList.before })).toBe('same')
    expect(verdictOf({ ...toList, after: { ...toList.before, score: toList.before.score + 1 } })).toBe('better')
    expect(verdictOf({ ...toList, after: { ...toList.before, score: toList.before.score - 99 } })).toBe('little')
    expect(verdictOf({ ...toList, after: { ...toList.before, score: toList.before.score - 399 } })).toBe('worse')
  })
})
