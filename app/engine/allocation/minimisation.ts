import { seedOfStream, stream, uniform } from './random.ts'

export const measures = ['range', 'variance'] as const
export type Measure = (typeof measures)[number]

/** A level of a factor, as it stands in the file: `"1"` and `1` are two levels. */
export type Level = string | number | boolean

/** Minimisation of Pocock and Simon (1975). */
export type MinimisationDesign = Readonly<{
  studySeed: string
  arms: readonly string[]
  ratio: readonly number[]
  /** One weight per factor. */
  weights: readonly number[]
  /** The probability of the preferred arm. */
  p: number
  measure: Measure
}>

/** One unit to allocate: a level per factor, and the arms that have a place for it (indexes; null = all). */
export type Unit = Readonly<{ levels: readonly Level[]; allowed: readonly number[] | null }>

export type Allocation = Readonly<{ arm: number; probabilities: readonly number[]; G: readonly number[] }>

/** Two imbalances nearer than this are the same. */
const tieWithin = 1e-9

/** Allocates the units one after the other, `minimisation-v1`: one random number each, whatever there is to choose. */
export function minimise(design: MinimisationDesign, units: readonly Unit[]): Allocation[] {
  const next = stream(seedOfStream(design.studySeed, 'minimisation-v1'))
  const counts = new Counts(design.arms.length, design.weights.length)
  return units.map(({ levels, allowed }) => {
    const G = imbalances(design, counts.of(levels))
    const probabilities = probabilitiesOf(design, G, allowed)
    const arm = armAt(probabilities, uniform(next))
    counts.add(levels, arm)
    return { arm, probabilities, G }
  })
}

/**
 * G of each arm: the weighted sum over the factors of how far the arms lie apart if the unit went there. It is computed over
 * all arms, also those without a place.
 * @param counts per factor, how many of each arm have the unit's level
 */
export function imbalances(
  { ratio, weights, measure }: Pick<MinimisationDesign, 'ratio' | 'weights' | 'measure'>,
  counts: readonly (readonly number[])[],
): number[] {
  const apart = measure === 'range' ? range : variance
  return ratio.map((_, k) =>
    weights.reduce((sum, weight, f) => {
      const loads = ratio.map((times, arm) => (counts[f]![arm]! + (arm === k ? 1 : 0)) / times)
      return sum + weight * apart(loads)
    }, 0),
  )
}

/**
 * The probability of each arm. The arm with the smallest G among those allowed gets `p`, the other allowed ones share the rest by
 * their ratios. Arms that tie: the average of what would hold if each were the preferred one. A single allowed arm: 1.
 */
export function probabilitiesOf(
  { ratio, p }: Pick<MinimisationDesign, 'ratio' | 'p'>,
  G: readonly number[],
  allowed: readonly number[] | null,
): number[] {
  const open = ratio.map((_, arm) => allowed === null || allowed.includes(arm))
  const openArms = ratio.flatMap((_, arm) => (open[arm] ? [arm] : []))
  if (openArms.length === 1) return open.map(Number)
  const least = Math.min(...openArms.map((arm) => G[arm]!))
  const tied = openArms.filter((arm) => G[arm]! - least <= tieWithin)
  const vectors = tied.map((preferred) => {
    const others = openArms.reduce((sum, arm) => sum + (arm === preferred ? 0 : ratio[arm]!), 0)
    return ratio.map((times, arm) => {
      if (!open[arm]) return 0
      return arm === preferred ? p : (restOf(p) * times) / others
    })
  })
  return ratio.map((_, arm) => vectors.reduce((sum, vector) => sum + vector[arm]!, 0) / tied.length)
}

/** `1 - 0.8` is 0.19999999999999996; what stands on record is 0.2. */
const restOf = (p: number) => Math.round((1 - p) * 1e12) / 1e12

/** The arm into which `u` falls, cumulating in arm order. */
function armAt(probabilities: readonly number[], u: number): number {
  let sum = 0
  for (const [arm, probability] of probabilities.entries()) {
    sum += probability
    if (u < sum) return arm
  }
  return probabilities.findLastIndex((probability) => probability > 0)
}

const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values)

/** Population variance. */
function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}

/** How many of each arm have each level of each factor. */
class Counts {
  readonly #arms: number
  readonly #levels: Map<Level, number[]>[]

  constructor(arms: number, factors: number) {
    this.#arms = arms
    this.#levels = Array.from({ length: factors }, () => new Map())
  }

  of(levels: readonly Level[]): number[][] {
    return levels.map((level, f) => this.#levels[f]!.get(level) ?? new Array<number>(this.#arms).fill(0))
  }

  add(levels: readonly Level[], arm: number) {
    for (const [f, level] of levels.entries()) {
      const counts = this.#levels[f]!.get(level) ?? new Array<number>(this.#arms).fill(0)
      counts[arm]!++
      this.#levels[f]!.set(level, counts)
    }
  }
}
