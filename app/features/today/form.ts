import { isPlainDate } from '../../shared/time/dates.ts'
import type { Filter } from './figures.ts'

/** The filter in an address; what makes no sense there is left out. */
export function readFilter(query: URLSearchParams): Filter {
  const day = (name: string) => {
    const value = query.get(name)
    return isPlainDate(value) && value >= '1900-01-01' && value <= '2199-12-31' ? value : undefined
  }
  const word = (name: string) => {
    const value = query.get(name)?.trim()
    return value && value.length <= 120 && !value.includes('\u0000') ? value : undefined
  }
  const all = { language: word('language'), site: word('site'), from: day('from'), to: day('to') }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** The page of a list asked for, from 1; nonsense is 1. */
export function readPage(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? '1')
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1
}
