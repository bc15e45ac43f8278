import { path } from '../../shared/http/paths.ts'

export const paths = {
  give: path('/people/:personId/mandates/new'),
  end: path('/people/:personId/mandates/:mandateId/end'),
}
