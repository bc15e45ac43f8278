import type { RawBuilder } from 'kysely'
import type { StageKind } from '../../blueprints/blueprint.ts'
import { sql, type Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { AttemptResult } from './enrolment.ts'
import { waitingKinds } from './stages.ts'
import type { WaitingFilter } from './waiting.ts'

export type Waiting = {
  enrolmentId: string
  personId: string
  firstName: string
  lastName: string | null
  phone: string | null
  contactLanguage: string | null
  interpreter: boolean | null
  groupLanguage: string | null
  registeredOn: PlainDate
  days: number
  stage: string
  kind: StageKind
  place: string | null
  halfDays: string[] | null
  needs: string[] | null
  earliestStart: PlainDate | null
  oralLevel: string | null
  attempts: number
  lastAttempt: { on: PlainDate; result: AttemptResult } | null
  referrer: string | null
}

export const pageSize = 50

type Counts = { total: number; byKind: Partial<Record<StageKind, number>> }

/** The latest oral level in the language of the group: speaking, else understanding. */
const level = sql`left join lateral (
  select l.level from language_levels l
   where l.person_id = e.person_id and l.language = e.language and l.skill in ('oral-production', 'oral-reception')
   order by l.skill = 'oral-production' desc, l.assessed_on desc, l.created_at desc limit 1) lv on true`
const attempts = sql`left join lateral (
  select count(*)::int as n, (array_agg(a.result order by a.on_date desc, a.created_at desc))[1] as result, max(a.on_date) as on_date
    from contact_attempts a where a.enrolment_id = e.id) at on true`
const positioning = sql`left join positioning_sheets ps on ps.person_id = e.person_id`

const bandLevels = {
  beginner: ['none', 'pre-A1', 'A1.1'],
  A1: ['A1'],
  A2: ['A2'],
  'B1-up': ['B1', 'B2', 'C1', 'C2'],
} as const

/** The conditions of a filter, and which joins they need. */
function conditions(programmeId: string, f: WaitingFilter, withStage: boolean) {
  const where: RawBuilder<unknown>[] = [sql`e.programme_id = ${programmeId}::uuid`, sql`e.ended_on is null`]
  const joins: RawBuilder<unknown>[] = []
  const kinds = withStage && f.stage ? [f.stage] : waitingKinds
  where.push(sql`s.kind = any(${[...kinds]}::text[])`)
  if (f.language) where.push(sql`e.language = ${f.language}`)
  if (f.before) where.push(sql`e.created_on <= ${f.before}::date`)
  if (f.place || f.halfDay || f.need) joins.push(positioning)
  if (f.place) where.push(sql`ps.place ilike '%' || ${f.place.replace(/[\\%_]/g, '\\$&')} || '%'`)
  if (f.halfDay) where.push(sql`ps.half_days @> ${[f.halfDay]}::text[]`)
  if (f.need) where.push(sql`ps.needs @> ${[f.need]}::text[]`)
  if (f.band) joins.push(level)
  if (f.band === 'unknown') where.push(sql`(lv.level is null or lv.level in ('not-assessed', 'not-disclosed'))`)
  else if (f.band) where.push(sql`lv.level = any(${[...bandLevels[f.band]]}::text[])`)
  if (f.reach) joins.push(attempts)
  if (f.reach === 'not-tried') where.push(sql`at.n = 0`)
  if (f.reach === 'in-vain') where.push(sql`at.result in ('no-answer', 'message-left')`)
  if (f.reach === 'wrong-number') where.push(sql`at.result = 'wrong-number'`)
  return {
    where: sql.join(where, sql` and `),
    joins: sql.join(joins.length > 0 ? joins : [sql``], sql` `),
    joined: new Set(joins),
  }
}

const from = sql`from enrolments e join enrolment_stages s on s.enrolment_id = e.id and s.ended_at is null`

/** How many wait under this filter, and at which kind of stage. */
export async function countWaiting(tx: Tx, programmeId: string, f: WaitingFilter): Promise<Counts> {
  const { where, joins } = conditions(programmeId, f, false)
  const { rows } = await sql<{ kind: StageKind; n: number }>`
    select s.kind, count(*)::int as n ${from} ${joins} where ${where} group by s.kind`.execute(tx)
  const byKind = Object.fromEntries(rows.map((r) => [r.kind, r.n]))
  const total = f.stage ? (byKind[f.stage] ?? 0) : rows.reduce((sum, r) => sum + r.n, 0)
  return { total, byKind }
}

const orders = {
  waiting: sql`e.created_on, e.created_at`,
  name: sql`lower(p.last_name) nulls last, lower(p.first_name)`,
  start: sql`ps.earliest_start nulls first, e.created_on`,
  attempt: sql`at.on_date nulls first, e.created_on`,
} as const

/** One page of those who wait for a place. Only what arranging needs: nothing of profile, notes or social aid. */
export async function listWaiting(
  tx: Tx,
  programmeId: string,
  f: WaitingFilter,
  today: PlainDate,
  limit = pageSize,
): Promise<Waiting[]> {
  const { where, joins, joined } = conditions(programmeId, f, true)
  const inner = [
    ...(f.sort === 'start' && !joined.has(positioning) ? [positioning] : []),
    ...(f.sort === 'attempt' && !joined.has(attempts) ? [attempts] : []),
    ...(f.sort === 'name' ? [sql`join persons p on p.id = e.person_id`] : []),
  ]
  // First which fifty, with no more than the filter needs; then what is shown of them.
  const { rows } = await sql<
    Omit<Waiting, 'lastAttempt'> & { lastOn: PlainDate | null; lastResult: AttemptResult | null }
  >`
    with chosen as materialized (
      select e.id, row_number() over (order by ${orders[f.sort]}, e.id) as place ${from} ${joins} ${sql.join(inner.length > 0 ? inner : [sql``], sql` `)}
       where ${where} order by 2 limit ${limit} offset ${(f.page - 1) * limit})
    select e.id as "enrolmentId", e.person_id as "personId", p.first_name as "firstName", p.last_name as "lastName", p.phone,
      p.language as "contactLanguage", p.interpreter, e.language as "groupLanguage", e.created_on as "registeredOn",
      (${today}::date - e.created_on) as days, s.stage, s.kind, ps.place, ps.half_days as "halfDays", ps.needs,
      ps.earliest_start as "earliestStart", lv.level as "oralLevel", at.n as attempts, at.on_date as "lastOn", at.result as "lastResult",
      u.name as referrer
      from chosen c join enrolments e on e.id = c.id join enrolment_stages s on s.enrolment_id = e.id and s.ended_at is null
      join persons p on p.id = e.person_id ${positioning} ${level} ${attempts}
      left join users u on u.id = e.referrer_id
     order by c.place`.execute(tx)
  return rows.map(({ lastOn, lastResult, ...row }) => ({
    ...row,
    lastAttempt: lastOn && lastResult ? { on: lastOn, result: lastResult } : null,
  }))
}

/** Places that stand in the sheets of those who wait, for the filter. */
export async function listPlaces(tx: Tx, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`
    select distinct ps.place ${from} ${positioning}
     where e.programme_id = ${programmeId}::uuid and e.ended_on is null and s.kind = any(${[...waitingKinds]}::text[]) and ps.place is not null
     order by 1 limit 50`.execute(tx)
  return rows.map((r) => r.place)
}
