import type { StageKind } from '../../../blueprints/blueprint.ts'
import { sql, type Tx } from '../../../shared/db/database.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { type Counts, type FigureKey, type Filter, figureKeys, figures, onwards, type Way } from '../figures.ts'

const order = sql.raw(`array['${onwards.join("','")}']`)

// One row per enrolment; a stage entered by mistake and taken back was never reached. Each table is read once and joined: the coordinator's policies ask the programme, not the person.
const ways = (programmeId: string, { language, site, from, to }: Filter) => sql`
  e as materialized (select * from enrolments where programme_id = ${programmeId}::uuid
    and (${language ?? null}::text is null or language = ${language ?? null})
    and (${from ?? null}::date is null or created_on >= ${from ?? null}::date)
    and (${to ?? null}::date is null or created_on <= ${to ?? null}::date)),
  steps as (select s.*, array_position(${order}, s.kind) as far,
      lead(s.reason) over next = 'wrong-entry' and array_position(${order}, lead(s.kind) over next) < array_position(${order}, s.kind) as taken_back
    from enrolment_stages s where s.enrolment_id in (select id from e)
    window next as (partition by s.enrolment_id order by s.entered_at, s.ended_at nulls last)),
  stages as (select s.enrolment_id, max(s.far) filter (where s.taken_back is not true) as furthest,
      max(s.kind) filter (where s.ended_at is null) as current, max(s.stage) filter (where s.ended_at is null) as stage,
      max(s.on_date) filter (where s.ended_at is null) as since
    from steps s group by s.enrolment_id),
  places as (select distinct on (m.enrolment_id) m.enrolment_id, g.site from group_members m join groups g on g.id = m.group_id
    where g.programme_id = ${programmeId}::uuid and m.left_reason is distinct from 'mistake' order by m.enrolment_id, m.left_on is null desc, m.joined_on desc),
  ends as (select h.enrolment_id, bool_or(exists (select 1 from hand_over_steps t where t.hand_over_id = h.id and t.kind = 'talk-held')) as talk_held,
      bool_or(exists (select 1 from directions d where d.hand_over_id = h.id and d.ended_at is null)) as directed
    from hand_overs h where h.enrolment_id in (select id from e) group by h.enrolment_id),
  ways as (select e.id as enrolment_id, e.person_id, e.language, e.created_on, coalesce(s.current, 'other') as current,
      coalesce(s.stage, '') as stage, coalesce(s.since, e.created_on) as since, coalesce(s.furthest, 1) as furthest,
      p.site, n.enrolment_id is not null as handed_over, coalesce(n.talk_held, false) as talk_held, coalesce(n.directed, false) as directed
    from e left join stages s on s.enrolment_id = e.id left join places p on p.enrolment_id = e.id left join ends n on n.enrolment_id = e.id
    where ${site ?? null}::text is null or p.site = ${site ?? null})`

/** Every figure of a programme, counted in one pass. Zero everywhere for whoever does not work in it. */
export async function countFigures(tx: Tx, programmeId: string, filter: Filter): Promise<Counts> {
  const columns = figureKeys.map((key) => `(count(*) filter (where ${figures[key].sql}))::int as "${key}"`)
  const { rows } =
    await sql<Counts>`with ${ways(programmeId, filter)} select ${sql.raw(columns.join(', '))} from ways`.execute(tx)
  return rows[0]!
}

type Row = {
  enrolment_id: string
  person_id: string
  first_name: string
  last_name: string | null
  current: StageKind
  stage: string
  since: PlainDate
  furthest: number
  handed_over: boolean
  talk_held: boolean
  directed: boolean
  language: string | null
  site: string | null
  created_on: PlainDate
}

/** The people behind a figure, those longest at their stage first: exactly as many as it counts. */
export async function listFigure(
  tx: Tx,
  programmeId: string,
  key: FigureKey,
  filter: Filter,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Way[]> {
  const { rows } = await sql<Row>`with ${ways(programmeId, filter)}
    select w.*, p.first_name, p.last_name from (select * from ways where ${sql.raw(figures[key].sql)}
      order by since, enrolment_id limit ${limit} offset ${offset}) w join persons p on p.id = w.person_id
    order by w.since, w.enrolment_id`.execute(tx)
  return rows.map((row) => ({
    enrolmentId: row.enrolment_id,
    personId: row.person_id,
    firstName: row.first_name,
    lastName: row.last_name,
    current: row.current,
    stage: row.stage,
    since: row.since,
    furthest: row.furthest,
    handedOver: row.handed_over,
    talkHeld: row.talk_held,
    directed: row.directed,
    language: row.language,
    site: row.site,
    registeredOn: row.created_on,
  }))
}

/** Languages and sites that occur in the programme, to filter by. */
export async function listFilterWords(tx: Tx, programmeId: string): Promise<{ languages: string[]; sites: string[] }> {
  const { rows } = await sql<{ languages: string[] | null; sites: string[] | null }>`
    select (select array_agg(distinct language order by language) from enrolments where programme_id = ${programmeId}::uuid and language is not null) as languages,
      (select array_agg(distinct site order by site) from groups where programme_id = ${programmeId}::uuid and site is not null) as sites`.execute(
    tx,
  )
  return { languages: rows[0]?.languages ?? [], sites: rows[0]?.sites ?? [] }
}
