import { path } from '../../shared/http/paths.ts'

export const paths = {
  list: path('/enrolments/:enrolmentId/professionals'),
  end: path('/enrolments/:enrolmentId/professionals/:professionalId/end'),
}
