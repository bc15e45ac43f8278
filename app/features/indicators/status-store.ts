import type { Moment } from '../../data/funding/status.ts'
import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

export type StatusEvent = {
  id: string
  moment: Moment
  kind: string
  value: string
  issuer: string | null
  on: PlainDate
  by: string
  at: Date
}

/** Every answer ever given about an enrolment, the newest first. Empty for whoever may not read them. */
export async function listStatusEvents(tx: Tx, enrolmentId: string): Promise<StatusEvent[]> {
  const rows = await tx
    .selectFrom('status_events as s')
    .leftJoin('users as u', 'u.id', 's.entered_by')
    .select(['s.id', 's.moment', 's.kind', 's.value', 's.issuer', 's.on_date', 's.entered_at', 'u.name'])
    .where('s.enrolment_id', '=', enrolmentId)
    .orderBy('s.entered_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    moment: row.moment as Moment,
    kind: row.kind,
    value: row.value,
    issuer: row.issuer,
    on: row.on_date,
    by: row.name ?? '',
    at: row.entered_at,
  }))
}

/** The last answer to each question of a moment. */
export const lastAnswers = (events: readonly StatusEvent[], moment: Moment): Map<string, StatusEvent> =>
  new Map(
    events
      .filter((one) => one.moment === moment)
      .toReversed()
      .map((one) => [one.kind, one]),
  )

export async function addStatusEvents(
  tx: Tx,
  actor: StaffActor,
  {
    enrolment,
    moment,
    on,
    answers,
  }: {
    enrolment: { id: string; personId: string }
    moment: Moment
    on: PlainDate
    answers: readonly { kind: string; value: string; issuer: string | null }[]
  },
): Promise<void> {
  if (answers.length === 0) return
  await tx
    .insertInto('status_events')
    .values(
      answers.map(({ kind, value, issuer }) => ({
        id: newId(),
        enrolment_id: enrolment.id,
        person_id: enrolment.personId,
        moment,
        kind,
        value,
        issuer,
        on_date: on,
        entered_by: actor.id,
      })),
    )
    .execute()
}

export type OpenMoment = {
  enrolmentId: string
  firstName: string
  lastName: string | null
  programmeId: string
  registeredOn: PlainDate
  leftOn: PlainDate | null
  asked: Moment[]
}

/**
 * Enrolments of the actor's people in programmes of these blueprints, with the moments that have an answer. Those that never
 * started are not asked about.
 */
export async function listAsked(tx: Tx, blueprints: readonly string[]): Promise<OpenMoment[]> {
  const { rows } = await sql<OpenMoment>`
    select e.id as "enrolmentId", p.first_name as "firstName", p.last_name as "lastName", e.programme_id as "programmeId",
      e.created_on as "registeredOn", e.ended_on as "leftOn",
      array(select distinct s.moment from status_events s where s.enrolment_id = e.id) as asked
    from enrolments e join persons p on p.id = e.person_id join programmes pr on pr.id = e.programme_id
      join enrolment_stages st on st.enrolment_id = e.id and st.ended_at is null
    where e.person_id = any ((select app.persons_to_write('social-aid'))::uuid[]) and pr.blueprint = any (${blueprints}::text[])
      and st.kind <> 'never-started' and (e.ended_on is null or e.ended_on >= app.today() - 400)
    order by coalesce(e.ended_on, e.created_on), p.last_name limit 300`.execute(tx)
  return rows
}
