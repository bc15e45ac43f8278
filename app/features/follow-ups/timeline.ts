/** The cumulative follow-up as one list of dated facts: what the page `show` puts on its timeline. */
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Change, Membership } from '../modules/module.ts'
import type { ElsewhereFact, ElsewhereMoment } from './elsewhere.ts'
import type { Appointment, Interview, Procedure, ProcedureStep, Situation, Stability } from './follow-up.ts'

export type Moment = { key: string; on: PlainDate; who: string } & (
  | { kind: 'appointment'; appointment: Appointment; interview: Interview | undefined }
  | { kind: 'procedure'; procedure: Procedure; step: ProcedureStep }
  | { kind: 'noted'; situation: Situation }
  | { kind: 'settled'; situation: Situation }
  | { kind: 'stability'; stable: boolean }
  | { kind: 'joined' | 'left'; module: string }
  | { kind: 'rated'; module: string; changes: { change: Change; point: number }[] }
  | ElsewhereFact
)

export type Facts = {
  appointments: readonly Appointment[]
  interviews: readonly Interview[]
  procedures: readonly Procedure[]
  situations: readonly Situation[]
  stability: readonly Stability[]
  changes: readonly Change[]
  memberships: readonly Membership[]
  elsewhere: readonly ElsewhereMoment[]
}

/** What was, the latest first; appointments that are still planned stand elsewhere. */
export function timelineOf(facts: Facts): Moment[] {
  const moments: Moment[] = [
    // Of one day, what ended stands above what began.
    ...facts.situations.flatMap((situation): Moment[] =>
      situation.settledOn === null
        ? []
        : [
            {
              kind: 'settled',
              key: `settled-${situation.id}`,
              on: situation.settledOn,
              who: situation.settledBy ?? '',
              situation,
            },
          ],
    ),
    ...facts.appointments
      .filter(({ state }) => state !== 'planned')
      .map(
        (appointment): Moment => ({
          kind: 'appointment',
          key: appointment.id,
          on: appointment.on,
          who: appointment.withUser.name,
          appointment,
          interview: facts.interviews.find((one) => one.appointmentId === appointment.id),
        }),
      ),
    ...facts.procedures.flatMap((procedure) =>
      procedure.steps
        .toReversed()
        .map((step): Moment => ({ kind: 'procedure', key: step.id, on: step.on, who: step.by, procedure, step })),
    ),
    ...facts.situations.map(
      (situation): Moment => ({
        kind: 'noted',
        key: situation.id,
        on: situation.notedOn,
        who: situation.notedBy,
        situation,
      }),
    ),
    ...facts.stability.map(
      (said): Moment => ({
        kind: 'stability',
        key: said.id,
        on: said.on,
        who: said.by,
        stable: said.stable,
      }),
    ),
    ...facts.memberships.flatMap((one): Moment[] => [
      { kind: 'joined', key: one.id, on: one.from, who: one.addedBy, module: one.module },
      ...(one.until
        ? [{ kind: 'left' as const, key: `left-${one.id}`, on: one.until, who: '', module: one.module }]
        : []),
    ]),
    ...ratings(facts.changes),
    ...facts.elsewhere,
  ]
  return moments.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

/** What one author rated of a module on one day is one moment. */
function ratings(changes: readonly Change[]): Moment[] {
  const all = changes.flatMap((change) =>
    change.ratings.map((rating) => ({ change, rating, key: `${change.module.key} ${rating.on} ${rating.by}` })),
  )
  return [...Map.groupBy(all, ({ key }) => key)].map(([key, list]) => ({
    kind: 'rated',
    key: `rated ${key}`,
    on: list[0]!.rating.on,
    who: list[0]!.rating.by,
    module: list[0]!.change.module.key,
    changes: list.map(({ change, rating }) => ({ change, point: rating.point })),
  }))
}
