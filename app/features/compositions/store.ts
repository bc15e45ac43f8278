import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Composition, ListedComposition, Mode } from './composition.ts'

const query = (tx: Tx) =>
  tx
    .selectFrom('compositions as c')
    .innerJoin('users as u', 'u.id', 'c.made_by')
    .leftJoin('composition_confirmations as k', (join) =>
      join.onRef('k.composition_id', '=', 'c.id').on('k.undone_at', 'is', null),
    )
    .select([
      'c.id',
      'c.programme_id as programmeId',
      'c.name',
      'c.made_on as madeOn',
      'u.name as madeBy',
      'c.set_aside_at as setAsideAt',
      'k.id as confirmationId',
    ])
    .select(sql<Mode>`c.mode`.as('mode'))

/** The composition, or undefined when there is none that the actor may see. */
export const findComposition = (tx: Tx, compositionId: string): Promise<Composition | undefined> =>
  query(tx).where('c.id', '=', compositionId).executeTakeFirst()

/** Compositions of a programme, the newest first; those set aside at the end. */
export const listCompositions = (tx: Tx, programmeId: string): Promise<ListedComposition[]> =>
  query(tx)
    .select([
      sql<number>`(select count(*) from composition_candidates x where x.composition_id = c.id)`.as('candidates'),
      sql<number>`(select count(*) from composition_offers x where x.composition_id = c.id and x.withdrawn_at is null)`.as(
        'offers',
      ),
      sql<number>`(select count(*) from composition_plans x where x.composition_id = c.id)`.as('plans'),
    ])
    .where('c.programme_id', '=', programmeId)
    .orderBy(sql`c.set_aside_at is not null`)
    .orderBy('c.made_on', 'desc')
    .orderBy('c.made_at', 'desc')
    .orderBy('c.id')
    .execute()

export async function createComposition(
  tx: Tx,
  actor: StaffActor,
  given: { programmeId: string; name: string; mode: Mode; today: PlainDate },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('compositions')
    .values({
      id,
      programme_id: given.programmeId,
      name: given.name,
      mode: given.mode,
      made_by: actor.id,
      made_on: given.today,
    })
    .execute()
  return id
}

/** @returns false when the composition is not the actor's to change. */
export async function saveComposition(
  tx: Tx,
  compositionId: string,
  given: { name: string; mode: Mode },
): Promise<boolean> {
  return changed(await tx.updateTable('compositions').set(given).where('id', '=', compositionId).executeTakeFirst())
}

/** @returns false when it was set aside already. */
export async function setAside(tx: Tx, actor: StaffActor, compositionId: string): Promise<boolean> {
  const result = await tx
    .updateTable('compositions')
    .set({ set_aside_at: sql`app.now()`, set_aside_by: actor.id })
    .where('id', '=', compositionId)
    .where('set_aside_at', 'is', null)
    .executeTakeFirst()
  return changed(result)
}
