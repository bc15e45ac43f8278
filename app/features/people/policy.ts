import { policy } from '../../shared/http/policy.ts'
import type { Person } from './person.ts'

/** Whoever sees a person at all (by mandate or programme) may open the page; the page shows what their classes allow. */
export const mayRead = policy(
  'people.read',
  ['coordinator', 'programme-office', 'coach', 'trainee', 'social-worker', 'measures-officer'],
  (_actor, _person: Person) => true,
)
export const mayList = policy('people.list', [
  'coordinator',
  'programme-office',
  'coach',
  'trainee',
  'social-worker',
  'measures-officer',
])
export const mayCreate = policy('people.create', ['social-worker', 'coordinator', 'programme-office'])
export const mayEdit = policy(
  'people.edit',
  ['social-worker', 'coordinator', 'programme-office'],
  (_actor, _person: Person) => true,
)
/** Reference, first aid, work history: for those with the class of social aid. */
export const mayEditSocialAid = policy('people.editSocialAid', ['social-worker'], (_actor, _person: Person) => true)
/** Declared health, residence and permit. */
export const maySeeSensitive = policy('people.seeSensitive', ['social-worker'], (_actor, _person: Person) => true)
