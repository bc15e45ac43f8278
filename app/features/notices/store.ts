import { changed, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffRole } from '../../shared/http/actor.ts'
import { listStandings } from '../attendance/store.ts'
import type { NoticeKind, StaffNotice } from './notice.ts'

/**
 * Tells every professional of a role who holds a mandate on the person, except the one who acts. Once per receiver, kind
 * and source. @returns how many were told now.
 */
export async function notifyMandated(
  tx: Tx,
  notice: { personId: string; role: StaffRole; kind: NoticeKind; sourceId: string },
): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    select app.notify_mandated(${notice.personId}, ${notice.role}, ${notice.kind}, ${notice.sourceId}) as told`.execute(
    tx,
  )
  return rows[0]?.told ?? 0
}

/** What the user who asks has not seen yet, newest first; only about people whose file is still open to them. */
export async function listNotices(tx: Tx): Promise<StaffNotice[]> {
  const all = await tx
    .selectFrom('notices as n')
    .leftJoin('persons as p', 'p.id', 'n.person_id')
    .select(['n.id', 'n.kind', 'n.person_id as personId', 'n.source_id as sourceId', 'n.on_date as onDate'])
    .select(['p.first_name as firstName', 'p.last_name as lastName'])
    .where('n.seen_at', 'is', null)
    .orderBy('n.created_at', 'desc')
    .limit(100)
    .execute()
  const absent = all.flatMap((one) => (one.kind === 'two-absences' && one.personId ? [one.personId] : []))
  const still = new Set(
    (await listStandings(tx, { personIds: absent })).flatMap((one) => (one.status === 'absent' ? [one.personId] : [])),
  )
  // A slip on the register that was put right at once is no news.
  return all.filter((one) => one.kind !== 'two-absences' || (one.personId !== null && still.has(one.personId)))
}

/** @returns false when there is no such notice of the user who asks. */
export async function seeNotice(tx: Tx, noticeId: string): Promise<boolean> {
  const result = await tx
    .updateTable('notices')
    .set({ seen_at: sql`now()` })
    .where('id', '=', noticeId)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** Whether the notice is the user's own to see. */
export async function findNotice(tx: Tx, noticeId: string): Promise<{ id: string } | undefined> {
  return tx.selectFrom('notices').select('id').where('id', '=', noticeId).executeTakeFirst()
}

/** The notice is there again. @returns false when it is not the user's own. */
export async function unseeNotice(tx: Tx, noticeId: string): Promise<boolean> {
  return changed(await tx.updateTable('notices').set({ seen_at: null }).where('id', '=', noticeId).executeTakeFirst())
}
