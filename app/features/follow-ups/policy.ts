import { policy } from '../../shared/http/policy.ts'
import type { Enrolled } from '../modules/subject.ts'
import { sideOf } from '../professionals/professional.ts'
import type { Appointment, Procedure, Situation } from './follow-up.ts'

/** Social workers and trainers who hold a mandate share the follow-up; the database decides what each sees of it. */
export const mayRead = policy('follow-ups.read', ['social-worker', 'coach'], (_actor, _in: Enrolled) => true)
export const mayWrite = policy('follow-ups.write', ['social-worker', 'coach'], (_actor, _in: Enrolled) => true)
/** Whether things are stable, and what the person agrees to share: for the social service to say. */
export const maySayStable = policy('follow-ups.sayStable', ['social-worker'], (_actor, _in: Enrolled) => true)
export const mayShare = policy('follow-ups.share', ['social-worker'], (_actor, _in: Enrolled) => true)

export type OfAppointment = Enrolled & { appointment: Appointment }
export type OfProcedure = Enrolled & { procedure: Procedure }
export type OfSituation = Enrolled & { situation: Situation }

export const mayReadAppointment = policy(
  'appointments.read',
  ['social-worker', 'coach'],
  (_actor, _of: OfAppointment) => true,
)
/** Each side changes its own. */
export const mayChangeAppointment = policy(
  'appointments.change',
  ['social-worker', 'coach'],
  (actor, { appointment }: OfAppointment) => appointment.side === sideOf(actor.role),
)
export const mayReadProcedure = policy(
  'procedures.read',
  ['social-worker', 'coach'],
  (_actor, _of: OfProcedure) => true,
)
export const mayChangeProcedure = policy(
  'procedures.change',
  ['social-worker', 'coach'],
  (actor, { procedure }: OfProcedure) => procedure.side === sideOf(actor.role),
)
/** Who sees a situation may act on it: what a trainer noted is often settled by the social service. */
export const mayActOnSituation = policy(
  'situations.act',
  ['social-worker', 'coach'],
  (_actor, _of: OfSituation) => true,
)

export const mayReadOwn = policy('appointments.readOwn', ['card'], () => true, { scannedIsEnough: true })
