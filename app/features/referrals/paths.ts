import { path } from '../../shared/http/paths.ts'

export const paths = {
  /** The referrer's view: where each of their people stands. */
  mine: path('/referrals'),
  refer: path('/people/:personId/referrals/new'),
  /** The plain-language sheet for somebody, on the phone and on paper. */
  sheet: path('/programmes/:programmeId/information'),
  printSheet: path('/programmes/:programmeId/information/print'),
  /** The same for a participant, in their own space. */
  ownSheet: path('/me/information'),
  enrolment: path('/enrolments/:enrolmentId'),
  move: path('/enrolments/:enrolmentId/stage'),
  attempt: path('/enrolments/:enrolmentId/contact-attempts'),
  talk: path('/enrolments/:enrolmentId/motivation-talks'),
  /** A questionnaire filled in on paper: before, after or later. */
  answers: path('/enrolments/:enrolmentId/answers/:moment'),
  positioning: path('/people/:personId/positioning'),
  waitingList: path('/programmes/:programmeId/waiting-list'),
  /** Several people of the waiting list at once. */
  several: path('/programmes/:programmeId/waiting-list/several'),
}
