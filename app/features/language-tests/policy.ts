import { policy } from '../../shared/http/policy.ts'
import type { Group } from '../groups/group.ts'
import type { Person } from '../people/person.ts'

/** Whoever has the class of languages and sees the person. */
export const mayReadLanguage = policy(
  'languageTests.read',
  ['coordinator', 'programme-office', 'coach', 'trainee', 'social-worker'],
  (_actor, _person: Person) => true,
)
/** Trainers and social workers; that they see the person says that they have a mandate. */
export const mayTest = policy('languageTests.write', ['coach', 'social-worker'], (_actor, _person: Person) => true)
export const mayReadGroupLevels = policy(
  'languageTests.group',
  ['coordinator', 'programme-office', 'coach', 'trainee'],
  (_actor, group: Group) => group.inProgramme || group.leads,
)
