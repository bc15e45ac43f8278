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
