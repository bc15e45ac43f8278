import type { Blueprint } from '../../blueprints/blueprint.ts'
import type { ProgrammeModule } from '../../blueprints/parts/modules.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { Person } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import type { Enrolment } from '../referrals/enrolment.ts'
import { findEnrolment } from '../referrals/store.ts'

/** An enrolment with all that stands around it. */
export type Enrolled = { enrolment: Enrolment; programme: Programme; blueprint: Blueprint; person: Person }

/** The same, and one of its modules. */
export type InModule = Enrolled & { module: ProgrammeModule }

/** Undefined when the enrolment is not there, or not for the actor to see. */
export async function findEnrolled(tx: Tx, enrolmentId: string): Promise<Enrolled | undefined> {
  const enrolment = await findEnrolment(tx, enrolmentId)
  const programme = enrolment && (await findProgramme(tx, enrolment.programmeId))
  const person = enrolment && (await findPerson(tx, enrolment.personId))
  return enrolment && programme && person && { enrolment, programme, blueprint: blueprintOf(programme), person }
}
