/** What composing groups knows: people who wait, the groups on offer, pairs. Words and numbers are those of the exchange format. */

/** Half-days of a week, Monday morning (0) to Friday afternoon (9). */
export const halfDaysOfWeek = 10

export const modes = ['homogeneous', 'mixed'] as const
export type Mode = (typeof modes)[number]

/** Null is "not disclosed": it costs nothing in pairs and counts in no feature. What is unknown is asked for before. */
export type Person = Readonly<{
  id: string
  langs: readonly string[]
  /** `x` also where undisclosed. */
  gender: 'w' | 'm' | 'x'
  age: number | null
  /** 0 never, 1 up to six years, 2 up to twelve, 3 more. */
  schooling: number | null
  /** 0 to 7, see `app/data/language-levels.ts`; oral is the lower of listening and speaking. */
  oral: number | null
  reading: number | null
  writing: number | null
  childcare: boolean
  /** Ten half-days, 1 = free. */
  avail: readonly (0 | 1)[]
  place: string
  mobile: boolean
  waitedDays: number
  /** Days from the planned start until they are free; 0 = free then. */
  earliestStart: number
}>

export type Offer = Readonly<{
  id: string
  language: string
  place: string
  /** Half-days the group meets, as indexes into `avail`. */
  slots: readonly number[]
  /** An opened group has `min` to `max` people. */
  min: number
  max: number
  childcareSeats: number
  coach?: string
  method?: string
}>

export type Pair = readonly [string, string]

export type WaitingList = Readonly<{
  persons: readonly Person[]
  offers: readonly Offer[]
  /** Never in the same group. */
  apart: readonly Pair[]
  /** In the same group, or both left on the list. */
  together: readonly Pair[]
}>

/** In the order of `persons`: the index of the offer, or `unplaced`. */
export type Assignment = readonly number[]
export const unplaced = -1
