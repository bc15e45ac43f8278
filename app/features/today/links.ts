import { path } from '../../shared/http/paths.ts'

/** Pages of other features that a first page leads to. */
export const links = {
  attendance: path('/sessions/:sessionId/attendance'),
  session: path('/sessions/:sessionId'),
  signInSheet: path('/sessions/:sessionId/sign-in-sheet'),
  profile: path('/profiles/:profileId'),
  sheet: path('/profiles/:profileId/sheet'),
}
