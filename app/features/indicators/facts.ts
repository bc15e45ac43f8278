/** What is known of one participant of a programme: what indicators are computed from. Dates, never mutable fields. */
import type { LabourStatus, Moment, StatusKindKey } from '../../data/funding/status.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { ThenAndNow } from '../language-tests/language-test.ts'
import type { Gender } from '../people/person.ts'

export type StatusFact = { moment: Moment; kind: string; value: string; on: PlainDate }

export type Facts = {
  personId: string
  /** The first enrolment: the identifier funders know the participant by comes from it, and stays with a re-entry. */
  firstEnrolmentId: string
  firstName: string
  lastName: string | null
  gender: Gender | null
  birthDate: PlainDate | null
  birthYear: number | null
  /** Phone, e-mail and address, those that are known. */
  contact: string[]
  /** The first registration. Age is fixed on this day. */
  registeredOn: PlainDate
  /** The last exit; null while an enrolment runs. A re-entry overwrites it. */
  leftOn: PlainDate | null
  /** How the last enrolment ended. */
  completed: boolean
  /** Days attended, each once, in order. */
  days: PlainDate[]
  /** The first day attended of a theme that counts as such a course. */
  courses: Record<'language' | 'civic', PlainDate | null>
  /** The last answer to each question of each moment. */
  statuses: StatusFact[]
  /** The first and the latest level of each skill and track, in the languages of the programme. */
  levels: ThenAndNow[]
  /** Steps with institutions, by kind; undefined when such steps are not on record here. */
  procedures?: { kind: string; on: PlainDate }[]
  /** Individual interviews held; undefined when they are not on record here. */
  interviews?: PlainDate[]
}

/** First of a participant's answers: to this question at this moment. */
export const answerOf = (facts: Facts, moment: Moment, kind: StatusKindKey): StatusFact | undefined =>
  facts.statuses.find((one) => one.moment === moment && one.kind === kind)

export const isUnemployed = (value: string) => (value as LabourStatus).startsWith('unemployed')
