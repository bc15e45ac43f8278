import { path } from '../../shared/http/paths.ts'

export const paths = {
  show: path('/enrolments/:enrolmentId/aims'),
  create: path('/enrolments/:enrolmentId/aims/new'),
  result: path('/enrolments/:enrolmentId/aims/result'),
  share: path('/enrolments/:enrolmentId/aims/:aimId/sharing'),
  figures: path('/programmes/:programmeId/aims'),
}
