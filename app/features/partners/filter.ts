import { themeIds } from '../../data/data-inclusion/vocabulary.ts'
import { clean } from '../../shared/forms/forms.ts'
import type { PartnerFilter } from './partner.ts'

/** The filter that stands in an address; what it does not understand narrows nothing. */
export function readFilter(query: URLSearchParams): PartnerFilter {
  const text = (name: string) => clean(query.get(name)).slice(0, 200)
  const theme = text('theme')
  const page = Number(query.get('page'))
  return {
    q: text('q'),
    theme: themeIds.includes(theme) ? theme : '',
    place: text('place'),
    retired: query.get('retired') === 'yes',
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}
