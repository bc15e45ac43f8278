import type { StageKind } from '../../blueprints/blueprint.ts'
import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { stageOfKind } from '../programmes/programme.ts'
import { moveStage } from '../referrals/store.ts'

type By = { tx: Tx; actor: StaffActor; services: { vault: Vault }; today: PlainDate }
type Enrolled = { enrolmentId: string; personId: string }

/**
 * Moves each enrolment to the programme's first stage of this kind; those who are in that kind already stay as they are.
 * A programme without such a stage changes nothing.
 */
export async function enterStage(
  { tx, actor, services, today }: By,
  enrolments: readonly Enrolled[],
  kind: StageKind,
  settings: Pick<ProgrammeSettings, 'stages'>,
): Promise<void> {
  const to = stageOfKind(settings.stages, kind)
  if (!to || enrolments.length === 0) return
  const now = await currentStages(
    tx,
    enrolments.map((one) => one.enrolmentId),
  )
  for (const { enrolmentId, personId } of enrolments) {
    const current = now.get(enrolmentId)
    if (!current || current.kind === kind) continue
    const on = today < current.on ? current.on : today
    await moveStage(tx, services.vault, { enrolment: { id: enrolmentId, personId }, to, on, by: actor.id })
  }
}

export type CurrentStage = { stage: string; kind: StageKind; on: PlainDate; enteredBy: string | null }

/** The current stage of each enrolment. */
export async function currentStages(tx: Tx, enrolmentIds: string[]): Promise<Map<string, CurrentStage>> {
  if (enrolmentIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('enrolment_stages')
    .select(['enrolment_id', 'stage', 'kind', 'on_date as on', 'entered_by as enteredBy'])
    .where('enrolment_id', 'in', enrolmentIds)
    .where('ended_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.enrolment_id, row]))
}
