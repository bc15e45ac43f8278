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
async function procedures({ tx, enrolment, programme, side }: SourceGiven): Promise<FactTable[]> {
  const kinds = blueprintOf(programme).followUp?.procedures ?? []
  const found = await tx
    .selectFrom('procedures as p')
    .innerJoin('procedure_states as s', 's.procedure_id', 'p.id')
    .distinctOn('p.id')
    .select(['p.id', 'p.kind', 'p.side', 'p.shared_on as sharedOn', 's.state', 's.on_date as on'])
    .where('p.enrolment_id', '=', enrolment.id)
    .orderBy('p.id')
    .orderBy('s.on_date', 'desc')
    .orderBy('s.created_at', 'desc')
    .execute()
  const rows = found
    .filter((row) => toldBy(row) === side)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ kind, state, on }): Said[] => [
      { text: kinds.find(({ key }) => key === kind)?.label ?? { en: kind } },
      { say: `procedure.${state}`, with: { day: { day: on } } },
    ])
  return rows.length > 0 ? [{ head: ['procedure', 'became'], rows }] : []
}

/** How often the person was seen on their own. */
async function talks({ tx, enrolment, side }: SourceGiven): Promise<Fact[]> {
  const rows = await tx
    .selectFrom('appointments')
    .select(['side', 'shared_on as sharedOn', 'on_date as on'])
    .where('enrolment_id', '=', enrolment.id)
    .where('state', '=', 'held')
    .orderBy('on_date')
    .execute()
  const held = rows.filter((row) => toldBy(row) === side)
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return []
  return [{ say: 'talks', with: { count: held.length, from: { day: first.on }, until: { day: last.on } } }]
}

/** How many situations stood in the way and how many are settled; which ones is for the author to say. */
async function situations({ tx, enrolment, side }: SourceGiven): Promise<Fact[]> {
  const rows = await tx
    .selectFrom('situations')
    .select(['side', 'shared_on as sharedOn', 'settled_on'])
    .where('enrolment_id', '=', enrolment.id)
    .where('code', 'is distinct from', 'not-disclosed')
    .execute()
  const own = rows.filter((row) => toldBy(row) === side)
  if (own.length === 0) return []
  const settled = own.filter((row) => row.settled_on !== null).length
  return [{ say: 'situations', with: { count: own.length, settled } }]
}
