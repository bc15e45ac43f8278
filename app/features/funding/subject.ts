import { sql, type Tx } from '../../shared/db/database.ts'
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

/** For acts: one at a time per programme, so that what was checked against the rest still holds when it is written. */
export async function findToChange(given: { tx: Tx; params: { programmeId: string } }): Promise<Programme | undefined> {
  const programme = await findFunded(given)
  if (programme?.isMine)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`funding ${programme.id}`}::text, 0))`.execute(given.tx)
  return programme
}

export const currencyOf = (programme: Programme) => programme.settings.funding?.currency ?? 'EUR'
