import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import type { Pair, PairKind } from './composition.ts'

/** The pairs of a programme that stand, without their reasons: what composing needs. */
export async function listPairs(tx: Tx, programmeId: string): Promise<Pair[]> {
  const rows = await tx
    .selectFrom('person_pairs')
    .select(['id', 'person_id', 'other_id'])
    .select(sql<PairKind>`kind`.as('kind'))
    .where('programme_id', '=', programmeId)
    .where('ended_on', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, kind: row.kind, personIds: [row.person_id, row.other_id] }))
}

type Named = { id: string; firstName: string; lastName: string | null }
export type PairOnRecord = {
  id: string
  kind: PairKind
  people: [Named, Named]
  /** Null when a key is gone. */
  reason: string | null
  madeOn: PlainDate
  madeBy: string
}

/** The same with names and reasons, the newest first. */
export async function readPairs(tx: Tx, vault: Vault, programmeId: string): Promise<PairOnRecord[]> {
  const rows = await tx
    .selectFrom('person_pairs as r')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .innerJoin('persons as o', 'o.id', 'r.other_id')
    .innerJoin('users as u', 'u.id', 'r.made_by')
    .select(['r.id', 'r.person_id', 'r.other_id', 'r.reason', 'r.made_on', 'u.name'])
    .select(['p.first_name', 'p.last_name', 'o.first_name as other_first', 'o.last_name as other_last'])
    .select(sql<PairKind>`r.kind`.as('kind'))
    .where('r.programme_id', '=', programmeId)
    .where('r.ended_on', 'is', null)
    .orderBy('r.made_on', 'desc')
    .orderBy('r.made_at', 'desc')
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    people: [
      { id: row.person_id, firstName: row.first_name, lastName: row.last_name },
      { id: row.other_id, firstName: row.other_first, lastName: row.other_last },
    ],
    reason: openForBoth(vault, [row.person_id, row.other_id], row.id, row.reason),
    madeOn: row.made_on,
    madeBy: row.name,
  }))
}

const place = (row: string) => ({ table: 'person_pairs', column: 'reason', row })

/** One key within the other: the words about two people are unreadable as soon as one of them is erased. */
export const sealForBoth = (vault: Vault, [one, other]: readonly [string, string], row: string, text: string): Buffer =>
  vault.seal(one, place(row), vault.seal(other, place(row), text).toString('base64'))

function openForBoth(
  vault: Vault,
  [one, other]: readonly [string, string],
  row: string,
  sealed: Buffer,
): string | null {
  const outer = vault.open(one, place(row), sealed)
  if (outer.state !== 'open') return null
  const inner = vault.open(other, place(row), Buffer.from(outer.text, 'base64'))
  return inner.state === 'open' ? inner.text : null
}

/** @returns the pair's id, or undefined when a pair of these two stands already. */
export async function addPair(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  given: {
    programmeId: string
    personIds: readonly [string, string]
    kind: PairKind
    reason: string
    today: PlainDate
  },
): Promise<string | undefined> {
  const id = newId()
  const [person_id, other_id] = given.personIds
  const result = await tx
    .insertInto('person_pairs')
    .values({
      id,
      programme_id: given.programmeId,
      person_id,
      other_id,
      kind: given.kind,
      reason: sealForBoth(vault, given.personIds, id, given.reason),
      made_by: actor.id,
      made_on: given.today,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined
}

/** @returns the people of the pair, or undefined when it has ended already. */
export async function endPair(
  tx: Tx,
  actor: StaffActor,
  { programmeId, pairId, today }: { programmeId: string; pairId: string; today: PlainDate },
): Promise<readonly [string, string] | undefined> {
  const row = await tx
    .selectFrom('person_pairs')
    .select(['person_id', 'other_id'])
    .where('id', '=', pairId)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst()
  if (!row) return undefined
  const result = await tx
    .updateTable('person_pairs')
    .set({ ended_on: today, ended_by: actor.id })
    .where('id', '=', pairId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return changed(result) ? [row.person_id, row.other_id] : undefined
}
