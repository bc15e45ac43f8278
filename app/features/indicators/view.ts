/** Everything about the figures of a programme in a period; pages and files show the same. */
import type { FundingAct } from '../../blueprints/parts/funding.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import type { Facts } from './facts.ts'
import type { Period, Result } from './indicator.ts'
import { resultsOf } from './rules/counting.ts'
import { listEntered, readFacts } from './store.ts'

/** A programme whose blueprint says which indicators it is counted by; for others there is no page. */
export async function findCounted({
  tx,
  params,
}: {
  tx: Tx
  params: { programmeId: string }
}): Promise<Programme | undefined> {
  const programme = await findProgramme(tx, params.programmeId)
  return programme && blueprintOf(programme).indicators ? programme : undefined
}

export const planOf = (programme: Programme) => blueprintOf(programme).indicators!

/** From the programme's first day, or the year's, until today. */
export function usualPeriod(programme: Programme, today: PlainDate): Period {
  const { startsOn } = programme.settings
  return { from: startsOn && startsOn <= today ? startsOn : `${today.slice(0, 4)}-01-01`, to: today }
}

/** Whoever takes part in a programme; nobody where no indicators are counted. */
export async function readParticipants(tx: Tx, programme: Programme): Promise<Facts[]> {
  const blueprint = blueprintOf(programme)
  return blueprint.indicators ? readFacts(tx, programme.id, blueprint) : []
}

export async function readResults(
  tx: Tx,
  programme: Programme,
  act: FundingAct,
  period: Period,
): Promise<{ people: Facts[]; results: Result[] }> {
  const people = await readParticipants(tx, programme)
  return { people, results: resultsOf(act, people, await listEntered(tx, programme.id), period) }
}
