import { path } from '../../shared/http/paths.ts'

export const paths = {
  show: path('/enrolments/:enrolmentId/evaluations'),
  /** `?kind=final` for the one at the end of the path, `?in=` for the language of the person's side. */
  create: path('/enrolments/:enrolmentId/evaluations/new'),
  draft: path('/enrolments/:enrolmentId/evaluations/draft'),
  remark: path('/enrolments/:enrolmentId/evaluations/remarks'),
  createTest: path('/enrolments/:enrolmentId/entrance-tests/new'),
  result: path('/enrolments/:enrolmentId/entrance-tests/:entranceTestId/results'),
}
