/** In the order of the number keys 1 to 5. */
export const statuses = ['present', 'late', 'left-early', 'excused', 'absent'] as const
export type Attendance = (typeof statuses)[number]
/** `none` takes a mark back: nothing is said about the person. */
export const markable = [...statuses, 'none'] as const
export type Markable = (typeof markable)[number]

/** One tap. The key is made on the device, so the same tap never counts twice. */
export type Mark = { key: string; personId: string; status: Markable }

/** Someone on the register of a session. */
export type Registered = {
  personId: string
  enrolmentId: string
  memberId: string
  firstName: string
  lastName: string | null
  /** The last mark, if it says something. */
  status: Attendance | null
  /** Said beforehand that they can't come. */
  announced: boolean
  /** Marked differently after the session was closed. */
  corrected: boolean
}

export type AttendanceSummary = {
  /** Sessions so far in which the person was expected and marked. */
  marked: number
  present: number
  late: number
  leftEarly: number
  excused: number
  absent: number
}

export const attended = (status: Markable | null): boolean =>
  status === 'present' || status === 'late' || status === 'left-early'
