import type { CostBase, Eligibility } from '../../../blueprints/parts/funding.ts'
import { newId, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Line, LineSet } from '../funding.ts'

/** Every version of a programme's lines, the newest first. Empty for whoever is not its coordinator. */
export async function listLineSets(tx: Tx, programmeId: string): Promise<LineSet[]> {
  const sets = await tx
    .selectFrom('funding_sets as s')
    .leftJoin('users as u', 'u.id', 's.entered_by')
    .select(['s.id', 's.number', 's.complete', 's.entered_on', 'u.name'])
    .where('s.programme_id', '=', programmeId)
    .orderBy('s.number', 'desc')
    .execute()
  const rows = await tx
    .selectFrom('funding_lines')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute()
  const lines = Map.groupBy(rows, (row) => row.set_id)
  return sets.map((set) => ({
    id: set.id,
    number: set.number,
    isComplete: set.complete,
    savedOn: set.entered_on,
    savedBy: set.name ?? '',
    lines: (lines.get(set.id) ?? []).map((row) => ({
      key: row.key,
      funder: row.funder,
      share: row.share,
      costBase: row.cost_base as CostBase,
      from: row.from_date,
      to: row.to_date,
      eligibility: row.eligibility as Eligibility,
      eligibilityWords: row.eligibility_words,
      fte: row.fte,
    })),
  }))
}

/** Saves the lines as the next version. The route lets nobody else save at the same time. */
export async function saveLineSet(
  tx: Tx,
  actor: StaffActor,
  {
    programmeId,
    lines,
    isComplete,
    today,
  }: { programmeId: string; lines: Line[]; isComplete: boolean; today: PlainDate },
): Promise<number> {
  const last = await tx
    .selectFrom('funding_sets')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('programme_id', '=', programmeId)
    .executeTakeFirst()
  const id = newId()
  const number = (last?.number ?? 0) + 1
  const by = { programme_id: programmeId, entered_by: actor.id }
  await tx
    .insertInto('funding_sets')
    .values({ id, ...by, number, complete: isComplete, entered_on: today })
    .execute()
  await tx
    .insertInto('funding_lines')
    .values(
      lines.map((line, position) => ({
        set_id: id,
        ...by,
        position,
        key: line.key,
        funder: line.funder,
        share: line.share,
        cost_base: line.costBase,
        from_date: line.from,
        to_date: line.to,
        eligibility: line.eligibility,
        eligibility_words: line.eligibilityWords,
        fte: line.fte,
      })),
    )
    .execute()
  return number
}
