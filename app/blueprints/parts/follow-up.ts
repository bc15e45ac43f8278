/** The individual follow-up of a programme: its rhythm, the quarterly interview's form, and the steps that are made with institutions. */
import type { Text } from '../../shared/i18n/text.ts'

/** How often a person is seen at least; stored with the programme, where its coordinator edits it. */
export type FollowUpRhythm = Readonly<{
  /** Calendar months, while things are stable. */
  stableMonths: number
  /** Weeks, as long as they are not, or nobody has said so. */
  otherwiseWeeks: number
}>

export type InterviewQuestion = Readonly<{
  key: string
  label: Text
  hint?: Text
  /** Described points to choose from; without them it is asked in words alone. */
  points?: readonly Text[]
}>

export type FollowUp = Readonly<
  FollowUpRhythm & {
    /** The part of `followUpParts` whose professional sees the person. */
    ledBy: string
    /** Days ahead that the first page shows; an appointment planned within them settles what is overdue. */
    aheadDays: number
    interview: readonly InterviewQuestion[]
    /**
     * Kinds of steps with institutions. `recognition`: counted where a funder asks for recognised qualifications;
     * `longTermResidence`: where it asks who applied for long-term residence.
     */
    procedures: readonly Readonly<{ key: string; label: Text; recognition?: true; longTermResidence?: true }>[]
  }
>
