import type { Text } from '../../shared/i18n/text.ts'

/** What the system already knows and can put into a section. */
export const reportFacts = ['path', 'attendance', 'levels', 'changes', 'obstacles', 'evaluations', 'aim'] as const
export type ReportFacts = (typeof reportFacts)[number]

export const proposalDirections = ['continuation', 'reorientation'] as const
export type ProposalDirection = (typeof proposalDirections)[number]

/** The words of a section are the authors'; `help` says what belongs into it. */
export type ReportSection = Readonly<{
  key: string
  title: Text
  help: Text
  /** The section begins with these facts. */
  facts?: ReportFacts
  /** The section holds the proposal: a direction and its kind. */
  proposes?: true
}>

/** The report at the end of an enrolment, for everyone who accompanied it. */
export type FinalReportPlan = Readonly<{
  sections: readonly ReportSection[]
  proposals: Readonly<Record<ProposalDirection, readonly Readonly<{ key: string; label: Text }>[]>>
  /** Keys of `followUpParts`: who receives it, in this order. */
  recipients: readonly string[]
  /** The part that trainers have who lead a group of the enrolment without being named in a part. */
  groupPart: string
  /** Days after completing by which the report should have been sent. */
  dueDays: number
  /** Days after sending from which recipients and the sender are reminded. */
  remindAfterDays: number
}>
