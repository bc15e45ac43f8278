import { path } from '../../shared/http/paths.ts'

export const paths = {
  list: path('/people'),
  create: path('/people/new'),
  show: path('/people/:personId'),
  edit: path('/people/:personId/edit'),
  socialAid: path('/people/:personId/social-aid'),
  sensitive: path('/people/:personId/sensitive'),
  search: path('/search'),
}
