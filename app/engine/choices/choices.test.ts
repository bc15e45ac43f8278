import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { root } from '../../shared/root.ts'
import { type ChoiceRule, type Choices, type Chosen, choiceRules, choose } from './choices.ts'

const someChoices: fc.Arbitrary<Choices> = fc.integer({ min: 0, max: 4 }).chain((options) =>
  fc.record({
    cap: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: options, maxLength: options }),
    prefs: fc.array(options === 0 ? fc.constant<number[]>([]) : fc.shuffledSubarray([...new Array(options).keys()]), {
      maxLength: 5,
    }),
    perPerson: fc.integer({ min: 0, max: 3 }),
  }),
)

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** What a rule makes as large as it can, the first number before the second and so on. */
const aims: Record<ChoiceRule, (signature: readonly number[]) => number[]> = {
  fair: (signature) => [sum(signature), ...signature.map((seats) => -seats).reverse()],
  'rank-maximal': (signature) => [...signature],
  'max-then-rank-maximal': (signature) => [sum(signature), ...signature],
  'min-sum': (signature) => [sum(signature), -sum(signature.map((seats, at) => seats * (at + 1)))],
}

const compare = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}

/** The best of every rule by trying every way to give out the seats. */
function byTrying({ cap, prefs, perPerson }: Choices): Record<ChoiceRule, number[]> {
  const longest = Math.max(0, ...prefs.map((options) => options.length))
  const best: Partial<Record<ChoiceRule, number[]>> = {}
  const left = [...cap]
  const signature = new Array<number>(longest).fill(0)
  const go = (person: number, at: number, wanted: number) => {
    const options = prefs[person]
    if (options === undefined) {
      for (const rule of choiceRules) {
        const value = aims[rule](signature)
        if (!best[rule] || compare(value, best[rule]) > 0) best[rule] = value
      }
      return
    }
    if (at === options.length || wanted === 0) {
      go(person + 1, 0, perPerson)
      return
    }
    go(person, at + 1, wanted)
    const option = options[at]!
    if (left[option] === 0) return
    left[option]! -= 1
    signature[at]! += 1
    go(person, at + 1, wanted - 1)
    left[option]! += 1
    signature[at]! -= 1
  }
  go(0, 0, perPerson)
  return best as Record<ChoiceRule, number[]>
}

function expectAllowed({ cap, prefs, perPerson }: Choices, { assignment, signature }: Chosen) {
  expect(assignment).toHaveLength(prefs.length)
  const counted = signature.map(() => 0)
  for (const [i, options] of assignment.entries()) {
    expect(options.length).toBeLessThanOrEqual(perPerson)
    expect(new Set(options).size).toBe(options.length)
    for (const option of options) {
      expect(prefs[i]).toContain(option)
      counted[prefs[i]!.indexOf(option)]! += 1
    }
  }
  expect(counted).toEqual(signature)
  for (const [option, seats] of cap.entries())
    expect(assignment.flat().filter((one) => one === option).length).toBeLessThanOrEqual(seats)
}

describe('giving out seats by choice', () => {
  test('is the best by each rule, as found by trying all', () => {
    fc.assert(
      fc.property(someChoices, (choices) => {
        const best = byTrying(choices)
        for (const rule of choiceRules) {
          const chosen = choose(choices, rule)
          expectAllowed(choices, chosen)
          expect(aims[rule](chosen.signature)).toEqual(best[rule])
        }
      }),
      { numRuns: 600 },
    )
  })

  test('the rules differ where seats are short: 36 people, three seats each, thirteen trades', () => {
    const trades = JSON.parse(readFileSync(join(root, 'test/fixtures/compose/trades-36.json'), 'utf8')) as Choices
    expect(choose(trades, 'fair').signature).toEqual([29, 29, 25, 16, 7, 1])
    expect(choose(trades, 'rank-maximal').signature).toEqual([35, 28, 20, 14, 5, 1])
    expect(choose(trades, 'max-then-rank-maximal').signature).toEqual([35, 27, 19, 16, 8, 2])
    expect(aims['min-sum'](choose(trades, 'min-sum').signature)).toEqual([107, -262])
  })

  test('twenty ranks among a thousand people stay exact: everybody gets their first choice', () => {
    const people = 1000
    const options = 20
    const prefs = Array.from({ length: people }, (_, i) =>
      Array.from({ length: options }, (_, at) => (i + at) % options),
    )
    const chosen = choose({ cap: new Array<number>(options).fill(people / options), prefs, perPerson: 1 }, 'fair')
    expect(chosen.signature[0]).toBe(people)
  })

  test('nobody, nothing on offer, nothing wanted', () => {
    expect(choose({ cap: [], prefs: [], perPerson: 1 }, 'fair')).toEqual({ assignment: [], signature: [] })
    expect(choose({ cap: [], prefs: [[]], perPerson: 1 }, 'fair')).toEqual({ assignment: [[]], signature: [] })
    expect(choose({ cap: [0], prefs: [[0]], perPerson: 1 }, 'rank-maximal')).toEqual({
      assignment: [[]],
      signature: [0],
    })
    expect(choose({ cap: [1], prefs: [[0]], perPerson: 0 }, 'min-sum')).toEqual({ assignment: [[]], signature: [0] })
  })
})
