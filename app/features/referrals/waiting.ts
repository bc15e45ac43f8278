/** The waiting list's filter: kept in the address, read from it, and written into links. */
import { textLanguages } from '../../shared/i18n/text.ts'
import { isPlainDate, type PlainDate } from '../../shared/time/dates.ts'
import { halfDays, needs } from './positioning.ts'
import { waitingKinds } from './stages.ts'

/** Bands of the oral level in the language of the group. */
export const bands = ['beginner', 'A1', 'A2', 'B1-up', 'unknown'] as const
export const reaches = ['not-tried', 'in-vain', 'wrong-number'] as const
export const sorts = ['waiting', 'name', 'start', 'attempt'] as const

export type WaitingFilter = {
  stage: (typeof waitingKinds)[number] | null
  language: string | null
  place: string | null
  /** Registered on this day or before: how long they wait at least. */
  before: PlainDate | null
  band: (typeof bands)[number] | null
  halfDay: string | null
  need: string | null
  reach: (typeof reaches)[number] | null
  sort: (typeof sorts)[number]
  page: number
}

const oneOf = <T extends string>(value: string | null, options: readonly T[]): T | null =>
  options.includes(value as T) ? (value as T) : null

/** Anything in the address that the list does not know is as if it were not there. */
export function readFilter(query: URLSearchParams): WaitingFilter {
  const before = query.get('before')
  return {
    stage: oneOf(query.get('stage'), waitingKinds),
    language: oneOf(query.get('language'), textLanguages),
    place: query.get('place')?.trim().slice(0, 120) || null,
    before: isPlainDate(before) ? before : null,
    band: oneOf(query.get('band'), bands),
    halfDay: oneOf(query.get('halfDay'), halfDays),
    need: oneOf(query.get('need'), needs),
    reach: oneOf(query.get('reach'), reaches),
    sort: oneOf(query.get('sort'), sorts) ?? 'waiting',
    page: Math.max(1, Math.min(10_000, Number.parseInt(query.get('page') ?? '1', 10) || 1)),
  }
}

/** The filter as the query of an address; what is not set is left out. */
export function filterQuery(filter: WaitingFilter, change: Partial<WaitingFilter> = {}): Record<string, string> {
  const next = { ...filter, page: 1, ...change }
  return Object.fromEntries(
    Object.entries(next).flatMap(([name, value]) =>
      value === null || (name === 'sort' && value === 'waiting') || (name === 'page' && value === 1)
        ? []
        : [[name, String(value)]],
    ),
  )
}
