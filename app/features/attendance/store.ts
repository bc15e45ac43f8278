import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Session } from '../sessions/session.ts'
import { listExpected } from '../sessions/store.ts'
import type { Attendance, Mark, Markable, Registered } from './attendance.ts'
import { currentStatus } from './rules.ts'

export type StoredMark = {
  key: string
  sessionId: string
  personId: string
  status: Markable
  markedBy: string
  markedAt: Date
}

/** All marks of these sessions in the order of their arrival at the database, whatever the devices' clocks say. */
const marks = (tx: Tx) =>
  tx
    .selectFrom('attendance_marks as m')
    .innerJoin('users as u', 'u.id', 'm.marked_by')
    .select([
      'm.key',
      'm.session_id as sessionId',
      'm.person_id as personId',
      'm.status',
      'u.name as markedBy',
      'm.marked_at as markedAt',
    ])
    .orderBy('m.marked_at')
    .orderBy('m.key')

export const listMarks = (tx: Tx, sessionId: string): Promise<StoredMark[]> =>
  marks(tx).where('m.session_id', '=', sessionId).execute()

/**
 * Who is expected at a session, by name: everyone in the group on that day, or the part that was chosen (`wholeGroup` asks
 * for everyone nevertheless). Whoever has a mark is on it too.
 */
export async function listRegister(
  tx: Tx,
  session: Pick<Session, 'id' | 'groupId' | 'onDate' | 'closedAt'>,
  { wholeGroup = false } = {},
): Promise<Registered[]> {
  const members = await tx
    .selectFrom('group_members as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['m.id as memberId', 'm.enrolment_id as enrolmentId', 'm.person_id as personId'])
    .select(['p.first_name as firstName', 'p.last_name as lastName', 'm.left_on as leftOn', 'm.joined_on as joinedOn'])
    .where('m.group_id', '=', session.groupId)
    .orderBy(sql`lower(p.first_name)`)
    .orderBy(sql`lower(p.last_name)`)
    .orderBy('m.joined_on', 'desc')
    .execute()
  const histories = Map.groupBy(await listMarks(tx, session.id), (mark) => mark.personId)
  const only = wholeGroup ? undefined : (await listExpected(tx, [session.id])).get(session.id)
  const announced = new Set(await announcedFor(tx, session.id))
  const seen = new Set<string>()
  return members.flatMap(({ leftOn, joinedOn, ...one }) => {
    const history = histories.get(one.personId) ?? []
    const inGroup = joinedOn <= session.onDate && (leftOn === null || leftOn > session.onDate)
    const expected = inGroup && (only === undefined || only.has(one.personId))
    if (seen.has(one.personId) || !(expected || history.length > 0)) return []
    seen.add(one.personId)
    const last = history.at(-1)
    return [
      {
        ...one,
        status: currentStatus(history),
        announced: announced.has(one.personId),
        corrected:
          last !== undefined && session.closedAt !== null && history.length > 1 && last.markedAt > session.closedAt,
      },
    ]
  })
}

async function announcedFor(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('absence_announcements')
    .select('person_id')
    .where('session_id', '=', sessionId)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map((row) => row.person_id)
}

/**
 * Writes taps in the order given. A key that is on record already changes nothing, whatever it came with: an answer that
 * was lost can be asked for again.
 * @returns keys that were new.
 */
export async function saveMarks(
  tx: Tx,
  actor: StaffActor,
  sessionId: string,
  all: readonly Mark[],
): Promise<Set<string>> {
  if (all.length === 0) return new Set()
  const rows = await tx
    .insertInto('attendance_marks')
    .values(
      all.map((mark, i) => ({
        key: mark.key,
        session_id: sessionId,
        person_id: mark.personId,
        status: mark.status,
        marked_by: actor.id,
        // Taps of one request arrive together: a microsecond apart keeps their order.
        marked_at: sql<Date>`clock_timestamp() + ${i} * interval '1 microsecond'`,
      })),
    )
    .onConflict((c) => c.column('key').doNothing())
    .returning('key')
    .execute()
  return new Set(rows.map((row) => row.key))
}

export type Note = { id: string; personId: string; body: Buffer; writtenBy: string; writtenAt: Date }

/** Notes of a session as they are stored, sealed; none for whoever's role reads no notes. */
export const listNotes = (tx: Tx, sessionId: string): Promise<Note[]> =>
  tx
    .selectFrom('attendance_notes as n')
    .innerJoin('users as u', 'u.id', 'n.written_by')
    .select(['n.id', 'n.person_id as personId', 'n.body', 'u.name as writtenBy', 'n.written_at as writtenAt'])
    .where('n.session_id', '=', sessionId)
    .orderBy('n.written_at')
    .execute()

/** Once per id, like a mark. */
export async function saveNote(
  tx: Tx,
  actor: StaffActor,
  note: { id: string; sessionId: string; personId: string; body: Buffer },
): Promise<void> {
  await tx
    .insertInto('attendance_notes')
    .values({
      id: note.id,
      session_id: note.sessionId,
      person_id: note.personId,
      body: note.body,
      written_by: actor.id,
    })
    .onConflict((c) => c.column('id').doNothing())
    .execute()
}

export type Standing = { sessionId: string; personId: string; onDate: PlainDate; status: Attendance }

/** The last mark of each person in each session, where it says something. */
export async function listStandings(
  tx: Tx,
  of: { personIds: string[]; groupId?: string; programmeId?: string },
): Promise<Standing[]> {
  if (of.personIds.length === 0) return []
  let last = tx
    .selectFrom('attendance_marks as m')
    .innerJoin('sessions as s', 's.id', 'm.session_id')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .distinctOn(['m.session_id', 'm.person_id'])
    .select(['m.session_id as sessionId', 'm.person_id as personId', 's.on_date as onDate', 'm.status'])
    .where('m.person_id', 'in', of.personIds)
    .where('s.cancelled_on', 'is', null)
    .orderBy('m.session_id')
    .orderBy('m.person_id')
    .orderBy('m.marked_at', 'desc')
    .orderBy('m.key', 'desc')
  if (of.groupId) last = last.where('s.group_id', '=', of.groupId)
  if (of.programmeId) last = last.where('g.programme_id', '=', of.programmeId)
  const rows = await last.execute()
  return rows.flatMap(({ status, ...row }) => (status === 'none' ? [] : [{ ...row, status }]))
}

/** Someone says beforehand that they can't come, or a professional for them. Once while it holds. */
export async function announceAbsence(
  tx: Tx,
  { sessionId, personId, by }: { sessionId: string; personId: string; by: { kind: 'card' | 'staff'; id: string } },
): Promise<void> {
  await tx
    .insertInto('absence_announcements')
    .values({ id: newId(), session_id: sessionId, person_id: personId, by_kind: by.kind, by_id: by.id })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The person can come after all. */
export async function withdrawAnnouncement(tx: Tx, sessionId: string, personId: string): Promise<void> {
  await tx
    .updateTable('absence_announcements')
    .set({ withdrawn_at: sql`now()` })
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .execute()
}
