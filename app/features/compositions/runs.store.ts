import type { Offer as EngineOffer, Person as EnginePerson, Mode, Pair, WaitingList } from '../../engine/groups/list.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Composition } from './composition.ts'
import type { FrozenOffer, FrozenPerson, FrozenRun, OfferFacts, Run, RunState } from './plan.ts'

const query = (tx: Tx) =>
  tx
    .selectFrom('composition_runs as r')
    .innerJoin('users as u', 'u.id', 'r.made_by')
    .select([
      'r.id',
      'r.composition_id as compositionId',
      'r.programme_id as programmeId',
      'r.seed',
      'r.engine_version as engineVersion',
      'r.budget_ms as budgetMs',
      'r.iterations_done as iterationsDone',
      'r.based_on as basedOn',
      'r.max_moves as maxMoves',
      'u.name as madeBy',
      'r.made_at as madeAt',
    ])
    .select([sql<Mode>`r.mode`.as('mode'), sql<RunState>`r.state`.as('state')])

export const findRun = (tx: Tx, compositionId: string, runId: string): Promise<Run | undefined> =>
  query(tx).where('r.composition_id', '=', compositionId).where('r.id', '=', runId).executeTakeFirst()

/** The search that has not ended, as far as the record says; the site may have gone down since. */
export const findRunning = (tx: Tx, compositionId: string): Promise<Run | undefined> =>
  query(tx).where('r.composition_id', '=', compositionId).where('r.state', '=', 'running').executeTakeFirst()

export type NewRun = {
  composition: Pick<Composition, 'id' | 'programmeId' | 'mode'>
  seed: number
  engineVersion: string
  budgetMs: number
  proveMs: number
  basedOn: string | null
  maxMoves: number | null
  list: WaitingList
  /** In the order of the list. */
  people: readonly { enrolmentId: string; personId: string; pinnedTo: number | null }[]
  offers: readonly FrozenOffer[]
}

/** Writes down what a search works on. @returns the run's id, or undefined when one is under way. */
export async function startRun(tx: Tx, actor: StaffActor, given: NewRun): Promise<string | undefined> {
  const id = newId()
  const { id: composition_id, programmeId: programme_id, mode } = given.composition
  const started = await tx
    .insertInto('composition_runs')
    .values({
      id,
      composition_id,
      programme_id,
      mode,
      seed: given.seed,
      engine_version: given.engineVersion,
      budget_ms: given.budgetMs,
      prove_ms: given.proveMs,
      based_on: given.basedOn,
      max_moves: given.maxMoves,
      made_by: actor.id,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (!started.numInsertedOrUpdatedRows) return undefined
  const inRun = { run_id: id, programme_id }
  const personOf = new Map(given.people.map((one) => [one.enrolmentId, one.personId]))
  if (given.people.length > 0)
    await tx
      .insertInto('composition_run_people')
      .values(
        given.people.map((one, position) => ({
          ...inRun,
          enrolment_id: one.enrolmentId,
          person_id: one.personId,
          position,
          facts: JSON.stringify(given.list.persons[position]),
          pinned_to: one.pinnedTo,
        })),
      )
      .execute()
  if (given.offers.length > 0)
    await tx
      .insertInto('composition_run_offers')
      .values(
        given.offers.map((offer, position) => ({
          ...inRun,
          position,
          offer_id: offer.offerId,
          facts: JSON.stringify(offer.facts),
          locked: offer.locked,
        })),
      )
      .execute()
  const pairs = (['apart', 'together'] as const).flatMap((kind) =>
    given.list[kind].map(([one, other]) => ({
      ...inRun,
      kind,
      enrolment_id: one,
      person_id: personOf.get(one)!,
      other_enrolment_id: other,
      other_id: personOf.get(other)!,
    })),
  )
  if (pairs.length > 0) await tx.insertInto('composition_run_pairs').values(pairs).execute()
  return id
}

/** @returns false when it had ended already. */
export async function endRun(
  tx: Tx,
  runId: string,
  state: Exclude<RunState, 'running'>,
  iterations?: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('composition_runs')
    .set({ state, ended_at: sql`app.now()`, ...(iterations === undefined ? {} : { iterations_done: iterations }) })
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return changed(result)
}

/** What the run worked on, with people's names of today. */
export async function readFrozen(tx: Tx, run: Run): Promise<FrozenRun> {
  const people = await sql<FrozenPerson>`
    select x.enrolment_id as "enrolmentId", x.person_id as "personId", coalesce(p.first_name, '–') as "firstName", p.last_name as "lastName",
      x.facts, x.pinned_to as "pinnedTo"
      from composition_run_people x left join persons p on p.id = x.person_id
     where x.run_id = ${run.id}::uuid order by x.position`.execute(tx)
  const offers = await tx
    .selectFrom('composition_run_offers')
    .select(['offer_id as offerId', 'locked'])
    .select(sql<OfferFacts>`facts`.as('facts'))
    .where('run_id', '=', run.id)
    .orderBy('position')
    .execute()
  const pairs = await tx
    .selectFrom('composition_run_pairs')
    .select(['kind', 'enrolment_id', 'other_enrolment_id'])
    .where('run_id', '=', run.id)
    .orderBy('enrolment_id')
    .orderBy('other_enrolment_id')
    .execute()
  const among = (kind: string) =>
    pairs.flatMap((pair): Pair[] => (pair.kind === kind ? [[pair.enrolment_id, pair.other_enrolment_id]] : []))
  return {
    run,
    people: people.rows,
    offers,
    list: {
      persons: people.rows.map((one): EnginePerson => one.facts),
      offers: offers.map((one): EngineOffer => one.facts),
      apart: among('apart'),
      together: among('together'),
    },
  }
}

export async function countPeople(tx: Tx, runId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('composition_run_people')
    .select(sql<number>`count(*)`.as('count'))
    .where('run_id', '=', runId)
    .executeTakeFirstOrThrow()
  return count
}
