import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Move } from './moving.ts'
import {
  type CancelReason,
  type ChangeablePart,
  type HalfDay,
  halfOf,
  type Session,
  type SessionTheme,
} from './session.ts'

const query = (tx: Tx) =>
  tx
    .selectFrom('sessions as s')
    .select([
      's.id',
      's.group_id as groupId',
      's.number',
      's.on_date as onDate',
      's.half_day as halfDay',
      's.place',
      's.room',
      's.material',
      's.bring',
      's.outing',
      's.homework',
      's.cancelled_on as cancelledOn',
      's.cancel_reason as cancelReason',
      's.moved_from as movedFrom',
      's.closed_at as closedAt',
    ])
    .select([
      sql<string>`left(s.starts_at::text, 5)`.as('startsAt'),
      sql<string>`left(s.ends_at::text, 5)`.as('endsAt'),
      sql<SessionTheme>`s.theme`.as('theme'),
    ])

/** The session, or undefined when there is none that the actor may see. */
export const findSession = (tx: Tx, sessionId: string): Promise<Session | undefined> =>
  query(tx).where('s.id', '=', sessionId).executeTakeFirst()

/** A group's sessions in the order of the calendar, cancelled ones too. */
export const listSessions = (tx: Tx, groupId: string): Promise<Session[]> =>
  query(tx).where('s.group_id', '=', groupId).orderBy('s.on_date').orderBy('s.starts_at').execute()

/** Sessions by id. */
export const listSessionsById = async (tx: Tx, ids: string[]): Promise<Session[]> =>
  ids.length === 0 ? [] : query(tx).where('s.id', 'in', ids).orderBy('s.on_date').orderBy('s.starts_at').execute()

/** Plans the half-days of a group, each with what its theme says. */
export async function addSessions(
  tx: Tx,
  groupId: string,
  halfDays: readonly HalfDay[],
  themes: readonly SessionTheme[],
): Promise<void> {
  const byKey = new Map(themes.map((theme) => [theme.key, theme]))
  await tx
    .insertInto('sessions')
    .values(
      halfDays.map((half) => ({
        id: newId(),
        group_id: groupId,
        number: half.position,
        on_date: half.date,
        half_day: halfOf(half.from),
        starts_at: half.from,
        ends_at: half.to,
        theme: JSON.stringify(byKey.get(half.theme)),
      })),
    )
    .execute()
}

export type SessionContent = Record<ChangeablePart | 'place' | 'room', string | null> & { theme: SessionTheme }

/** @returns false when the session is not the actor's to change. */
export async function saveContent(tx: Tx, sessionId: string, content: SessionContent): Promise<boolean> {
  const { theme, ...rest } = content
  const result = await tx
    .updateTable('sessions')
    .set({ ...rest, theme: JSON.stringify(theme), updated_at: sql`now()` })
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return changed(result)
}

/** Moves sessions of a group; each remembers the first date it was planned for. */
export async function saveMoves(tx: Tx, groupId: string, moves: readonly Move[]): Promise<void> {
  for (const { position, becomes } of moves)
    await tx
      .updateTable('sessions')
      .set({
        moved_from: sql`coalesce(moved_from, on_date)`,
        on_date: becomes.date,
        half_day: halfOf(becomes.from),
        starts_at: becomes.from,
        ends_at: becomes.to,
        updated_at: sql`now()`,
      })
      .where('group_id', '=', groupId)
      .where('number', '=', position)
      .execute()
}

/** Cancels, or takes the cancellation back when `reason` is null. @returns false when nothing changed. */
export async function saveCancellation(
  tx: Tx,
  sessionId: string,
  { reason, today }: { reason: CancelReason | null; today: PlainDate },
): Promise<boolean> {
  const result = await tx
    .updateTable('sessions')
    .set({ cancelled_on: reason ? today : null, cancel_reason: reason, updated_at: sql`now()` })
    .where('id', '=', sessionId)
    .where('cancelled_on', reason ? 'is' : 'is not', null)
    .executeTakeFirst()
  return changed(result)
}

/** By the clock of the marks, so that a correction is told from what was there. @returns false when it is closed already. */
export async function saveClosure(tx: Tx, actor: StaffActor, sessionId: string): Promise<boolean> {
  const result = await tx
    .updateTable('sessions')
    .set({ closed_at: sql`clock_timestamp()`, closed_by: actor.id })
    .where('id', '=', sessionId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** Who is expected when that is a part of the group; an empty list means everyone. */
export async function saveExpected(tx: Tx, sessionId: string, personIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('session_expected').where('session_id', '=', sessionId).execute()
  if (personIds.length > 0)
    await tx
      .insertInto('session_expected')
      .values(personIds.map((person_id) => ({ session_id: sessionId, person_id })))
      .execute()
}

/** The people named for each session that expects a part of its group; no entry means everyone. */
export async function listExpected(tx: Tx, sessionIds: string[]): Promise<Map<string, Set<string>>> {
  if (sessionIds.length === 0) return new Map()
  const { rows } = await sql<{ some: string[] }>`select app.sessions_for_some(${sessionIds}::uuid[]) as some`.execute(
    tx,
  )
  const some = rows[0]?.some ?? []
  const expected = new Map(some.map((id) => [id, new Set<string>()]))
  if (some.length === 0) return expected
  const named = await tx.selectFrom('session_expected').selectAll().where('session_id', 'in', some).execute()
  for (const row of named) expected.get(row.session_id)?.add(row.person_id)
  return expected
}
