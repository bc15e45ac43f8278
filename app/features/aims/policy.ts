import { policy } from '../../shared/http/policy.ts'
import type { Enrolled } from '../modules/subject.ts'
import type { Programme } from '../programmes/programme.ts'

/** Those with the class of follow-up; that they see the person says that they have a mandate. */
export const mayReadAims = policy('aims.read', ['social-worker', 'coach'], (_actor, _enrolled: Enrolled) => true)
export const mayNoteAim = policy('aims.write', ['social-worker', 'coach'], (_actor, _enrolled: Enrolled) => true)
/** The social service asks the person whether trainers from outside may read what it noted. */
export const mayShareAim = policy('aims.share', ['social-worker'], (_actor, _enrolled: Enrolled) => true)
export const mayCountAims = policy('aims.count', ['coordinator'], (_actor, programme: Programme) => programme.isMine)
