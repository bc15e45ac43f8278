import type { ProgrammeSettings } from '../../../blueprints/settings.ts'
import { sql, type Tx } from '../../../shared/db/database.ts'
import type { LocalText } from '../../../shared/i18n/text.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'

export type ToContact = {
  enrolmentId: string
  personId: string
  firstName: string
  lastName: string | null
  phone: string | null
  registeredOn: PlainDate
  attempts: number
  lastOn: PlainDate | null
  lastResult: string | null
}

/** Registered in one's programmes and not yet reached, longest first. */
export async function listToContact(tx: Tx): Promise<ToContact[]> {
  const { rows } = await sql<ToContact>`
    with e as materialized (select id, person_id, created_on from enrolments where ended_on is null and programme_id = any ((select app.my_programmes('attendance'))::uuid[])),
      s as (select enrolment_id from enrolment_stages where ended_at is null and kind = 'registered' and enrolment_id in (select id from e)),
      a as (select distinct on (enrolment_id) enrolment_id, on_date, result, count(*) over (partition by enrolment_id) as n
        from contact_attempts where enrolment_id in (select enrolment_id from s) order by enrolment_id, on_date desc, created_at desc)
    select e.id as "enrolmentId", p.id as "personId", p.first_name as "firstName", p.last_name as "lastName", p.phone,
      e.created_on as "registeredOn", coalesce(a.n, 0)::int as attempts, a.on_date as "lastOn", a.result as "lastResult"
    from e join s on s.enrolment_id = e.id join persons p on p.id = e.person_id left join a on a.enrolment_id = e.id
    where a.result is distinct from 'reached' and a.result is distinct from 'declined'
    order by e.created_on, e.id`.execute(tx)
  return rows
}

export type ProgrammeSession = {
  id: string
  groupId: string
  groupName: string
  number: number
  onDate: PlainDate
  startsAt: string
  endsAt: string
  theme: LocalText
  place: string | null
  room: string | null
  coaches: number
}

/** Sessions of one's programmes from today until a day, with how many lead them. */
export async function listSessions(tx: Tx, until: PlainDate): Promise<ProgrammeSession[]> {
  const { rows } = await sql<ProgrammeSession>`
    select s.id, g.id as "groupId", g.name as "groupName", s.number, s.on_date as "onDate", left(s.starts_at::text, 5) as "startsAt",
      left(s.ends_at::text, 5) as "endsAt", s.theme->'title' as theme, coalesce(s.place, g.site) as place, coalesce(s.room, g.room) as room,
      (select count(*)::int from group_coaches c where c.group_id = g.id and c.ended_on is null and c.part <> 'trainee') as coaches
    from groups g join sessions s on s.group_id = g.id
    where g.programme_id = any ((select app.my_programmes('attendance'))::uuid[]) and s.cancelled_on is null
      and s.on_date between app.today() and ${until}::date
    order by s.on_date, s.starts_at, s.id`.execute(tx)
  return rows
}

export type SmallGroup = {
  groupId: string
  name: string
  members: number
  min: number
  capacity: number
  startsOn: PlainDate | null
}

/** Groups that go on or begin, with fewer people than the programme wants. */
export async function listSmallGroups(tx: Tx): Promise<SmallGroup[]> {
  const { rows } = await sql<SmallGroup>`
    select x.* from (select g.id as "groupId", g.name, g.capacity, g.starts_on as "startsOn", (p.settings->'group'->>'min')::int as min,
        (select count(*)::int from group_members m where m.group_id = g.id and m.left_on is null) as members
      from groups g join programmes p on p.id = g.programme_id
      where g.programme_id = any ((select app.my_programmes('attendance'))::uuid[]) and g.closed_on is null
        and (g.ends_on is null or g.ends_on >= app.today())) x
    where x.members < x.min order by x."startsOn" nulls last, x.name`.execute(tx)
  return rows
}

/** The programmes one works in today, newest first. */
export async function listMyProgrammes(tx: Tx): Promise<{ id: string; settings: ProgrammeSettings }[]> {
  const { rows } = await sql<{ id: string; settings: ProgrammeSettings }>`
    select id, settings from programmes where id = any ((select app.my_programmes('identity'))::uuid[]) order by created_at desc`.execute(
    tx,
  )
  return rows
}
