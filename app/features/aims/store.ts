import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { type FollowUpSide, sideOf } from '../professionals/professional.ts'
import { type Aim, type AimCount, type AimResult, type AimResultKey, currentOf } from './aim.ts'
import type { NewAim, NewResult } from './form.ts'

type Place = { table: 'aims' | 'aim_results'; column: 'words' | 'reason' | 'way'; row: string }

/** Every aim of an enrolment that the actor may read, the latest first, each with its results. */
export async function listAims(tx: Tx, vault: Vault, enrolmentId: string): Promise<Aim[]> {
  const rows = await tx
    .selectFrom('aims as a')
    .leftJoin('users as u', 'u.id', 'a.noted_by')
    .select(['a.id', 'a.person_id', 'a.kind', 'a.is_dream', 'a.words', 'a.reason', 'a.way', 'a.noted_on', 'a.side'])
    .select(['a.shared_on', 'u.name'])
    .where('a.enrolment_id', '=', enrolmentId)
    .orderBy('a.noted_on', 'desc')
    .orderBy('a.created_at', 'desc')
    .execute()
  const results = await listResults(tx, vault, enrolmentId)
  return rows.map((row) => {
    const open = (column: Place['column']) =>
      row[column] && vault.open(row.person_id, { table: 'aims', column, row: row.id }, row[column])
    return {
      id: row.id,
      kind: row.kind,
      isDream: row.is_dream,
      words: open('words'),
      reason: open('reason'),
      way: open('way'),
      on: row.noted_on,
      by: row.name,
      side: row.side as FollowUpSide,
      sharedOn: row.shared_on,
      results: results.get(row.id) ?? [],
    }
  })
}

async function listResults(tx: Tx, vault: Vault, enrolmentId: string): Promise<Map<string, AimResult[]>> {
  const rows = await tx
    .selectFrom('aim_results as r')
    .leftJoin('users as u', 'u.id', 'r.recorded_by')
    .select(['r.id', 'r.aim_id', 'r.person_id', 'r.result', 'r.words', 'r.on_date', 'r.side', 'r.shared_on', 'u.name'])
    .where('r.enrolment_id', '=', enrolmentId)
    .orderBy('r.on_date', 'desc')
    .orderBy('r.created_at', 'desc')
    .execute()
  const found = Map.groupBy(rows, (row) => row.aim_id)
  return new Map(
    [...found].map(([aimId, all]) => [
      aimId,
      all.map((row) => ({
        id: row.id,
        result: row.result as AimResultKey,
        words:
          row.words && vault.open(row.person_id, { table: 'aim_results', column: 'words', row: row.id }, row.words),
        on: row.on_date,
        by: row.name,
        side: row.side as FollowUpSide,
        sharedOn: row.shared_on,
      })),
    ]),
  )
}

/** The aim that counts, with its results; undefined when there is none that the actor may read. */
export const currentAim = async (tx: Tx, vault: Vault, enrolmentId: string): Promise<Aim | undefined> =>
  currentOf(await listAims(tx, vault, enrolmentId))

type Of = { id: string; personId: string }

/** Adds an aim after those before. @returns its id. */
export async function addAim(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  { enrolment, aim, today }: { enrolment: Of; aim: NewAim; today: PlainDate },
): Promise<string> {
  const id = newId()
  const { personId } = enrolment
  const seal = (column: Place['column'], text: string | null) =>
    text === null ? null : vault.seal(personId, { table: 'aims', column, row: id }, text)
  await tx
    .insertInto('aims')
    .values({
      id,
      person_id: personId,
      enrolment_id: enrolment.id,
      side: sideOf(actor.role),
      shared_on: sharedOn(actor, aim.shared, today),
      kind: aim.kind,
      is_dream: aim.isDream,
      words: seal('words', aim.words),
      reason: seal('reason', aim.reason),
      way: seal('way', aim.way),
      noted_on: aim.on,
      noted_by: actor.id,
    })
    .execute()
  return id
}

/** Adds what became of an aim. @returns its id. */
export async function addResult(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  { enrolment, aimId, result, today }: { enrolment: Of; aimId: string; result: NewResult; today: PlainDate },
): Promise<string> {
  const id = newId()
  const { personId } = enrolment
  await tx
    .insertInto('aim_results')
    .values({
      id,
      person_id: personId,
      enrolment_id: enrolment.id,
      aim_id: aimId,
      side: sideOf(actor.role),
      shared_on: sharedOn(actor, result.shared, today),
      result: result.result,
      words:
        result.words === null
          ? null
          : vault.seal(personId, { table: 'aim_results', column: 'words', row: id }, result.words),
      on_date: result.on,
      recorded_by: actor.id,
    })
    .execute()
  return id
}

const sharedOn = (actor: StaffActor, shared: boolean, today: PlainDate) =>
  shared && sideOf(actor.role) === 'social' ? today : null

/** The person agrees that trainers from outside read an aim with its results, or no longer. @returns false when it is not the social service's. */
export async function shareAim(
  tx: Tx,
  of: { id: string; enrolmentId: string },
  agreedOn: PlainDate | null,
): Promise<boolean> {
  const aim = await tx
    .updateTable('aims')
    .set({ shared_on: agreedOn })
    .where('id', '=', of.id)
    .where('enrolment_id', '=', of.enrolmentId)
    .executeTakeFirst()
  if (!changed(aim)) return false
  await tx.updateTable('aim_results').set({ shared_on: agreedOn }).where('aim_id', '=', of.id).execute()
  return true
}

/** How many people of a programme have which aim, and what became of it; empty for whoever does not coordinate it. */
export async function countAims(tx: Tx, programmeId: string): Promise<AimCount[]> {
  const { rows } = await sql<{ kind: string; result: AimResultKey | null; people: number }>`
    select kind, result, people::int as people from app.count_aims(${programmeId}::uuid)`.execute(tx)
  return rows
}

export type WithoutResult = { enrolmentId: string; firstName: string; lastName: string | null; endedOn: PlainDate }

/** Enrolments in programmes of these blueprints that ended since and whose aims have no result yet; of people with a mandate. */
export async function listWithoutResult(
  tx: Tx,
  { blueprints, since }: { blueprints: readonly string[]; since: PlainDate },
): Promise<WithoutResult[]> {
  if (blueprints.length === 0) return []
  const { rows } = await sql<WithoutResult>`
    select e.id as "enrolmentId", p.first_name as "firstName", p.last_name as "lastName", e.ended_on as "endedOn"
      from enrolments e join persons p on p.id = e.person_id join programmes pr on pr.id = e.programme_id
     where pr.blueprint = any(${[...blueprints]}::text[]) and e.ended_on >= ${since}::date
       and exists (select 1 from aims a where a.enrolment_id = e.id)
       and not exists (select 1 from aim_results r where r.enrolment_id = e.id)
     order by e.ended_on, e.id limit 200`.execute(tx)
  return rows
}
