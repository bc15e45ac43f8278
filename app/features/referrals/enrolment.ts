import type { StageKind } from '../../blueprints/blueprint.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** A person in a programme. Where they stand is the stage without an end; the others are its history. */
export type Enrolment = {
  id: string
  personId: string
  programmeId: string
  referrerId: string | null
  /** The language of the group the person wants. */
  language: string | null
  createdOn: PlainDate
  endedOn: PlainDate | null
  stage: { key: string; kind: StageKind; on: PlainDate }
}

export type StageRecord = {
  id: string
  key: string
  kind: StageKind
  on: PlainDate
  reason: string | null
  hasWords: boolean
  enteredBy: string | null
}

export const channels = ['phone', 'letter', 'email', 'sms', 'in-person'] as const
export type Channel = (typeof channels)[number]
export const attemptResults = ['reached', 'no-answer', 'message-left', 'wrong-number', 'declined'] as const
export type AttemptResult = (typeof attemptResults)[number]

export type ContactAttempt = { id: string; on: PlainDate; channel: Channel; result: AttemptResult; by: string }

/** Why someone did not start or stopped. What was found in Biel: language, health, availability lead. */
export const reasons = [
  'not-reachable',
  'does-not-want',
  'language',
  'health',
  'childcare',
  'no-time',
  'found-work',
  'training',
  'other-measure',
  'no-longer-entitled',
  'moved-away',
  'absences',
  'wrong-entry',
  'changed-mind',
  'other',
] as const
export type Reason = (typeof reasons)[number]
