import { Status, useView } from '../../../shared/ui/index.ts'
import type { VoteState } from '../smileys.ts'

const kinds = {
  cancelled: 'stopped',
  early: 'none',
  open: 'active',
  paper: 'attention',
  few: 'none',
  shown: 'done',
} as const

/** Where a vote stands, in words. */
export function StateTag({ state }: { state: VoteState }) {
  const { t } = useView()
  return <Status kind={kinds[state]}>{t(`smileys.state.${state}`)}</Status>
}
