import type { Tx } from '../../shared/db/database.ts'
import { formState } from '../../shared/forms/forms.ts'
import type { CardActor, StaffActor } from '../../shared/http/actor.ts'
import type { Ctx } from '../../shared/http/doors.tsx'
import { act, page } from '../../shared/http/doors.tsx'
import { type Did, invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import type { Person } from '../people/person.ts'
import { findPerson } from '../people/store.ts'
import { parseGoal, parseGoalMove, parseStep, parseStepMove } from './form.ts'
import { MyPlanPage } from './pages/mine.tsx'
import { PlanPage, type PlanView } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayRead, mayReadOwn, mayWrite, mayWriteOwn } from './policy.ts'
import { moveStep } from './rules.ts'
import { addGoal, addStep, findStep, readPlan, saveGoalMove, saveStepMove } from './store.ts'

const find = ({ tx, params }: { tx: Tx; params: { personId: string } }) => findPerson(tx, params.personId)

const did = (act: string, on: Did['on'], person: string): Did => ({ act, on, person, classes: ['plan'] })

async function planPage(ctx: Pick<Ctx, 'tx'> & { actor: StaffActor; subject: Person }, more: Partial<PlanView> = {}) {
  const { actor, subject: person } = ctx
  const plan = await readPlan(ctx.tx, person.id)
  return (
    <PlanPage person={person} plan={plan} viewerId={actor.id} canWrite={mayWrite.allows(actor, person)} {...more} />
  )
}

const undoOf = { done: 'plans.said.done', dropped: 'plans.said.dropped', open: 'plans.said.open' } as const

const staffRoutes = [
  page(paths.show, { policy: mayRead, find }, async (ctx) =>
    show(await planPage(ctx), { read: did('plans.read', ['person', ctx.subject.id], ctx.subject.id) }),
  ),

  act(paths.addStep, { policy: mayWrite, find }, async (ctx) => {
    const { tx, actor, typed, subject, today } = ctx
    const parsed = parseStep(typed, today)
    if (!parsed.ok) return invalid(await planPage(ctx, { stepForm: formState(parsed) }))
    const { goalId } = parsed.value
    if (goalId && !(await readPlan(tx, subject.id)).goals.some((goal) => goal.id === goalId)) return notFound()
    const stepId = await addStep(tx, actor, subject.id, parsed.value, today)
    return seeOther(paths.show({ personId: subject.id }), {
      did: did('steps.add', ['step', stepId], subject.id),
      say: 'plans.said.added',
    })
  }),

  act(paths.moveStep, { policy: mayWrite, find }, async (ctx) => {
    const { tx, actor, typed, params, subject, today } = ctx
    const step = await findStep(tx, subject.id, params.stepId)
    if (!step) return notFound()
    const parsed = parseStepMove(typed)
    if (!parsed.ok) return invalid(await planPage(ctx, { refusal: parsed.errors.to }))
    const decision = moveStep(step, parsed.value.to)
    if (!decision.ok) return refused(await planPage(ctx, { refusal: decision }))
    if (!(await saveStepMove(tx, actor, step.id, decision.value, today))) return notFound()
    return seeOther(paths.show({ personId: subject.id }), {
      did: did(`steps.${decision.value}`, ['step', step.id], subject.id),
      say: undoOf[decision.value],
    })
  }),

  act(paths.addGoal, { policy: mayWrite, find }, async (ctx) => {
    const { tx, actor, typed, subject, today } = ctx
    const parsed = parseGoal(typed)
    if (!parsed.ok) return invalid(await planPage(ctx, { goalForm: formState(parsed) }))
    const goalId = await addGoal(tx, actor, subject.id, parsed.value.title, today)
    return seeOther(paths.show({ personId: subject.id }), {
      did: did('goals.add', ['goal', goalId], subject.id),
      say: 'plans.said.goalAdded',
    })
  }),

  act(paths.moveGoal, { policy: mayWrite, find }, async (ctx) => {
    const { tx, typed, params, subject, today } = ctx
    const parsed = parseGoalMove(typed)
    if (!parsed.ok) return invalid(await planPage(ctx, { refusal: parsed.errors.to }))
    if (!(await saveGoalMove(tx, subject.id, params.goalId, parsed.value.to, today))) return notFound()
    return seeOther(paths.show({ personId: subject.id }), {
      did: did(`goals.${parsed.value.to}`, ['goal', params.goalId], subject.id),
      say: 'plans.said.goalMoved',
    })
  }),
]

const own = (ctx: Pick<Ctx, 'tx'> & { actor: CardActor }) => readPlan(ctx.tx, ctx.actor.personId)

const ownRoutes = [
  page(paths.mine, { policy: mayReadOwn }, async (ctx) => show(<MyPlanPage plan={await own(ctx)} />)),

  act(paths.addMine, { policy: mayWriteOwn }, async (ctx) => {
    const { tx, actor, typed, today } = ctx
    const parsed = parseStep(typed, today)
    if (!parsed.ok) return invalid(<MyPlanPage plan={await own(ctx)} state={formState(parsed)} />)
    const { what, dueOn } = parsed.value
    const stepId = await addStep(tx, actor, actor.personId, { what, dueOn, who: 'person' }, today)
    return seeOther(paths.mine(), {
      did: did('steps.add', ['step', stepId], actor.personId),
      say: 'plans.mine.said.added',
    })
  }),

  act(paths.moveMine, { policy: mayWriteOwn }, async (ctx) => {
    const { tx, actor, typed, params, today, t } = ctx
    const step = await findStep(tx, actor.personId, params.stepId)
    // What a professional said they would do is theirs to finish.
    if (step?.who !== 'person') return notFound()
    const parsed = parseStepMove(typed)
    if (!parsed.ok) return invalid(<MyPlanPage plan={await own(ctx)} refusal={t('plans.refused.move')} />)
    // Nor do they drop what was agreed with somebody: that is said in a talk.
    if (parsed.value.to === 'dropped' && step.madeByKind !== 'card') return notFound()
    const decision = moveStep(step, parsed.value.to)
    if (!decision.ok) return refused(<MyPlanPage plan={await own(ctx)} refusal={t('plans.refused.move')} />)
    if (!(await saveStepMove(tx, actor, step.id, decision.value, today))) return notFound()
    return seeOther(paths.mine(), {
      did: did(`steps.${decision.value}`, ['step', step.id], actor.personId),
      say: `plans.mine.said.${decision.value}`,
    })
  }),
]

export const routes = [...staffRoutes, ...ownRoutes]
