import type { StaffActor } from '../../shared/http/actor.ts'
import type { Ctx } from '../../shared/http/doors.tsx'
import { listMemberships, readChanges } from '../modules/store.ts'
import type { Enrolled } from '../modules/subject.ts'
import { sideOf } from '../professionals/professional.ts'
import { listProfessionals } from '../professionals/store.ts'
import { readElsewhere } from './elsewhere.ts'
import type { Appointment, Interview, Procedure, Situation, Stability } from './follow-up.ts'
import { maySayStable, mayShare, mayWrite } from './policy.ts'
import type { DueStanding } from './rules/due.ts'
import {
  listAppointments,
  listInterviews,
  listProcedures,
  listSituations,
  listStability,
  readStandings,
} from './store/index.ts'
import { type Moment, timelineOf } from './timeline.ts'

export type StaffCtx = Ctx<string, StaffActor>

export type FollowUpView = Enrolled & {
  /** Null for whoever does not see all of the social service's follow-up. */
  standing: DueStanding | null
  stability: Stability | undefined
  planned: Appointment[]
  procedures: Procedure[]
  situations: Situation[]
  moments: Moment[]
  can: { write: boolean; sayStable: boolean; share: boolean }
}

export type Gathered = {
  appointments: Appointment[]
  interviews: Interview[]
  procedures: Procedure[]
  situations: Situation[]
  stability: Stability[]
}

/** Everything of the follow-up that the actor may read. */
export async function gather({ tx, services }: Pick<StaffCtx, 'tx' | 'services'>, enrolmentId: string) {
  return {
    appointments: await listAppointments(tx, services.vault, enrolmentId),
    interviews: await listInterviews(tx, services.vault, enrolmentId),
    procedures: await listProcedures(tx, services.vault, enrolmentId),
    situations: await listSituations(tx, services.vault, enrolmentId),
    stability: await listStability(tx, enrolmentId),
  } satisfies Gathered
}

/** A due day computed from half of the appointments would be wrong: trainers from outside are told none. */
export const seesWhole = (actor: StaffActor, { person }: Pick<Enrolled, 'person'>) =>
  actor.role === 'social-worker' || person.institutionId === actor.institutionId

export async function viewFollowUp(ctx: StaffCtx, enrolled: Enrolled): Promise<FollowUpView> {
  const { tx, actor, services, today } = ctx
  const { enrolment, programme, blueprint } = enrolled
  const all = await gather(ctx, enrolment.id)
  const standings = seesWhole(actor, enrolled)
    ? await readStandings(tx, [{ id: enrolment.id, endedOn: enrolment.endedOn, programme }], today)
    : undefined
  return {
    ...enrolled,
    standing: standings?.get(enrolment.id) ?? null,
    stability: all.stability[0],
    planned: all.appointments.filter(({ state }) => state === 'planned').reverse(),
    procedures: all.procedures,
    situations: all.situations,
    moments: timelineOf({
      ...all,
      changes: await readChanges(tx, services.vault, enrolment.id, blueprint),
      memberships: await listMemberships(tx, enrolment.id),
      elsewhere: await readElsewhere(ctx, enrolled),
    }),
    can: {
      write: mayWrite.allows(actor, enrolled),
      sayStable: maySayStable.allows(actor, enrolled),
      share: mayShare.allows(actor, enrolled),
    },
  }
}

/** With whom an appointment can be: oneself first, then those of one's side who accompany the enrolment. */
export async function listHosts({ tx, actor }: Pick<StaffCtx, 'tx' | 'actor'>, enrolmentId: string) {
  const others = (await listProfessionals(tx, [enrolmentId])).filter(
    (one) => one.endedOn === null && one.userId !== actor.id && sideOf(one.role) === sideOf(actor.role),
  )
  const hosts = new Map([[actor.id, actor.name], ...others.map((one) => [one.userId, one.name] as const)])
  return [...hosts].map(([id, name]) => ({ id, name }))
}
