import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** The participant: who opened my file. */
  openings: path('/me/openings'),
}
