import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { fullName } from '../people/person.ts'
import { sideOf } from '../professionals/professional.ts'
import type { EntranceTest, Evaluation, EvaluationKind, OwnPoint, Setting } from './evaluation.ts'
import type { NewEvaluation, NewRemark, NewResult, NewTest } from './form.ts'

/** Evaluations and remarks of an enrolment that the reader may see, the newest first. */
export async function listEvaluations(tx: Tx, vault: Vault, enrolmentId: string): Promise<Evaluation[]> {
  const rows = await tx
    .selectFrom('evaluations as e')
    .innerJoin('users as u', 'u.id', 'e.held_by')
    .select([
      'e.id',
      'e.enrolment_id',
      'e.person_id',
      'e.kind',
      'e.setting',
      'e.on_date',
      'e.own_points',
      'e.trainer_points',
    ])
    .select(['e.words', 'u.name'])
    .where('e.enrolment_id', '=', enrolmentId)
    .orderBy('e.on_date', 'desc')
    .orderBy('e.created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolment_id,
    kind: row.kind as EvaluationKind,
    setting: row.setting as Setting | null,
    on: row.on_date,
    own: (row.own_points ?? {}) as Record<string, OwnPoint>,
    trainer: (row.trainer_points ?? {}) as Record<string, number | null>,
    words: row.words && vault.open(row.person_id, { table: 'evaluations', column: 'words', row: row.id }, row.words),
    heldBy: row.name,
  }))
}

type Of = { id: string; personId: string }
type By = { tx: Tx; vault: Vault; actor: StaffActor }

type Saved = {
  kind: EvaluationKind
  setting: Setting | null
  on: PlainDate
  own: unknown
  trainer: unknown
  words: string | null
}

/** Once per id. @returns whether it was new. */
async function insert({ tx, vault, actor }: By, enrolment: Of, id: string, saved: Saved): Promise<boolean> {
  const { personId } = enrolment
  const result = await tx
    .insertInto('evaluations')
    .values({
      id,
      enrolment_id: enrolment.id,
      person_id: personId,
      side: sideOf(actor.role),
      kind: saved.kind,
      setting: saved.setting,
      on_date: saved.on,
      own_points: saved.own === null ? null : JSON.stringify(saved.own),
      trainer_points: saved.trainer === null ? null : JSON.stringify(saved.trainer),
      words:
        saved.words === null
          ? null
          : vault.seal(personId, { table: 'evaluations', column: 'words', row: id }, saved.words),
      held_by: actor.id,
    })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export const saveEvaluation = (by: By, enrolment: Of, { id, ...evaluation }: NewEvaluation): Promise<boolean> =>
  insert(by, enrolment, id, { ...evaluation, setting: null })

export const saveRemark = (by: By, enrolment: Of, { id, ...remark }: NewRemark): Promise<boolean> =>
  insert(by, enrolment, id, { ...remark, kind: 'remark', own: null, trainer: null })

/** Tests to enter a qualifying training, the newest first, each with what is known of it. */
export async function listEntranceTests(tx: Tx, vault: Vault, enrolmentId: string): Promise<EntranceTest[]> {
  const rows = await tx
    .selectFrom('entrance_tests as t')
    .innerJoin('users as u', 'u.id', 't.recorded_by')
    .select([
      't.id',
      't.enrolment_id',
      't.person_id',
      't.side',
      't.shared_on',
      't.training',
      't.place',
      't.on_date',
      'u.name',
    ])
    .where('t.enrolment_id', '=', enrolmentId)
    .orderBy('t.on_date', 'desc')
    .orderBy('t.created_at', 'desc')
    .execute()
  if (rows.length === 0) return []
  const known = await tx
    .selectFrom('entrance_test_results as r')
    .innerJoin('users as u', 'u.id', 'r.recorded_by')
    .select(['r.test_id', 'r.number', 'r.result', 'r.on_date', 'r.next_on', 'u.name'])
    .where(
      'r.test_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('r.number')
    .execute()
  return rows.map((row): EntranceTest => {
    const history = known
      .filter((one) => one.test_id === row.id)
      .map(({ number, result, on_date, next_on, name }) => ({ number, result, on: on_date, nextOn: next_on, by: name }))
    const last = history.at(-1)
    const open = (column: 'training' | 'place', sealed: Buffer) =>
      vault.open(row.person_id, { table: 'entrance_tests', column, row: row.id }, sealed)
    return {
      id: row.id,
      enrolmentId: row.enrolment_id,
      side: row.side,
      sharedOn: row.shared_on,
      training: open('training', row.training),
      place: row.place && open('place', row.place),
      on: row.on_date,
      result: last?.result ?? 'planned',
      resultOn: last?.on ?? null,
      nextOn: last?.nextOn ?? null,
      recordedBy: row.name,
      history,
    }
  })
}

/** Once per id; with a result at once when it is known already. @returns whether it was new. */
export async function saveTest(by: By, enrolment: Of, test: NewTest, today: PlainDate): Promise<boolean> {
  const { tx, vault, actor } = by
  const { personId } = enrolment
  const side = sideOf(actor.role)
  const sharedOn = test.shared && side === 'social' ? today : null
  const seal = (column: string, text: string) =>
    vault.seal(personId, { table: 'entrance_tests', column, row: test.id }, text)
  const saved = await tx
    .insertInto('entrance_tests')
    .values({
      id: test.id,
      enrolment_id: enrolment.id,
      person_id: personId,
      side,
      shared_on: sharedOn,
      training: seal('training', test.training),
      place: test.place === null ? null : seal('place', test.place),
      on_date: test.on,
      recorded_by: actor.id,
    })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows !== 1n) return false
  const { result, nextOn } = test
  if (result !== 'planned')
    await saveResult(by, personId, { id: test.id, history: [] }, { result, on: test.on, nextOn })
  return true
}

/** Whoever writes next to this test waits until this transaction is over. */
export async function lockTest(tx: Tx, testId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${testId}, 1))`.execute(tx)
}

export async function saveResult(
  { tx, actor }: By,
  personId: string,
  test: Pick<EntranceTest, 'id' | 'history'>,
  { result, on, nextOn }: NewResult,
): Promise<void> {
  await tx
    .insertInto('entrance_test_results')
    .values({
      id: newId(),
      test_id: test.id,
      person_id: personId,
      number: (test.history.at(-1)?.number ?? 0) + 1,
      result,
      on_date: on,
      next_on: nextOn,
      recorded_by: actor.id,
    })
    .execute()
}

/** Somebody who is on their path now, with what says when their next evaluation is due. */
export type Underway = {
  enrolmentId: string
  personId: string
  person: string
  blueprint: string
  startedOn: PlainDate
  lastOn: PlainDate | null
  memberships: { module: string; from: PlainDate; until: PlainDate | null }[]
}

/** Everybody on the reader's files who has started; one of them, when an enrolment is named. */
export async function listUnderway(tx: Tx, enrolmentId?: string): Promise<Underway[]> {
  const rows = await tx
    .selectFrom('enrolments as e')
    .innerJoin('programmes as p', 'p.id', 'e.programme_id')
    .innerJoin('persons as x', 'x.id', 'e.person_id')
    .innerJoin('enrolment_stages as s', (join) =>
      join.onRef('s.enrolment_id', '=', 'e.id').on('s.ended_at', 'is', null),
    )
    .select(['e.id', 'e.person_id', 'x.first_name', 'x.last_name', 'p.blueprint', 's.on_date'])
    .select((eb) =>
      eb
        .selectFrom('evaluations as v')
        .select(({ fn }) => fn.max('v.on_date').as('last'))
        .whereRef('v.enrolment_id', '=', 'e.id')
        .where('v.kind', '<>', 'remark')
        .as('last'),
    )
    .where('e.ended_on', 'is', null)
    .where('s.kind', '=', 'started')
    .$if(enrolmentId !== undefined, (q) => q.where('e.id', '=', enrolmentId!))
    .limit(500)
    .execute()
  if (rows.length === 0) return []
  const memberships = await tx
    .selectFrom('module_memberships')
    .select(['enrolment_id', 'module', 'from_date', 'until_date'])
    .where(
      'enrolment_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return rows.map((row) => ({
    enrolmentId: row.id,
    personId: row.person_id,
    person: fullName({ firstName: row.first_name, lastName: row.last_name }),
    blueprint: row.blueprint,
    startedOn: row.on_date,
    lastOn: row.last,
    memberships: memberships
      .filter((one) => one.enrolment_id === row.id)
      .map((one) => ({ module: one.module, from: one.from_date, until: one.until_date })),
  }))
}

/** Planned tests on the reader's files whose day has passed without a result. */
export async function listTestsWithoutResult(
  tx: Tx,
  today: PlainDate,
): Promise<{ id: string; enrolmentId: string; person: string; on: PlainDate }[]> {
  const rows = await tx
    .selectFrom('entrance_tests as t')
    .innerJoin('persons as p', 'p.id', 't.person_id')
    .select(['t.id', 't.enrolment_id', 't.on_date', 'p.first_name', 'p.last_name'])
    .where('t.on_date', '<', today)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('entrance_test_results as r').select('r.id').whereRef('r.test_id', '=', 't.id'))),
    )
    .orderBy('t.on_date')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    enrolmentId: row.enrolment_id,
    person: fullName({ firstName: row.first_name, lastName: row.last_name }),
    on: row.on_date,
  }))
}
