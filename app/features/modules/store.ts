import type { Blueprint } from '../../blueprints/blueprint.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { type FollowUpSide, sideOf } from '../professionals/professional.ts'
import { blueprintOf } from '../programmes/programme.ts'
import type { Change, Membership, Rating } from './module.ts'
import { standing } from './rules.ts'

type Of = { id: string; personId: string }

/** Somebody's modules, past ones too, the oldest first. */
export async function listMemberships(tx: Tx, enrolmentId: string): Promise<Membership[]> {
  const rows = await tx
    .selectFrom('module_memberships as m')
    .leftJoin('users as u', 'u.id', 'm.added_by')
    .select(['m.id', 'm.module', 'm.from_date', 'm.until_date', 'u.name'])
    .where('m.enrolment_id', '=', enrolmentId)
    .orderBy('m.from_date')
    .orderBy('m.added_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    module: row.module,
    from: row.from_date,
    until: row.until_date,
    addedBy: row.name ?? '',
  }))
}

/** How many people are in each module of a programme today, by module. */
export async function countMembers(tx: Tx, programmeId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('module_memberships as m')
    .innerJoin('enrolments as e', 'e.id', 'm.enrolment_id')
    .select(['m.module', ({ fn }) => fn.countAll<number>().as('n')])
    .where('e.programme_id', '=', programmeId)
    .where('e.ended_on', 'is', null)
    .where('m.until_date', 'is', null)
    .groupBy('m.module')
    .execute()
  return new Map(rows.map((row) => [row.module, Number(row.n)]))
}

export async function addMembership(
  tx: Tx,
  actor: StaffActor,
  enrolment: Of,
  { module, from }: { module: string; from: PlainDate },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('module_memberships')
    .values({
      id,
      enrolment_id: enrolment.id,
      person_id: enrolment.personId,
      module,
      from_date: from,
      added_by: actor.id,
    })
    .execute()
  return id
}

/** @returns false when it is not theirs to end, or ended already. */
export async function endMembership(tx: Tx, actor: StaffActor, id: string, until: PlainDate): Promise<boolean> {
  const result = await tx
    .updateTable('module_memberships')
    .set({ until_date: until, ended_by: actor.id })
    .where('id', '=', id)
    .where('until_date', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

const wordsAt = (row: string) => ({ table: 'change_ratings', column: 'words', row })

export async function addRating(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  enrolment: Of,
  rated: { module: string; change: string; point: number; words: string | null; on: PlainDate },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('change_ratings')
    .values({
      id,
      enrolment_id: enrolment.id,
      person_id: enrolment.personId,
      module: rated.module,
      change: rated.change,
      point: rated.point,
      words: rated.words === null ? null : vault.seal(enrolment.personId, wordsAt(id), rated.words),
      on_date: rated.on,
      rated_by: actor.id,
      side: sideOf(actor.role),
    })
    .execute()
  return id
}

/** The ratings that the actor may read, by module and change. */
async function listRatings(tx: Tx, vault: Vault, enrolmentId: string): Promise<Map<string, Rating[]>> {
  const rows = await tx
    .selectFrom('change_ratings as r')
    .leftJoin('users as u', 'u.id', 'r.rated_by')
    .select(['r.id', 'r.person_id', 'r.module', 'r.change', 'r.point', 'r.words', 'r.on_date', 'r.side', 'r.shared_on'])
    .select('u.name')
    .where('r.enrolment_id', '=', enrolmentId)
    .orderBy('r.on_date')
    .orderBy('r.created_at')
    .execute()
  const found = Map.groupBy(rows, (row) => `${row.module} ${row.change}`)
  return new Map(
    [...found].map(([key, list]) => [
      key,
      list.map((row) => ({
        id: row.id,
        point: row.point,
        on: row.on_date,
        by: row.name ?? '',
        side: row.side as FollowUpSide,
        words: row.words === null ? null : vault.open(row.person_id, wordsAt(row.id), row.words),
        sharedOn: row.shared_on,
      })),
    ]),
  )
}

/** All changes of the blueprint's modules with the ratings that the actor may read; none where there are no modules. */
export async function readChanges(tx: Tx, vault: Vault, enrolmentId: string, blueprint: Blueprint): Promise<Change[]> {
  const ratings = await listRatings(tx, vault, enrolmentId)
  return (blueprint.modules ?? []).flatMap((module) =>
    module.changes.map((change) => ({
      ...change,
      module,
      ratings: standing(ratings.get(`${module.key} ${change.key}`) ?? []),
    })),
  )
}

/**
 * The intended changes that were rated, with their points over time (oldest first), in the order of the blueprint.
 * Only what the actor may read: empty without the class of follow-up.
 */
export async function listChanges(tx: Tx, vault: Vault, enrolmentId: string): Promise<Change[]> {
  const row = await tx
    .selectFrom('enrolments as e')
    .innerJoin('programmes as p', 'p.id', 'e.programme_id')
    .select('p.blueprint')
    .where('e.id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) return []
  return (await readChanges(tx, vault, enrolmentId, blueprintOf(row))).filter(({ ratings }) => ratings.length > 0)
}

/** What the person agreed that trainers from outside read, or no longer. @returns false when it is not the actor's to say. */
export async function share(
  tx: Tx,
  {
    what,
    id,
    agreed,
  }: { what: 'appointment' | 'procedure' | 'situation' | 'stability' | 'rating'; id: string; agreed: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select app.share_follow_up(${what}, ${id}::uuid, ${agreed}) as done`.execute(tx)
  return rows[0]!.done
}
