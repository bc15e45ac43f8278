import { path } from '../../shared/http/paths.ts'

export const paths = {
  list: path('/programmes'),
  create: path('/programmes/new'),
  show: path('/programmes/:programmeId'),
  /** One part of the settings at a time; see `sections`. */
  edit: path('/programmes/:programmeId/edit/:section'),
  theme: path('/programmes/:programmeId/themes/:theme'),
  moveTheme: path('/programmes/:programmeId/themes/:theme/move'),
  removeTheme: path('/programmes/:programmeId/themes/:theme/remove'),
  addStaff: path('/programmes/:programmeId/staff'),
  endStaff: path('/programmes/:programmeId/staff/:userId/end'),
}
