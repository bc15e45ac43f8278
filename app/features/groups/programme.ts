import type { Tx } from '../../shared/db/database.ts'
import { type HolidayRegion, holidayOn, holidayRegions } from '../../shared/time/holidays.ts'
import type { Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import type { ClosedOn } from '../sessions/planning.ts'

/** A programme and the region whose public holidays its groups keep. */
export type GroupProgramme = Programme & { region: string }

export async function findGroupProgramme(tx: Tx, programmeId: string): Promise<GroupProgramme | undefined> {
  const programme = await findProgramme(tx, programmeId)
  if (!programme) return undefined
  const { region } = await tx
    .selectFrom('institutions')
    .select('region')
    .where('id', '=', programme.institutionId)
    .executeTakeFirstOrThrow()
  return { ...programme, region }
}

/** Every group has a programme that staff may read. */
export async function getGroupProgramme(tx: Tx, programmeId: string): Promise<GroupProgramme> {
  const programme = await findGroupProgramme(tx, programmeId)
  if (!programme) throw new Error('a group without its programme')
  return programme
}

/** Why nobody meets on a date in the region of the programme's institution: the key of its public holiday. */
export function closedIn(region: string): ClosedOn {
  const known = holidayRegions.find((one): one is HolidayRegion => one === region)
  return (date) => (known ? holidayOn(known, date)?.key : undefined)
}
