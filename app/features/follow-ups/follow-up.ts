import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened } from '../../shared/vault/vault.ts'
import type { FollowUpSide } from '../professionals/professional.ts'

export const appointmentKinds = ['talk', 'interview'] as const
/** `interview` is the quarterly one, with the blueprint's form. */
export type AppointmentKind = (typeof appointmentKinds)[number]
export const appointmentStates = ['planned', 'held', 'missed', 'cancelled'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** What every row of the cumulative follow-up says of itself. */
export type Recorded = { side: FollowUpSide; sharedOn: PlainDate | null }
type Row = { id: string; enrolmentId: string; personId: string }

export type Appointment = Row &
  Recorded & {
    kind: AppointmentKind
    on: PlainDate
    /** '14:30' */
    at: string
    place: string | null
    withUser: { id: string; name: string }
    state: AppointmentState
    /** When it was noted what became of it. */
    settledOn: PlainDate | null
    purpose: Opened | null
    result: Opened | null
  }

/** Where, when and with whom: all that a participant's page gets. */
export type OwnAppointment = Pick<Appointment, 'id' | 'kind' | 'on' | 'at' | 'place'> & { withName: string }

/** Answer to one question: a described point, words, or that the person does not tell. */
export type InterviewAnswer = { point?: number; words?: string; notDisclosed?: true }
export type InterviewAnswers = Record<string, InterviewAnswer>
export type Interview = Recorded & {
  id: string
  appointmentId: string
  version: number
  heldOn: PlainDate
  by: string
  answers: { state: 'open'; answers: InterviewAnswers } | Exclude<Opened, { state: 'open' }>
}

export type Stability = Recorded & { id: string; stable: boolean; on: PlainDate; by: string }

export const procedureStates = ['opened', 'sent', 'waiting', 'granted', 'refused', 'withdrawn', 'settled'] as const
export type ProcedureState = (typeof procedureStates)[number]
export type ProcedureStep = { id: string; state: ProcedureState; on: PlainDate; by: string; words: Opened | null }
export type Procedure = Row &
  Recorded & {
    /** A key of the blueprint's `followUp.procedures`. */
    kind: string
    institution: Opened | null
    dueOn: PlainDate | null
    /** The oldest first; the last says where it stands. */
    steps: ProcedureStep[]
  }

export type SituationAim = {
  id: string
  kind: 'target' | 'action'
  /** A code of the vocabulary. */
  code: string
  chosenOn: PlainDate
  chosenBy: string
  dueOn: PlainDate | null
  outcome: 'done' | 'dropped' | null
  outcomeOn: PlainDate | null
  outcomeBy: string | null
  side: FollowUpSide
}
export type Situation = Row &
  Recorded & {
    theme: string
    /** A code of the vocabulary, 'not-disclosed', or null when it is in own words. */
    code: string | null
    words: Opened | null
    notedOn: PlainDate
    notedBy: string
    settledOn: PlainDate | null
    settledBy: string | null
    aims: SituationAim[]
  }
