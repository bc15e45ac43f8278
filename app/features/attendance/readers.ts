// What other features ask about a person's sessions and attendance: the person page, the participant's space, plans, today.
import { sql, type Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Session } from '../sessions/session.ts'
import { listExpected, listSessionsById } from '../sessions/store.ts'
import type { Attendance, AttendanceSummary } from './attendance.ts'
import { summarise } from './rules.ts'
import { listStandings } from './store.ts'

/** A session as its participant sees it: never who else comes. */
export type OwnSession = Session & {
  groupName: string
  /** Where it is: the session's own place and room, or the group's. */
  place: string | null
  room: string | null
  status: Attendance | null
  announced: boolean
}

/**
 * The sessions a person was or is expected at, in the order of the calendar; cancelled ones are there and say so.
 * For staff with the attendance class, and for the person's own card.
 */
export async function listSessionsOfPerson(tx: Tx, personId: string): Promise<OwnSession[]> {
  const rows = await tx
    .selectFrom('group_members as m')
    .innerJoin('sessions as s', 's.group_id', 'm.group_id')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .select(['s.id', 'g.name', 'g.site', 'g.room'])
    .distinct()
    .where('m.person_id', '=', personId)
    .whereRef('m.joined_on', '<=', 's.on_date')
    // Someone who came and was taken out on the same day has been there all the same.
    .where((eb) =>
      eb.or([
        eb('m.left_on', 'is', null),
        eb('m.left_on', '>', eb.ref('s.on_date')),
        eb.exists(
          eb
            .selectFrom('attendance_marks as k')
            .select('k.key')
            .whereRef('k.session_id', '=', 's.id')
            .whereRef('k.person_id', '=', 'm.person_id'),
        ),
      ]),
    )
    .execute()
  const ids = rows.map((row) => row.id)
  const groups = new Map(rows.map((row) => [row.id, row]))
  const sessions = await listSessionsById(tx, ids)
  const expected = await listExpected(tx, ids)
  const standing = new Map(
    (await listStandings(tx, { personIds: [personId] })).map((one) => [one.sessionId, one.status]),
  )
  const announced = new Set(
    (
      await tx
        .selectFrom('absence_announcements')
        .select('session_id')
        .where('person_id', '=', personId)
        .where('withdrawn_at', 'is', null)
        .execute()
    ).map((row) => row.session_id),
  )
  return sessions
    .filter((session) => expected.get(session.id)?.has(personId) ?? true)
    .map((session) => ({
      ...session,
      groupName: groups.get(session.id)?.name ?? '',
      place: session.place ?? groups.get(session.id)?.site ?? null,
      room: session.room ?? groups.get(session.id)?.room ?? null,
      status: standing.get(session.id) ?? null,
      announced: announced.has(session.id),
    }))
}

/** The next session the person is expected at, today's included until it is closed; undefined when there is none. */
export async function nextSessionOf(tx: Tx, personId: string, today: PlainDate): Promise<OwnSession | undefined> {
  return upcoming(await listSessionsOfPerson(tx, personId), today)
}

/** The same, of sessions that were read already. */
export const upcoming = (sessions: readonly OwnSession[], today: PlainDate): OwnSession | undefined =>
  sessions.find((one) => one.onDate >= today && one.cancelledOn === null && one.closedAt === null)

/** How regularly the person came in one enrolment, over all its groups. */
export async function attendanceSummary(tx: Tx, personId: string, enrolmentId: string): Promise<AttendanceSummary> {
  const groups = await tx
    .selectFrom('group_members')
    .select('group_id')
    .distinct()
    .where('enrolment_id', '=', enrolmentId)
    .where('person_id', '=', personId)
    .execute()
  const all = await Promise.all(
    groups.map((row) => listStandings(tx, { personIds: [personId], groupId: row.group_id })),
  )
  return summarise(all.flat().map((one) => one.status))
}

export type SessionToClose = {
  id: string
  groupId: string
  groupName: string
  number: number
  onDate: PlainDate
  startsAt: string
}

/** Sessions up to today, not cancelled and not closed, of the groups a coach leads or a coordinator runs; oldest first. */
export function sessionsToClose(tx: Tx, userId: string): Promise<SessionToClose[]> {
  return tx
    .selectFrom('sessions as s')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .select(['s.id', 's.group_id as groupId', 'g.name as groupName', 's.number', 's.on_date as onDate'])
    .select(sql<string>`left(s.starts_at::text, 5)`.as('startsAt'))
    .where('s.closed_at', 'is', null)
    .where('s.cancelled_on', 'is', null)
    .where(sql<boolean>`s.on_date <= app.today()`)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('group_coaches as c')
            .select('c.id')
            .whereRef('c.group_id', '=', 'g.id')
            .where('c.user_id', '=', userId)
            .where('c.ended_on', 'is', null),
        ),
        sql<boolean>`app.role() = 'coordinator' and app.uid() = ${userId} and g.programme_id = any ((select app.my_programmes('attendance'))::uuid[])`,
      ]),
    )
    .orderBy('s.on_date')
    .orderBy('s.starts_at')
    .execute()
}

/** What a certificate of attendance states: exact, for the person named, nothing about anybody else. */
export type CertificateData = {
  firstName: string
  lastName: string | null
  birthDate: PlainDate | null
  groupName: string
  language: string
  site: string | null
  /** First and last session the person came to. */
  from: PlainDate | null
  to: PlainDate | null
  /** Half-days planned for the person and not cancelled, up to today. */
  planned: number
  summary: AttendanceSummary
  hours: number
}

export async function certificateData(
  tx: Tx,
  { personId, groupId, today }: { personId: string; groupId: string; today: PlainDate },
): Promise<CertificateData | undefined> {
  const person = await tx
    .selectFrom('group_members as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .select(['p.first_name as firstName', 'p.last_name as lastName', 'p.birth_date as birthDate'])
    .select(['g.name as groupName', 'g.language', 'g.site'])
    .where('m.person_id', '=', personId)
    .where('m.group_id', '=', groupId)
    .executeTakeFirst()
  if (!person) return undefined
  const held = (await listSessionsOfPerson(tx, personId)).filter(
    (one) => one.groupId === groupId && one.cancelledOn === null && one.onDate <= today,
  )
  const there = held.filter((one) => one.status !== null && one.status !== 'excused' && one.status !== 'absent')
  return {
    ...person,
    from: there[0]?.onDate ?? null,
    to: there.at(-1)?.onDate ?? null,
    planned: held.length,
    summary: summarise(held.map((one) => one.status)),
    hours: there.reduce((sum, one) => sum + hoursBetween(one.startsAt, one.endsAt), 0),
  }
}

const hoursBetween = (from: string, to: string): number => {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  return (minutes(to) - minutes(from)) / 60
}
