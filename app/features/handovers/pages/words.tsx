import { Next, Status, type StatusKind, useView } from '../../../shared/ui/index.ts'
import type { Direction, HandOver } from '../handover.ts'
import { stateOf, waitingFor } from '../rules.ts'

/** Where a hand-over stands, in a word. */
export function HandOverStatus({ handOver }: { handOver: HandOver }) {
  const { t, today } = useView()
  if (handOver.direction) return <Status kind="done">{t('handovers.state.directed')}</Status>
  const state = stateOf(handOver.steps)
  const kind: StatusKind = waitingFor(handOver, today)?.late
    ? 'attention'
    : state === 'handed-over'
      ? 'waiting'
      : 'active'
  return <Status kind={kind}>{t(`handovers.state.${state}`)}</Status>
}

/** The one line: who must do what by when; nothing when the talk has ended in a direction. */
export function HandOverNext({ handOver, href }: { handOver: HandOver; href?: string }) {
  const { t, date, today } = useView()
  const waiting = waitingFor(handOver, today)
  if (!waiting) return null
  return (
    <Next
      who={handOver.to.name}
      what={t(`handovers.awaited.${waiting.for}`)}
      by={date(waiting.dueOn)}
      late={waiting.late}
      href={href}
    />
  )
}

/** Who takes a direction up, as a name or a word. */
export function takenUpWords(direction: Direction, t: ReturnType<typeof useView>['t']): string | undefined {
  if (direction.takenUpBy) return direction.takenUpBy.name
  if (direction.byPerson) return t('handovers.takenUp.person')
  return direction.direction === 'none' ? undefined : (direction.words ?? t('handovers.takenUp.desk'))
}
