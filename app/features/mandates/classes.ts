import type { StaffRole } from '../../shared/http/actor.ts'
import type { FieldClass } from '../../shared/http/outcome.ts'

type PersonalClass = Exclude<FieldClass, 'account'>

/**
 * Which classes of a person's fields each role may read, and which it may write, on files it has a mandate for.
 * The database has the same list in `role_classes`; a test compares them. An administrator sees no files.
 */
export const classesOfRole: Record<StaffRole, { reads: readonly PersonalClass[]; writes: readonly PersonalClass[] }> = {
  administrator: { reads: [], writes: [] },
  coordinator: {
    reads: ['identity', 'language', 'attendance', 'plan'],
    writes: ['identity', 'language', 'attendance'],
  },
  'programme-office': { reads: ['identity', 'language', 'attendance'], writes: ['identity', 'attendance'] },
  coach: {
    reads: ['identity', 'language', 'attendance', 'profile', 'plan', 'notes', 'follow-up'],
    writes: ['language', 'attendance', 'profile', 'plan', 'notes', 'follow-up'],
  },
  trainee: {
    reads: ['identity', 'language', 'attendance', 'profile', 'plan', 'notes'],
    writes: ['attendance', 'profile', 'notes'],
  },
  'social-worker': {
    reads: [
      'identity',
      'social-aid',
      'language',
      'attendance',
      'profile',
      'plan',
      'notes',
      'follow-up',
      'health',
      'residence',
    ],
    writes: ['identity', 'social-aid', 'language', 'attendance', 'plan', 'notes', 'follow-up', 'health', 'residence'],
  },
  'measures-officer': { reads: ['identity', 'profile', 'plan'], writes: ['plan'] },
}

/** Classes that coordinators and the office see of everyone in their programme, without a mandate of their own. */
export const seesByProgramme: readonly StaffRole[] = ['coordinator', 'programme-office']

export const seesClass = (role: StaffRole, name: PersonalClass) => classesOfRole[role].reads.includes(name)
export const writesClass = (role: StaffRole, name: PersonalClass) => classesOfRole[role].writes.includes(name)
