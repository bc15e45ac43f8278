import { path } from '../../shared/http/paths.ts'

export const paths = {
  help: path('/help'),
  accessibility: path('/accessibility'),
  /** Leaves at once for a neutral site, from any page. */
  leave: path('/leave'),
}
