/** From sentences about one person to figures: each person once, in the period in which the sentence became true. */
import type { FundingAct } from '../../../blueprints/parts/funding.ts'
import { published } from '../../../data/funding/indicators.ts'
import type { Facts } from '../facts.ts'
import type { Age, Counted, Definition, GenderKey, Period, Result } from '../indicator.ts'
import { amif, amifAges } from './amif.ts'
import { ageOf, isDate, type Sentence } from './answers.ts'
import { esf, esfAges } from './esf.ts'

export const definitions: Record<FundingAct, Record<string, Definition>> = { amif, esf_plus: esf }
export const ages: Record<FundingAct, readonly Age[]> = { amif: amifAges, esf_plus: esfAges }

/** The band somebody was in on the day of their first registration; `unknown` when the birth year leaves it open. */
export function bandOf(bands: readonly Age[], facts: Facts): string {
  const age = ageOf(facts)
  const [least, most] = age ? [age.least, age.most].map((n) => bands.find(({ isIn }) => isIn(n))?.key) : []
  return least !== undefined && least === most ? least : 'unknown'
}

const genderOf = ({ gender }: Facts): GenderKey =>
  gender === 'w' || gender === 'm' || gender === 'x' ? gender : 'unsaid'

/** When somebody could first have counted: those who came in the period, whatever is not known of them. */
const cameIn = ({ days }: Facts, { from, to }: Period) => days.some((day) => from <= day && day <= to)

export function count(people: readonly Facts[], sentence: Sentence, bands: readonly Age[], period: Period): Counted {
  const answers = people.map((facts) => ({ facts, since: sentence(facts) }))
  const counted = answers.flatMap(({ facts, since }) =>
    isDate(since) && period.from <= since && since <= period.to ? [facts] : [],
  )
  const without = (what: 'unknown' | 'not-disclosed') =>
    answers.filter(({ facts, since }) => since === what && cameIn(facts, period)).length
  const having = (key: GenderKey) => counted.filter((facts) => genderOf(facts) === key).length
  return {
    total: counted.length,
    genders: { w: having('w'), m: having('m'), x: having('x'), unsaid: having('unsaid') },
    ages: [...bands.map(({ key }) => key), 'unknown'].map((key) => ({
      key,
      count: counted.filter((facts) => bandOf(bands, facts) === key).length,
    })),
    notDisclosed: without('not-disclosed'),
    unknown: without('unknown'),
    personIds: counted.map(({ personId }) => personId),
  }
}

/** All indicators of an act, in its order. `entered`: values counted by hand, by code. */
export function resultsOf(
  act: FundingAct,
  people: readonly Facts[],
  entered: ReadonlyMap<string, { value: number; note: string | null }>,
  period: Period,
): Result[] {
  const onRecord = { interviews: people.some((p) => p.interviews), procedures: people.some((p) => p.procedures) }
  return published[act].map((indicator): Result => {
    const definition = definitions[act][indicator.code]!
    if ('byHand' in definition) return { ...indicator, byHand: entered.get(indicator.code) ?? null }
    if ('notComputed' in definition) return { ...indicator, notComputed: definition.notComputed }
    if (definition.needs && !onRecord[definition.needs]) return { ...indicator, notComputed: definition.needs }
    return { ...indicator, counted: count(people, definition.since, ages[act], period) }
  })
}
