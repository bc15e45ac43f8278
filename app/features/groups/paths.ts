import { path } from '../../shared/http/paths.ts'

export const paths = {
  list: path('/groups'),
  ofProgramme: path('/programmes/:programmeId/groups'),
  create: path('/programmes/:programmeId/groups/new'),
  show: path('/groups/:groupId'),
  edit: path('/groups/:groupId/edit'),
  calendar: path('/groups/:groupId/calendar'),
  addSession: path('/groups/:groupId/sessions/new'),
  join: path('/groups/:groupId/members/new'),
  change: path('/groups/:groupId/members/:memberId/group'),
  leave: path('/groups/:groupId/members/:memberId/leaving'),
  coaches: path('/groups/:groupId/coaches'),
  coachEnd: path('/groups/:groupId/coaches/:coachId/end'),
  attendance: path('/groups/:groupId/attendance'),
  completion: path('/groups/:groupId/completion'),
}
