import { blueprintOf } from '../../programmes/programme.ts'
import { listSignals } from '../../signals/store.ts'
import type { FactTable, Said } from '../facts.ts'
import { nothing, type Source } from './source.ts'

/**
 * What trainers picked up and what became of it. The theme and the days alone: the lines were written for whoever settles
 * them, what the report says of them is the author's.
 */
export const obstacles: Source = async ({ tx, vault, enrolment, programme, side }) => {
  if (side === 'social') return nothing
  const themes = blueprintOf(programme).signals?.themes ?? []
  const signals = (await listSignals(tx, vault, enrolment.personId))
    .filter((signal) => signal.enrolmentId === enrolment.id)
    .toReversed()
  return { lines: [], tables: signals.length > 0 ? [table()] : [] }

  function table(): FactTable {
    return {
      head: ['obstacle', 'notedOn', 'became'],
      rows: signals.map(({ theme, on, state, steps }): Said[] => [
        { text: themes.find(({ key }) => key === theme)?.label ?? { en: theme } },
        { day: on },
        { say: `signal.${state}`, with: { day: { day: steps.at(-1)?.on ?? on } } },
      ]),
    }
  }
}
