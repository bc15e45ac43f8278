import type { StageKind } from '../../blueprints/blueprint.ts'
import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** Why a stage changed by itself, so that a correction can take it back. */
export const byAttendance = 'first-attendance'

type Change = { kind: StageKind; settings: Pick<ProgrammeSettings, 'stages'>; today: PlainDate; reason?: string }

/**
 * Ends the current stage of each enrolment and enters the programme's first stage of this kind; those who are in that
 * kind already stay as they are. A programme without such a stage changes nothing.
 */
export async function enterStage(
  tx: Tx,
  actor: StaffActor,
  enrolments: { enrolmentId: string; personId: string }[],
  { kind, settings, today, reason }: Change,
): Promise<void> {
  const stage = settings.stages.find((one) => one.kind === kind)
  if (!stage || enrolments.length === 0) return
  const ended = await tx
    .updateTable('enrolment_stages')
    .set({ ended_at: sql`now()`, ended_by: actor.id })
    .where(
      'enrolment_id',
      'in',
      enrolments.map((one) => one.enrolmentId),
    )
    .where('ended_at', 'is', null)
    .where('kind', '<>', kind)
    .returning('enrolment_id')
    .execute()
  const left = new Set(ended.map((row) => row.enrolment_id))
  const rows = enrolments.filter((one) => left.has(one.enrolmentId))
  if (rows.length === 0) return
  await tx
    .insertInto('enrolment_stages')
    .values(
      rows.map((one) => ({
        id: newId(),
        enrolment_id: one.enrolmentId,
        person_id: one.personId,
        stage: stage.key,
        kind,
        on_date: today,
        reason: reason ?? null,
        entered_by: actor.id,
      })),
    )
    .execute()
}

/** The current stage of each enrolment: its kind and why it was entered. */
export async function currentStages(
  tx: Tx,
  enrolmentIds: string[],
): Promise<Map<string, { stage: string; kind: StageKind; reason: string | null }>> {
  if (enrolmentIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('enrolment_stages')
    .select(['enrolment_id', 'stage', 'kind', 'reason'])
    .where('enrolment_id', 'in', enrolmentIds)
    .where('ended_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.enrolment_id, row]))
}
