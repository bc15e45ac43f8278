import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** The first run of an empty site. */
  setup: path('/setup'),
}
