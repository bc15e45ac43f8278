import type { StaffRole } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** Somebody who accompanies an enrolment in a part of the blueprint. */
export type Professional = {
  id: string
  enrolmentId: string
  personId: string
  /** A key of the blueprint's `followUpParts`. */
  part: string
  userId: string
  name: string
  role: StaffRole
  institutionId: string
  institutionName: string
  from: PlainDate
  endedOn: PlainDate | null
}

/** Which side of the cumulative follow-up somebody records on. */
export type FollowUpSide = 'social' | 'training'
export const sideOf = (role: StaffRole): FollowUpSide => (role === 'social-worker' ? 'social' : 'training')
