import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** `?session=` for where it was noted, `?enrolment=` when the person has several. */
  create: path('/people/:personId/signals/new'),
  draft: path('/people/:personId/signals/draft'),
  ofPerson: path('/people/:personId/signals'),
  /** Whom it is about, when one comes from the session. */
  ofSession: path('/sessions/:sessionId/signals'),
  list: path('/signals'),
  show: path('/signals/:signalId'),
  step: path('/signals/:signalId/steps'),
  words: path('/signals/:signalId/words'),
  receipt: path('/signals/:signalId/receipt'),
  ofProgramme: path('/programmes/:programmeId/signals'),
}
