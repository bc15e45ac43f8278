import { sql, type Tx } from '../db/database.ts'
import type { Actor } from './actor.ts'

/**
 * The mandate by which a professional has each of these people's files open today; programme staff have none of their own. Of
 * several the latest is named: whoever leads the group of a person whom they also accompany works with them in the group.
 */
export async function mandateOn(tx: Tx, actor: Actor, persons: string[]) {
  if (actor.kind !== 'staff' || persons.length === 0) return new Map<string, { id: string; purpose: string }>()
  const rows = await tx
    .selectFrom('mandates')
    .select(['id', 'person_id', 'purpose'])
    .where('professional_id', '=', actor.id)
    .where('person_id', 'in', [...new Set(persons)])
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`from_date <= app.today() and (to_date is null or to_date >= app.today())`)
    .orderBy('from_date')
    .orderBy('purpose')
    .execute()
  return new Map(rows.map((row) => [row.person_id, { id: row.id, purpose: row.purpose }]))
}
