/** One try at forming groups from the waiting list: who is to be placed, which groups are on offer, who goes with whom. */
import type { Mode } from '../../engine/groups/list.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

export type { Mode } from '../../engine/groups/list.ts'

export type Composition = {
  id: string
  programmeId: string
  name: string
  mode: Mode
  madeOn: PlainDate
  madeBy: string
  /** Given up; it stays on record. */
  setAsideAt: Date | null
  /** The confirmation that stands, if a plan was confirmed and not taken back. */
  confirmationId: string | null
}

export type ListedComposition = Composition & { candidates: number; offers: number; plans: number }

/** A group that could be opened. */
export type Offer = {
  id: string
  compositionId: string
  position: number
  name: string
  language: string
  /** Quarter or town, compared with where people live. */
  place: string
  /** The house the group would meet in. */
  site: string | null
  room: string | null
  /** `mon-am` to `fri-pm`. */
  halfDays: string[]
  startsOn: PlainDate
  min: number
  max: number
  childcareSeats: number
  coachId: string | null
  coCoachId: string | null
  traineeId: string | null
  /** Null also where a study allocates it to the group after composing. */
  method: string | null
}
export type OfferDetails = Omit<Offer, 'id' | 'compositionId' | 'position'>

export const pairKinds = ['apart', 'together'] as const
export type PairKind = (typeof pairKinds)[number]

/** Two people of the programme who must not, or must, be in one group. */
export type Pair = { id: string; kind: PairKind; personIds: readonly [string, string] }
