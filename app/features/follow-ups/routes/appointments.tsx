import { formState } from '../../../shared/forms/forms.ts'
import { act, page } from '../../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { interviewValues, parseInterview, parseMove, parsePlan, parseResult } from '../form.ts'
import { AppointmentPage } from '../pages/appointment.tsx'
import { InterviewPage } from '../pages/interview.tsx'
import { PlanPage } from '../pages/plan.tsx'
import { paths } from '../paths.ts'
import { mayChangeAppointment, mayReadAppointment, mayWrite, type OfAppointment } from '../policy.ts'
import { movingAppointment, planning, settlingAppointment } from '../rules/changes.ts'
import {
  addAppointment,
  addInterview,
  listInterviews,
  moveAppointment,
  readStandings,
  settleAppointment,
} from '../store/index.ts'
import { findFollowUp, findOfAppointment } from '../subject.ts'
import { listHosts, type StaffCtx, seesWhole } from '../view.ts'
import { did, inWords } from './did.ts'

async function viewPlan(ctx: StaffCtx, enrolled: Enrolled) {
  const { tx, actor, today } = ctx
  const { enrolment, programme } = enrolled
  const standings = seesWhole(actor, enrolled)
    ? await readStandings(tx, [{ id: enrolment.id, endedOn: enrolment.endedOn, programme }], today)
    : undefined
  return {
    ...enrolled,
    hosts: await listHosts(ctx, enrolment.id),
    standing: standings?.get(enrolment.id) ?? null,
  }
}

const interviewsOf = async ({ tx, services }: StaffCtx, { appointment }: OfAppointment) =>
  (await listInterviews(tx, services.vault, appointment.enrolmentId)).filter(
    (one) => one.appointmentId === appointment.id,
  )

const viewAppointment = async (ctx: StaffCtx, of: OfAppointment) => ({
  ...of,
  interviews: await interviewsOf(ctx, of),
  canChange: mayChangeAppointment.allows(ctx.actor, of),
})

export const appointmentRoutes = [
  page(paths.plan, { policy: mayWrite, find: findFollowUp }, async (ctx) => {
    const kind = ctx.query.get('kind') === 'interview' ? 'interview' : 'talk'
    return show(<PlanPage {...(await viewPlan(ctx, ctx.subject))} state={{ values: { kind } }} />)
  }),

  act(paths.plan, { policy: mayWrite, find: findFollowUp }, async (ctx) => {
    const { tx, actor, typed, today, services, subject } = ctx
    const view = await viewPlan(ctx, subject)
    const parsed = parsePlan(
      typed,
      view.hosts.map(({ id }) => id),
    )
    if (!parsed.ok) return invalid(<PlanPage {...view} state={formState(parsed)} />)
    const decision = planning(subject.enrolment)
    if (!decision.ok) return refused(<PlanPage {...view} state={formState(parsed)} refusal={decision} />)
    const { kind, onDate: on, atTime: at, place, withUser, purpose } = parsed.value
    const planned = { kind, on, at, place, withUser, purpose }
    const appointmentId = await addAppointment(tx, services.vault, actor, subject.enrolment, planned)
    // One that was already: what became of it is asked next.
    const next = on < today ? paths.appointment({ appointmentId }) : paths.show({ enrolmentId: subject.enrolment.id })
    return seeOther(next, {
      did: did('plan', subject, ['appointment', appointmentId]),
      say: 'followUps.plan.done',
    })
  }),

  page(paths.appointment, { policy: mayReadAppointment, find: findOfAppointment }, async (ctx) =>
    show(<AppointmentPage {...(await viewAppointment(ctx, ctx.subject))} />, { read: did('read', ctx.subject) }),
  ),

  act(paths.move, { policy: mayChangeAppointment, find: findOfAppointment }, async (ctx) => {
    const { tx, typed, subject } = ctx
    const { appointment } = subject
    const parsed = parseMove(typed)
    const again = async () => viewAppointment(ctx, subject)
    if (!parsed.ok) return invalid(<AppointmentPage {...(await again())} moveForm={formState(parsed)} />)
    const decision = movingAppointment(appointment)
    if (!decision.ok) return refused(<AppointmentPage {...(await again())} refusal={decision} />)
    const { onDate: on, atTime: at, place } = parsed.value
    if (!(await moveAppointment(tx, appointment.id, { on, at, place }))) return notFound()
    return seeOther(paths.appointment({ appointmentId: appointment.id }), {
      did: did('move', subject, ['appointment', appointment.id]),
      say: 'followUps.move.done',
    })
  }),

  act(paths.result, { policy: mayChangeAppointment, find: findOfAppointment }, async (ctx) => {
    const { tx, actor, typed, today, services, subject, words } = ctx
    const { appointment, enrolment } = subject
    const parsed = parseResult(typed)
    const again = async () => viewAppointment(ctx, subject)
    if (!parsed.ok) return invalid(<AppointmentPage {...(await again())} resultForm={formState(parsed)} />)
    const { state, result, nextDate, nextTime, nextPlace, nextPurpose } = parsed.value
    const refuse = async (reason: Parameters<typeof inWords>[0]) =>
      refused(<AppointmentPage {...(await again())} resultForm={formState(parsed)} refusal={inWords(reason, words)} />)
    const kept = appointment.state === state
    const decision = kept ? undefined : settlingAppointment(appointment, state, today)
    if (decision && !decision.ok) return refuse(decision)
    const mayPlan = planning(enrolment)
    if (nextDate !== null && !mayPlan.ok) return refuse(mayPlan)
    const settledOn = appointment.settledOn ?? today
    if (!(await settleAppointment(tx, services.vault, actor, appointment, { state, settledOn, result })))
      return notFound()
    if (nextDate !== null)
      await addAppointment(tx, services.vault, actor, enrolment, {
        kind: 'talk',
        on: nextDate,
        at: nextTime ?? '',
        place: nextPlace,
        withUser: appointment.withUser.id,
        purpose: nextPurpose,
      })
    return seeOther(paths.show({ enrolmentId: enrolment.id }), {
      did: did('settle', subject, ['appointment', appointment.id]),
      say: nextDate === null ? 'followUps.result.saved' : 'followUps.result.savedAndNext',
    })
  }),

  page(paths.interview, { policy: mayChangeAppointment, find: findInterview }, async (ctx) => {
    const { subject, today } = ctx
    const [last] = await interviewsOf(ctx, subject)
    const { on } = subject.appointment
    const answers = last?.answers.state === 'open' ? last.answers.answers : {}
    const values = { heldOn: last?.heldOn ?? [on, today].sort()[0] ?? today, ...interviewValues(answers) }
    return show(<InterviewPage {...subject} state={{ values }} again={last !== undefined} />, {
      read: did('read', subject),
    })
  }),

  // Held on a date: it counts as the quarter's appointment. Once more is a new version.
  act(paths.interview, { policy: mayChangeAppointment, find: findInterview }, async (ctx) => {
    const { tx, actor, typed, today, services, subject } = ctx
    const { appointment, blueprint } = subject
    const parsed = parseInterview(blueprint.followUp?.interview ?? [], typed, today)
    if (!parsed.ok)
      return invalid(
        <InterviewPage {...subject} state={formState(parsed)} again={(await interviewsOf(ctx, subject)).length > 0} />,
      )
    const { heldOn: on, answers } = parsed.value
    const settled = { state: 'held' as const, settledOn: appointment.settledOn ?? today, result: null, on }
    if (!(await settleAppointment(tx, services.vault, actor, appointment, settled))) return notFound()
    await addInterview(tx, services.vault, actor, appointment, { on, answers })
    return seeOther(paths.appointment({ appointmentId: appointment.id }), {
      did: did('interview', subject, ['appointment', appointment.id]),
      say: 'followUps.interview.saved',
    })
  }),
]

/** Only appointments of that kind have the form. */
async function findInterview(ctx: Parameters<typeof findOfAppointment>[0]): Promise<OfAppointment | undefined> {
  const found = await findOfAppointment(ctx)
  return found?.appointment.kind === 'interview' ? found : undefined
}
