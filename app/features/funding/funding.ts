import type { CostBase, Eligibility } from '../../blueprints/parts/funding.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Month } from './months.ts'

/** Amounts are whole cents, shares hundredths of a percent, full-time equivalents hundredths. */
export type Cents = number
export const whole = 10_000

export type Period = { from: PlainDate; to: PlainDate }

/** A funder's share of a cost base in a period. */
export type Line = Period & {
  /** The same in every version of the lines. */
  key: string
  funder: string
  share: number
  costBase: CostBase
  eligibility: Eligibility
  eligibilityWords: string | null
  fte: number | null
}

/** One version of a programme's lines. */
export type LineSet = {
  id: string
  number: number
  /** False: a draft, whose shares do not add up yet. No report is made of it. */
  isComplete: boolean
  savedOn: PlainDate
  savedBy: string
  lines: Line[]
}

/** Somebody of the team, with an account or known by name. */
export type Member = {
  id: string
  userId: string | null
  name: string
  function: string
  profiles: string[]
  fte: number
  from: PlainDate
  to: PlainDate | null
}

/** Working time of a member for a line. */
export type Time = {
  id: string
  memberId: string
  line: string
  share: number
  from: PlainDate
  to: PlainDate | null
}

/** Of a member, or of everybody together when there is none. */
export type StaffCost = { month: Month; memberId: string | null; cents: Cents }

export type Expense = {
  id: string
  on: PlainDate
  cents: Cents
  what: string
  receiptNumber: string
  receiptPlace: string | null
  withdrawn: { on: PlainDate; reason: string } | null
}

export type Budget = Period & { id: string; cents: Cents }

export const disclosureKinds = ['report', 'register', 'indicators'] as const
export type DisclosureKind = (typeof disclosureKinds)[number]
export const legalBases = ['grant-agreement', 'law', 'other'] as const
export type LegalBasis = (typeof legalBases)[number]

/** Something that left the site for a funder. */
export type Disclosure = Period & {
  id: string
  kind: DisclosureKind
  basis: LegalBasis
  basisWords: string
  recipient: string
  language: string
  format: 'xlsx' | 'pdf'
  people: number
  madeOn: PlainDate
  madeBy: string
}
