import { policy } from '../../shared/http/policy.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Enrolled, InModule } from './subject.ts'

/** Who is in which module, for everyone who follows the enrolment; the ratings are shown by class. */
export const mayRead = policy(
  'modules.read',
  ['social-worker', 'coach', 'coordinator', 'programme-office'],
  (_actor, _enrolled: Enrolled) => true,
)
export const mayJoin = policy(
  'modules.join',
  ['social-worker', 'coach', 'coordinator'],
  (_actor, _in: InModule) => true,
)
/** Changes are rated by those who see the person work: trainers, and the social service in its follow-up. */
export const mayRate = policy('modules.rate', ['social-worker', 'coach'], (_actor, _in: InModule) => true)

export const mayReadSettings = policy(
  'modules.readSettings',
  ['coordinator', 'programme-office'],
  (_actor, programme: Programme) => programme.isMine,
)
export const maySet = policy('modules.set', ['coordinator'], (_actor, programme: Programme) => programme.isMine)
