import type { PublishedIndicator } from '../../data/funding/indicators.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Sentence } from './rules/answers.ts'

/** Why an indicator about people is not computed. */
export const reasons = ['irrelevant', 'sensitive', 'national', 'place', 'interviews', 'procedures'] as const
export type Reason = (typeof reasons)[number]

/** How an indicator comes about: a sentence about one participant, a count by hand, or not at all. */
export type Definition =
  | { since: Sentence; needs?: 'interviews' | 'procedures' }
  | { byHand: true }
  | { notComputed: Reason }

export const handOnly: Definition = { byHand: true }
export const notComputed = (reason: Reason): Definition => ({ notComputed: reason })

export type Age = { key: string; isIn: (age: number) => boolean }
/** Of `gender`: those who did not say and those not known stand together, apart from the three that an act names. */
export const genderKeys = ['w', 'm', 'x', 'unsaid'] as const
export type GenderKey = (typeof genderKeys)[number]

/** An indicator counted over the participants of a period. Each person once. */
export type Counted = {
  total: number
  genders: Record<GenderKey, number>
  ages: { key: string; count: number }[]
  /** Of those it could be true of: who chose not to say, and of whom nobody noted it. */
  notDisclosed: number
  unknown: number
  personIds: string[]
}

export type Result = PublishedIndicator &
  ({ counted: Counted } | { byHand: { value: number; note: string | null } | null } | { notComputed: Reason })

export type Period = { from: PlainDate; to: PlainDate }
