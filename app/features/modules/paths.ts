import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** A person's modules and changes. */
  show: path('/enrolments/:enrolmentId/modules'),
  join: path('/enrolments/:enrolmentId/modules/:module/membership'),
  leave: path('/enrolments/:enrolmentId/modules/:module/membership/end'),
  /** All changes of a module on one page. */
  rate: path('/enrolments/:enrolmentId/modules/:module/changes'),
  /** What the coordinator says: from when a planned module takes people, how often people are seen. */
  settings: path('/programmes/:programmeId/modules'),
}
