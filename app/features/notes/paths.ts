import { path } from '../../shared/http/paths.ts'

export const paths = {
  create: path('/people/:personId/notes'),
  draft: path('/people/:personId/notes/draft'),
}
