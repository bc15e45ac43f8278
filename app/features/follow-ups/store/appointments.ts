import { changed, newId, sql, type Tx } from '../../../shared/db/database.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Opened, Vault } from '../../../shared/vault/vault.ts'
import { type FollowUpSide, sideOf } from '../../professionals/professional.ts'
import type {
  Appointment,
  AppointmentKind,
  AppointmentState,
  Interview,
  InterviewAnswers,
  OwnAppointment,
  Stability,
} from '../follow-up.ts'

type Of = { id: string; personId: string }

const select = (tx: Tx) =>
  tx
    .selectFrom('appointments as a')
    .leftJoin('appointment_words as w', 'w.appointment_id', 'a.id')
    .leftJoin('users as u', 'u.id', 'a.with_user')
    .select(['a.id', 'a.enrolment_id', 'a.person_id', 'a.kind', 'a.on_date', 'a.at_time', 'a.place', 'a.with_user'])
    .select(['a.state', 'a.settled_on', 'a.side', 'a.shared_on', 'w.purpose', 'w.result', 'u.name'])

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const wordsAt = (row: string, column: 'purpose' | 'result') => ({ table: 'appointment_words', column, row })

const toAppointment = (vault: Vault, row: Row): Appointment => {
  const open = (column: 'purpose' | 'result'): Opened | null =>
    row[column] === null ? null : vault.open(row.person_id, wordsAt(row.id, column), row[column])
  return {
    id: row.id,
    enrolmentId: row.enrolment_id,
    personId: row.person_id,
    kind: row.kind as AppointmentKind,
    on: row.on_date,
    at: row.at_time,
    place: row.place,
    withUser: { id: row.with_user, name: row.name ?? '' },
    state: row.state as AppointmentState,
    settledOn: row.settled_on,
    side: row.side as FollowUpSide,
    sharedOn: row.shared_on,
    purpose: open('purpose'),
    result: open('result'),
  }
}

/** All appointments of an enrolment that the actor may read, the latest day first. */
export async function listAppointments(tx: Tx, vault: Vault, enrolmentId: string): Promise<Appointment[]> {
  const rows = await select(tx)
    .where('a.enrolment_id', '=', enrolmentId)
    .orderBy('a.on_date', 'desc')
    .orderBy('a.at_time', 'desc')
    .execute()
  return rows.map((row) => toAppointment(vault, row))
}

export async function findAppointment(tx: Tx, vault: Vault, id: string): Promise<Appointment | undefined> {
  const row = await select(tx).where('a.id', '=', id).executeTakeFirst()
  return row && toAppointment(vault, row)
}

/** What a participant is told: those planned from today on, the nearest first. */
export async function listOwnAppointments(tx: Tx, personId: string, today: PlainDate): Promise<OwnAppointment[]> {
  const rows = await tx
    .selectFrom('appointments as a')
    .leftJoin('users as u', 'u.id', 'a.with_user')
    .select(['a.id', 'a.kind', 'a.on_date', 'a.at_time', 'a.place', 'u.name'])
    .where('a.person_id', '=', personId)
    .where('a.state', '=', 'planned')
    .where('a.on_date', '>=', today)
    .orderBy('a.on_date')
    .orderBy('a.at_time')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as AppointmentKind,
    on: row.on_date,
    at: row.at_time,
    place: row.place,
    withName: row.name ?? '',
  }))
}

export type NewAppointment = {
  kind: AppointmentKind
  on: PlainDate
  at: string
  place: string | null
  withUser: string
  purpose: string | null
}

export async function addAppointment(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  enrolment: Of,
  planned: NewAppointment,
): Promise<string> {
  const id = newId()
  const own = { enrolment_id: enrolment.id, person_id: enrolment.personId, side: sideOf(actor.role) }
  await tx
    .insertInto('appointments')
    .values({
      id,
      ...own,
      kind: planned.kind,
      on_date: planned.on,
      at_time: planned.at,
      place: planned.place,
      with_user: planned.withUser,
      planned_by: actor.id,
    })
    .execute()
  await tx
    .insertInto('appointment_words')
    .values({
      appointment_id: id,
      ...own,
      purpose:
        planned.purpose === null ? null : vault.seal(enrolment.personId, wordsAt(id, 'purpose'), planned.purpose),
    })
    .execute()
  return id
}

/** @returns false when it is not the actor's to move, or no longer planned. */
export async function moveAppointment(
  tx: Tx,
  id: string,
  to: { on: PlainDate; at: string; place: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('appointments')
    .set({ on_date: to.on, at_time: to.at, place: to.place })
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return changed(result)
}

/** What became of it. `result` null leaves the words as they were. @returns false when it is not the actor's. */
export async function settleAppointment(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  appointment: Pick<Appointment, 'id' | 'personId'>,
  settled: { state: AppointmentState; settledOn: PlainDate; result: string | null; on?: PlainDate },
): Promise<boolean> {
  const { id, personId } = appointment
  const result = await tx
    .updateTable('appointments')
    .set({ state: settled.state, settled_on: settled.settledOn, settled_by: actor.id })
    .$if(settled.on !== undefined, (query) => query.set({ on_date: settled.on! }))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!changed(result)) return false
  if (settled.result !== null)
    await tx
      .updateTable('appointment_words')
      .set({ result: vault.seal(personId, wordsAt(id, 'result'), settled.result) })
      .where('appointment_id', '=', id)
      .execute()
  return true
}

const answersAt = (row: string) => ({ table: 'interviews', column: 'answers', row })

/** The quarterly interviews of an enrolment with all versions, the latest first. */
export async function listInterviews(tx: Tx, vault: Vault, enrolmentId: string): Promise<Interview[]> {
  const rows = await tx
    .selectFrom('interviews as i')
    .leftJoin('users as u', 'u.id', 'i.written_by')
    .select(['i.id', 'i.appointment_id', 'i.person_id', 'i.version', 'i.held_on', 'i.answers', 'i.side', 'i.shared_on'])
    .select('u.name')
    .where('i.enrolment_id', '=', enrolmentId)
    .orderBy('i.held_on', 'desc')
    .orderBy('i.version', 'desc')
    .execute()
  return rows.map((row) => {
    const opened = vault.open(row.person_id, answersAt(row.id), row.answers)
    return {
      id: row.id,
      appointmentId: row.appointment_id,
      version: row.version,
      heldOn: row.held_on,
      by: row.name ?? '',
      side: row.side as FollowUpSide,
      sharedOn: row.shared_on,
      answers:
        opened.state === 'open' ? { state: 'open', answers: JSON.parse(opened.text) as InterviewAnswers } : opened,
    }
  })
}

/** A new version; those before it stay. */
export async function addInterview(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  appointment: Pick<Appointment, 'id' | 'enrolmentId' | 'personId' | 'sharedOn'>,
  held: { on: PlainDate; answers: InterviewAnswers },
): Promise<number> {
  const id = newId()
  const last = await tx
    .selectFrom('interviews')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('appointment_id', '=', appointment.id)
    .executeTakeFirst()
  const version = Number(last?.version ?? 0) + 1
  await tx
    .insertInto('interviews')
    .values({
      id,
      appointment_id: appointment.id,
      enrolment_id: appointment.enrolmentId,
      person_id: appointment.personId,
      version,
      held_on: held.on,
      answers: vault.seal(appointment.personId, answersAt(id), JSON.stringify(held.answers)),
      written_by: actor.id,
      side: sideOf(actor.role),
      shared_on: appointment.sharedOn,
    })
    .execute()
  return version
}

/** What social workers said about how stable things are, the latest first. */
export async function listStability(tx: Tx, enrolmentId: string): Promise<Stability[]> {
  const rows = await tx
    .selectFrom('stability_statements as s')
    .leftJoin('users as u', 'u.id', 's.said_by')
    .select(['s.id', 's.stable', 's.on_date', 's.side', 's.shared_on', 'u.name'])
    .where('s.enrolment_id', '=', enrolmentId)
    .orderBy('s.on_date', 'desc')
    .orderBy('s.created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    stable: row.stable,
    on: row.on_date,
    by: row.name ?? '',
    side: row.side as FollowUpSide,
    sharedOn: row.shared_on,
  }))
}

export async function sayStable(
  tx: Tx,
  actor: StaffActor,
  enrolment: Of,
  said: { stable: boolean; on: PlainDate },
): Promise<void> {
  await tx
    .insertInto('stability_statements')
    .values({
      id: newId(),
      enrolment_id: enrolment.id,
      person_id: enrolment.personId,
      stable: said.stable,
      on_date: said.on,
      said_by: actor.id,
      side: 'social',
    })
    .execute()
}

/** Enrolments of programmes with an individual follow-up in which the person is today: for the tile in their space. */
export async function hasFollowUp(tx: Tx, personId: string, blueprints: readonly string[]): Promise<boolean> {
  if (blueprints.length === 0) return false
  const row = await tx
    .selectFrom('enrolments as e')
    .innerJoin('programmes as p', 'p.id', 'e.programme_id')
    .select(sql<boolean>`true`.as('has'))
    .where('e.person_id', '=', personId)
    .where('e.ended_on', 'is', null)
    .where('p.blueprint', 'in', [...blueprints])
    .executeTakeFirst()
  return row !== undefined
}
