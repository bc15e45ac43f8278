import { notDisclosed } from '../../../data/carnet-de-bord/diagnosis.ts'
import { listAppointments, listProcedures, listSituations } from '../../follow-ups/store/index.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import { listSignals } from '../../signals/store.ts'
import type { Fact, FactTable, Said } from '../facts.ts'
import { type Source, type SourceGiven, toldBy } from './source.ts'

/**
 * What trainers picked up, the steps made with institutions, and what became of them. Kinds and days alone: what was
 * written was written for whoever settles it, what the report says of it is the author's.
 */
export const obstacles: Source = async (given) => ({
  lines: [...(await talks(given)), ...(await situations(given))],
  tables: [...(given.side === 'training' ? await signals(given) : []), ...(await procedures(given))],
})

async function signals({ tx, vault, enrolment, programme }: SourceGiven): Promise<FactTable[]> {
  const themes = blueprintOf(programme).signals?.themes ?? []
  const rows = (await listSignals(tx, vault, enrolment.personId))
    .filter((signal) => signal.enrolmentId === enrolment.id)
    .toReversed()
    .map(({ theme, on, state, steps }): Said[] => [
      { text: themes.find(({ key }) => key === theme)?.label ?? { en: theme } },
      { day: on },
      { say: `signal.${state}`, with: { day: { day: steps.at(-1)?.on ?? on } } },
    ])
  return rows.length > 0 ? [{ head: ['obstacle', 'notedOn', 'became'], rows }] : []
}

/** Steps with institutions, each with where it stands. */
async function procedures({ tx, vault, enrolment, programme, side }: SourceGiven): Promise<FactTable[]> {
  const kinds = blueprintOf(programme).followUp?.procedures ?? []
  const rows = (await listProcedures(tx, vault, enrolment.id))
    .filter((one) => toldBy(one) === side)
    .flatMap(({ kind, steps }) => steps.slice(-1).map(({ state, on }) => ({ kind, state, on })))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ kind, state, on }): Said[] => [
      { text: kinds.find(({ key }) => key === kind)?.label ?? { en: kind } },
      { say: `procedure.${state}`, with: { day: { day: on } } },
    ])
  return rows.length > 0 ? [{ head: ['procedure', 'became'], rows }] : []
}

/** How often the person was seen on their own. */
async function talks({ tx, vault, enrolment, side }: SourceGiven): Promise<Fact[]> {
  const held = (await listAppointments(tx, vault, enrolment.id))
    .filter((one) => one.state === 'held' && toldBy(one) === side)
    .toReversed()
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return []
  return [{ say: 'talks', with: { count: held.length, from: { day: first.on }, until: { day: last.on } } }]
}

/** How many situations stood in the way and how many are settled; which ones is for the author to say. */
async function situations({ tx, vault, enrolment, side }: SourceGiven): Promise<Fact[]> {
  const own = (await listSituations(tx, vault, enrolment.id)).filter(
    (one) => one.code !== notDisclosed && toldBy(one) === side,
  )
  if (own.length === 0) return []
  const settled = own.filter(({ settledOn }) => settledOn !== null).length
  return [{ say: 'situations', with: { count: own.length, settled } }]
}
