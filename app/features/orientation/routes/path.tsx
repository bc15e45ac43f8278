import type { Tx } from '../../../shared/db/database.ts'
import { formState, withErrors } from '../../../shared/forms/forms.ts'
import type { StaffActor } from '../../../shared/http/actor.ts'
import { act, type Ctx, page } from '../../../shared/http/doors.tsx'
import {
  type Did,
  type FieldClass,
  forbidden,
  invalid,
  notFound,
  type Outcome,
  refused,
  seeOther,
  show,
} from '../../../shared/http/outcome.ts'
import { addProfessional } from '../../professionals/store.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import { countRunning } from '../../referrals/store.ts'
import { listCriteria, noteCriteria } from '../criteria.store.ts'
import { criteriaValues, parseCriteria, parseFinding, parseMove, parseOwner } from '../form.ts'
import { criteriaOf, type Move, type Reason, stepOf } from '../orientation.ts'
import { CriteriaOfPage } from '../pages/criteria-of.tsx'
import { OrientationPage } from '../pages/show.tsx'
import { paths } from '../paths.ts'
import { mayMove, mayNoteCriteria, mayRead, mayShare, mayWrite } from '../policy.ts'
import { change } from '../rules.ts'
import { followWithStage } from '../stage.ts'
import { recordStretches, saveMove, saveOwner } from '../store.ts'
import { findOriented, type OrientationSubject, toOriented } from '../subject.ts'
import { type OrientationView, viewOrientation } from '../view.ts'
import { addFinding, pressSeen, sendFeedback, shareFinding } from '../words.store.ts'

const find = ({ tx, params }: { tx: Tx; params: { enrolmentId: string } }) => findOriented(tx, params.enrolmentId)

const did = (act: string, { enrolment }: OrientationSubject, classes: FieldClass[] = ['attendance']): Did => ({
  act,
  on: ['enrolment', enrolment.id],
  person: enrolment.personId,
  classes,
})
const back = ({ enrolment }: OrientationSubject) => paths.show({ enrolmentId: enrolment.id })

type Acting = Ctx & { actor: StaffActor; subject: OrientationSubject }
type Moving = {
  move: Move
  to: string | null
  reason: Reason | null
  until: string | null
  aim?: OrientationView['findings'][number]['aim']
  motivation?: string | null
  words: string | null
  feedback: string | null
}

/** Writes a move with its words, feedback and what it means for the stage; or answers with the page and the reason. */
async function doMove(ctx: Acting, view: OrientationView, asked: Moving, state: object): Promise<Outcome> {
  const { tx, actor, today, services, subject } = ctx
  const { enrolment, plan } = subject
  const form = { ...state, form: asked.move === 'pass' ? ('finding' as const) : ('move' as const) }
  const now = await recordStretches(tx, plan, toOriented(enrolment), actor.id)
  if (!now?.id) return refused(<OrientationPage {...view} refusal={{ key: 'orientation.move.notFromHere' }} />)
  const decision = change(plan, now, {
    move: asked.move,
    to: asked.to,
    reason: asked.reason,
    until: asked.until,
    today,
    found: view.findings.some((f) => f.stepId === now.id) || Boolean(asked.words),
    inGroup: view.inGroup,
    hasOther: (await countRunning(tx, enrolment.personId, enrolment.programmeId, enrolment.id)) > 0,
  })
  if (!decision.ok) return refused(<OrientationPage {...view} state={form} refusal={decision} />)
  const followed = await followWithStage(
    { tx, vault: services.vault, ...subject, by: actor.id, today },
    { move: asked.move, from: now.step, following: decision.value },
  )
  if (!followed.ok) return refused(<OrientationPage {...view} state={form} refusal={followed} />)
  const following = decision.value
  // Put back or taken up again, the step is theirs who had it before, if they still accompany the person.
  const before = view.stretches.findLast((s) => s.step === following.step && s.state === 'at-step' && s.ownerId)
  const owner = view.professionals.find((p) => p.userId === before?.ownerId && p.endedOn === null)
  const saved = await saveMove(tx, { id: enrolment.id, personId: enrolment.personId }, now, {
    move: asked.move,
    following,
    ownerId: following.state === 'at-step' ? (owner?.userId ?? null) : null,
    by: actor.id,
    today,
  })
  if (!saved) return refused(<OrientationPage {...view} state={form} refusal={{ key: 'orientation.move.meanwhile' }} />)
  const of = { enrolmentId: enrolment.id, personId: enrolment.personId, stepId: now.id }
  if (asked.words)
    await addFinding(tx, services.vault, actor, of, {
      aim: asked.aim ?? null,
      motivation: asked.motivation ?? null,
      words: asked.words,
      today,
    })
  if (asked.feedback) {
    const to = view.recipients.map((r) => r.userId)
    await sendFeedback(tx, services.vault, actor, of, { words: asked.feedback, to, today })
  }
  return seeOther(back(subject), {
    did: did(`orientation.${asked.move}`, subject, [
      'attendance',
      ...(asked.words || asked.feedback ? (['follow-up'] as const) : []),
    ]),
    say: following.state === 'accepted' ? 'orientation.accepted' : `orientation.moved.${asked.move}`,
  })
}

export const pathRoutes = [
  page(paths.show, { policy: mayRead, find }, async (ctx) => {
    const view = await viewOrientation(ctx, ctx.subject)
    if (!view) return notFound()
    const classes: FieldClass[] = ['identity', 'attendance', ...(view.can.words ? (['follow-up'] as const) : [])]
    if (view.partnerReferrals.length > 0) classes.push('notes')
    return show(<OrientationPage {...view} />, { read: did('orientation.read', ctx.subject, classes) })
  }),

  act(paths.find, { policy: mayWrite, find }, async (ctx) => {
    const { tx, actor, typed, today, services, subject } = ctx
    const view = await viewOrientation(ctx, subject)
    if (!view) return notFound()
    if (!view.can.find || !view.now) return forbidden()
    const step = stepOf(subject.plan, view.now.step)!
    const parsed = parseFinding(typed, {
      plan: subject.plan,
      asks: step.asks,
      found: view.findings.some((f) => f.stepId === view.now!.id),
      recipients: view.recipients.length,
    })
    const state = formState(parsed)
    if (!parsed.ok) return invalid(<OrientationPage {...view} state={{ ...state, form: 'finding' }} />)
    const { pass, words, ...found } = parsed.value
    if (pass) return doMove(ctx, view, { move: 'pass', to: null, reason: null, until: null, words, ...found }, state)
    const now = await recordStretches(tx, subject.plan, toOriented(subject.enrolment), actor.id)
    if (!now?.id || !words) return forbidden()
    const of = { enrolmentId: subject.enrolment.id, personId: subject.enrolment.personId, stepId: now.id }
    await addFinding(tx, services.vault, actor, of, { ...found, words, today })
    if (found.feedback)
      await sendFeedback(tx, services.vault, actor, of, {
        words: found.feedback,
        to: view.recipients.map((r) => r.userId),
        today,
      })
    return seeOther(back(subject), { did: did('orientation.find', subject, ['follow-up']), say: 'orientation.saved' })
  }),

  act(paths.move, { policy: mayMove, find }, async (ctx) => {
    const { typed, subject } = ctx
    const view = await viewOrientation(ctx, subject)
    if (!view) return notFound()
    const parsed = parseMove(typed)
    const state = formState(parsed)
    if (!parsed.ok) return invalid(<OrientationPage {...view} state={{ ...state, form: 'move' }} />)
    const asked = parsed.value
    if (!view.can.moves.includes(asked.move)) {
      const possible = view.now && view.can.moves.length > 0
      return possible
        ? refused(<OrientationPage {...view} refusal={{ key: 'orientation.move.notFromHere' }} />)
        : forbidden()
    }
    const missing = (field: string, key: string) =>
      invalid(
        <OrientationPage {...view} state={{ ...formState(withErrors(parsed, { [field]: { key } })), form: 'move' }} />,
      )
    if (asked.move !== 'take-up' && !asked.reason) return missing('reason', 'orientation.reason.missing')
    if (asked.move === 'hold' && !asked.until) return missing('until', 'orientation.until.missing')
    if (asked.move === 'hold' && asked.until! <= ctx.today) return missing('until', 'orientation.until.past')
    const words = view.can.write ? asked.words : null
    const feedback = view.can.write ? asked.feedback : null
    return doMove(ctx, view, { ...asked, words, feedback }, state)
  }),

  act(paths.owner, { policy: mayMove, find }, async (ctx) => {
    const { tx, actor, typed, subject } = ctx
    const view = await viewOrientation(ctx, subject)
    if (!view) return notFound()
    const parsed = parseOwner(typed)
    if (!parsed.ok) return invalid(<OrientationPage {...view} state={{ ...formState(parsed), form: 'owner' }} />)
    if (!view.can.owner) return refused(<OrientationPage {...view} refusal={{ key: 'orientation.owner.notNow' }} />)
    const chosen = view.eligible.find((one) => one.userId === parsed.value.userId)
    const wrong = withErrors(parsed, { userId: { key: 'orientation.owner.missing' } })
    if (!chosen) return invalid(<OrientationPage {...view} state={{ ...formState(wrong), form: 'owner' }} />)
    const now = await recordStretches(tx, subject.plan, toOriented(subject.enrolment), actor.id)
    if (!now?.id) return notFound()
    const step = stepOf(subject.plan, now.step)!
    const has = view.professionals.find(
      (p) => p.userId === chosen.userId && p.endedOn === null && step.parts.includes(p.part),
    )
    const part = has?.part ?? freePart(view, step.parts, chosen.role)
    if (!part) return refused(<OrientationPage {...view} refusal={{ key: 'orientation.owner.taken' }} />)
    const enrolmentId = subject.enrolment.id
    if (!has && (await addProfessional(tx, { enrolmentId, part, userId: chosen.userId })) === null) return forbidden()
    if (!(await saveOwner(tx, now.id, { part, userId: chosen.userId })))
      return refused(<OrientationPage {...view} refusal={{ key: 'orientation.move.meanwhile' }} />)
    return seeOther(back(subject), { did: did('orientation.owner', subject), say: 'orientation.owner.named' })
  }),

  act(paths.share, { policy: mayShare, find }, async ({ tx, params, today, subject }) => {
    if (!(await shareFinding(tx, params.findingId, subject.enrolment.id, today))) return notFound()
    return seeOther(back(subject), { did: did('orientation.share', subject, ['follow-up']), say: 'orientation.shared' })
  }),

  act(paths.seen, { policy: mayWrite, find }, async ({ tx, actor, params, today, subject }) => {
    if (!(await pressSeen(tx, params.feedbackId, subject.enrolment.id, actor.id, today))) return notFound()
    return seeOther(`${back(subject)}#feedback`, {
      did: did('orientation.seen', subject, ['follow-up']),
      say: 'orientation.feedback.noted',
    })
  }),

  page(paths.criteria, { policy: mayNoteCriteria, find }, async (ctx) => {
    const { tx, subject } = ctx
    const view = await viewOrientation(ctx, subject)
    if (!view) return notFound()
    const facts = await listCriteria(tx, subject.enrolment.personId, subject.programme.id)
    return show(
      <CriteriaOfPage
        name={view.name}
        criteria={criteriaOf(subject.programme)}
        action={paths.criteria({ enrolmentId: subject.enrolment.id })}
        back={back(subject)}
        state={{ values: criteriaValues(criteriaOf(subject.programme), facts) }}
      />,
      { read: did('orientation.readCriteria', subject) },
    )
  }),

  act(paths.criteria, { policy: mayNoteCriteria, find }, async (ctx) => {
    const { tx, actor, typed, today, subject } = ctx
    const view = await viewOrientation(ctx, subject)
    if (!view) return notFound()
    const criteria = criteriaOf(subject.programme)
    const parsed = parseCriteria(typed, criteria, today)
    const action = paths.criteria({ enrolmentId: subject.enrolment.id })
    if (!parsed.ok)
      return invalid(
        <CriteriaOfPage
          name={view.name}
          criteria={criteria}
          action={action}
          back={back(subject)}
          state={formState(parsed)}
        />,
      )
    const of = { personId: subject.enrolment.personId, programmeId: subject.programme.id, by: actor.id, today }
    await noteCriteria(tx, of, parsed.value)
    return seeOther(back(subject), { did: did('orientation.noteCriteria', subject), say: 'orientation.saved' })
  }),
]

/** A part of the step that nobody has, or that takes several, and that the role can take. */
function freePart(view: OrientationView, parts: readonly string[], role: string): string | undefined {
  return blueprintOf(view.programme).followUpParts?.find(
    (part) =>
      parts.includes(part.key) &&
      part.role === role &&
      (part.several || !view.professionals.some((p) => p.part === part.key && p.endedOn === null)),
  )?.key
}
