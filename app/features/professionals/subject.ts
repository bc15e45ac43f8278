import type { FollowUpPart } from '../../blueprints/blueprint.ts'
import type { Tx } from '../../shared/db/database.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import type { Enrolment } from '../referrals/enrolment.ts'
import { findEnrolment } from '../referrals/store.ts'

/** An enrolment of a programme that says in which parts professionals accompany it. */
export type AccompaniedSubject = { enrolment: Enrolment; programme: Programme; parts: readonly FollowUpPart[] }

export async function findAccompanied(tx: Tx, enrolmentId: string): Promise<AccompaniedSubject | undefined> {
  const enrolment = await findEnrolment(tx, enrolmentId)
  const programme = enrolment && (await findProgramme(tx, enrolment.programmeId))
  const parts = programme && blueprintOf(programme).followUpParts
  return enrolment && programme && parts ? { enrolment, programme, parts } : undefined
}
