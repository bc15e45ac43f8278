import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { byAttendance, currentStages, enterStage } from '../groups/stages.ts'
import { notifyMandated } from '../notices/store.ts'
import { isTooOftenAbsent, stageByAttendance, timesThere } from './rules.ts'
import { listStandings } from './store.ts'

type Who = { personId: string; enrolmentId: string }
type Facts = { programmeId: string; settings: Pick<ProgrammeSettings, 'stages' | 'unexcusedLimit'>; today: PlainDate }

/** What follows from marks: the first time someone comes starts them; too many unexcused absences reach the referrer, once. */
export async function settleMarked(
  tx: Tx,
  actor: StaffActor,
  who: readonly Who[],
  { programmeId, settings, today }: Facts,
): Promise<void> {
  const stages = await currentStages(
    tx,
    who.map((one) => one.enrolmentId),
  )
  const standings = Map.groupBy(
    await listStandings(tx, { personIds: who.map((one) => one.personId), programmeId }),
    (one) => one.personId,
  )
  const changes = { started: [] as Who[], allocated: [] as Who[] }
  for (const one of who) {
    const all = (standings.get(one.personId) ?? []).map((standing) => standing.status)
    const stage = stages.get(one.enrolmentId)
    const next =
      stage &&
      stageByAttendance({ kind: stage.kind, startedByAttendance: stage.reason === byAttendance }, timesThere(all))
    if (next === 'started' || next === 'allocated') changes[next].push(one)
    const absences = all.filter((status) => status === 'absent').length
    if (isTooOftenAbsent(absences, settings.unexcusedLimit))
      await notifyMandated(tx, {
        personId: one.personId,
        role: 'social-worker',
        kind: 'two-absences',
        sourceId: one.enrolmentId,
      })
  }
  await enterStage(tx, actor, changes.started, { kind: 'started', settings, today, reason: byAttendance })
  await enterStage(tx, actor, changes.allocated, { kind: 'allocated', settings, today })
}
