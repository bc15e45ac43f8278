import type { Tx } from '../../shared/db/database.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { type Did, redirect, refused, seeOther, show } from '../../shared/http/outcome.ts'
import type { Refusal } from '../../shared/rules.ts'
import { getGroupProgramme } from '../groups/programme.ts'
import { addChange, undoChange } from './changes.store.ts'
import { comparePlans } from './compare.view.ts'
import { hold } from './find.ts'
import { addLocks, endLocks, listLocks } from './locks.store.ts'
import { type MoveView, readPlace, viewMove } from './move.view.ts'
import { movesOf, tallyOf } from './moves.ts'
import { ComparePage } from './pages/compare.tsx'
import { MovePage } from './pages/move.tsx'
import { PlanPage } from './pages/plan.tsx'
import { paths } from './paths.ts'
import type { FoundPlan, OpenPlan } from './plan.ts'
import { type PlanView, viewPlan } from './plan.view.ts'
import { findPlan, keepChanges, listPlans, openPlan } from './plans.store.ts'
import { mayEditPlan, mayReadPlan } from './policy.ts'
import { changing } from './rules.ts'
import { searchesOf } from './run.searches.ts'
import { findComposition } from './store.ts'

const find = async ({ tx, params }: { tx: Tx; params: { compositionId: string; planId: string } }) => {
  const composition = await findComposition(tx, params.compositionId)
  const plan = composition && (await findPlan(tx, composition.id, params.planId))
  return plan && { composition, opened: await openPlan(tx, plan) }
}

/** The same for acts: what is being confirmed, kept or moved stays as it is found until the transaction ends. */
const held: typeof find = async (ctx) => ((await hold(ctx)) ? find(ctx) : undefined)

async function view(
  { tx, services }: Pick<Ctx, 'tx' | 'services'>,
  { composition, opened }: FoundPlan,
): Promise<PlanView> {
  const isUnproved = opened.plan.proof === null
  const isProving = isUnproved && searchesOf(services.db).watch(opened.run.id)?.proves === true
  // The proof may have been written between finding the plan and finding its search gone: then it is there now.
  const plan = isUnproved && !isProving ? await findPlan(tx, composition.id, opened.plan.id) : undefined
  return viewPlan({
    composition,
    opened: { ...opened, plan: plan ?? opened.plan },
    programme: await getGroupProgramme(tx, composition.programmeId),
    locks: await listLocks(tx, composition.id),
    plans: await listPlans(tx, composition.id),
    isProving,
    isOpen: changing(composition).ok,
  })
}

const readOf = ({ opened }: FoundPlan): Did => ({
  act: 'compositions.readPlan',
  on: ['plan', opened.plan.id],
  classes: ['identity', 'language'],
})

const ids = ({ composition, opened }: FoundPlan) => ({ compositionId: composition.id, planId: opened.plan.id })

/** What a move is asked with; undefined when somebody or some place in it is not of this plan. */
function asked({ opened }: FoundPlan, get: (name: string) => string) {
  const indexOf = (enrolmentId: string) => opened.people.findIndex((one) => one.enrolmentId === enrolmentId)
  const who = indexOf(get('who'))
  const to = get('to') === '' ? undefined : readPlace(opened, get('to'))
  const other = get('with') === '' ? undefined : indexOf(get('with'))
  if (who < 0 || (get('to') !== '' && to === undefined) || (other !== undefined && (other < 0 || other === who)))
    return undefined
  return { who, to, other }
}

async function moveView(
  { tx }: Pick<Ctx, 'tx'>,
  subject: FoundPlan,
  ask: NonNullable<ReturnType<typeof asked>>,
): Promise<MoveView> {
  const { composition, opened } = subject
  return {
    composition,
    opened,
    programme: await getGroupProgramme(tx, composition.programmeId),
    who: ask.who,
    ...viewMove(opened, await listLocks(tx, composition.id), ask),
  }
}

export const planRoutes = [
  page(paths.plan, { policy: mayReadPlan, find }, async (ctx) =>
    show(<PlanPage {...(await view(ctx, ctx.subject))} />, { read: readOf(ctx.subject) }),
  ),

  page(paths.move, { policy: mayEditPlan, find }, async (ctx) => {
    const { query, subject } = ctx
    const ask = asked(subject, (name) => query.get(name) ?? '')
    if (!ask) return redirect(paths.plan(ids(subject)))
    return show(<MovePage {...(await moveView(ctx, subject, ask))} />, { read: readOf(subject) })
  }),

  act(paths.changes, { policy: mayEditPlan, find: held }, async (ctx) => {
    const { tx, actor, typed, subject } = ctx
    const { composition, opened } = subject
    const ask = asked(subject, (name) => typed.get(name))
    const refuse = async (reason: { key: string } | Refusal) =>
      refused(<PlanPage {...(await view(ctx, subject))} refusal={reason} />)
    if (!ask || ask.to === undefined) return refuse({ key: 'compositions.plan.move.unknown' })
    const open = changing(composition)
    if (!open.ok) return refuse(open)
    const shown = await moveView(ctx, subject, ask)
    const { effect, decision } = shown.preview!
    if (!decision.ok) return refused(<MovePage {...shown} refusal={decision} />)
    const number = Number(typed.get('number'))
    // Somebody else moved people meanwhile: what was shown is no longer what would happen.
    if (number !== opened.changes.length + 1) return refuse({ key: 'compositions.plan.move.meanwhile' })
    const moves = movesOf(opened, effect.steps)
    const scores = { scoreBefore: effect.before.score, scoreAfter: effect.after.score }
    if (!(await addChange(tx, actor, opened.plan, { number, moves, ...scores })))
      return refuse({ key: 'compositions.plan.move.meanwhile' })
    return seeOther(paths.plan(ids(subject)), {
      did: moves.map(({ personId }): Did => movedAs('compositions.move', opened, personId)),
      say: 'compositions.plan.move.done',
    })
  }),

  act(paths.undoChange, { policy: mayEditPlan, find: held }, async (ctx) => {
    const { tx, actor, typed, subject } = ctx
    const { composition, opened } = subject
    const open = changing(composition)
    const last = opened.pending.at(-1)
    const refuse = async (reason: { key: string } | Refusal) =>
      refused(<PlanPage {...(await view(ctx, subject))} refusal={reason} />)
    if (!open.ok) return refuse(open)
    // Only the last can be undone: later ones stand on it.
    if (!last || last.id !== typed.get('changeId') || !(await undoChange(tx, actor, last.id)))
      return refuse({ key: 'compositions.plan.move.meanwhile' })
    return seeOther(paths.plan(ids(subject)), {
      did: last.moves.map(({ personId }): Did => movedAs('compositions.undoMove', opened, personId)),
      say: 'compositions.plan.undone',
    })
  }),

  act(paths.keep, { policy: mayEditPlan, find: held }, async (ctx) => {
    const { tx, actor, subject } = ctx
    const { composition, opened } = subject
    const open = changing(composition)
    if (!open.ok) return refused(<PlanPage {...(await view(ctx, subject))} refusal={open} />)
    if (opened.pending.length === 0) return redirect(paths.plan(ids(subject)))
    const kept = await keepChanges(tx, actor, opened, tallyOf(opened))
    return seeOther(paths.plan({ compositionId: composition.id, planId: kept.id }), {
      did: { act: 'compositions.keep', on: ['plan', kept.id] },
      say: { key: 'compositions.plan.kept', params: { number: kept.number } },
    })
  }),

  act(paths.locks, { policy: mayEditPlan, find: held }, async (ctx) => {
    const { tx, actor, typed, subject } = ctx
    const { composition, opened } = subject
    const open = changing(composition)
    if (!open.ok) return refused(<PlanPage {...(await view(ctx, subject))} refusal={open} />)
    const offer = typed.get('offer') === '' ? undefined : readPlace(opened, typed.get('offer'))
    const who = opened.people.findIndex((one) => one.enrolmentId === typed.get('who'))
    const at = offer ?? (who < 0 ? undefined : opened.assignment[who])
    const here = `${paths.plan(ids(subject))}#board-title`
    const lock = typed.get('do') !== 'unlock'
    const person = opened.people[who]
    const group = at === undefined ? undefined : opened.offers[at]
    if (lock && group)
      await addLocks(tx, actor, composition, {
        offerId: group.offerId,
        people: opened.people.filter((_, i) => (offer === undefined ? i === who : opened.assignment[i] === at)),
        whole: offer !== undefined,
      })
    else if (!lock && offer !== undefined && group)
      await endLocks(tx, actor, composition.id, { offerId: group.offerId })
    else if (!lock && person) await endLocks(tx, actor, composition.id, { enrolmentId: person.enrolmentId })
    return seeOther(here, {
      did: { act: lock ? 'compositions.lock' : 'compositions.unlock', on: ['plan', opened.plan.id] },
    })
  }),

  page(paths.compare, { policy: mayReadPlan, find }, async (ctx) => {
    const { tx, query, subject } = ctx
    const { composition, opened } = subject
    const other = (await listPlans(tx, composition.id)).find((plan) => plan.id === query.get('with'))
    if (!other) return redirect(paths.plan(ids(subject)))
    const programme = await getGroupProgramme(tx, composition.programmeId)
    return show(<ComparePage {...comparePlans({ composition, programme }, opened, await openPlan(tx, other))} />, {
      read: readOf(subject),
    })
  }),
]

const movedAs = (name: string, { plan }: OpenPlan, personId: string): Did => ({
  act: name,
  on: ['plan', plan.id],
  person: personId,
  classes: ['language'],
})
