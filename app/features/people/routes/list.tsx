import { uuid } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { page } from '../../../shared/http/doors.tsx'
import { redirect, show } from '../../../shared/http/outcome.ts'
import { mayImport } from '../../imports/policy.ts'
import { listProgrammes } from '../../programmes/store.ts'
import { contactLanguages } from '../languages.ts'
import { PeoplePage } from '../pages/list.tsx'
import { SearchPage } from '../pages/search.tsx'
import { paths } from '../paths.ts'
import { mayCreate, mayList } from '../policy.ts'
import { listPeople, nextAppointmentsOf, type PeopleFilter, searchPeople, standingsOf } from '../search.store.ts'

/** How many answers the search of the frame shows: more are better narrowed in the list. */
const mostAnswers = 30

export const listRoutes = [
  page(paths.list, { policy: mayList }, async ({ tx, actor, query, words }) => {
    const filter = readFilter(query)
    const found = await listPeople(tx, filter)
    const ids = found.people.map((person) => person.id)
    const programmes = await listProgrammes(tx)
    return show(
      <PeoplePage
        filter={{ ...filter, page: Math.min(filter.page, found.pages) }}
        found={found}
        standings={await standingsOf(tx, ids)}
        appointments={await nextAppointmentsOf(tx, ids)}
        programmes={programmes}
        languages={contactLanguages(words, filter.language)}
        can={{ create: mayCreate.allows(actor, undefined), import: mayImport.allows(actor, undefined) }}
      />,
    )
  }),

  page(paths.search, { policy: mayList }, async ({ tx, actor, query }) => {
    const q = wordsIn(query)
    if (!q) return redirect(paths.list())
    const people = (await searchPeople(tx, q)).slice(0, mostAnswers)
    return show(<SearchPage q={q} people={people} can={{ create: mayCreate.allows(actor as StaffActor, undefined) }} />)
  }),
]

/** What was typed; control characters are nobody's name and no database's text. */
const wordsIn = (query: URLSearchParams) =>
  (query.get('q') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)

function readFilter(query: URLSearchParams): PeopleFilter {
  const programme = query.get('programme') ?? ''
  const language = query.get('language') ?? ''
  const page = Number(query.get('page'))
  return {
    q: wordsIn(query),
    programmeId: uuid.test(programme) ? programme : null,
    language: /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/.test(language) ? language : null,
    sort: query.get('sort') === 'changed' ? 'changed' : 'name',
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}
