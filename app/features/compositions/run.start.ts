import type { Assignment, WaitingList } from '../../engine/groups/list.ts'
import { engineVersion } from '../../engine/version.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import { credentialFor } from '../../shared/http/cookies.ts'
import type { Ctx } from '../../shared/http/doors.tsx'
import { listCandidates as listCoaches } from '../groups/store.ts'
import { tallyOf } from './moves.ts'
import type { Lock, OpenPlan } from './plan.ts'
import { findPlan, keepChanges, openPlan } from './plans.store.ts'
import { aimOfRun, baseOf } from './run.aim.ts'
import { durations, provablePeople, proveMs, type Wish } from './run.form.ts'
import { searchesOf } from './run.searches.ts'
import { startRun } from './runs.store.ts'
import type { Situation } from './view.ts'

/**
 * Writes down what is searched from and starts the search. The caller has asked whether one may start.
 * @returns the run's id; undefined when another one began at the same moment.
 */
export async function beginRun(
  { tx, today, services, cookies }: Pick<Ctx, 'tx' | 'today' | 'services' | 'cookies'>,
  actor: StaffActor,
  { situation, locks, wish }: { situation: Situation; locks: readonly Lock[]; wish: Wish },
): Promise<string | undefined> {
  const { composition, programme, candidates, offers, pairs } = situation
  const coaches = await listCoaches(tx, programme)
  const {
    list,
    people,
    offers: frozen,
    fixed,
  } = aimOfRun({
    candidates,
    offers,
    pairs,
    languages: programme.settings.languages,
    today,
    locks,
    coaches: new Map(coaches.map((one) => [one.id, one.name])),
  })
  const base = await baseFor({ tx }, actor, { situation, list, wish })
  const budgetMs = durations[wish.duration]
  const proving = list.persons.length <= provablePeople ? proveMs : 0
  const runId = await startRun(tx, actor, {
    composition,
    seed: wish.seed,
    engineVersion,
    budgetMs,
    proveMs: proving,
    basedOn: base?.planId ?? null,
    maxMoves: base ? wish.maxMoves : null,
    list,
    people,
    offers: frozen,
  })
  if (!runId) return undefined
  searchesOf(services.db).start(
    {
      runId,
      compositionId: composition.id,
      credential: credentialFor(cookies.path, cookies)!,
      list,
      people,
      options: {
        mode: composition.mode,
        seed: wish.seed,
        budgetMs,
        proveMs: proving,
        fixed,
        ...(base ? { pinned: { assignment: base.assignment, maxMoves: wish.maxMoves! } } : {}),
      },
    },
    services.log,
  )
  return runId
}

/** The plan that few may move from. What is tried out on it becomes a plan first: a run names a plan that does not change. */
async function baseFor(
  { tx }: Pick<Ctx, 'tx'>,
  actor: StaffActor,
  { situation, list, wish }: { situation: Situation; list: WaitingList; wish: Wish },
): Promise<{ planId: string; assignment: Assignment } | undefined> {
  if (wish.maxMoves === null || wish.from === null) return undefined
  const plan = await findPlan(tx, situation.composition.id, wish.from)
  if (!plan) return undefined
  const opened = await openPlan(tx, plan)
  const planId = opened.pending.length > 0 ? (await keepChanges(tx, actor, opened, tallyOf(opened))).id : plan.id
  return { planId, assignment: baseOf(list, offerOf(opened)) }
}

const offerOf = ({ people, offers, assignment }: OpenPlan): ReadonlyMap<string, string | null> =>
  new Map(people.map((one, i) => [one.enrolmentId, offers[assignment[i]!]?.offerId ?? null]))
