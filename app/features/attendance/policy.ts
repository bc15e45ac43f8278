import { policy } from '../../shared/http/policy.ts'
import type { SessionOfGroup } from '../sessions/policy.ts'

const belongs = ({ group }: SessionOfGroup) => group.inProgramme || group.leads

/** Whoever is in the room marks, a trainee too; the office for the paper that comes back from the room. */
export const mayMark = policy(
  'attendance.mark',
  ['coordinator', 'programme-office', 'coach', 'trainee'],
  (_actor, subject: SessionOfGroup) => belongs(subject),
)
/** Closing says that the register is right: that is not a trainee's to say. */
export const mayClose = policy(
  'attendance.close',
  ['coordinator', 'programme-office', 'coach'],
  (_actor, subject: SessionOfGroup) => belongs(subject),
)
export const mayNote = policy('attendance.note', ['coach', 'trainee'], (_actor, subject: SessionOfGroup) =>
  belongs(subject),
)
