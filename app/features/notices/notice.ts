import type { PlainDate } from '../../shared/time/dates.ts'

export const noticeKinds = [
  'two-absences',
  'cannot-come',
  'handed-over',
  'passed-on',
  'measure-assigned',
  'never-started',
  'dropped',
  'card-locked',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Something that happened to someone I accompany; it goes away when I have seen it. */
export type StaffNotice = {
  id: string
  kind: NoticeKind
  personId: string | null
  firstName: string | null
  lastName: string | null
  /** What it is about: the enrolment, the session announced, the hand-over. */
  sourceId: string | null
  onDate: PlainDate
}
