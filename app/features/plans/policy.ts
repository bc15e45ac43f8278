import { policy } from '../../shared/http/policy.ts'
import type { Person } from '../people/person.ts'

/** People found are those one holds a mandate on; the coordinator and the office see where they stand, not the plan. */
export const mayRead = policy(
  'plans.read',
  ['social-worker', 'coach', 'trainee', 'measures-officer'],
  (_actor, _person: Person) => true,
)
export const mayWrite = policy(
  'plans.write',
  ['social-worker', 'coach', 'measures-officer'],
  (_actor, _person: Person) => true,
)
/** A participant's own plan, after the PIN. */
export const mayReadOwn = policy('plans.readOwn', ['card'])
export const mayWriteOwn = policy('plans.writeOwn', ['card'])
