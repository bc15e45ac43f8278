/** A search, the plan it proposed, and what was changed in it by hand. */
import type {
  Assignment,
  Offer as EngineOffer,
  Person as EnginePerson,
  Mode,
  WaitingList,
} from '../../engine/groups/list.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Composition } from './composition.ts'

export const runStates = ['running', 'finished', 'stopped', 'interrupted'] as const
export type RunState = (typeof runStates)[number]

export type Run = {
  id: string
  compositionId: string
  programmeId: string
  mode: Mode
  seed: number
  engineVersion: string
  budgetMs: number | null
  iterationsDone: number | null
  /** The plan from which at most `maxMoves` people might move. */
  basedOn: string | null
  maxMoves: number | null
  state: RunState
  madeBy: string
  madeAt: Date
}

/** How an offer is kept with a run: as the engine saw it, and what a reader wants to know besides. */
export type OfferFacts = EngineOffer & {
  name: string
  startsOn: PlainDate
  site: string | null
  room: string | null
  coachName: string | null
}

export type FrozenPerson = {
  enrolmentId: string
  personId: string
  /** As it is now, not as it was: names are not kept with runs. */
  firstName: string
  lastName: string | null
  facts: EnginePerson
  pinnedTo: number | null
}

export type FrozenOffer = { offerId: string; facts: OfferFacts; locked: boolean }

/** What a search worked on. People of files erased since are no longer among them. */
export type FrozenRun = { run: Run; people: FrozenPerson[]; offers: FrozenOffer[]; list: WaitingList }

export type Plan = {
  id: string
  compositionId: string
  programmeId: string
  runId: string
  number: number
  origin: 'proposed' | 'by-hand'
  /** The plan it was changed from, by hand. */
  basedOn: string | null
  basedOnNumber: number | null
  score: number
  seats: number
  softCost: number
  proof: 'optimal' | 'bound' | null
  bound: number | null
  seed: number
  iterations: number
  engineVersion: string
  madeBy: string
  madeAt: Date
}

/** One person from one place to another: positions of offers, null for the list. */
export type PersonMove = { enrolmentId: string; personId: string; from: number | null; to: number | null }

export type Change = {
  id: string
  number: number
  moves: PersonMove[]
  scoreBefore: number
  scoreAfter: number
  madeBy: string
  madeAt: Date
  undoneAt: Date | null
  undoneBy: string | null
  /** The plan made with this change in it. */
  keptIn: string | null
}

export type Lock = { id: string; offerId: string; enrolmentId: string | null }

/** A plan with what is being tried out on it. */
export type OpenPlan = FrozenRun & {
  plan: Plan
  /** In the order of `people`, with the changes that stand. */
  assignment: Assignment
  /** The plan itself. */
  planned: Assignment
  /** All of them, the first first. */
  changes: Change[]
  /** Those that stand and are in no plan yet. */
  pending: Change[]
}

/** What the routes of one plan are about. */
export type FoundPlan = { composition: Composition; opened: OpenPlan }
