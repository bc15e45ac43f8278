import type { Tx } from '../../../shared/db/database.ts'
import { fields, formState, parseForm, withErrors } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import { type FieldClass, invalid, notFound, refused, seeOther, show } from '../../../shared/http/outcome.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { seesClass } from '../../mandates/classes.ts'
import { fullName } from '../../people/person.ts'
import { findPerson } from '../../people/store.ts'
import { findProgramme } from '../../programmes/store.ts'
import { attemptResults, channels, type Enrolment, reasons } from '../enrolment.ts'
import { nextStep } from '../next.ts'
import { loadNextFacts } from '../next-facts.ts'
import { EnrolmentPage, type EnrolmentView } from '../pages/enrolment.tsx'
import { paths } from '../paths.ts'
import { mayMove, mayNoteAnswers, mayNoteAttempt, mayNoteTalk, mayRead, mayReadPositioning } from '../policy.ts'
import { addTalk, findReferral, instrumentMoments, listAnswered, listTalks } from '../referral-store.ts'
import { noteContact } from '../rules.ts'
import { changeStage } from '../stages.ts'
import {
  addAttempt,
  advance,
  countRunning,
  findEnrolment,
  isInGroup,
  listAttempts,
  listStages,
  moveStage,
  readReasonWords,
} from '../store.ts'

const find = ({ tx, params }: { tx: Tx; params: { enrolmentId: string } }) => findEnrolment(tx, params.enrolmentId)

type Loading = { tx: Tx; actor: StaffActor; today: PlainDate; services: Ctx['services'] }

/** Everything the page shows; undefined when the person themself is not visible (any more). */
async function load({ tx, actor, today, services }: Loading, enrolment: Enrolment): Promise<EnrolmentView | undefined> {
  const person = await findPerson(tx, enrolment.personId)
  const programme = await findProgramme(tx, enrolment.programmeId)
  if (!person || !programme) return undefined
  const { vault } = services
  const readWords = seesClass(actor.role, 'notes')
  const facts = (await loadNextFacts(tx, [enrolment.id])).get(enrolment.id)
  return {
    enrolment,
    name: fullName(person),
    programme,
    next: facts ? nextStep(facts, today) : null,
    inGroup: await isInGroup(tx, enrolment.id),
    stages: await listStages(tx, enrolment.id),
    reasonWords: readWords ? await readReasonWords(tx, vault, enrolment.id) : new Map(),
    attempts: await listAttempts(tx, enrolment.id),
    referral: await findReferral(tx, vault, enrolment.id),
    talks: await listTalks(tx, vault, enrolment.id),
    answered: await listAnswered(tx, enrolment.id),
    can: {
      move: mayMove.allows(actor, enrolment),
      attempt: mayNoteAttempt.allows(actor, enrolment),
      talk: mayNoteTalk.allows(actor, enrolment),
      positioning: mayReadPositioning.allows(actor, person),
      answers: instrumentMoments.filter((moment) =>
        mayNoteAnswers.allows(actor, { moment, enrolment, programme, name: fullName(person) }),
      ),
      readWords,
    },
  }
}

const read = ({ enrolment, can }: EnrolmentView) => ({
  act: 'enrolments.read',
  on: ['enrolment', enrolment.id] as [string, string],
  person: enrolment.personId,
  classes: ['identity', 'attendance', ...(can.readWords ? ['notes'] : [])] as FieldClass[],
})

/** Back to a waiting list when the act was done there; never to an address from elsewhere. */
function backTo(typed: { get(name: string): string }, enrolment: Enrolment): string {
  const back = typed.get('back')
  const list = paths.waitingList({ programmeId: enrolment.programmeId })
  return back === list || back.startsWith(`${list}?`) ? back : paths.enrolment({ enrolmentId: enrolment.id })
}

export const enrolmentRoutes = [
  page(paths.enrolment, { policy: mayRead, find }, async (ctx) => {
    const view = await load(ctx, ctx.subject)
    return view ? show(<EnrolmentPage {...view} />, { read: read(view) }) : notFound()
  }),

  act(paths.move, { policy: mayMove, find }, async (ctx) => {
    const { tx, actor, typed, today, services, subject: enrolment } = ctx
    const view = await load(ctx, enrolment)
    if (!view) return notFound()
    const parsed = parseForm(
      {
        to: fields.text(60, 'forms.choose'),
        on: fields.date(),
        reason: fields.optionalChoice(reasons),
        words: fields.optionalText(2000),
      },
      typed,
    )
    const state = { ...formState(parsed), form: 'move' as const }
    if (!parsed.ok) return invalid(<EnrolmentPage {...view} state={state} />)
    const { on, reason, words } = parsed.value
    const to = view.programme.settings.stages.find((s) => s.key === parsed.value.to)
    if (!to)
      return invalid(
        <EnrolmentPage
          {...view}
          state={{ ...formState(withErrors(parsed, { to: { key: 'forms.choose' } })), form: 'move' }}
        />,
      )
    const decision = changeStage({
      from: enrolment.stage,
      to,
      on,
      today,
      reason,
      inGroup: view.inGroup,
      hasOther: (await countRunning(tx, enrolment.personId, enrolment.programmeId, enrolment.id)) > 0,
    })
    if (!decision.ok && decision.key === 'referrals.stage.reasonMissing')
      return invalid(
        <EnrolmentPage
          {...view}
          state={{ ...formState(withErrors(parsed, { reason: { key: decision.key } })), form: 'move' }}
        />,
      )
    if (!decision.ok) return refused(<EnrolmentPage {...view} state={state} refusal={decision} />)
    const moved = await moveStage(tx, services.vault, { enrolment, to, on, by: actor.id, reason, words })
    if (!moved) return refused(<EnrolmentPage {...view} state={state} refusal={{ key: 'referrals.stage.meanwhile' }} />)
    return seeOther(paths.enrolment({ enrolmentId: enrolment.id }), {
      did: {
        act: `enrolments.${decision.value === 'on' ? 'move' : decision.value}`,
        on: ['enrolment', enrolment.id],
        person: enrolment.personId,
        classes: ['attendance', ...(words ? (['notes'] as const) : [])],
      },
      say: 'referrals.moved',
    })
  }),

  act(paths.attempt, { policy: mayNoteAttempt, find }, async (ctx) => {
    const { tx, actor, typed, today, services, subject: enrolment } = ctx
    const view = await load(ctx, enrolment)
    if (!view) return notFound()
    const parsed = parseForm(
      { on: fields.optionalDate(), channel: fields.choice(channels), result: fields.choice(attemptResults) },
      typed,
    )
    if (!parsed.ok) return invalid(<EnrolmentPage {...view} state={{ ...formState(parsed), form: 'attempt' }} />)
    const { channel, result } = parsed.value
    const on = parsed.value.on ?? today
    const decision = noteContact(on, enrolment.createdOn, today)
    if (!decision.ok)
      return invalid(
        <EnrolmentPage {...view} state={{ ...formState(withErrors(parsed, { on: decision })), form: 'attempt' }} />,
      )
    await addAttempt(tx, enrolment, { on, channel, result, by: actor.id })
    if (result === 'reached')
      await advance(tx, services.vault, { enrolmentId: enrolment.id, event: 'reached', on, by: actor.id })
    return seeOther(backTo(typed, enrolment), {
      did: {
        act: 'enrolments.noteAttempt',
        on: ['enrolment', enrolment.id],
        person: enrolment.personId,
        classes: ['attendance'],
      },
      say: 'referrals.attempts.noted',
    })
  }),

  act(paths.talk, { policy: mayNoteTalk, find }, async (ctx) => {
    const { tx, actor, typed, today, services, subject: enrolment } = ctx
    const view = await load(ctx, enrolment)
    if (!view) return notFound()
    const parsed = parseForm({ on: fields.date(), words: fields.optionalText(4000) }, typed)
    if (!parsed.ok) return invalid(<EnrolmentPage {...view} state={{ ...formState(parsed), form: 'talk' }} />)
    const { on, words } = parsed.value
    if (on > today)
      return invalid(
        <EnrolmentPage
          {...view}
          state={{ ...formState(withErrors(parsed, { on: { key: 'referrals.date.future' } })), form: 'talk' }}
        />,
      )
    await addTalk(tx, services.vault, enrolment, { on, by: actor.id, words })
    return seeOther(paths.enrolment({ enrolmentId: enrolment.id }), {
      did: {
        act: 'enrolments.noteTalk',
        on: ['enrolment', enrolment.id],
        person: enrolment.personId,
        classes: ['notes'],
      },
      say: 'referrals.talks.saved',
    })
  }),
]
