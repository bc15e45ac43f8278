import { path } from '../../shared/http/paths.ts'

export const paths = {
  home: path('/me'),
  sessions: path('/me/sessions'),
  absence: path('/me/sessions/:sessionId/absence'),
  withdrawal: path('/me/sessions/:sessionId/absence/withdrawal'),
  leave: path('/me/leave'),
}
