import { changed, newId, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { type FollowUpSide, sideOf } from '../../professionals/professional.ts'
import type { Situation, SituationAim } from '../follow-up.ts'

type Of = { id: string; personId: string }

const wordsAt = (row: string) => ({ table: 'situations', column: 'words', row })

async function read(tx: Tx, vault: Vault, by: { enrolmentId?: string; id?: string }): Promise<Situation[]> {
  const rows = await tx
    .selectFrom('situations as s')
    .leftJoin('users as n', 'n.id', 's.noted_by')
    .leftJoin('users as d', 'd.id', 's.settled_by')
    .selectAll('s')
    .select(['n.name as noted_name', 'd.name as settled_name'])
    .$if(by.enrolmentId !== undefined, (query) => query.where('s.enrolment_id', '=', by.enrolmentId!))
    .$if(by.id !== undefined, (query) => query.where('s.id', '=', by.id!))
    .orderBy('s.noted_on', 'desc')
    .orderBy('s.created_at', 'desc')
    .execute()
  if (rows.length === 0) return []
  const chosen = await tx
    .selectFrom('situation_aims as a')
    .leftJoin('users as c', 'c.id', 'a.chosen_by')
    .leftJoin('users as o', 'o.id', 'a.outcome_by')
    .selectAll('a')
    .select(['c.name as chosen_name', 'o.name as outcome_name'])
    .where(
      'a.situation_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('a.created_at')
    .execute()
  const aims = Map.groupBy(chosen, (row) => row.situation_id)
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolment_id,
    personId: row.person_id,
    theme: row.theme,
    code: row.code,
    words: row.words === null ? null : vault.open(row.person_id, wordsAt(row.id), row.words),
    notedOn: row.noted_on,
    notedBy: row.noted_name ?? '',
    settledOn: row.settled_on,
    settledBy: row.settled_name,
    side: row.side as FollowUpSide,
    sharedOn: row.shared_on,
    aims: (aims.get(row.id) ?? []).map(
      (aim): SituationAim => ({
        id: aim.id,
        kind: aim.kind as SituationAim['kind'],
        code: aim.code,
        chosenOn: aim.chosen_on,
        chosenBy: aim.chosen_name ?? '',
        dueOn: aim.due_on,
        outcome: aim.outcome as SituationAim['outcome'],
        outcomeOn: aim.outcome_on,
        outcomeBy: aim.outcome_name,
        side: aim.side as FollowUpSide,
      }),
    ),
  }))
}

/** Situations that the actor may read, the newest first, each with its targets and actions. */
export const listSituations = (tx: Tx, vault: Vault, enrolmentId: string): Promise<Situation[]> =>
  read(tx, vault, { enrolmentId })

export const findSituation = async (tx: Tx, vault: Vault, id: string): Promise<Situation | undefined> =>
  (await read(tx, vault, { id }))[0]

/** One row per code, and one for own words. */
export async function noteSituations(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  enrolment: Of,
  noted: { theme: string; codes: readonly string[]; words: string | null; on: PlainDate },
): Promise<string[]> {
  const rows = [
    ...noted.codes.map((code) => ({ id: newId(), code, words: null })),
    ...(noted.words === null ? [] : [{ id: newId(), code: null, words: noted.words }]),
  ]
  for (const row of rows)
    await tx
      .insertInto('situations')
      .values({
        id: row.id,
        enrolment_id: enrolment.id,
        person_id: enrolment.personId,
        theme: noted.theme,
        code: row.code,
        words: row.words === null ? null : vault.seal(enrolment.personId, wordsAt(row.id), row.words),
        noted_on: noted.on,
        noted_by: actor.id,
        side: sideOf(actor.role),
      })
      .execute()
  return rows.map(({ id }) => id)
}

/** @returns false when somebody settled it meanwhile. */
export async function settleSituation(tx: Tx, actor: StaffActor, id: string, on: PlainDate): Promise<boolean> {
  const result = await tx
    .updateTable('situations')
    .set({ settled_on: on, settled_by: actor.id })
    .where('id', '=', id)
    .where('settled_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

export async function chooseAims(
  tx: Tx,
  actor: StaffActor,
  situation: Situation,
  chosen: { targets: readonly string[]; actions: readonly string[]; on: PlainDate; dueOn: PlainDate | null },
): Promise<void> {
  const aims = [
    ...chosen.targets.map((code) => ({ kind: 'target' as const, code })),
    ...chosen.actions.map((code) => ({ kind: 'action' as const, code })),
  ]
  const side = sideOf(actor.role)
  for (const aim of aims)
    await tx
      .insertInto('situation_aims')
      .values({
        id: newId(),
        situation_id: situation.id,
        enrolment_id: situation.enrolmentId,
        person_id: situation.personId,
        ...aim,
        chosen_on: chosen.on,
        chosen_by: actor.id,
        due_on: chosen.dueOn,
        side,
        shared_on: side === 'social' ? situation.sharedOn : null,
      })
      .execute()
}

/** @returns false when it was done or dropped already. */
export async function endAim(
  tx: Tx,
  actor: StaffActor,
  aim: { id: string; situationId: string },
  ended: { outcome: 'done' | 'dropped'; on: PlainDate },
): Promise<boolean> {
  const result = await tx
    .updateTable('situation_aims')
    .set({ outcome: ended.outcome, outcome_on: ended.on, outcome_by: actor.id })
    .where('id', '=', aim.id)
    .where('situation_id', '=', aim.situationId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return changed(result)
}
