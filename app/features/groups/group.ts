import type { PlainDate } from '../../shared/time/dates.ts'

/** People who go through sessions together, in one language, at one place. */
export type Group = {
  id: string
  programmeId: string
  /** What its programme was made from: pages ask it for the parts that a group has. */
  blueprint: string
  name: string
  language: string
  site: string | null
  room: string | null
  capacity: number
  startsOn: PlainDate | null
  endsOn: PlainDate | null
  /** The coaches' mandates over the members end on this day: last session plus the time for the hand-over. */
  mandatesUntil: PlainDate | null
  closedOn: PlainDate | null
  /** Whether the actor leads it today as coach, co-coach or trainee. */
  leads: boolean
  /** Whether the actor works in its programme as coordinator or office. */
  inProgramme: boolean
}

export const groupParts = ['coach', 'co-coach', 'trainee'] as const
export type GroupPart = (typeof groupParts)[number]

export type GroupCoach = {
  id: string
  userId: string
  name: string
  part: GroupPart
  fromDate: PlainDate
  endedOn: PlainDate | null
}

export type GroupDetails = {
  name: string
  language: string
  site: string | null
  room: string | null
  capacity: number
}

export const leavingReasons = ['dropped', 'never-came', 'completed', 'moved-group', 'mistake'] as const
export type LeavingReason = (typeof leavingReasons)[number]

/** Why somebody goes on in another group. */
export const moveReasons = ['progressed', 'too-hard', 'timetable', 'own-wish', 'reorganised', 'other'] as const
export type MoveReason = (typeof moveReasons)[number]

/** A change of group; the name of a group that the reader may not see is null. */
export type Move = {
  id: string
  personId: string
  enrolmentId: string
  fromGroup: string
  toGroup: string
  fromName: string | null
  toName: string | null
  reason: MoveReason
  on: PlainDate
  by: string | null
}

export type Member = {
  id: string
  enrolmentId: string
  personId: string
  firstName: string
  lastName: string | null
  joinedOn: PlainDate
  leftOn: PlainDate | null
  leftReason: LeavingReason | null
}

/** Someone who waits for a group, with what choosing needs. */
export type Waiting = {
  enrolmentId: string
  personId: string
  firstName: string
  lastName: string | null
  birthDate: PlainDate | null
  birthYear: number | null
  /** Language of the group they want; null when not known yet. */
  language: string | null
  since: PlainDate
  stageKind: string
  /** Latest level per skill in the group's language. */
  levels: { skill: string; level: string }[]
  /** `mon-am` to `fri-pm`; null when not known yet. */
  halfDays: string[] | null
}
