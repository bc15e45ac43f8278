/** Which of those who wait are shown to choose from: kept in the address. */
import { isPlainDate, type PlainDate } from '../../shared/time/dates.ts'
import type { WaitingPerson } from './candidates.store.ts'
import { isSamePlace, languagesOf, missingOf } from './list.ts'

export const known = ['complete', 'incomplete'] as const

export type CandidateFilter = {
  stage: string | null
  language: string | null
  place: string | null
  /** Registered on this day or before. */
  before: PlainDate | null
  known: (typeof known)[number] | null
  page: number
}

/** Most rows on a page; taking all of them takes those of the other pages too. */
export const pageSize = 200

/** Anything in the address that the list does not know is as if it were not there. */
export function readFilter(query: URLSearchParams): CandidateFilter {
  const text = (name: string) => query.get(name)?.trim().slice(0, 120) || null
  const before = query.get('before')
  const state = query.get('known')
  return {
    stage: text('stage'),
    language: text('language'),
    place: text('place'),
    before: isPlainDate(before) ? before : null,
    known: known.find((one) => one === state) ?? null,
    page: Math.max(1, Math.min(10_000, Number.parseInt(query.get('page') ?? '1', 10) || 1)),
  }
}

export const filterQuery = (filter: CandidateFilter, change: Partial<CandidateFilter> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...filter, page: 1, ...change }).flatMap(([name, value]) =>
      value === null || (name === 'page' && value === 1) ? [] : [[name, String(value)]],
    ),
  )

export const filterWaiting = (
  waiting: readonly WaitingPerson[],
  filter: CandidateFilter,
  languages: readonly string[],
): WaitingPerson[] =>
  waiting.filter(
    (one) =>
      (filter.stage === null || one.stage === filter.stage) &&
      (filter.language === null || languagesOf(one, languages).includes(filter.language)) &&
      (filter.place === null || (one.place !== null && isSamePlace(one.place, filter.place))) &&
      (filter.before === null || one.registeredOn <= filter.before) &&
      (filter.known === null || (missingOf(one, languages).length === 0) === (filter.known === 'complete')),
  )
