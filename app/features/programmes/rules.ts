import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { ProgrammeColleague, ProgrammeStage } from './programme.ts'

/**
 * Stages that people have been in keep their key and kind: records and figures refer to them. Their name may change.
 * `used`: keys of stages that stand in records.
 */
export function changeStages(
  before: readonly ProgrammeStage[],
  after: readonly ProgrammeStage[],
  used: ReadonlySet<string>,
): Decision<readonly ProgrammeStage[]> {
  for (const stage of before) {
    if (!used.has(stage.key)) continue
    const now = after.find((s) => s.key === stage.key)
    if (!now) return refuse('programmes.stages.used', { stage: stage.key })
    if (now.kind !== stage.kind) return refuse('programmes.stages.kindFixed', { stage: stage.key })
  }
  return accept(after)
}

/** A programme without a coordinator could be changed by nobody any more. */
export function endColleague(
  colleagues: readonly ProgrammeColleague[],
  userId: string,
  today: PlainDate,
): Decision<ProgrammeColleague> {
  const running = colleagues.filter((c) => c.to === null || c.to >= today)
  const leaving = running.find((c) => c.userId === userId)
  if (!leaving) return refuse('programmes.staff.notThere')
  if (leaving.role === 'coordinator' && running.filter((c) => c.role === 'coordinator').length === 1)
    return refuse('programmes.staff.lastCoordinator')
  return accept(leaving)
}
