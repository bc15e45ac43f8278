import type { Tx } from '../../shared/db/database.ts'
import { type GroupProgramme, getGroupProgramme } from '../groups/programme.ts'
import { countGone, listCandidates, type WaitingPerson } from './candidates.store.ts'
import type { Composition, Offer, Pair } from './composition.ts'
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
  return {
    composition,
    programme,
    candidates,
    gone: await countGone(tx, composition),
    offers: await listOffers(tx, composition.id),
    pairs: await listPairs(tx, composition.programmeId),
  }
}
