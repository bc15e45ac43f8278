import type { StaffActor, StaffRole } from '../../shared/http/actor.ts'
import { policy } from '../../shared/http/policy.ts'
import type { AccompaniedSubject } from './subject.ts'

export const mayList = policy(
  'professionals.list',
  ['social-worker', 'coach', 'coordinator', 'programme-office'],
  (_actor, _subject: AccompaniedSubject) => true,
)
/** Who accompanies says who else does, and the programme's coordinator; the database asks for the mandate. */
export const mayStaff = policy(
  'professionals.staff',
  ['social-worker', 'coach', 'coordinator'],
  (_actor, _subject: AccompaniedSubject) => true,
)
/** A trainer names and ends trainers; whom the social service sends is for the social service and the coordinator to say. */
export const namesRole = (actor: Pick<StaffActor, 'role'>, role: StaffRole): boolean =>
  actor.role !== 'coach' || role === 'coach'
