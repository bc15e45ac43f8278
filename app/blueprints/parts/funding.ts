/** The parts of a blueprint about its team, its money, and what funders count. */
import type { Text } from '../../shared/i18n/text.ts'

/** Who is needed to run it. */
export type TeamPlan = Readonly<{
  /** Full-time equivalents, all together. */
  fullTime: number
  /** What the team must bring, each held by at least one of them. */
  profiles: readonly Readonly<{ key: string; label: Text }>[]
}>

/** `staff`: a share of what the team costs. `all`: of what the programme costs that no staff line pays, outings included. */
export const costBases = ['staff', 'all'] as const
export type CostBase = (typeof costBases)[number]

/** Whom a funder pays for. `third-country`: nationals of countries outside the EU and the EEA. */
export const eligibilities = ['everyone', 'third-country', 'other'] as const
export type Eligibility = (typeof eligibilities)[number]

/** The lines a new programme starts from; dates, amounts and changes are the programme's own. */
export type FundingLinesPlan = Readonly<{
  lines: readonly Readonly<{
    key: string
    funder: Text
    /** Percent of the cost base. */
    percent: number
    costBase: CostBase
    eligibility: Eligibility
  }>[]
}>

export const fundingActs = ['amif', 'esf_plus'] as const
export type FundingAct = (typeof fundingActs)[number]

/** Which acts' indicators are computed, and which themes count as which kind of course. */
export type IndicatorsPlan = Readonly<{
  acts: readonly FundingAct[]
  courses: Readonly<Record<'language' | 'civic', readonly string[]>>
}>
