import type { Tx } from '../../shared/db/database.ts'
import type { Services } from '../../shared/http/doors.tsx'
import { type Enrolled, findEnrolled } from '../modules/subject.ts'
import type { OfAppointment, OfProcedure, OfSituation } from './policy.ts'
import { findAppointment, findProcedure, findSituation } from './store/index.ts'

type Given<P> = { tx: Tx; services: Services; params: P }

/** Programmes without individual follow-up have no such page. */
async function enrolled(tx: Tx, enrolmentId: string): Promise<Enrolled | undefined> {
  const found = await findEnrolled(tx, enrolmentId)
  return found?.blueprint.followUp && found
}

export const findFollowUp = ({ tx, params }: Given<{ enrolmentId: string }>) => enrolled(tx, params.enrolmentId)

export async function findOfAppointment({
  tx,
  services,
  params,
}: Given<{ appointmentId: string }>): Promise<OfAppointment | undefined> {
  const appointment = await findAppointment(tx, services.vault, params.appointmentId)
  const around = appointment && (await enrolled(tx, appointment.enrolmentId))
  return appointment && around && { ...around, appointment }
}

export async function findOfProcedure({
  tx,
  services,
  params,
}: Given<{ procedureId: string }>): Promise<OfProcedure | undefined> {
  const procedure = await findProcedure(tx, services.vault, params.procedureId)
  const around = procedure && (await enrolled(tx, procedure.enrolmentId))
  return procedure && around && { ...around, procedure }
}

export async function findOfSituation({
  tx,
  services,
  params,
}: Given<{ situationId: string }>): Promise<OfSituation | undefined> {
  const situation = await findSituation(tx, services.vault, params.situationId)
  const around = situation && (await enrolled(tx, situation.enrolmentId))
  return situation && around && { ...around, situation }
}
