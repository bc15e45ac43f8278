import type { FinalReportPlan } from '../../../blueprints/parts/final-report.ts'
import type { Tx } from '../../../shared/db/database.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { FollowUpSide } from '../../professionals/professional.ts'
import type { Programme } from '../../programmes/programme.ts'
import type { Enrolment } from '../../referrals/enrolment.ts'
import type { Fact, FactTable } from '../facts.ts'

export type SourceGiven = {
  /** The author's own transaction: what it does not show does not get into their draft. */
  tx: Tx
  vault: Vault
  enrolment: Enrolment
  programme: Programme
  plan: FinalReportPlan
  /** On which side the author writes. */
  side: FollowUpSide
  today: PlainDate
}

/** What a source knows for one section. */
export type Known = { lines: Fact[]; tables: FactTable[] }
export type Source = (given: SourceGiven) => Promise<Known>

export const nothing: Known = { lines: [], tables: [] }

/**
 * On which side of the report a row of the follow-up is told: what every trainer may read is the trainers' to tell, what
 * only the social service and the house read is told by the social side, in a text that goes out as the person agreed.
 */
export const toldBy = (row: { side: string; sharedOn: PlainDate | null }): FollowUpSide =>
  row.side === 'training' || row.sharedOn !== null ? 'training' : 'social'
