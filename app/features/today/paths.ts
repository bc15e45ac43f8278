import { path } from '../../shared/http/paths.ts'

export const paths = {
  today: path('/'),
  figures: path('/programmes/:programmeId/figures'),
  figure: path('/programmes/:programmeId/figures/:figure'),
}
