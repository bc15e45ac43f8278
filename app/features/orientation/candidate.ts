import type { PlainDate } from '../../shared/time/dates.ts'
import type { LevelAnswer, Sheet } from '../referrals/positioning.ts'

export const outcomes = ['set-aside', 'carried-over', 'registered'] as const
export type Outcome = (typeof outcomes)[number]

/** Why somebody is taken from the list. Neutral words: the coordinator reads them. */
export const asideReasons = [
  'persons-wish',
  'criteria',
  'level-differs',
  'not-reachable',
  'other-offer',
  'other',
] as const
export type AsideReason = (typeof asideReasons)[number]

/** A possible participant on the list of a programme and year. */
export type Candidate = {
  id: string
  personId: string
  programmeId: string
  year: number
  institution: string
  antenna: string | null
  listedOn: PlainDate
  listedById: string
  listedBy: string
  /** Since when the antenna is asked to register them. */
  askedOn: PlainDate | null
  outcome: Outcome | null
  reason: AsideReason | null
  closedOn: PlainDate | null
}

/** With what is known of the person; null is "not known yet" or "not visible to this reader". */
export type KnownCandidate = Candidate & {
  firstName: string
  lastName: string | null
  age: number | null
  oral: LevelAnswer | null
  schooling: Sheet['schooling']
  criteria: { met: number; notMet: number; of: number }
}

export const sorts = ['name', 'antenna', 'listed', 'oral', 'schooling', 'age', 'criteria', 'asked'] as const
export type Sort = (typeof sorts)[number]
export const stands = ['listed', 'asked'] as const
export const criteriaFilters = ['all-met', 'some-not-met', 'to-check'] as const

export type CandidateFilter = {
  year: number | null
  /** An institution, or one office of it as `antennaOf` names it. */
  antenna: string | null
  stand: (typeof stands)[number] | null
  criteria: (typeof criteriaFilters)[number] | null
  sort: Sort
  down: boolean
  page: number
}

/** Rows on one page of the list. */
export const pageSize = 50

/** Where somebody comes from: the institution, with its office where that was said. */
export const antennaOf = (c: Pick<Candidate, 'institution' | 'antenna'>): string =>
  c.antenna ? `${c.institution}, ${c.antenna}` : c.institution
