// Invented lists, mixing tasks, choices and places for the benches, with the look of the public examples; a seed gives the same again.
import { stream, uniform } from '../../app/engine/allocation/random.ts'
import type { CapacityTask } from '../../app/engine/capacity/capacity.ts'
import type { Choices } from '../../app/engine/choices/choices.ts'
import type { Offer, Pair, Person, WaitingList } from '../../app/engine/groups/list.ts'
import type { MixingInstance } from '../../app/engine/mixing/instance.ts'

export type Dice = {
  /** A number in [0, 1). */
  u(): number
  below(n: number): number
  chance(p: number): boolean
  /** About normal. */
  normal(mean: number, spread: number): number
  /** The first of the pairs whose weights reach the throw; weights sum to 1. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T
  shuffled<T>(values: readonly T[]): T[]
}

export function makeDice(seed: number): Dice {
  const next = stream(seed)
  const u = () => uniform(next)
  const below = (n: number) => Math.floor(u() * n)
  return {
    u,
    below,
    chance: (p) => u() < p,
    normal: (mean, spread) => mean + spread * (Array.from({ length: 12 }, u).reduce((sum, one) => sum + one, 0) - 6),
    pick(weighted) {
      let left = u()
      for (const [value, weight] of weighted) {
        left -= weight
        if (left < 0) return value
      }
      return weighted.at(-1)![0]
    },
    shuffled(values) {
      const copy = [...values]
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = below(i + 1)
        ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
      }
      return copy
    },
  }
}

const within = (least: number, most: number, value: number) => Math.max(least, Math.min(most, Math.round(value)))

/** A waiting list of `n` people; three in four can have a seat. */
export function generateList(n: number, seed: number): WaitingList {
  const dice = makeDice(seed)
  const places = placesOf(n)
  const persons = Array.from({ length: n }, (_, i) => somebody(i, places, dice))
  const ids = persons.map(({ id }) => id)
  const pairs = (length: number): Pair[] =>
    Array.from({ length }, () => {
      const [a, b] = dice.shuffled(ids)
      return [a!, b!]
    })
  const offers = Array.from({ length: Math.max(2, Math.round(n / 19.5)) }, (_, g) => someOffer(g, places, dice))
  return { persons, offers, apart: pairs(Math.round(n / 20)), together: pairs(Math.round(n / 40)) }
}

const placesOf = (n: number): (readonly [string, number])[] => {
  if (n < 100) return [['Town', 1]]
  if (n < 500) return [['Town', 0.65], ['Lake', 0.35]] // biome-ignore format: one line
  return [['Town', 0.48], ['Lake', 0.3], ['Hills', 0.22]] // biome-ignore format: one line
}

function somebody(i: number, places: readonly (readonly [string, number])[], dice: Dice): Person {
  const gender = dice.pick([['w', 0.46], ['m', 0.52], ['x', 0.02]] as const) // biome-ignore format: one line
  const schooling = dice.pick([[0, 0.14], [1, 0.25], [2, 0.4], [3, 0.21]] as const) // biome-ignore format: one line
  // Whoever went to school longer speaks a little better and reads much better.
  const oral = within(0, 6, dice.normal(1.4 + 0.35 * schooling, 1.2))
  const reading = within(0, 6, oral - 1 + 0.35 * schooling + dice.normal(0, 0.7))
  return {
    id: `P${String(i + 1).padStart(4, '0')}`,
    langs: dice.pick([[['FR'], 0.5], [['DE'], 0.28], [['FR', 'DE'], 0.22]] as const), // biome-ignore format: one line
    gender,
    age: within(17, 65, 18 - 14 * Math.log(1 - dice.u())),
    schooling,
    oral,
    reading,
    writing: within(0, 6, reading - (dice.chance(0.45) ? 1 : 0)),
    childcare: dice.chance(gender === 'w' ? 0.3 : 0.1),
    avail: someWeek(dice),
    place: dice.pick(places),
    mobile: dice.chance(0.4),
    waitedDays: Math.floor(-75 * Math.log(1 - dice.u())),
    earliestStart: dice.chance(0.13) ? 1 + dice.below(60) : 0,
  }
}

const mornings = [1, 0, 1, 0, 1, 0, 1, 0, 1, 0] as const

function someWeek(dice: Dice): (0 | 1)[] {
  const kind = dice.pick([['all', 0.2], ['mornings', 0.25], ['afternoons', 0.15], ['mixed', 0.4]] as const) // biome-ignore format: one line
  const odd = kind === 'mixed' ? 0 : dice.pick([[0, 0.5], [0.15, 0.5]] as const) // biome-ignore format: one line
  return mornings.map((isMorning) => {
    const free = kind === 'all' || (kind === 'mixed' ? dice.chance(0.65) : (kind === 'mornings') === (isMorning === 1))
    return free !== dice.chance(odd) ? 1 : 0
  })
}

function someOffer(g: number, places: readonly (readonly [string, number])[], dice: Dice): Offer {
  const half = dice.chance(0.7) ? 0 : 1
  const day = dice.below(3)
  const later = day + 1 + dice.below(Math.min(3, 4 - day))
  return {
    id: `G${String(g + 1).padStart(3, '0')}`,
    language: dice.chance(0.6) ? 'FR' : 'DE',
    place: dice.pick(places),
    slots: [2 * day + half, 2 * later + half],
    min: 8,
    max: 14,
    childcareSeats: dice.chance(0.5) ? 2 : 14,
    coach: `C${1 + (g % 18)}`,
    method: `M${1 + (g % 3)}`,
  }
}

export const mixingKinds = ['whole', 'real', 'plane'] as const
export type MixingKind = (typeof mixingKinds)[number]

/** `n` elements in groups of twelve, with distances that are whole (0 to 100), real (0 to 100), or those of points in a plane. */
export function generateMixing(n: number, kind: MixingKind, seed: number): MixingInstance {
  const dice = makeDice(seed)
  const distances = new Float64Array(n * n)
  const points = Array.from({ length: n }, () => [100 * dice.u(), 100 * dice.u()] as const)
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) {
      const [[x, y], [a, b]] = [points[i]!, points[j]!]
      const far = kind === 'plane' ? Math.hypot(x - a, y - b) : kind === 'real' ? 100 * dice.u() : dice.below(101)
      distances[i * n + j] = distances[j * n + i] = far
    }
  return { n, distances, groups: Array.from({ length: n / 12 }, () => ({ low: 12, high: 12 })) }
}

/** Options of unequal favour; just too few seats. */
export function generateChoices(people: number, options: number, perPerson: number, seed: number): Choices {
  const dice = makeDice(seed)
  const favour = Array.from({ length: options }, () => 0.2 + dice.u() ** 2)
  const seats = Math.floor((0.97 * people * perPerson) / options)
  return {
    cap: favour.map(() => seats),
    perPerson,
    prefs: Array.from({ length: people }, () =>
      favour
        .map((weight, option) => [-Math.log(1 - dice.u()) / weight, option] as const)
        .sort(([a], [b]) => a - b)
        .slice(0, Math.max(perPerson + 2, Math.round(options * (0.4 + 0.6 * dice.u()))))
        .map(([, option]) => option),
    ),
  }
}

/** Each person and unit are possible together in about one case of four; scores from 0 to 120. */
export function generateCapacity(people: number, units: number, seed: number): CapacityTask {
  const dice = makeDice(seed)
  return {
    caps: Array.from({ length: units }, () => 1 + dice.below(4)),
    score: Array.from({ length: people }, () =>
      Array.from({ length: units }, () => (dice.chance(0.232) ? within(0, 120, dice.normal(45, 20)) : null)),
    ),
  }
}
