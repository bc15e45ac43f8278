import type { Tx } from '../../shared/db/database.ts'
import type { Decision } from '../../shared/rules.ts'
import { type GroupProgramme, getGroupProgramme } from '../groups/programme.ts'
import type { GroupPlan } from '../groups/rules.ts'
import { countGone, listCandidates, type WaitingPerson } from './candidates.store.ts'
import type { Composition, Offer, Pair } from './composition.ts'
import { datesOf } from './dates.ts'
import { missingOf, type Question } from './list.ts'
import { listOffers } from './offers.store.ts'
import { listPairs } from './pairs.store.ts'

export type AskedCandidate = WaitingPerson & { missing: Question[] }

export type Situation = {
  composition: Composition
  programme: GroupProgramme
  /** Those who still wait, in the order of the engine's list. */
  candidates: AskedCandidate[]
  /** Candidates who wait no longer and are left out. */
  gone: number
  offers: Offer[]
  /** The half-days of each offer by the programme's template, or why they can't be; by id. */
  dates: ReadonlyMap<string, Decision<GroupPlan>>
  /** Of the whole programme. */
  pairs: Pair[]
}

/** All that a proposal starts from, as it is now. */
export async function readSituation(tx: Tx, composition: Composition): Promise<Situation> {
  const programme = await getGroupProgramme(tx, composition.programmeId)
  const { languages } = programme.settings
  const candidates = (await listCandidates(tx, composition)).map((one) => ({
    ...one,
    missing: missingOf(one, languages),
  }))
  const offers = await listOffers(tx, composition.id)
  return {
    composition,
    programme,
    candidates,
    gone: await countGone(tx, composition),
    offers,
    dates: new Map(offers.map((offer) => [offer.id, datesOf(offer, programme)])),
    pairs: await listPairs(tx, composition.programmeId),
  }
}
