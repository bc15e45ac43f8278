import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { CardActor } from '../../shared/http/actor.ts'
import { type SessionTheme, wordsOf } from '../sessions/session.ts'
import type { Contact, OwnSession } from './session.ts'

/** All sessions the person is or was expected at, in order. */
export async function listOwnSessions(tx: Tx, personId: string): Promise<OwnSession[]> {
  const rows = await tx
    .selectFrom('group_members as m')
    .innerJoin('groups as g', 'g.id', 'm.group_id')
    .innerJoin('sessions as s', 's.group_id', 'm.group_id')
    .leftJoin('absence_announcements as a', (join) =>
      join.onRef('a.session_id', '=', 's.id').onRef('a.person_id', '=', 'm.person_id').on('a.withdrawn_at', 'is', null),
    )
    .leftJoin('session_expected as e', (join) =>
      join.onRef('e.session_id', '=', 's.id').onRef('e.person_id', '=', 'm.person_id'),
    )
    .select([
      's.id',
      's.group_id',
      's.on_date',
      's.starts_at',
      's.ends_at',
      's.place',
      's.room',
      's.material',
      's.bring',
      's.outing',
      's.homework',
      's.cancelled_on',
      's.moved_from',
      'g.room as group_room',
      'g.site',
      'g.language',
      'a.id as announcement_id',
      'e.session_id as named',
    ])
    .select(sql<SessionTheme>`s.theme`.as('theme'))
    .where('m.person_id', '=', personId)
    .where((where) => where('s.on_date', '>=', where.ref('m.joined_on')))
    .where((where) => where.or([where('m.left_on', 'is', null), where('s.on_date', '<', where.ref('m.left_on'))]))
    .orderBy('s.on_date')
    .orderBy('s.starts_at')
    .execute()
  const forSome = await sessionsForSome(
    tx,
    rows.map((row) => row.id),
  )
  return rows
    .filter((row) => row.named !== null || !forSome.has(row.id))
    .map((row) => {
      return {
        id: row.id,
        groupId: row.group_id,
        onDate: row.on_date,
        from: row.starts_at.slice(0, 5),
        to: row.ends_at.slice(0, 5),
        theme: row.theme.title,
        place: row.place ?? row.site,
        room: row.room ?? (row.place ? null : row.group_room),
        bring: wordsOf(row, 'bring', row.language),
        outing: wordsOf(row, 'outing', row.language),
        homework: wordsOf(row, 'homework', row.language),
        cancelled: row.cancelled_on !== null,
        movedFrom: row.moved_from,
        announced: row.announcement_id !== null,
      }
    })
}

/** Sessions that expect a part of the group only: the person's own rows alone can't tell "everyone" from "others". */
async function sessionsForSome(tx: Tx, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ ids: string[] }>`select app.sessions_for_some(${ids}::uuid[]) as ids`.execute(tx)
  return new Set(rows[0]!.ids)
}

/** One of the person's own sessions; any other is not found. */
export async function findOwnSession(tx: Tx, personId: string, sessionId: string): Promise<OwnSession | undefined> {
  return (await listOwnSessions(tx, personId)).find((session) => session.id === sessionId)
}

/** "I can't come". Said twice it counts once. */
export async function announceAbsence(tx: Tx, actor: CardActor, sessionId: string): Promise<void> {
  await tx
    .insertInto('absence_announcements')
    .values({ id: newId(), session_id: sessionId, person_id: actor.personId, by_kind: 'card', by_id: actor.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns false when nothing was announced. */
export async function withdrawAnnouncement(tx: Tx, actor: CardActor, sessionId: string): Promise<boolean> {
  const result = await tx
    .updateTable('absence_announcements')
    .set({ withdrawn_at: sql`now()` })
    .where('session_id', '=', sessionId)
    .where('person_id', '=', actor.personId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** The group's coaches with a phone number and the office; a card that was only scanned is told the office alone. */
export async function listContacts(tx: Tx, groupId: string): Promise<Contact[]> {
  const coaches = await tx
    .selectFrom('group_coaches as c')
    .innerJoin('users as u', 'u.id', 'c.user_id')
    .select(['u.name', 'u.phone'])
    .where('c.group_id', '=', groupId)
    .where('c.ended_on', 'is', null)
    .where('c.part', '<>', 'trainee')
    .orderBy('u.name')
    .execute()
  const office = await tx
    .selectFrom('groups as g')
    .innerJoin('programmes as p', 'p.id', 'g.programme_id')
    .innerJoin('institutions as i', 'i.id', 'p.institution_id')
    .select('i.phone')
    .where('g.id', '=', groupId)
    .executeTakeFirst()
  return [...coaches, { name: null, phone: office?.phone ?? null }].filter((one): one is Contact => Boolean(one.phone))
}
