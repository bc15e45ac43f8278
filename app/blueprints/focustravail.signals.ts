/** The same vocabulary; nobody but the referrer accompanies the person here, so every signal goes to them. */
import { type SignalsPlan, signalThemes, signalUrgencies } from './parts/signals.ts'

export const signals: SignalsPlan = {
  themes: signalThemes({
    childcare: [],
    status: [],
    health: [],
    housing: [],
    money: [],
    mobility: [],
    family: [],
    letter: [],
    language: [],
    other: [],
  }),
  urgencies: signalUrgencies,
  usual: 'week',
}
