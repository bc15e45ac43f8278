import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { example, person } from '../../../test/support/lists.ts'
import { compose, Impossible, type Options } from './compose.ts'
import { type Mode, modes, type Offer, type Person, unplaced, type WaitingList } from './list.ts'
import { prove } from './prove.ts'
import { faultsOf } from './rules.ts'
import { scoreOf } from './score.ts'

const clock = () => 0
const steady = (list: WaitingList, mode: Mode, more: Partial<Options> = {}) =>
  compose(list, { mode, seed: 1, iterations: 20_000, clock, ...more })

/** Lists as small and as awkward as they come: no offers, seats for nobody, pairs that can't be kept, everyone blocked. */
const smallLists = fc
  .record({ people: fc.integer({ min: 0, max: 9 }), offers: fc.integer({ min: 0, max: 3 }) })
  .chain(({ people, offers }) => {
    const level = fc.option(fc.integer({ min: 0, max: 7 }), { nil: null, freq: 5 })
    const anybody = fc.record({
      langs: fc.subarray(['FR', 'DE'], { minLength: 0 }),
      gender: fc.constantFrom('w', 'm', 'x'),
      age: fc.option(fc.integer({ min: 16, max: 65 }), { nil: null }),
      schooling: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      oral: level,
      reading: level,
      writing: level,
      childcare: fc.boolean(),
      avail: fc.array(fc.constantFrom<0 | 1>(0, 1, 1, 1), { minLength: 10, maxLength: 10 }),
      place: fc.constantFrom('Town', 'Lake'),
      mobile: fc.boolean(),
      waitedDays: fc.integer({ min: 0, max: 300 }),
      earliestStart: fc.constantFrom(0, 0, 0, 12),
    })
    const anyOffer = fc
      .record({
        language: fc.constantFrom('FR', 'DE'),
        place: fc.constantFrom('Town', 'Lake'),
        slots: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 2 }),
        min: fc.integer({ min: 0, max: 4 }),
        more: fc.integer({ min: 0, max: 3 }),
        childcareSeats: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ more, ...offer }) => ({ ...offer, max: offer.min + more }))
    const pair = fc.tuple(fc.nat(Math.max(0, people - 1)), fc.nat(Math.max(0, people - 1)))
    return fc
      .record({
        persons: fc.array(anybody, { minLength: people, maxLength: people }),
        offers: fc.array(anyOffer, { minLength: offers, maxLength: offers }),
        apart: fc.array(pair, { maxLength: 3 }),
        together: fc.array(pair, { maxLength: 3 }),
      })
      .map(({ persons, offers: offered, apart, together }): WaitingList => {
        const named = (pairs: [number, number][]) =>
          pairs.filter(([a, b]) => a !== b && people > 0).map(([a, b]): [string, string] => [`P${a}`, `P${b}`])
        return {
          persons: persons.map((one, i) => ({ ...one, id: `P${i}` }) as Person),
          offers: offered.map((one, g) => ({ ...one, id: `G${g}` }) as Offer),
          apart: named(apart),
          together: named(together),
        }
      })
  })

/** The best score of all plans, by trying every one. */
function bestOfAll(list: WaitingList, mode: Mode): number {
  let best = Number.NEGATIVE_INFINITY
  const assignment = list.persons.map(() => unplaced)
  const tryFrom = (i: number) => {
    if (i === assignment.length) {
      if (faultsOf(list, assignment).length === 0) best = Math.max(best, scoreOf(list, assignment, mode).score)
      return
    }
    for (let g = unplaced; g < list.offers.length; g++) {
      assignment[i] = g
      tryFrom(i + 1)
    }
    assignment[i] = unplaced
  }
  tryFrom(0)
  return best
}

describe('composing groups', () => {
  it.each(modes)('keeps every hard rule, however awkward the list (%s)', (mode) => {
    fc.assert(
      fc.property(smallLists, fc.integer({ min: 0, max: 1e6 }), (list, seed) => {
        const plan = steady(list, mode, { seed, iterations: 2_000 })
        expect(faultsOf(list, plan.assignment)).toEqual([])
        expect(plan).toMatchObject(pick(scoreOf(list, plan.assignment, mode)))
      }),
      { numRuns: 1500 },
    )
  })

  it.each(modes)('finds the best of all plans where all can be tried (%s)', (mode) => {
    const few = smallLists.filter((list) => (list.offers.length + 1) ** list.persons.length <= 20_000)
    fc.assert(
      fc.property(few, (list) => {
        expect(steady(list, mode, { iterations: 300_000 }).score).toBe(bestOfAll(list, mode))
      }),
      // The search is no proof: of many thousands of such lists it misses one now and then, which `prove` finds. These it must find.
      { numRuns: 500, seed: 2026 },
    )
  })

  it('proves what trying every plan shows', async () => {
    const few = smallLists.filter((list) => (list.offers.length + 1) ** list.persons.length <= 5_000)
    await fc.assert(
      fc.asyncProperty(few, fc.constantFrom(...modes), async (list, mode) => {
        // From the empty plan, so that the proof has to find the best one itself.
        const empty = list.persons.map(() => unplaced)
        const proven = await prove(list, empty, { mode, budgetMs: 60_000 })
        const best = bestOfAll(list, mode)
        expect(proven).toMatchObject({ proof: 'optimal', bound: best, score: best })
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    [24, 'homogeneous', 8592],
    [24, 'mixed', 8496],
    [60, 'homogeneous', 42972],
    [60, 'mixed', 43634],
  ] as const)('finds and proves the optimum of the example with %i people, %s', async (n, mode, optimum) => {
    const list = example(n)
    const plan = steady(list, mode, { iterations: 3_000_000 })
    expect(plan.score).toBe(optimum)
    expect(await prove(list, plan.assignment, { mode, budgetMs: 120_000 })).toMatchObject({
      proof: 'optimal',
      bound: optimum,
    })
  })

  it('gives the same plan for the same seed and number of proposals, and says so after a timed search', () => {
    const list = example(240)
    let now = 0
    // Time passes evenly with every look at the clock.
    const timed = steady(list, 'homogeneous', { iterations: undefined, budgetMs: 900, clock: () => ++now })
    expect(timed.isCut).toBe(false)
    const again = steady(list, 'homogeneous', { iterations: timed.iterations })
    expect(again).toMatchObject({ assignment: timed.assignment, iterations: timed.iterations })
    const brief = (seed: number) => steady(list, 'homogeneous', { iterations: 20_000, seed }).assignment
    expect(brief(2)).not.toEqual(brief(1))
  })

  it('has a plan with 95 % of the seats of 1,000 people before the first round', () => {
    const list = example(1000)
    const first = steady(list, 'mixed', { iterations: 1 })
    expect(first.seats).toBeGreaterThanOrEqual(0.95 * 728)
    expect(faultsOf(list, first.assignment)).toEqual([])
  })

  it('takes no time where nobody can go anywhere', () => {
    const list: WaitingList = { persons: [person({ id: 'A' })], offers: [], apart: [], together: [] }
    let looks = 0
    const plan = steady(list, 'mixed', { iterations: undefined, budgetMs: 1000, clock: () => ++looks })
    expect(plan).toMatchObject({ assignment: [unplaced], score: 0, seats: 0, iterations: 0, isCut: false })
    expect(looks).toBeLessThan(5)
  })

  it('stops when asked, with the best plan so far', () => {
    const list = example(240)
    let asked = 0
    const plan = steady(list, 'mixed', { iterations: 50_000_000, stop: () => ++asked > 20 })
    expect(plan.isCut).toBe(true)
    expect(plan.iterations).toBeLessThan(200_000)
    expect(faultsOf(list, plan.assignment)).toEqual([])
  })

  it('tells how far it is', () => {
    const told: number[] = []
    steady(example(60), 'mixed', { iterations: 600_000, onProgress: ({ share }) => told.push(share) })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })
})

describe('proposing again', () => {
  const list = example(60)
  const plan = steady(list, 'mixed', { iterations: 300_000 })

  it('leaves everybody seated where they are when their plan is pinned', () => {
    const fewer = plan.assignment.map((g, i) => (i % 3 === 0 ? unplaced : g))
    const kept = fewer.map((g, i) =>
      list.offers.some((offer, at) => at === g && sizeOf(fewer, g) < offer.min) ? plan.assignment[i]! : g,
    )
    const again = steady(list, 'mixed', { pinned: { assignment: kept } })
    for (const [i, g] of kept.entries()) if (g !== unplaced) expect(again.assignment[i]).toBe(g)
    expect(faultsOf(list, again.assignment)).toEqual([])
  })

  it.each([0, 1, 2, 5])('changes at most %i places', (maxMoves) => {
    const worse = steady(list, 'mixed', { iterations: 1, seed: 9 }).assignment
    const again = steady(list, 'mixed', { pinned: { assignment: worse, maxMoves }, iterations: 400_000 })
    expect(worse.filter((g, i) => g !== again.assignment[i]).length).toBeLessThanOrEqual(maxMoves)
    expect(faultsOf(list, again.assignment)).toEqual([])
    expect(again.score).toBeGreaterThanOrEqual(scoreOf(list, worse, 'mixed').score)
  })

  it('proves a pinned plan among the plans that keep the pins', async () => {
    const worse = steady(list, 'mixed', { iterations: 1, seed: 9 }).assignment
    const aim = { mode: 'mixed', pinned: { assignment: worse, maxMoves: 4 } } as const
    const found = steady(list, 'mixed', { ...aim, iterations: 2_000_000 })
    const proven = await prove(list, found.assignment, { ...aim, budgetMs: 120_000 })
    expect(proven.proof).toBe('optimal')
    expect(worse.filter((g, i) => g !== proven.assignment[i]).length).toBeLessThanOrEqual(4)
  })

  it('says that a pinned plan can’t be kept when somebody in it is no longer allowed there', () => {
    const g = plan.assignment.findIndex((at) => at !== unplaced)
    const changed = { ...list, persons: list.persons.map((p, i) => (i === g ? { ...p, earliestStart: 9 } : p)) }
    const pinned = { assignment: plan.assignment }
    expect(() => steady(changed, 'mixed', { pinned })).toThrow(Impossible)
    expect(() => steady(changed, 'mixed', { pinned: { ...pinned, maxMoves: 0 } })).toThrow(Impossible)
  })

  it('keeps people on the list and takes nobody into a sealed group', () => {
    const left = plan.assignment.indexOf(unplaced)
    const again = steady(list, 'mixed', {
      fixed: { at: plan.assignment.map((g, i) => (g === 0 ? 0 : i === left ? unplaced : null)), sealed: [0] },
      iterations: 300_000,
    })
    expect(again.assignment[left]).toBe(unplaced)
    expect(again.assignment.flatMap((g, i) => (g === 0 ? [i] : []))).toEqual(
      plan.assignment.flatMap((g, i) => (g === 0 ? [i] : [])),
    )
  })
})

describe('opening and shutting groups', () => {
  it('opens only as many groups as can be filled', () => {
    const ten = Array.from({ length: 10 }, (_, i) => person({ id: `P${i}`, waitedDays: i }))
    const offer: Offer = { id: 'A', language: 'FR', place: 'Town', slots: [0], min: 6, max: 8, childcareSeats: 0 }
    const list: WaitingList = { persons: ten, offers: [offer, { ...offer, id: 'B' }], apart: [], together: [] }
    expect(steady(list, 'homogeneous').seats).toBe(8)
  })

  it('opens the group that seats more', () => {
    const offer: Offer = { id: 'A', language: 'FR', place: 'Town', slots: [0], min: 4, max: 5, childcareSeats: 0 }
    const evenings = (from: number, langs: string[]) => person({ id: `P${from}`, langs })
    const list: WaitingList = {
      // Two can go to either; the small offer would take them from the large one, which then couldn't open.
      persons: [0, 1, 2]
        .map((i) => evenings(i, ['FR']))
        .concat(
          [3, 4].map((i) => evenings(i, ['FR', 'DE'])),
          [5, 6].map((i) => evenings(i, ['DE'])),
        ),
      offers: [
        { ...offer, language: 'DE', min: 4, max: 4 },
        { ...offer, min: 5 },
      ],
      apart: [],
      together: [],
    }
    expect(steady(list, 'homogeneous', { iterations: 100_000 }).seats).toBe(5)
  })
})

const sizeOf = (assignment: readonly number[], g: number) => assignment.filter((at) => at === g).length
const pick = ({ score, seats, softCost }: { score: number; seats: number; softCost: number }) => ({
  score,
  seats,
  softCost,
})
