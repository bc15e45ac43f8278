import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** The figures of an act (`act`) in a period (`from`, `to`). */
  show: path('/programmes/:programmeId/indicators'),
  /** The list behind one figure. */
  people: path('/programmes/:programmeId/indicators/:code'),
  register: path('/programmes/:programmeId/participant-register'),
  /** What funders count somebody by: what was said, and what is still to be asked. */
  statuses: path('/enrolments/:enrolmentId/statuses'),
  /** The form of one moment: entry, exit or later. */
  ask: path('/enrolments/:enrolmentId/statuses/:moment'),
}
