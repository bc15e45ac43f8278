/** What may become of appointments, steps with institutions and situations: tables that the handlers and the pages read. */
import { notDisclosed } from '../../../data/carnet-de-bord/diagnosis.ts'
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import type { Appointment, AppointmentState, Procedure, ProcedureState, Situation } from '../follow-up.ts'

/** From which states; `past`: only once the day has come. A wrong entry may be put right. */
const becomes: Record<Exclude<AppointmentState, 'planned'>, { from: readonly AppointmentState[]; past: boolean }> = {
  held: { from: ['planned', 'missed', 'cancelled'], past: true },
  missed: { from: ['planned', 'held', 'cancelled'], past: true },
  cancelled: { from: ['planned', 'missed'], past: false },
}

export function settlingAppointment(
  appointment: Pick<Appointment, 'state' | 'on'>,
  to: Exclude<AppointmentState, 'planned'>,
  today: PlainDate,
): Decision<{ state: typeof to; settledOn: PlainDate }> {
  if (!becomes[to].from.includes(appointment.state)) return refuse('followUps.refuse.settled')
  if (becomes[to].past && appointment.on > today) return refuse('followUps.refuse.notYet', { date: appointment.on })
  return accept({ state: to, settledOn: today })
}

export function movingAppointment(appointment: Pick<Appointment, 'state'>): Decision<true> {
  return appointment.state === 'planned' ? accept(true) : refuse('followUps.refuse.settled')
}

/** Planning needs an enrolment that runs. */
export function planning(enrolment: { endedOn: PlainDate | null }): Decision<true> {
  return enrolment.endedOn === null ? accept(true) : refuse('followUps.refuse.over')
}

/** After a refusal it may be sent again: an appeal, a missing paper. */
const follows: Record<ProcedureState, readonly ProcedureState[]> = {
  opened: ['sent', 'waiting', 'granted', 'refused', 'withdrawn', 'settled'],
  sent: ['waiting', 'granted', 'refused', 'withdrawn', 'settled'],
  waiting: ['sent', 'granted', 'refused', 'withdrawn', 'settled'],
  refused: ['sent'],
  granted: [],
  withdrawn: [],
  settled: [],
}
export const nextStates = (state: ProcedureState): readonly ProcedureState[] => follows[state]

export const stateOf = (procedure: Pick<Procedure, 'steps'>): ProcedureState =>
  procedure.steps.at(-1)?.state ?? 'opened'
export const isOpen = (procedure: Pick<Procedure, 'steps'>): boolean =>
  ['opened', 'sent', 'waiting'].includes(stateOf(procedure))
export const isOverdue = (procedure: Pick<Procedure, 'steps' | 'dueOn'>, today: PlainDate): boolean =>
  isOpen(procedure) && procedure.dueOn !== null && procedure.dueOn < today

export function movingProcedure(
  procedure: Pick<Procedure, 'steps'>,
  to: ProcedureState,
  { on, today }: { on: PlainDate; today: PlainDate },
): Decision<{ state: ProcedureState; on: PlainDate }> {
  if (!nextStates(stateOf(procedure)).includes(to)) return refuse('followUps.refuse.step')
  if (on > today) return refuse('followUps.refuse.future')
  const last = procedure.steps.at(-1)
  if (last && on < last.on) return refuse('followUps.refuse.beforeLast', { date: last.on })
  return accept({ state: to, on })
}

/** That somebody does not tell is an answer: it waits for nothing. */
export const isOpenSituation = (situation: Pick<Situation, 'code' | 'settledOn'>): boolean =>
  situation.settledOn === null && situation.code !== notDisclosed

export function settlingSituation(
  situation: Pick<Situation, 'code' | 'settledOn' | 'notedOn'>,
  { on, today }: { on: PlainDate; today: PlainDate },
): Decision<PlainDate> {
  if (!isOpenSituation(situation)) return refuse('followUps.refuse.situationSettled')
  if (on > today) return refuse('followUps.refuse.future')
  if (on < situation.notedOn) return refuse('followUps.refuse.beforeLast', { date: situation.notedOn })
  return accept(on)
}
