import { policy } from '../../shared/http/policy.ts'
import type { Group } from './group.ts'
import type { GroupProgramme } from './programme.ts'

const worksWith = ['coordinator', 'programme-office', 'coach', 'trainee'] as const

/** One's own: the groups one leads, or all of the programme. */
export const mayList = policy('groups.list', worksWith)
export const mayListOf = policy(
  'groups.listOf',
  ['coordinator', 'programme-office'],
  (_actor, programme: GroupProgramme) => programme.isMine,
)
export const mayCreate = policy(
  'groups.create',
  ['coordinator'],
  (_actor, programme: GroupProgramme) => programme.isMine,
)
export const mayRead = policy('groups.read', worksWith, (_actor, group: Group) => group.inProgramme || group.leads)
export const mayEdit = policy(
  'groups.edit',
  ['coordinator', 'programme-office'],
  (_actor, group: Group) => group.inProgramme,
)
/** Who belongs to a group is decided by the programme. */
export const mayPlace = policy(
  'groups.place',
  ['coordinator', 'programme-office'],
  (_actor, group: Group) => group.inProgramme,
)
/** Someone who stops is also taken out by the coach, who hears it first; not by a trainee. */
export const mayTakeOut = policy(
  'groups.takeOut',
  ['coordinator', 'programme-office', 'coach'],
  (_actor, group: Group) => group.inProgramme || group.leads,
)
export const mayStaff = policy('groups.staff', ['coordinator'], (_actor, group: Group) => group.inProgramme)
export const mayComplete = policy(
  'groups.complete',
  ['coordinator', 'coach'],
  (_actor, group: Group) => group.inProgramme || group.leads,
)
