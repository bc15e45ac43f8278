/** The indicators of the funding acts, as published; how each is counted is in app/features/indicators/rules. */
import type { FundingAct } from '../../blueprints/parts/funding.ts'
import raw from './indicators.json' with { type: 'json' }

export type IndicatorKind = 'output' | 'immediate result' | 'longer-term result' | 'result'
export type PublishedIndicator = Readonly<{
  act: FundingAct
  code: string
  kind: IndicatorKind
  /** False: the wording or the code comes from general knowledge and is to be checked against the Official Journal. */
  isVerified: boolean
}>

const read = (act: FundingAct): PublishedIndicator[] =>
  raw[act].indicators.map(({ code, kind, verified }) => ({
    act,
    code,
    kind: kind as IndicatorKind,
    isVerified: verified === 'text read',
  }))

/** In the order of the act. */
export const published: Readonly<Record<FundingAct, readonly PublishedIndicator[]>> = {
  amif: read('amif'),
  esf_plus: read('esf_plus'),
}
