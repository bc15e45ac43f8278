// Lists of people: who is visible, narrowed and sorted. Every query passes the policies, so what is not visible is not counted.
import { sql, type Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { searchFold } from './fold.ts'
import { searchScore } from './matching.ts'

/** One line of a list of people. */
export type ListedPerson = {
  id: string
  firstName: string
  lastName: string | null
  birthDate: PlainDate | null
  birthYear: number | null
  language: string | null
  town: string | null
  reference: string | null
  updatedAt: Date
}

/** What narrows a list; all of it stands in the address. */
export type PeopleFilter = {
  q: string
  programmeId: string | null
  language: string | null
  sort: 'name' | 'changed'
  page: number
}

export type PeopleFound = { people: ListedPerson[]; total: number; pages: number }

export const perPage = 50

/** So many candidates are scored: nobody turns more pages of a search than that. */
const mostCandidates = 400

const columns = [
  'p.id',
  'p.first_name',
  'p.last_name',
  'p.birth_date',
  'p.birth_year',
  'p.language',
  'p.town',
  'a.reference',
] as const
const changed = sql<Date>`p.updated_at`.as('updated_at')

type Row = {
  id: string
  first_name: string
  last_name: string | null
  birth_date: PlainDate | null
  birth_year: number | null
  language: string | null
  town: string | null
  updated_at: Date
  reference: string | null
}

const toListed = (row: Row): ListedPerson => ({
  id: row.id,
  firstName: row.first_name,
  lastName: row.last_name,
  birthDate: row.birth_date,
  birthYear: row.birth_year,
  language: row.language,
  town: row.town,
  reference: row.reference,
  updatedAt: row.updated_at,
})

function visible(tx: Tx, { programmeId, language }: Pick<PeopleFilter, 'programmeId' | 'language'>) {
  let query = tx.selectFrom('persons as p').leftJoin('person_social_aid as a', 'a.person_id', 'p.id')
  if (programmeId)
    query = query.where('p.id', 'in', (of) =>
      of.selectFrom('enrolments').select('person_id').where('programme_id', '=', programmeId),
    )
  if (language) query = query.where('p.language', '=', language)
  return query
}

/** The people whose files the actor may open: a page of them, sorted; with words typed, those that answer them. */
export async function listPeople(tx: Tx, filter: PeopleFilter): Promise<PeopleFound> {
  if (filter.q.trim() !== '') return pageOf(await searchPeople(tx, filter.q, filter), filter.page)
  const counted = await tx
    .with('found', () => visible(tx, filter).select('p.id'))
    .selectFrom('found')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(counted.total / perPage))
  const page = Math.min(filter.page, pages)
  const rows = await visible(tx, filter)
    .select([...columns, changed])
    .orderBy(filter.sort === 'changed' ? sql`p.updated_at desc` : sql`lower(coalesce(p.last_name, p.first_name))`)
    .orderBy(sql`lower(p.first_name)`)
    .orderBy('p.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { people: rows.map(toListed), total: counted.total, pages }
}

function pageOf(people: ListedPerson[], page: number): PeopleFound {
  const pages = Math.max(1, Math.ceil(people.length / perPage))
  const from = (Math.min(page, pages) - 1) * perPage
  return { people: people.slice(from, from + perPage), total: people.length, pages }
}

/**
 * Everyone visible who answers what was typed, the best first. SQL finds candidates by groups of three letters (accents put
 * aside), `searchScore` judges them: beginnings, the same sound, a slip. A reference is found by its beginning.
 */
export async function searchPeople(
  tx: Tx,
  typed: string,
  filter: Pick<PeopleFilter, 'programmeId' | 'language'> = { programmeId: null, language: null },
): Promise<ListedPerson[]> {
  const words = searchFold(typed.slice(0, 200)).split(' ').filter(Boolean).slice(0, 6)
  if (words.length === 0) return []
  const reference = `${typed
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`
  const likeness = words
    .map((word) => {
      const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return sql<number>`greatest(case when name like ${part} then 1 else 0 end, ext.word_similarity(${word}, name))`
    })
    .reduce((sum, one) => sql<number>`${sum} + ${one}`)
  // Latin letters can't be compared with Cyrillic ones in SQL: the few names in them are always candidates.
  const rows = await tx
    .with('seen', () =>
      visible(tx, filter)
        .select([...columns, changed])
        .select(sql<string>`replace(replace(ext.unaccent(p.search), '-', ' '), '''', '')`.as('name')),
    )
    .with('judged', (cte) => cte.selectFrom('seen').selectAll().select(likeness.as('likeness')))
    .selectFrom('judged')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('likeness', '>=', words.length * 0.34),
        eb('name', '~', '[\u0400-\u04ff]'),
        eb(sql`lower(reference)`, 'like', reference),
      ]),
    )
    .orderBy('likeness', 'desc')
    .orderBy('id')
    .limit(mostCandidates)
    .execute()
  return rows
    .map((row) => {
      const person = toListed(row)
      const byReference = person.reference?.toLowerCase().startsWith(typed.trim().toLowerCase())
      return { person, score: byReference ? 1 : searchScore(typed, person) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || nameOf(a.person).localeCompare(nameOf(b.person)))
    .map(({ person }) => person)
}

const nameOf = (person: ListedPerson) => `${person.lastName ?? ''} ${person.firstName}`

/** Where someone stands: the stage of the latest enrolment the actor may see. */
export type Standing = { programmeId: string; stage: string; kind: string; on: PlainDate }

export async function standingsOf(tx: Tx, personIds: string[]): Promise<Map<string, Standing>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('enrolments as e')
    .innerJoin('enrolment_stages as s', 's.enrolment_id', 'e.id')
    .distinctOn('e.person_id')
    .select(['e.person_id', 'e.programme_id', 's.stage', 's.kind', 's.on_date'])
    .where('e.person_id', 'in', personIds)
    .where('s.ended_at', 'is', null)
    .orderBy('e.person_id')
    .orderBy('e.created_at', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id,
      { programmeId: row.programme_id, stage: row.stage, kind: row.kind, on: row.on_date },
    ]),
  )
}

/** The next half-day of each person's group, today included. */
export type Appointment = { sessionId: string; on: PlainDate; startsAt: string; place: string | null }

export async function nextAppointmentsOf(tx: Tx, personIds: string[]): Promise<Map<string, Appointment>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('group_members as m')
    .innerJoin('sessions as s', 's.group_id', 'm.group_id')
    .distinctOn('m.person_id')
    .select(['m.person_id', 's.id', 's.on_date', 's.starts_at', 's.place'])
    .where('m.person_id', 'in', personIds)
    .where('m.left_on', 'is', null)
    .where('s.cancelled_on', 'is', null)
    .where('s.on_date', '>=', sql<PlainDate>`app.today()`)
    .orderBy('m.person_id')
    .orderBy('s.on_date')
    .orderBy('s.starts_at')
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id,
      { sessionId: row.id, on: row.on_date, startsAt: row.starts_at.slice(0, 5), place: row.place },
    ]),
  )
}
