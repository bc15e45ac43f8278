/** How well a group fits, in few grades that have words. What they are measured by comes from the engine. Pure. */
import type { Mode } from '../../engine/groups/list.ts'
import type { GroupReasons } from '../../engine/groups/reasons.ts'
import { featureRules, features } from '../../engine/groups/score.ts'

/** 4 is the best. */
export type Grade = 1 | 2 | 3 | 4

const graded = (value: number, [a, b, c]: readonly [number, number, number]): Grade =>
  value <= a ? 4 : value <= b ? 3 : value <= c ? 2 : 1

/** Mean cost of a pair: one level apart in speaking alone is 6, one level apart in speaking, reading and writing 14. */
const pairLimits = [8, 14, 22] as const
/** How far a group's shares are from the whole list's, in percent of its people, on average and by the features' weights. */
const shareLimits = [3.5, 6, 9] as const
const weights = features.reduce((sum, feature) => sum + featureRules[feature].weight, 0)
/** From so many people more or fewer on, a feature stands out. */
const noticed = 1.5

export type Balance = GroupReasons['balance'][number]

/** How many people the group has more (or, below 0, fewer) than the list's share of that feature would give. */
export const offBy = ({ count, share }: Balance, size: number): number => count - (share * size) / 100

/** Similar levels: how far two people are apart, on average. Mixed: how far the group is from the whole list. Smaller is better. */
export function distanceOf({ people, cost }: GroupReasons, mode: Mode): number {
  const size = people.length
  return mode === 'homogeneous' ? cost / Math.max(1, (size * (size - 1)) / 2) : cost / (size * weights)
}

export const gradeOf = (reasons: GroupReasons, mode: Mode): Grade =>
  graded(distanceOf(reasons, mode), mode === 'homogeneous' ? pairLimits : shareLimits)

/** The feature in which a group differs most from the list; undefined in a group that fits and differs in none by much. */
export function oddest(reasons: GroupReasons): Balance | undefined {
  const { people, balance } = reasons
  const size = people.length
  const [first] = balance.toSorted((a, b) => Math.abs(offBy(b, size)) - Math.abs(offBy(a, size)))
  if (!first) return undefined
  return Math.abs(offBy(first, size)) >= noticed || gradeOf(reasons, 'mixed') <= 2 ? first : undefined
}
