import { Status, type StatusKind, useView } from '../../../shared/ui/index.ts'
import { isLate } from '../rules.ts'
import type { Signal, SignalState } from '../signal.ts'

const kinds: Record<SignalState, StatusKind> = {
  noted: 'waiting',
  accepted: 'active',
  'passed-on': 'waiting',
  settled: 'done',
}

/** Where a signal stands; that it is late is said in words too. `named` says that it is a signal, among other things. */
export function SignalStatus({ signal, named }: { signal: Pick<Signal, 'state' | 'dueOn'>; named?: boolean }) {
  const { t, today } = useView()
  const late = isLate(signal, today)
  const word = t(`signals.state.${signal.state}`)
  const state = late ? t('signals.state.late', { state: word }) : word
  return <Status kind={late ? 'attention' : kinds[signal.state]}>{named ? t('signals.mark', { state }) : state}</Status>
}
