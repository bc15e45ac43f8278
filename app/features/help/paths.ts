import { path } from '../../shared/http/paths.ts'

export const paths = {
  help: path('/help'),
  /** How groups are proposed, for those who decide. */
  groups: path('/help/groups'),
  /** What somebody of a job does, and where to click. */
  guide: path('/help/guide/:job'),
  accessibility: path('/accessibility'),
  /** Leaves at once for a neutral site, from any page. */
  leave: path('/leave'),
}
