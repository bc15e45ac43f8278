import { Status, type StatusKind, useView } from '../../../shared/ui/index.ts'
import { isLate } from '../rules.ts'
import type { Signal, SignalState } from '../signal.ts'

const kinds: Record<SignalState, StatusKind> = {
  noted: 'waiting',
  accepted: 'active',
  'passed-on': 'waiting',
  settled: 'done',
}

/** Where a signal stands; that it is late is said in words too. */
export function SignalStatus({ signal }: { signal: Pick<Signal, 'state' | 'dueOn'> }) {
  const { t, today } = useView()
  return isLate(signal, today) ? (
    <Status kind="attention">{t('signals.state.late', { state: t(`signals.state.${signal.state}`) })}</Status>
  ) : (
    <Status kind={kinds[signal.state]}>{t(`signals.state.${signal.state}`)}</Status>
  )
}
