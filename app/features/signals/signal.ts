import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened } from '../../shared/vault/vault.ts'
import type { FollowUpSide } from '../professionals/professional.ts'

/** Where a signal stands: `noted` until somebody does something about it. */
export const states = ['noted', 'accepted', 'passed-on', 'settled'] as const
export type SignalState = (typeof states)[number]
export type StepKind = Exclude<SignalState, 'noted'>

export type Step = {
  number: number
  kind: StepKind
  on: PlainDate
  at: Date
  by: string
  byName: string
  to: string | null
  toName: string | null
}

/** Words beside a signal, as far as they are for the reader. */
export type Word = {
  id: string
  side: FollowUpSide
  by: string
  byName: string
  to: string | null
  on: PlainDate
  at: Date
  text: Opened
}

export type Signal = {
  id: string
  enrolmentId: string
  personId: string
  /** First and last name. */
  person: string
  sessionId: string | null
  /** Keys of the blueprint's `signals`. */
  theme: string
  urgency: string
  body: Opened
  on: PlainDate
  dueOn: PlainDate
  notedBy: string
  notedByName: string
  notedAt: Date
  state: SignalState
  /** Oldest first. */
  steps: Step[]
  words: Word[]
  /** When whoever noted it last said that they have seen what became of it. */
  seenAt: Date | null
}

/** Somebody who could settle something of this enrolment: they accompany it in a part, or referred the person (`part` null). */
export type Settler = { enrolmentId: string; userId: string; name: string; part: string | null }
