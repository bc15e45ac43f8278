import { path } from '../../shared/http/paths.ts'

export const paths = {
  list: path('/imports'),
  template: path('/imports/template/:format'),
  show: path('/imports/:importId'),
  columns: path('/imports/:importId/columns'),
  decide: path('/imports/:importId/rows/:row'),
  leaveOut: path('/imports/:importId/left-out'),
  errors: path('/imports/:importId/errors.csv'),
  confirm: path('/imports/:importId/confirmation'),
  discard: path('/imports/:importId/discarding'),
  undo: path('/imports/:importId/undoing'),
}
