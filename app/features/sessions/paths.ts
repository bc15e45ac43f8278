import { path } from '../../shared/http/paths.ts'

export const paths = {
  show: path('/sessions/:sessionId'),
  edit: path('/sessions/:sessionId/edit'),
  expected: path('/sessions/:sessionId/expected'),
  moving: path('/sessions/:sessionId/moving'),
  cancellation: path('/sessions/:sessionId/cancellation'),
  cancellationEnd: path('/sessions/:sessionId/cancellation/end'),
  signInSheet: path('/sessions/:sessionId/sign-in-sheet'),
}
