/** Amounts split into whole cents that always add up: exact fractions first, rounding last. */
import type { Cents } from '../funding.ts'

/**
 * Largest remainder: `parts` are exact amounts in units of 1/`denominator` cent which add up to whole cents. Each gets its
 * whole cents; those left over go to the largest remainders, a tie to the first.
 */
export function largestRemainder(parts: readonly bigint[], denominator: bigint): bigint[] {
  const floors = parts.map((part) => part / denominator)
  const left = parts.reduce((all, part) => all + part, 0n) / denominator - floors.reduce((all, n) => all + n, 0n)
  const first = parts
    .map((part, i) => ({ i, rest: part % denominator }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1))
    .slice(0, Number(left))
  const extra = new Set(first.map(({ i }) => i))
  return floors.map((n, i) => n + (extra.has(i) ? 1n : 0n))
}

/** An amount of a month and how it is to be split; the weights are whole and one of them at least is above 0. */
export type Portion = { cents: Cents; weights: readonly number[] }

/**
 * Splits the amounts of consecutive months. What decides is the whole period: its sum per part is rounded once. A month gets
 * what is due until its end less what was due before, so months add up to the period, and the parts of a month to its amount.
 */
export function splitMonths(months: readonly Portion[]): Cents[][] {
  const sums = months.map(({ weights }) => weights.reduce((all, weight) => all + weight, 0))
  const denominator = sums.reduce((all, sum) => leastCommonMultiple(all, BigInt(sum)), 1n)
  const count = months[0]?.weights.length ?? 0
  let due: bigint[] = Array(count).fill(0n)
  let given: bigint[] = Array(count).fill(0n)
  return months.map(({ cents, weights }, m) => {
    const unit = BigInt(cents) * (denominator / BigInt(sums[m]!))
    due = due.map((amount, i) => amount + unit * BigInt(weights[i]!))
    const now = largestRemainder(due, denominator)
    const parts = now.map((amount, i) => Number(amount - given[i]!))
    given = now
    return parts
  })
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b))
const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b
