import type { Tx } from '../../shared/db/database.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'

/** A programme whose blueprint says who pays what; for others there is no page. */
export async function findFunded({
  tx,
  params,
}: {
  tx: Tx
  params: { programmeId: string }
}): Promise<Programme | undefined> {
  const programme = await findProgramme(tx, params.programmeId)
  return programme && blueprintOf(programme).fundingLines ? programme : undefined
}

export const currencyOf = (programme: Programme) => programme.settings.funding?.currency ?? 'EUR'
