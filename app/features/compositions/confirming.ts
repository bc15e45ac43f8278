/** Whether a plan can still become groups, asked against what is known now: pure, at the click and before it. */
import { type Person as EnginePerson, unplaced } from '../../engine/groups/list.ts'
import { faultsOf } from '../../engine/groups/rules.ts'
import { accept, type Decision, type ReasonParams, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { GroupPlan } from '../groups/rules.ts'
import type { Offer, Pair } from './composition.ts'
import { type CandidateFacts, missingOf, plannedStart, type Question, toEngineOffer, toPerson } from './list.ts'
import { teamOf } from './rules.ts'

export type PlanPerson = {
  enrolmentId: string
  personId: string
  name: string
  /** Null stays on the list. */
  offerId: string | null
  /** As the engine saw them. */
  facts: Partial<EnginePerson>
}
/** A plan with the offers of its run, in their order there. */
export type PlanOnRecord = {
  id: string
  number: number
  people: PlanPerson[]
  offers: { offerId: string; facts: Readonly<Record<string, unknown>> }[]
}

export type Present = {
  /** Everybody of the programme who waits for a group, by enrolment. */
  waiting: ReadonlyMap<string, CandidateFacts>
  /** Offers that stand. */
  offers: readonly Offer[]
  pairs: readonly Pair[]
  languages: readonly string[]
  today: PlainDate
  /** Coaches and trainees who work here today. */
  coaches: ReadonlySet<string>
  /** The half-days of an offer by the programme's template. */
  planned: ReadonlyMap<string, Decision<GroupPlan>>
}

/** `group` where the words do not name it themselves. */
export type Reason = Readonly<{ key: string; params: ReasonParams; group?: string }>
/** What the plan was made with and is different now, though no rule is broken. */
export type Change = Readonly<
  { name: string } & ({ of: 'person'; what: readonly Question[] } | { of: 'offer'; what: readonly OfferFact[] })
>
export type Checked = {
  /** Any of these, and nothing is written. */
  obstacles: Reason[]
  changes: Change[]
  /** The groups to make, with who goes in. */
  groups: { offer: Offer; people: PlanPerson[] }[]
}

const because = (key: string, params: ReasonParams = {}): Reason => ({ key, params })

export function checkPlan(plan: PlanOnRecord, now: Present): Checked {
  const seated = plan.people.filter((one) => one.offerId !== null)
  const opened = plan.offers.filter(({ offerId }) => seated.some((one) => one.offerId === offerId))
  const standing = opened.flatMap(({ offerId }) => now.offers.find((offer) => offer.id === offerId) ?? [])
  const gone = seated.filter((one) => !now.waiting.has(one.enrolmentId))
  const half = seated.filter((one) => isHalfKnown(now.waiting.get(one.enrolmentId), now.languages))
  const obstacles: Reason[] = [
    ...(seated.length === 0 ? [because('compositions.confirm.empty')] : []),
    ...opened.flatMap(({ offerId, facts }) =>
      standing.some((offer) => offer.id === offerId)
        ? []
        : [because('compositions.confirm.offerGone', { group: String(facts.name ?? '') })],
    ),
    ...gone.map(({ name }) => because('compositions.confirm.gone', { name })),
    ...half.map(({ name }) => because('compositions.confirm.notKnown', { name })),
    ...standing.flatMap((offer) => obstaclesOf(offer, now)),
  ]
  // Rules are asked of those who are there; whoever is gone was named above.
  const people = plan.people.filter(
    (one) => now.waiting.has(one.enrolmentId) && !isHalfKnown(now.waiting.get(one.enrolmentId), now.languages),
  )
  const persons = people.map((one) => present(one, standing, now))
  obstacles.push(...brokenRules(people, persons, standing, now))
  return {
    obstacles,
    changes: [
      ...people.flatMap((one, i) => (one.offerId === null ? [] : changesOf(one, persons[i]!))),
      ...opened.flatMap(({ offerId, facts }) => {
        const offer = standing.find((one) => one.id === offerId)
        return offer ? offerChanges(offer, facts) : []
      }),
    ],
    groups: standing.map((offer) => ({ offer, people: seated.filter((one) => one.offerId === offer.id) })),
  }
}

const isHalfKnown = (facts: CandidateFacts | undefined, languages: readonly string[]) =>
  facts !== undefined && missingOf(facts, languages).length > 0

const present = (one: PlanPerson, offers: readonly Offer[], { waiting, languages, today }: Present) =>
  toPerson(waiting.get(one.enrolmentId)!, { languages, today, offers, start: plannedStart(offers, today) })

function obstaclesOf(offer: Offer, now: Present): Reason[] {
  const group = offer.name
  const plan = now.planned.get(offer.id)
  return [
    ...(offer.startsOn < now.today ? [because('compositions.confirm.started', { group })] : []),
    ...(offer.coachId === null ? [because('compositions.confirm.noCoach', { group })] : []),
    ...(teamOf(offer).some((id) => !now.coaches.has(id)) ? [because('compositions.confirm.coachGone', { group })] : []),
    ...(plan && !plan.ok ? [{ ...because(plan.key, plan.params), group }] : []),
  ]
}

function brokenRules(
  people: readonly PlanPerson[],
  persons: readonly EnginePerson[],
  offers: readonly Offer[],
  { pairs }: Present,
): Reason[] {
  const enrolmentOf = new Map(people.map((one) => [one.personId, one.enrolmentId]))
  const among = (kind: Pair['kind']) =>
    pairs.flatMap((pair): [string, string][] => {
      const [a, b] = pair.personIds.map((id) => enrolmentOf.get(id))
      return pair.kind === kind && a && b ? [[a, b]] : []
    })
  const assignment = people.map((one) => {
    const at = offers.findIndex((offer) => offer.id === one.offerId)
    return at === -1 ? unplaced : at
  })
  const list = { persons, offers: offers.map(toEngineOffer), apart: among('apart'), together: among('together') }
  return faultsOf(list, assignment).map(({ rule, offer: at, persons: who }) => {
    const offer = at === undefined ? undefined : offers[at]
    return because(`compositions.confirm.rule.${rule}`, {
      name: people[who[0]!]?.name ?? '',
      other: people[who[1] ?? -1]?.name ?? '',
      group: offer?.name ?? '',
      count: who.length,
      min: offer?.min ?? 0,
      max: offer?.max ?? 0,
      seats: offer?.childcareSeats ?? 0,
    })
  })
}

/** How long somebody has waited changes every day and their age once a year: neither is news. */
const questionOf = {
  langs: 'groupLanguages',
  gender: 'gender',
  schooling: 'schooling',
  oral: 'oral-production',
  reading: 'reading',
  writing: 'writing',
  childcare: 'childcare',
  avail: 'halfDays',
  place: 'place',
  mobile: 'mobile',
} as const satisfies Partial<Record<keyof EnginePerson, Question>>

const isOther = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)

function changesOf({ name, facts }: PlanPerson, now: EnginePerson): Change[] {
  const what = Object.entries(questionOf).flatMap(([key, question]) =>
    isOther(facts[key as keyof EnginePerson], now[key as keyof EnginePerson]) ? [question] : [],
  )
  return what.length > 0 ? [{ of: 'person', name, what }] : []
}

export const offerFacts = ['language', 'place', 'slots', 'min', 'max', 'childcareSeats'] as const
export type OfferFact = (typeof offerFacts)[number]

function offerChanges(offer: Offer, facts: Readonly<Record<string, unknown>>): Change[] {
  const now = toEngineOffer(offer)
  const what = offerFacts.filter((key) => isOther(facts[key], now[key]))
  return what.length > 0 ? [{ of: 'offer', name: offer.name, what }] : []
}

/** A confirmation can be undone for a day. */
export const undoHours = 24
export const undoableUntil = (madeAt: Date): Date => new Date(madeAt.getTime() + undoHours * 3_600_000)

/** Only while nobody has worked with the groups: what others did is not taken back. */
export function undoing(
  one: { madeAt: Date; undoneAt: Date | null },
  { now, touched }: { now: Date; touched: number },
): Decision<true> {
  if (one.undoneAt) return refuse('compositions.undo.already')
  if (now.getTime() > undoableUntil(one.madeAt).getTime()) return refuse('compositions.undo.tooLate')
  if (touched > 0) return refuse('compositions.undo.touched', { count: touched })
  return accept(true)
}
