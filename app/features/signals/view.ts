// What pages of signals need besides the signals: who could settle them, and the programmes' words for them.
import type { SignalsPlan } from '../../blueprints/parts/signals.ts'
import type { Tx } from '../../shared/db/database.ts'
import { textIn } from '../../shared/i18n/text.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { receiverOf } from './rules.ts'
import type { Settler, Signal } from './signal.ts'
import { listSettlers } from './store.ts'

/** A signal with the words of its programme, and to whom it goes now. */
export type ShownSignal = { signal: Signal; plan: SignalsPlan | undefined; receiver: Settler | undefined }

/** The signal plans of these enrolments' programmes, by enrolment; none where the programme has no such part. */
export async function readPlans(tx: Tx, enrolmentIds: readonly string[]): Promise<Map<string, SignalsPlan>> {
  if (enrolmentIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('enrolments as e')
    .innerJoin('programmes as p', 'p.id', 'e.programme_id')
    .select(['e.id', 'p.blueprint'])
    .where('e.id', 'in', [...new Set(enrolmentIds)])
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const { signals } = blueprintOf(row)
      return signals ? [[row.id, signals] as const] : []
    }),
  )
}

export async function viewSignals(tx: Tx, signals: readonly Signal[]): Promise<ShownSignal[]> {
  const ids = signals.map(({ enrolmentId }) => enrolmentId)
  const plans = await readPlans(tx, ids)
  const settlers = await listSettlers(tx, ids)
  return signals.map((signal) => {
    const plan = plans.get(signal.enrolmentId)
    return { signal, plan, receiver: receiverOf(signal, { settlers, plan }) }
  })
}

/** The programme's word for a theme; its key when the programme no longer knows it. */
export const themeLabel = (plan: SignalsPlan | undefined, key: string, lang: string): string => {
  const theme = plan?.themes.find((one) => one.key === key)
  return theme ? textIn(theme.label, lang).text : key
}

export const urgencyLabel = (plan: SignalsPlan | undefined, key: string, lang: string): string => {
  const urgency = plan?.urgencies.find((one) => one.key === key)
  return urgency ? textIn(urgency.label, lang).text : key
}
