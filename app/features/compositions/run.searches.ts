// Searches under way, of which a composition has at most one and the site few: each takes a whole core. When one ends, its plan
// is written in a transaction of whoever started it; if they are no longer signed in then, nothing is kept.
import type { Composed, Progress } from '../../engine/groups/compose.ts'
import type { WaitingList } from '../../engine/groups/list.ts'
import type { Proof } from '../../engine/groups/prove.ts'
import { type Search, type SearchOptions, startSearch } from '../../engine/worker/search.ts'
import type { Credential, Database, Tx } from '../../shared/db/database.ts'
import { actorOf, type StaffActor } from '../../shared/http/actor.ts'
import { auditEntries } from '../../shared/http/audit.ts'
import { type Did, json } from '../../shared/http/outcome.ts'
import type { FrozenPerson, Run } from './plan.ts'
import { savePlan, saveProof } from './plans.store.ts'
import { endRun, findRun } from './runs.store.ts'

/** On the whole site. */
export const mostSearches = 2

/** Why a search ended without a plan. */
export type Failure = 'pinned' | 'moves' | 'failed' | 'unkept'

type UnderWay = {
  runId: string
  compositionId: string
  credential: Credential
  search: Search
  proves: boolean
  state: 'searching' | 'proving'
  /** Somebody found it good enough. */
  isStopped: boolean
  /** Resolves when all that comes of the search is written. */
  done: Promise<void>
}

export type Starting = {
  runId: string
  compositionId: string
  credential: Credential
  list: WaitingList
  people: readonly Pick<FrozenPerson, 'enrolmentId' | 'personId'>[]
  options: SearchOptions
}

export type Watched = {
  progress: Progress | undefined
  /** A proof is looked for once the plan is there. */
  proves: boolean
}

export class Searches {
  readonly #db: Database
  #isEnding = false
  readonly #underWay = new Map<string, UnderWay>()
  /** The last failure of each composition. */
  readonly #failures = new Map<string, { runId: string; why: Failure }>()

  constructor(db: Database) {
    this.#db = db
  }

  /** What is under way for this run; undefined when nothing is. */
  watch(runId: string): Watched | undefined {
    const found = [...this.#underWay.values()].find((one) => one.runId === runId)
    return found && { progress: found.search.progress(), proves: found.proves }
  }

  failureOf({ id, compositionId }: Pick<Run, 'id' | 'compositionId'>): Failure | undefined {
    const failure = this.#failures.get(compositionId)
    return failure?.runId === id ? failure.why : undefined
  }

  isSearching(compositionId: string): boolean {
    return this.#underWay.get(compositionId)?.state === 'searching'
  }

  /** A proof gives way to a new search; a search does not. */
  isBusy(): boolean {
    const searching = [...this.#underWay.values()].filter((one) => one.state === 'searching')
    return searching.length >= mostSearches
  }

  /** Starts on the thread; `isBusy` and `isSearching` were asked before. */
  start({ runId, compositionId, credential, list, people, options }: Starting, log: (line: string) => void): void {
    const proving = [...this.#underWay.values()].filter((one) => one.state === 'proving')
    for (const one of proving)
      if (one.compositionId === compositionId || this.#underWay.size >= mostSearches) this.#forget(one)
    const search = startSearch(list, options)
    const one: UnderWay = {
      runId,
      compositionId,
      credential,
      search,
      proves: (options.proveMs ?? 0) > 0,
      state: 'searching',
      isStopped: false,
      done: Promise.resolve(),
    }
    this.#underWay.set(compositionId, one)
    this.#failures.delete(compositionId)
    one.done = this.#follow(one, people, log)
      .catch((error: Error) => {
        log(`A search could not be kept: ${error.message}`)
        this.#failures.set(compositionId, { runId, why: 'failed' })
      })
      .finally(() => this.#forget(one))
  }

  /** Good enough: the best plan so far is taken. */
  stop(runId: string): void {
    for (const one of this.#underWay.values()) {
      if (one.runId !== runId) continue
      one.isStopped = true
      one.search.stop()
    }
  }

  /** Ends all searches; what was still looked for is on record as interrupted. */
  async end(): Promise<void> {
    this.#isEnding = true
    const all = [...this.#underWay.values()]
    await Promise.all(all.map((one) => one.search.end()))
    await Promise.all(all.map((one) => one.done))
  }

  #forget(one: UnderWay) {
    void one.search.end()
    if (this.#underWay.get(one.compositionId) === one) this.#underWay.delete(one.compositionId)
  }

  async #follow(one: UnderWay, people: Starting['people'], log: (line: string) => void) {
    const outcome = await one.search.outcome
    if (outcome.kind === 'failed' && !this.#isEnding) log(`A search for groups failed: ${outcome.error.message}`)
    if (outcome.kind !== 'composed') {
      this.#failures.set(one.compositionId, {
        runId: one.runId,
        why: outcome.kind === 'impossible' ? outcome.code : 'failed',
      })
      await this.#write(one, async (tx) => {
        await endRun(tx, one.runId, 'interrupted')
        return { value: null, did: { act: 'compositions.interrupt', on: ['composition', one.compositionId] } }
      })
      return
    }
    const planId = await this.#write(one, (tx, actor, run) =>
      keep(tx, actor, { run, people, composed: outcome.composed, isStopped: one.isStopped }),
    )
    if (!planId) {
      this.#failures.set(one.compositionId, { runId: one.runId, why: 'unkept' })
      return
    }
    one.state = 'proving'
    const proof = await one.search.proof
    if (proof && isFound(proof))
      await this.#write(one, async (tx) => {
        await saveProof(tx, planId, proof)
        return { value: null, did: { act: 'compositions.prove', on: ['composition', one.compositionId] } }
      })
  }

  /** A transaction of whoever started the search, as if they had sent a form; undefined when they are gone. */
  async #write<T>(
    { credential, compositionId, runId }: UnderWay,
    work: (tx: Tx, actor: StaffActor, run: Run) => Promise<{ value: T; did: Did }>,
  ): Promise<T | undefined> {
    // A very short search may end before the request that began it has committed.
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const written = await this.#db.asActor(credential, async (tx, entry) => {
        const actor = actorOf(entry)
        if (actor.kind !== 'staff') return { value: undefined }
        const run = await findRun(tx, compositionId, runId)
        if (!run) return undefined
        const { value, did } = await work(tx, actor, run)
        await auditEntries(tx, actor, [did], json(null))
        return { value }
      })
      if (written) return written.value
      await new Promise((done) => setTimeout(done, 100))
    }
    return undefined
  }
}

const isFound = (proof: Proof): proof is Proof & { proof: 'optimal' | 'bound'; bound: number } =>
  proof.proof !== null && proof.bound !== null

async function keep(
  tx: Tx,
  actor: StaffActor,
  given: { run: Run; people: Starting['people']; composed: Composed; isStopped: boolean },
): Promise<{ value: string; did: Did }> {
  const { run, people, isStopped } = given
  const { assignment, score, seats, softCost, iterations } = given.composed
  await endRun(tx, run.id, isStopped ? 'stopped' : 'finished', iterations)
  const { id } = await savePlan(tx, actor, {
    compositionId: run.compositionId,
    programmeId: run.programmeId,
    runId: run.id,
    origin: 'proposed',
    basedOn: null,
    score,
    seats,
    softCost,
    seed: run.seed,
    iterations,
    engineVersion: run.engineVersion,
    people,
    assignment,
  })
  return { value: id, did: { act: 'compositions.plan', on: ['composition', run.compositionId] } }
}

const all = new WeakMap<Database, Searches>()

/** The searches of a site; one per database it has open. */
export function searchesOf(db: Database): Searches {
  const known = all.get(db)
  if (known) return known
  const made = new Searches(db)
  all.set(db, made)
  return made
}
