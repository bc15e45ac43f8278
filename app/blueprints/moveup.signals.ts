/**
 * Who settles a signal. From the source: the training social worker removes related problems (childcare, mobility) and knows
 * equivalence, student status, routes and letters; the antenna keeps the person's situation as a whole. The rest is ours.
 */
import { type SignalsPlan, signalThemes, signalUrgencies } from './parts/signals.ts'

export const signals: SignalsPlan = {
  themes: signalThemes({
    childcare: ['training', 'global'],
    status: ['training', 'global'],
    health: ['global', 'training'],
    housing: ['global', 'training'],
    money: ['global', 'training'],
    mobility: ['training', 'employment', 'global'],
    family: ['global', 'training'],
    letter: ['training', 'global'],
    language: ['training', 'employment'],
    other: ['training', 'global', 'employment'],
  }),
  urgencies: signalUrgencies,
  usual: 'week',
}
