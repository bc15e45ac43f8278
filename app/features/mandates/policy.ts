import { policy } from '../../shared/http/policy.ts'
import type { Person } from '../people/person.ts'

/** Within the institution that holds the file, by those who may open files. */
export const mayGive = policy(
  'mandates.give',
  ['social-worker', 'coordinator', 'programme-office'],
  (actor, person: Person) => actor.institutionId === person.institutionId,
)
/** Who holds or gave the mandate; the database says which that is. */
export const mayEnd = policy(
  'mandates.end',
  ['social-worker', 'coordinator', 'programme-office', 'measures-officer'],
  (_actor, _person: Person) => true,
)
