import { policy } from '../../shared/http/policy.ts'
import type { Group } from '../groups/group.ts'
import type { Session } from './session.ts'

export type SessionOfGroup = { session: Session; group: Group }

const belongs = (group: Group) => group.inProgramme || group.leads

export const mayRead = policy(
  'sessions.read',
  ['coordinator', 'programme-office', 'coach', 'trainee'],
  (_actor, { group }: SessionOfGroup) => belongs(group),
)
/** Content, dates and who is expected: whoever prepares the session; a trainee prepares with the coach. */
export const mayEdit = policy(
  'sessions.edit',
  ['coordinator', 'programme-office', 'coach'],
  (_actor, { group }: SessionOfGroup) => belongs(group),
)
/** One more half-day costs a room and a coach: the programme decides. */
export const mayPlan = policy('sessions.plan', ['coordinator', 'programme-office'], (_actor, group: Group) =>
  belongs(group),
)
