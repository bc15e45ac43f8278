import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { currentStages, enterStage } from '../groups/stages.ts'
import { notifyMandated } from '../notices/store.ts'
import { isTooOftenAbsent, stageByAttendance, timesThere } from './rules.ts'
import { listStandings } from './store.ts'

type By = { tx: Tx; actor: StaffActor; services: { vault: Vault }; today: PlainDate }
type Who = { personId: string; enrolmentId: string }
type Programme = { id: string; settings: Pick<ProgrammeSettings, 'stages' | 'unexcusedLimit'> }

/** What follows from marks: the first time someone comes starts them; too many unexcused absences reach the referrer, once. */
export async function settleMarked(by: By, who: readonly Who[], { id, settings }: Programme): Promise<void> {
  const { tx, actor, today } = by
  const stages = await currentStages(
    tx,
    who.map((one) => one.enrolmentId),
  )
  const standings = Map.groupBy(
    await listStandings(tx, { personIds: who.map((one) => one.personId), programmeId: id }),
    (one) => one.personId,
  )
  for (const one of who) {
    const all = (standings.get(one.personId) ?? []).map((standing) => standing.status)
    const stage = stages.get(one.enrolmentId)
    const isSlip = stage?.on === today && stage.enteredBy === actor.id
    const next = stage && stageByAttendance({ kind: stage.kind, isSlip }, timesThere(all))
    if (next) await enterStage(by, [one], next, settings)
    const absences = all.filter((status) => status === 'absent').length
    if (isTooOftenAbsent(absences, settings.unexcusedLimit))
      await notifyMandated(tx, {
        personId: one.personId,
        role: 'social-worker',
        kind: 'two-absences',
        sourceId: one.enrolmentId,
      })
  }
}
