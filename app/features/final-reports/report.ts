import type { ProposalDirection } from '../../blueprints/parts/final-report.ts'
import type { LocalText } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { FollowUpSide } from '../professionals/professional.ts'
import type { Facts } from './facts.ts'

/** The report of one enrolment; its words are in `ReportText`, what was sent in `SentReport`. */
export type Report = {
  id: string
  enrolmentId: string
  personId: string
  programmeId: string
  firstName: string
  lastName: string | null
  /** Grows with every saved text. */
  revision: number
  startedOn: PlainDate
  startedByName: string
}

/** What stands in one section, from one side. */
export type ReportText = {
  id: string
  section: string
  side: FollowUpSide
  /** Of this section and side, from 1; what an editor started from. */
  number: number
  content: TextContent
  /** Since when trainers from outside read what the social side wrote. */
  sharedOn: PlainDate | null
  writtenByName: string
}

export type TextContent = {
  words: string
  facts: Facts | null
  /** Whether the facts are printed. */
  withFacts: boolean
  proposal?: Proposal
}

export type Proposal = {
  direction: ProposalDirection
  /** A key of the blueprint's kinds in this direction. */
  kind: string
  /** The partner to whom the person was passed on, as the directory called it. */
  partner?: { referralId: string; name: string }
}

export const agreements = ['agrees', 'in-part', 'does-not', 'not-disclosed'] as const
export type Agreement = (typeof agreements)[number]

/** The report was read with the person, or they could not be reached. */
export type ReadingSaid =
  | {
      kind: 'read'
      on: PlainDate
      language: string | null
      interpreter: boolean
      agreement: Agreement
      remark: string | null
    }
  | { kind: 'not-reached'; on: PlainDate; reason: string }

export type Reading = ReadingSaid & { byName: string }

/** `revision`: of the words it was about. */
export type RecordedReading = Reading & { revision: number }

export type Recipient = {
  userId: string
  name: string
  institution: string
  parts: string[]
}

export type Receipt = {
  id: string
  userId: string
  name: string
  institution: string
  parts: string[]
  receivedOn: PlainDate | null
}

/** A version as it was sent; its words do not change any more. */
export type SentVersion = {
  id: string
  reportId: string
  personId: string
  number: number
  revision: number
  language: string
  sentOn: PlainDate
  sentBy: string
  sentByName: string
  receipts: Receipt[]
}

/** What a version says beside its texts: names, titles and days as they were. */
export type Frame = {
  /** In which the authors wrote. */
  language: string
  personName: string
  /** In order, those without a text too. */
  sections: { key: string; title: LocalText }[]
  /** Names of the parts and of the kinds of proposal that occur. */
  parts: Readonly<Record<string, LocalText>>
  kinds: Readonly<Record<string, LocalText>>
  programmeTitle: LocalText
  institution: string
  from: PlainDate
  until: PlainDate | null
  sentByName: string
  sentOn: PlainDate
  number: number
  reading: Reading
  recipients: Recipient[]
}
