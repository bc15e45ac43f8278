import { path } from '../../shared/http/paths.ts'

export const paths = {
  register: path('/sessions/:sessionId/attendance'),
  rest: path('/sessions/:sessionId/attendance/rest'),
  undo: path('/sessions/:sessionId/attendance/:markId/undo'),
  notes: path('/sessions/:sessionId/attendance/notes'),
  closure: path('/sessions/:sessionId/attendance/closure'),
}
