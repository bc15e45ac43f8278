import { type Assignment, type Offer, type Person, unplaced, type WaitingList } from './list.ts'

/**
 * The hard rules by their numbers in the exchange format: 1 language, 2 place, 3 half-days, 4 start, 5 size, 6 childcare,
 * 7 apart, 8 together.
 */
export const ruleNumbers = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type RuleNumber = (typeof ruleNumbers)[number]

/** Rules 1 to 4 are about one person and one offer, whoever else is there. */
const language = (person: Person, offer: Offer) => person.langs.includes(offer.language)
const place = (person: Person, offer: Offer) => person.place === offer.place || person.mobile
const halfDays = (person: Person, offer: Offer) => offer.slots.every((slot) => person.avail[slot] === 1)
const start = (person: Person) => person.earliestStart === 0

/** Why this person can never be in this offer: rules 1 to 4; empty when they can. */
export function blockedBy(person: Person, offer: Offer): RuleNumber[] {
  const kept = [language(person, offer), place(person, offer), halfDays(person, offer), start(person)]
  return ([1, 2, 3, 4] as const).filter((_, k) => !kept[k])
}

/** The same as a yes or no, for every person with every offer: quick to refuse, and makes no list. */
export const mayJoin = (person: Person, offer: Offer): boolean =>
  start(person) && place(person, offer) && language(person, offer) && halfDays(person, offer)

/** `persons` and `offer` are indexes; `offer` is absent where the broken rule belongs to no single offer. */
export type Fault = Readonly<{ rule: RuleNumber; offer?: number; persons: readonly number[] }>

/** Every rule that a plan breaks; an empty list is a feasible plan. */
export function faultsOf(list: WaitingList, assignment: Assignment): Fault[] {
  const { persons, offers } = list
  const faults: Fault[] = []
  for (const [i, g] of assignment.entries()) {
    if (g === unplaced) continue
    for (const rule of blockedBy(persons[i]!, offers[g]!)) faults.push({ rule, offer: g, persons: [i] })
  }
  for (const [g, offer] of offers.entries()) {
    const inside = assignment.flatMap((at, i) => (at === g ? [i] : []))
    if (inside.length > 0 && (inside.length < offer.min || inside.length > offer.max))
      faults.push({ rule: 5, offer: g, persons: inside })
    const children = inside.filter((i) => persons[i]!.childcare)
    if (children.length > offer.childcareSeats) faults.push({ rule: 6, offer: g, persons: children })
  }
  const { apart, together } = pairsOf(list)
  for (const [a, b] of apart) {
    const at = assignment[a]!
    if (at !== unplaced && at === assignment[b]) faults.push({ rule: 7, offer: at, persons: [a, b] })
  }
  for (const [a, b] of together) if (assignment[a] !== assignment[b]) faults.push({ rule: 8, persons: [a, b] })
  return faults
}

/** The pairs of a list as indexes of people; a pair of somebody who isn't on the list binds nobody. */
export function pairsOf(list: WaitingList): { apart: [number, number][]; together: [number, number][] } {
  const index = new Map(list.persons.map((person, i) => [person.id, i]))
  const known = (pairs: WaitingList['apart']) =>
    pairs.flatMap(([a, b]): [number, number][] => {
      const i = index.get(a)
      const j = index.get(b)
      return i === undefined || j === undefined ? [] : [[i, j]]
    })
  return { apart: known(list.apart), together: known(list.together) }
}
