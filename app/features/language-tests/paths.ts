import { path } from '../../shared/http/paths.ts'

export const paths = {
  show: path('/people/:personId/language'),
  /** `language`, `moment` and `group` (where to go back to) may be given. */
  create: path('/people/:personId/language/tests/new'),
  schooling: path('/people/:personId/language/schooling'),
  triage: path('/people/:personId/language/triage'),
  group: path('/groups/:groupId/levels'),
}
