import { sql, type Tx } from '../../../shared/db/database.ts'
import type { LocalText } from '../../../shared/i18n/text.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'

export type CoachSession = {
  id: string
  groupName: string
  number: number
  onDate: PlainDate
  startsAt: string
  endsAt: string
  theme: LocalText
  place: string | null
  room: string | null
  announced: number
}

/** Sessions of the groups one leads: those not closed up to today, and all until `until`. */
export async function listOwnSessions(tx: Tx, until: PlainDate): Promise<CoachSession[]> {
  const { rows } = await sql<CoachSession>`
    select s.id, g.name as "groupName", s.number, s.on_date as "onDate", left(s.starts_at::text, 5) as "startsAt",
      left(s.ends_at::text, 5) as "endsAt", s.theme->'title' as theme, coalesce(s.place, g.site) as place, coalesce(s.room, g.room) as room,
      (select count(*)::int from absence_announcements a where a.session_id = s.id and a.withdrawn_at is null) as announced
    from sessions s join groups g on g.id = s.group_id
    where s.group_id = any ((select app.led_groups())::uuid[]) and s.cancelled_on is null and s.closed_at is null and s.on_date <= ${until}::date
    order by s.on_date, s.starts_at, s.id`.execute(tx)
  return rows
}

type Named = { personId: string; firstName: string; lastName: string | null }
export type Announcement = Named & {
  id: string
  sessionId: string
  onDate: PlainDate
  startsAt: string
  groupName: string
}

/** "I can't come" for sessions of today and later, in the groups one leads. */
export async function listAnnouncements(tx: Tx): Promise<Announcement[]> {
  const { rows } = await sql<Announcement>`
    select a.id, a.session_id as "sessionId", p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      s.on_date as "onDate", left(s.starts_at::text, 5) as "startsAt", g.name as "groupName"
    from sessions s join absence_announcements a on a.session_id = s.id join groups g on g.id = s.group_id join persons p on p.id = a.person_id
    where s.group_id = any ((select app.led_groups())::uuid[]) and s.cancelled_on is null and s.on_date >= app.today() and a.withdrawn_at is null
    order by s.on_date, s.starts_at, p.first_name`.execute(tx)
  return rows
}

export type OpenProfile = Named & {
  profileId: string
  groupName: string
  /** The person's own sheet is in. */
  selfIn: boolean
  ownSheetIn: boolean
  thirdIn: boolean
  handedOver: boolean
  /** All half-days of the group are over. */
  over: boolean
}

/** How far the profiles of one's groups are, never what they say. */
export async function listProfiles(tx: Tx): Promise<OpenProfile[]> {
  const { rows } = await sql<OpenProfile>`
    select pr.id as "profileId", p.id as "personId", p.first_name as "firstName", p.last_name as "lastName", g.name as "groupName",
      exists (select 1 from sheets s where s.profile_id = pr.id and s.rater_kind = 'self' and s.handed_in_at is not null) as "selfIn",
      exists (select 1 from sheets s where s.profile_id = pr.id and s.rater_user_id = app.uid() and s.handed_in_at is not null) as "ownSheetIn",
      exists (select 1 from sheets s where s.profile_id = pr.id and s.rater_kind <> 'self' and s.handed_in_at is not null and s.withdrawn_at is null) as "thirdIn",
      exists (select 1 from hand_overs h where h.enrolment_id = m.enrolment_id) as "handedOver",
      not exists (select 1 from sessions x where x.group_id = g.id and x.cancelled_on is null and x.on_date >= app.today()) as over
    from group_members m join groups g on g.id = m.group_id join profiles pr on pr.enrolment_id = m.enrolment_id join persons p on p.id = m.person_id
    where m.group_id = any ((select app.led_groups())::uuid[]) and (m.left_on is null or m.left_reason = 'completed')
    order by g.name, p.first_name, p.last_name`.execute(tx)
  return rows
}

/** Cards locked after five wrong PINs, of people in one's groups. */
export async function listLockedCards(tx: Tx): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName"
    from cards c join persons p on p.id = c.person_id where c.locked_at is not null and c.revoked_at is null order by p.first_name`.execute(
    tx,
  )
  return rows
}
