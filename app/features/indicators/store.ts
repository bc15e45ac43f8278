import type { Blueprint } from '../../blueprints/blueprint.ts'
import type { FollowUp } from '../../blueprints/parts/follow-up.ts'
import type { Moment } from '../../data/funding/status.ts'
import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { ThenAndNow } from '../language-tests/language-test.ts'
import { levelsThenAndNowOf } from '../language-tests/store.ts'
import type { Gender } from '../people/person.ts'
import type { Facts, StatusFact } from './facts.ts'

/**
 * Everyone ever enrolled in a programme, once each, as its coordinator may see them. A re-entry keeps the first entry and
 * overwrites the exit: what was said at entry is the first enrolment's, what was said on leaving the last one's.
 */
export async function readFacts(tx: Tx, programmeId: string, blueprint: Blueprint): Promise<Facts[]> {
  const courses = blueprint.indicators?.courses ?? { language: [], civic: [] }
  const enrolments = await tx
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .innerJoin('enrolment_stages as s', (join) =>
      join.onRef('s.enrolment_id', '=', 'e.id').on('s.ended_at', 'is', null),
    )
    .select(['e.id', 'e.person_id', 'e.created_on', 'e.ended_on', 's.kind'])
    .select(['p.first_name', 'p.last_name', 'p.gender', 'p.birth_date', 'p.birth_year'])
    .select(['p.phone', 'p.email', 'p.street', 'p.postal_code', 'p.town'])
    .where('e.programme_id', '=', programmeId)
    .orderBy('e.created_on')
    .orderBy('e.created_at')
    .execute()
  const statuses = Map.groupBy(await listStatusFacts(tx, programmeId), ({ enrolmentId }) => enrolmentId)
  const days = Map.groupBy(await listDays(tx, programmeId), ({ personId }) => personId)
  const levels = new Map<string, ThenAndNow[]>()
  const personIds = [...new Set(enrolments.map((row) => row.person_id))]
  for (const language of blueprint.languages)
    for (const [personId, found] of await levelsThenAndNowOf(tx, personIds, language))
      levels.set(personId, [...(levels.get(personId) ?? []), ...found])
  const followUp = blueprint.followUp ? await readFollowUp(tx, programmeId, blueprint.followUp) : undefined
  return [...Map.groupBy(enrolments, (row) => row.person_id)].map(([personId, ways]): Facts => {
    const first = ways[0]!
    const running = ways.find((way) => way.ended_on === null)
    const last = running ?? ways.toSorted((a, b) => (a.ended_on! < b.ended_on! ? -1 : 1)).at(-1)!
    const said = (of: typeof ways, isTheirs: (moment: Moment) => boolean) =>
      of.flatMap(({ id }) => (statuses.get(id) ?? []).filter(({ moment }) => isTheirs(moment)))
    const attended = days.get(personId) ?? []
    const firstOf = (themes: readonly string[]) => attended.find(({ theme }) => themes.includes(theme))?.on ?? null
    return {
      personId,
      firstEnrolmentId: first.id,
      firstName: first.first_name,
      lastName: first.last_name,
      gender: first.gender as Gender | null,
      birthDate: first.birth_date,
      birthYear: first.birth_year,
      contact: [
        first.phone,
        first.email,
        [first.street, [first.postal_code, first.town].filter(Boolean).join(' ')].filter(Boolean).join(', ') || null,
      ].filter((one) => one !== null),
      registeredOn: first.created_on,
      leftOn: running ? null : last.ended_on,
      completed: last.kind === 'completed',
      days: [...new Set(attended.map(({ on }) => on))],
      courses: { language: firstOf(courses.language), civic: firstOf(courses.civic) },
      statuses: [...said(ways, (moment) => moment === 'entry'), ...said([last], (moment) => moment !== 'entry')],
      levels: levels.get(personId) ?? [],
      ...(followUp && {
        procedures: followUp.procedures.get(personId) ?? [],
        interviews: (followUp.interviews.get(personId) ?? []).map(({ on }) => on),
      }),
    }
  })
}

/** The last answer to each question of each moment. */
async function listStatusFacts(tx: Tx, programmeId: string): Promise<(StatusFact & { enrolmentId: string })[]> {
  const { rows } = await sql<StatusFact & { enrolmentId: string }>`
    select distinct on (s.enrolment_id, s.moment, s.kind) s.enrolment_id as "enrolmentId", s.moment, s.kind, s.value, s.on_date as "on"
      from status_events s join enrolments e on e.id = s.enrolment_id where e.programme_id = ${programmeId}::uuid
     order by s.enrolment_id, s.moment, s.kind, s.entered_at desc`.execute(tx)
  return rows
}

/** Sessions attended: the last mark that was not taken back says so. */
async function listDays(tx: Tx, programmeId: string): Promise<{ personId: string; on: PlainDate; theme: string }[]> {
  const { rows } = await sql<{ personId: string; on: PlainDate; theme: string }>`
    select x.person_id as "personId", x.on_date as "on", x.theme from (
      select distinct on (m.session_id, m.person_id) m.person_id, m.status, s.on_date, s.theme->>'key' as theme
        from attendance_marks m join sessions s on s.id = m.session_id join groups g on g.id = s.group_id
       where g.programme_id = ${programmeId}::uuid and s.cancelled_on is null
       order by m.session_id, m.person_id, m.marked_at desc) x
     where x.status in ('present', 'late', 'left-early') order by x.on_date`.execute(tx)
  return rows
}

/** States of a step with an institution from which on it was applied for: opening it is not yet applying. */
const applied = ['sent', 'waiting', 'granted', 'refused']

/** What coordinators may know of the individual follow-up: kinds and dates. */
async function readFollowUp(tx: Tx, programmeId: string, { procedures: kinds }: FollowUp) {
  const kindOf = (key: string) => {
    const kind = kinds.find((one) => one.key === key)
    return kind?.recognition ? 'recognition' : kind?.longTermResidence ? 'long-term-residence' : undefined
  }
  const steps = await sql<{ personId: string; kind: string; state: string; on: PlainDate }>`
    select person_id as "personId", kind, state, on_date as "on" from app.procedure_facts(${programmeId}::uuid)`.execute(
    tx,
  )
  const interviews = await sql<{ personId: string; on: PlainDate }>`
    select person_id as "personId", on_date as "on" from app.interview_facts(${programmeId}::uuid)`.execute(tx)
  const counted = steps.rows.flatMap(({ personId, kind: key, state, on }) => {
    const kind = kindOf(key)
    return kind && applied.includes(state) ? [{ personId, kind, on }] : []
  })
  return {
    procedures: Map.groupBy(counted, ({ personId }) => personId),
    interviews: Map.groupBy(interviews.rows, ({ personId }) => personId),
  }
}

export type Entered = { value: number; note: string | null; on: PlainDate }

/** Indicators counted by hand, by code. */
export async function listEntered(tx: Tx, programmeId: string): Promise<Map<string, Entered>> {
  const rows = await tx
    .selectFrom('indicator_entries')
    .select(['code', 'value', 'note', 'entered_on'])
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)
    .execute()
  return new Map(rows.map(({ code, value, note, entered_on }) => [code, { value, note, on: entered_on }]))
}

/** The value before is ended, not lost. */
export async function enterIndicator(
  tx: Tx,
  actor: StaffActor,
  entry: { programmeId: string; code: string; value: number; note: string | null; today: PlainDate },
): Promise<void> {
  await tx
    .updateTable('indicator_entries')
    .set({ ended_at: sql`now()` })
    .where('programme_id', '=', entry.programmeId)
    .where('code', '=', entry.code)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .insertInto('indicator_entries')
    .values({
      id: newId(),
      programme_id: entry.programmeId,
      code: entry.code,
      value: entry.value,
      note: entry.note,
      entered_by: actor.id,
      entered_on: entry.today,
    })
    .execute()
}
