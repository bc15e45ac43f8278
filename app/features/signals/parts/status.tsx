import { Status, type StatusKind, useView } from '../../../shared/ui/index.ts'
import { isLate } from '../rules.ts'
import type { Signal, SignalState } from '../signal.ts'

const kinds: Record<SignalState, StatusKind> = {
  noted: 'waiting',
  accepted: 'active',
  'passed-on': 'waiting',
  settled: 'done',
}

/** Where a signal stands; that it is late is said in words too. Among other things, `theme` says of what. */
export function SignalStatus({ signal, theme }: { signal: Pick<Signal, 'state' | 'dueOn'>; theme?: string }) {
  const { t, today } = useView()
  const late = isLate(signal, today)
  const word = t(`signals.state.${signal.state}`)
  const state = late ? t('signals.state.late', { state: word }) : word
  return (
    <Status kind={late ? 'attention' : kinds[signal.state]}>
      {theme ? t('signals.mark', { theme, state }) : state}
    </Status>
  )
}
