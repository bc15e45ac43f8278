import { formState } from '../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, redirect, refused, seeOther, show } from '../../shared/http/outcome.ts'
import type { ReasonParams } from '../../shared/rules.ts'
import { getGroupProgramme } from '../groups/programme.ts'
import type { Composition } from './composition.ts'
import { find, hold } from './find.ts'
import { listLocks } from './locks.store.ts'
import { ProposePage, type ProposeView } from './pages/propose.tsx'
import { RunPage } from './pages/run.tsx'
import { paths } from './paths.ts'
import { findPlanOfRun, listPlans } from './plans.store.ts'
import { mayEdit, mayRead } from './policy.ts'
import { proposing } from './rules.ts'
import { fewPeople, parseWish } from './run.form.ts'
import { searchesOf } from './run.searches.ts'
import { beginRun } from './run.start.ts'
import { countPeople, endRun, findRun, findRunning } from './runs.store.ts'
import { readSituation, type Situation } from './view.ts'

type Asked = Omit<ProposeView, 'state'>

/** Locks on people who are no candidates any more, or on offers withdrawn, are left out: they hold nothing. */
async function load({ tx }: Pick<Ctx, 'tx'>, composition: Composition): Promise<Asked> {
  const situation = await readSituation(tx, composition)
  const standing = new Set(situation.offers.map((offer) => offer.id))
  const here = new Set(situation.candidates.map((one) => one.enrolmentId))
  const locks = (await listLocks(tx, composition.id)).filter(
    (lock) => standing.has(lock.offerId) && (lock.enrolmentId === null || here.has(lock.enrolmentId)),
  )
  return { ...situation, locks, plans: await listPlans(tx, composition.id) }
}

/** Whether a proposal may start from what is there, or why not. */
const decide = ({ composition, candidates, offers }: Situation) =>
  proposing({
    composition,
    candidates: candidates.length,
    missing: candidates.filter((one) => one.missing.length > 0).length,
    offers: offers.length,
  })

const startValues = (view: Asked, from: string | null) => ({
  duration: view.candidates.length <= fewPeople ? 'short' : 'normal',
  from: view.plans.some((plan) => plan.id === from) ? from! : '',
  maxMoves: '',
  seed: String(view.plans.length + 1),
})

export const runRoutes = [
  page(paths.propose, { policy: mayEdit, find }, async ({ tx, query, services, subject: composition }) => {
    const running = await findRunning(tx, composition.id)
    if (running && searchesOf(services.db).isSearching(composition.id))
      return redirect(paths.run({ compositionId: composition.id, runId: running.id }))
    const view = await load({ tx }, composition)
    const decision = decide(view)
    const state = { values: startValues(view, query.get('from')) }
    return show(<ProposePage {...view} state={state} {...(decision.ok ? {} : { refusal: decision })} />)
  }),

  act(paths.propose, { policy: mayEdit, find: hold }, async (ctx) => {
    const { tx, actor, typed, services, subject: composition } = ctx
    const compositionId = composition.id
    const searches = searchesOf(services.db)
    const view = await load(ctx, composition)
    const parsed = parseWish(typed)
    if (!parsed.ok) return invalid(<ProposePage {...view} state={formState(parsed)} />)
    const refuse = (reason: { key: string; params?: ReasonParams }) =>
      refused(<ProposePage {...view} state={formState(parsed)} refusal={reason} />)
    const decision = decide(view)
    if (!decision.ok) return refuse(decision)
    const before = await findRunning(tx, compositionId)
    if (before && searches.isSearching(compositionId)) return redirect(paths.run({ compositionId, runId: before.id }))
    if (searches.isBusy()) return refuse({ key: 'compositions.run.busy' })
    // The site went down while that one was searching.
    if (before) await endRun(tx, before.id, 'interrupted')
    const runId = await beginRun(ctx, actor, { situation: view, locks: view.locks, wish: parsed.value })
    if (!runId) return refuse({ key: 'compositions.run.busy' })
    return seeOther(paths.run({ compositionId, runId }), {
      did: { act: 'compositions.propose', on: ['composition', compositionId], classes: ['identity', 'language'] },
    })
  }),

  page(paths.run, { policy: mayRead, find }, async ({ tx, params, services, subject: composition }) => {
    const run = await findRun(tx, composition.id, params.runId)
    if (!run) return notFound()
    const plan = await findPlanOfRun(tx, run.id)
    if (plan) return redirect(paths.plan({ compositionId: composition.id, planId: plan.id }))
    const searches = searchesOf(services.db)
    return show(
      <RunPage
        composition={composition}
        programme={await getGroupProgramme(tx, composition.programmeId)}
        run={run}
        watched={searches.watch(run.id)}
        failure={searches.failureOf(run)}
        people={await countPeople(tx, run.id)}
      />,
    )
  }),

  act(paths.stopRun, { policy: mayEdit, find }, async ({ tx, params, services, subject: composition }) => {
    const run = await findRun(tx, composition.id, params.runId)
    if (!run) return notFound()
    searchesOf(services.db).stop(run.id)
    return seeOther(paths.run({ compositionId: composition.id, runId: run.id }), {
      did: { act: 'compositions.stopSearch', on: ['composition', composition.id] },
    })
  }),
]
