import { path } from '../../shared/http/paths.ts'

/** Staff: the vote of one session. */
export const paths = {
  show: path('/sessions/:sessionId/smileys'),
  closure: path('/sessions/:sessionId/smileys/closure'),
  reopening: path('/sessions/:sessionId/smileys/reopening'),
  wall: path('/sessions/:sessionId/smileys/wall'),
  tablet: path('/sessions/:sessionId/smileys/tablet'),
  paper: path('/sessions/:sessionId/smileys/paper'),
  sheet: path('/sessions/:sessionId/smileys/paper/sheet'),
  printed: path('/sessions/:sessionId/smileys/paper/print'),
  talk: path('/sessions/:sessionId/smileys/talk'),
  ofGroup: path('/groups/:groupId/smileys'),
  ofProgramme: path('/programmes/:programmeId/smileys'),
  lines: path('/programmes/:programmeId/smileys/lines'),
  voices: path('/programmes/:programmeId/smileys/voices'),
  voiceEnd: path('/programmes/:programmeId/smileys/voices/:recordingId/end'),
}

/** Nobody's: short enough to type from the wall. */
export const vote = {
  start: path('/v'),
  ballot: path('/v/:code'),
  thanks: path('/v/:code/thanks'),
  voice: path('/v/voice/:recordingId'),
}

/** With a card. */
export const me = {
  ballot: path('/me/smileys/:sessionId'),
  thanks: path('/me/thank-you'),
}
