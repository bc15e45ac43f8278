import { sql, type Tx } from '../../../shared/db/database.ts'
import type { LocalText } from '../../../shared/i18n/text.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'

type Named = { personId: string; firstName: string; lastName: string | null }
export type WithoutStep = Named & {
  handOverId: string
  direction: string
  byDate: PlainDate | null
  decidedOn: PlainDate
}

/** Directions one decided for which no step has been agreed since; "none" needs none. */
export async function listWithoutStep(tx: Tx, userId: string): Promise<WithoutStep[]> {
  const { rows } = await sql<WithoutStep>`
    select d.hand_over_id as "handOverId", d.direction, d.by_date as "byDate", d.decided_on as "decidedOn",
      p.id as "personId", p.first_name as "firstName", p.last_name as "lastName"
    from directions d join persons p on p.id = d.person_id
    where d.decided_by = ${userId}::uuid and d.ended_at is null and d.direction <> 'none'
      and not exists (select 1 from steps s where s.person_id = d.person_id and s.made_on >= d.decided_on and s.dropped_on is null)
    order by d.decided_on, d.id`.execute(tx)
  return rows
}

export type WaitingPerson = Named & {
  enrolmentId: string
  stage: string
  stages: { key: string; label: LocalText }[]
  since: PlainDate
  programme: LocalText
}

/** Whom one referred and who is not yet in a group, longest first. */
export async function listWaiting(tx: Tx, userId: string): Promise<WaitingPerson[]> {
  const { rows } = await sql<WaitingPerson>`
    select e.id as "enrolmentId", s.stage, g.settings->'stages' as stages, s.on_date as since, g.settings->'title' as programme,
      p.id as "personId", p.first_name as "firstName", p.last_name as "lastName"
    from enrolments e join enrolment_stages s on s.enrolment_id = e.id and s.ended_at is null
      join programmes g on g.id = e.programme_id join persons p on p.id = e.person_id
    where e.referrer_id = ${userId}::uuid and e.ended_on is null and s.kind in ('registered', 'contacted', 'informed')
    order by e.created_on, e.id`.execute(tx)
  return rows
}

export type DueStep = Named & { id: string; what: string; dueOn: PlainDate; who: 'person' | 'professional' }

/** One's own steps due within a week, and late ones of the people one accompanies. */
export async function listDueSteps(tx: Tx, userId: string, until: PlainDate): Promise<DueStep[]> {
  const { rows } = await sql<DueStep>`
    select s.id, s.what, s.due_on as "dueOn", s.who, p.id as "personId", p.first_name as "firstName", p.last_name as "lastName"
    from steps s join persons p on p.id = s.person_id left join goals g on g.id = s.goal_id
    where s.done_on is null and s.dropped_on is null and g.ended_on is null
      and (s.who_user_id = ${userId}::uuid and s.due_on <= ${until}::date or s.who = 'person' and s.due_on < app.today())
    order by s.due_on, s.id`.execute(tx)
  return rows
}
