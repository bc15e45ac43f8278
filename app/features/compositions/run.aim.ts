/** From what a composition knows to what a search is given: its list, what is locked, and from which plan few may move. Pure. */
import { type Assignment, unplaced, type WaitingList } from '../../engine/groups/list.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Offer } from './composition.ts'
import { type CandidateFacts, type ListFacts, toEngineOffer, toWaitingList } from './list.ts'
import type { Lock, OfferFacts } from './plan.ts'

export type RunFacts = Omit<ListFacts, 'today'> & {
  today: PlainDate
  locks: readonly Lock[]
  /** Names of coaches by id. */
  coaches: ReadonlyMap<string, string>
}

export type RunAim = {
  list: WaitingList
  /** In the order of the list. */
  people: { enrolmentId: string; personId: string; pinnedTo: number | null }[]
  offers: { offerId: string; facts: OfferFacts; locked: boolean }[]
  fixed: { at: (number | null)[]; sealed: number[] }
}

/** What the search starts from. A lock on somebody who is no candidate any more, or on an offer withdrawn, holds nothing. */
export function aimOfRun({ locks, coaches, ...facts }: RunFacts): RunAim {
  const list = toWaitingList(facts)
  const offerAt = new Map(facts.offers.map((offer, g) => [offer.id, g]))
  const heldIn = new Map(
    locks.flatMap(({ enrolmentId, offerId }): [string, number][] => {
      const g = offerAt.get(offerId)
      return enrolmentId !== null && g !== undefined ? [[enrolmentId, g]] : []
    }),
  )
  const sealed = facts.offers.flatMap((offer, g) =>
    locks.some((lock) => lock.enrolmentId === null && lock.offerId === offer.id) ? [g] : [],
  )
  const personOf = new Map(facts.candidates.map((one: CandidateFacts) => [one.enrolmentId, one.personId]))
  const at = list.persons.map(({ id }) => heldIn.get(id) ?? null)
  return {
    list,
    people: list.persons.map(({ id }, i) => ({ enrolmentId: id, personId: personOf.get(id)!, pinnedTo: at[i]! })),
    offers: facts.offers.map((offer, g) => ({
      offerId: offer.id,
      facts: offerFacts(offer, coaches),
      locked: sealed.includes(g),
    })),
    fixed: { at, sealed },
  }
}

const offerFacts = (offer: Offer, coaches: ReadonlyMap<string, string>): OfferFacts => ({
  ...toEngineOffer(offer),
  name: offer.name,
  startsOn: offer.startsOn,
  site: offer.site,
  room: offer.room,
  coachName: (offer.coachId && coaches.get(offer.coachId)) || null,
})

/** An earlier plan in the terms of this list: who was not in it, or whose offer is gone, was on the list. */
export function baseOf(list: WaitingList, offerOf: ReadonlyMap<string, string | null>): Assignment {
  const at = new Map(list.offers.map((offer, g) => [offer.id, g]))
  return list.persons.map(({ id }) => at.get(offerOf.get(id) ?? '') ?? unplaced)
}
