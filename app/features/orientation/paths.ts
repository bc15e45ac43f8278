import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** The yearly list of possible participants. */
  candidates: path('/programmes/:programmeId/candidates'),
  /** Puts a person on it. */
  list: path('/people/:personId/candidacies/new'),
  candidate: path('/candidates/:candidateId'),
  ask: path('/candidates/:candidateId/request'),
  setAside: path('/candidates/:candidateId/setting-aside'),
  carryOver: path('/candidates/:candidateId/carrying-over'),
  candidateCriteria: path('/candidates/:candidateId/criteria'),
  board: path('/programmes/:programmeId/orientation'),
  editCriteria: path('/programmes/:programmeId/criteria'),
  show: path('/enrolments/:enrolmentId/orientation'),
  find: path('/enrolments/:enrolmentId/orientation/findings'),
  share: path('/enrolments/:enrolmentId/orientation/findings/:findingId/sharing'),
  move: path('/enrolments/:enrolmentId/orientation/moves'),
  owner: path('/enrolments/:enrolmentId/orientation/owner'),
  criteria: path('/enrolments/:enrolmentId/orientation/criteria'),
  seen: path('/enrolments/:enrolmentId/orientation/feedback/:feedbackId/receipt'),
}
