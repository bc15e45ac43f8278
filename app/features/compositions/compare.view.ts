/** Two plans side by side, by person and by the offers they share; a plan may have been made from other people and groups. Pure. */
import { groupReasons } from '../../engine/groups/reasons.ts'
import { fullName } from '../people/person.ts'
import { type Grade, gradeOf } from './fit.ts'
import { tallyOf } from './moves.ts'
import type { OpenPlan } from './plan.ts'
import type { Situation } from './view.ts'

export type Side = { name: string | null; size: number; grade: Grade | undefined; people: string[] }
export type Moved = {
  enrolmentId: string
  name: string
  from: string | null | undefined
  to: string | null | undefined
}

export type CompareView = Pick<Situation, 'composition' | 'programme'> & {
  one: OpenPlan
  other: OpenPlan
  /** Each number of both: one, then the other. */
  seats: readonly [number, number]
  left: readonly [number, number]
  score: readonly [number, number]
  /** By offer, in the order of the one; an offer that a plan did not know is absent there. */
  groups: { offerId: string; name: string; sides: readonly [Side | undefined, Side | undefined] }[]
  /** Who is elsewhere: names of groups, null for the list, undefined for not among the people then. */
  moved: Moved[]
}

export function comparePlans(
  common: Pick<Situation, 'composition' | 'programme'>,
  one: OpenPlan,
  other: OpenPlan,
): CompareView {
  const sides = [sidesOf(one), sidesOf(other)] as const
  const names = new Map([...other.offers, ...one.offers].map((offer) => [offer.offerId, offer.facts.name]))
  const tallies = [tallyOf(one), tallyOf(other)] as const
  return {
    ...common,
    one,
    other,
    seats: [tallies[0].seats, tallies[1].seats],
    left: [one.people.length - tallies[0].seats, other.people.length - tallies[1].seats],
    score: [tallies[0].score, tallies[1].score],
    groups: [...new Set([...sides[0].keys(), ...sides[1].keys()])].map((offerId) => ({
      offerId,
      name: names.get(offerId)!,
      sides: [sides[0].get(offerId), sides[1].get(offerId)],
    })),
    moved: movedBetween(one, other, names),
  }
}

function sidesOf({ list, assignment, offers, people, run }: OpenPlan): Map<string, Side> {
  const reasons = new Map(groupReasons(list, assignment, run.mode).map((group) => [group.offer, group]))
  return new Map(
    offers.map((offer, at) => {
      const found = reasons.get(at)
      const inside = people.filter((_, i) => assignment[i] === at).map(fullName)
      const grade = found && gradeOf(found, run.mode)
      return [offer.offerId, { name: offer.facts.name, size: inside.length, grade, people: inside }]
    }),
  )
}

function movedBetween(one: OpenPlan, other: OpenPlan, names: ReadonlyMap<string, string>): Moved[] {
  const [a, b] = [placesOf(one), placesOf(other)]
  const people = new Map([...other.people, ...one.people].map((person) => [person.enrolmentId, fullName(person)]))
  const word = (place: string | null | undefined) => (place ? names.get(place)! : place)
  return [...people].flatMap(([enrolmentId, name]): Moved[] => {
    const [from, to] = [a.get(enrolmentId), b.get(enrolmentId)]
    return from === to ? [] : [{ enrolmentId, name, from: word(from), to: word(to) }]
  })
}

const placesOf = ({ people, offers, assignment }: OpenPlan): Map<string, string | null> =>
  new Map(people.map((one, i) => [one.enrolmentId, offers[assignment[i]!]?.offerId ?? null]))
