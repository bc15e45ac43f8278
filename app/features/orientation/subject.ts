import type { Orientation } from '../../blueprints/parts/orientation.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import type { Enrolment } from '../referrals/enrolment.ts'
import { findEnrolment } from '../referrals/store.ts'
import { type Oriented, orientationOf } from './orientation.ts'

/** An enrolment of a programme that has an orientation; others are not found. */
export type OrientationSubject = { enrolment: Enrolment; programme: Programme; plan: Orientation }

export async function findOriented(tx: Tx, enrolmentId: string): Promise<OrientationSubject | undefined> {
  const enrolment = await findEnrolment(tx, enrolmentId)
  const programme = enrolment && (await findProgramme(tx, enrolment.programmeId))
  const plan = programme && orientationOf(programme)
  return enrolment && programme && plan ? { enrolment, programme, plan } : undefined
}

export const toOriented = (e: Enrolment): Oriented => ({
  id: e.id,
  personId: e.personId,
  programmeId: e.programmeId,
  createdOn: e.createdOn,
  endedOn: e.endedOn,
  stageKind: e.stage.kind,
  referrerId: e.referrerId,
})
