import { policy } from '../../shared/http/policy.ts'
import type { Person } from '../people/person.ts'

/** Roles with the class of notes, on people they hold a mandate for. */
export const mayWriteNotes = policy(
  'notes.write',
  ['coach', 'trainee', 'social-worker'],
  (_actor, _person: Person) => true,
)
