import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { fullName } from '../people/person.ts'
import type { FollowUpSide } from '../professionals/professional.ts'
import { sideOf } from '../professionals/professional.ts'
import type { NewStep } from './rules.ts'
import type { Settler, Signal, Step, StepKind, Word } from './signal.ts'

type Of = { ids?: string[]; personId?: string; notedBy?: string; open?: true; sessionPeople?: string[] }

async function read(tx: Tx, vault: Vault, of: Of): Promise<Signal[]> {
  let query = tx
    .selectFrom('signals as s')
    .innerJoin('users as u', 'u.id', 's.noted_by')
    .innerJoin('persons as p', 'p.id', 's.person_id')
    .select(['s.id', 's.enrolment_id', 's.person_id', 's.session_id', 's.theme', 's.urgency', 's.body', 's.on_date'])
    .select(['s.due_on', 's.noted_by', 's.noted_at', 'u.name', 'p.first_name', 'p.last_name'])
    .orderBy('s.noted_at', 'desc')
    .limit(500)
  if (of.ids) query = query.where('s.id', 'in', of.ids)
  if (of.personId) query = query.where('s.person_id', '=', of.personId)
  if (of.notedBy) query = query.where('s.noted_by', '=', of.notedBy)
  if (of.sessionPeople) query = query.where('s.person_id', 'in', of.sessionPeople)
  if (of.open)
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('signal_steps as x')
            .select('x.id')
            .whereRef('x.signal_id', '=', 's.id')
            .where('x.kind', '=', 'settled'),
        ),
      ),
    )
  const rows = await query.execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const steps = Map.groupBy(await readSteps(tx, ids), ({ signalId }) => signalId)
  const words = Map.groupBy(await readWords(tx, vault, ids), ({ signalId }) => signalId)
  const seen = await tx
    .selectFrom('signal_receipts as r')
    .innerJoin('signals as s', (join) => join.onRef('s.id', '=', 'r.signal_id').onRef('s.noted_by', '=', 'r.seen_by'))
    .select(['r.signal_id', sql<Date>`max(r.at)`.as('at')])
    .where('r.signal_id', 'in', ids)
    .groupBy('r.signal_id')
    .execute()
  const seenAt = new Map(seen.map((row) => [row.signal_id, row.at]))
  return rows.map((row): Signal => {
    const own = steps.get(row.id) ?? []
    return {
      id: row.id,
      enrolmentId: row.enrolment_id,
      personId: row.person_id,
      person: fullName({ firstName: row.first_name, lastName: row.last_name }),
      sessionId: row.session_id,
      theme: row.theme,
      urgency: row.urgency,
      body: vault.open(row.person_id, { table: 'signals', column: 'body', row: row.id }, row.body),
      on: row.on_date,
      dueOn: row.due_on,
      notedBy: row.noted_by,
      notedByName: row.name,
      notedAt: row.noted_at,
      state: own.at(-1)?.kind ?? 'noted',
      steps: own,
      words: words.get(row.id) ?? [],
      seenAt: seenAt.get(row.id) ?? null,
    }
  })
}

async function readSteps(tx: Tx, ids: string[]): Promise<(Step & { signalId: string })[]> {
  const rows = await tx
    .selectFrom('signal_steps as x')
    .innerJoin('users as u', 'u.id', 'x.by_user')
    .leftJoin('users as v', 'v.id', 'x.to_user')
    .select(['x.signal_id', 'x.number', 'x.kind', 'x.on_date', 'x.at', 'x.by_user', 'x.to_user'])
    .select(['u.name as by_name', 'v.name as to_name'])
    .where('x.signal_id', 'in', ids)
    .orderBy('x.number')
    .execute()
  return rows.map((row) => ({
    signalId: row.signal_id,
    number: row.number,
    kind: row.kind as StepKind,
    on: row.on_date,
    at: row.at,
    by: row.by_user,
    byName: row.by_name,
    to: row.to_user,
    toName: row.to_name,
  }))
}

async function readWords(tx: Tx, vault: Vault, ids: string[]): Promise<(Word & { signalId: string })[]> {
  const rows = await tx
    .selectFrom('signal_words as w')
    .innerJoin('users as u', 'u.id', 'w.written_by')
    .select([
      'w.id',
      'w.signal_id',
      'w.person_id',
      'w.side',
      'w.to_user',
      'w.body',
      'w.written_by',
      'w.on_date',
      'w.at',
    ])
    .select('u.name')
    .where('w.signal_id', 'in', ids)
    .orderBy('w.at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    signalId: row.signal_id,
    side: row.side as FollowUpSide,
    by: row.written_by,
    byName: row.name,
    to: row.to_user,
    on: row.on_date,
    at: row.at,
    text: vault.open(row.person_id, { table: 'signal_words', column: 'body', row: row.id }, row.body),
  }))
}

/** A person's signals, the newest first, with the steps and the words that are for the reader. */
export const listSignals = (tx: Tx, vault: Vault, personId: string): Promise<Signal[]> => read(tx, vault, { personId })

/** What the reader noted, the newest first. */
export const listNotedBy = (tx: Tx, vault: Vault, userId: string): Promise<Signal[]> =>
  read(tx, vault, { notedBy: userId })

/** Everything that is not settled on the reader's people. */
export const listOpen = (tx: Tx, vault: Vault): Promise<Signal[]> => read(tx, vault, { open: true })

/** The reader's own signals on these people, for a list of them. */
export const listNotedOn = async (tx: Tx, vault: Vault, userId: string, personIds: string[]): Promise<Signal[]> =>
  personIds.length === 0 ? [] : read(tx, vault, { notedBy: userId, sessionPeople: personIds })

export async function findSignal(tx: Tx, vault: Vault, signalId: string): Promise<Signal | undefined> {
  return (await read(tx, vault, { ids: [signalId] }))[0]
}

/**
 * Who could settle something of these enrolments: those who accompany them now, by when they came, and whoever referred the
 * person as long as they may open the file. Nobody whose account has ended.
 */
export async function listSettlers(tx: Tx, enrolmentIds: readonly string[]): Promise<Settler[]> {
  if (enrolmentIds.length === 0) return []
  const ids = [...new Set(enrolmentIds)]
  const running = await tx
    .selectFrom('enrolment_professionals as x')
    .innerJoin('users as u', 'u.id', 'x.user_id')
    .select(['x.enrolment_id', 'x.user_id', 'u.name', 'x.part'])
    .where('x.enrolment_id', 'in', ids)
    .where('x.ended_on', 'is', null)
    .where('u.ended_on', 'is', null)
    .orderBy('x.added_at')
    .execute()
  const referrers = await tx
    .selectFrom('enrolments as e')
    .innerJoin('users as u', 'u.id', 'e.referrer_id')
    .select(['e.id', 'u.id as user_id', 'u.name'])
    .where('e.id', 'in', ids)
    .where('u.ended_on', 'is', null)
    .where('u.role', '=', 'social-worker')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('mandates as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'e.person_id')
          .whereRef('m.professional_id', '=', 'u.id')
          .where('m.revoked_at', 'is', null)
          .where('m.from_date', '<=', sql<PlainDate>`app.today()`)
          .where(({ or, eb }) => or([eb('m.to_date', 'is', null), eb('m.to_date', '>=', sql<PlainDate>`app.today()`)])),
      ),
    )
    .execute()
  return [
    ...running.map((row) => ({ enrolmentId: row.enrolment_id, userId: row.user_id, name: row.name, part: row.part })),
    ...referrers.map((row) => ({ enrolmentId: row.id, userId: row.user_id, name: row.name, part: null })),
  ]
}

type By = { tx: Tx; vault: Vault; actor: StaffActor; today: PlainDate }
export type SavedSignal = {
  id: string
  enrolmentId: string
  personId: string
  sessionId: string | null
  theme: string
  urgency: string
  body: string
  dueOn: PlainDate
}

/** Once per id: sent again it changes nothing. @returns whether it was new. */
export async function saveSignal({ tx, vault, actor, today }: By, signal: SavedSignal): Promise<boolean> {
  const result = await tx
    .insertInto('signals')
    .values({
      id: signal.id,
      enrolment_id: signal.enrolmentId,
      person_id: signal.personId,
      session_id: signal.sessionId,
      theme: signal.theme,
      urgency: signal.urgency,
      body: vault.seal(signal.personId, { table: 'signals', column: 'body', row: signal.id }, signal.body),
      on_date: today,
      due_on: signal.dueOn,
      noted_by: actor.id,
    })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Whoever writes next to this signal waits until this transaction is over; take it before reading where the signal stands. */
export async function lockSignal(tx: Tx, signalId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${signalId}, 0))`.execute(tx)
}

/** Words of a step are for whoever noted the signal, but those of passing on: these are for whoever it goes to. */
export async function saveStep(by: By, signal: Signal, step: NewStep): Promise<void> {
  const { tx, actor, today } = by
  const id = newId()
  await tx
    .insertInto('signal_steps')
    .values({
      id,
      signal_id: signal.id,
      person_id: signal.personId,
      number: (signal.steps.at(-1)?.number ?? 0) + 1,
      kind: step.kind,
      to_user: step.kind === 'passed-on' ? step.to : null,
      on_date: today,
      by_user: actor.id,
    })
    .execute()
  if (step.words)
    await saveWords(by, signal, {
      words: step.words,
      to: step.kind === 'passed-on' ? step.to : signal.notedBy,
      stepId: id,
    })
}

/** Words are written once; an answer is one more. */
export async function saveWords(
  { tx, vault, actor, today }: By,
  signal: Pick<Signal, 'id' | 'personId'>,
  { words, to, stepId = null }: { words: string; to: string | null; stepId?: string | null },
): Promise<void> {
  const id = newId()
  await tx
    .insertInto('signal_words')
    .values({
      id,
      signal_id: signal.id,
      person_id: signal.personId,
      step_id: stepId,
      side: sideOf(actor.role),
      to_user: to,
      body: vault.seal(signal.personId, { table: 'signal_words', column: 'body', row: id }, words),
      written_by: actor.id,
      on_date: today,
    })
    .execute()
}

export async function saveReceipt({ tx, actor }: By, signal: Pick<Signal, 'id' | 'personId'>): Promise<void> {
  await tx
    .insertInto('signal_receipts')
    .values({ id: newId(), signal_id: signal.id, person_id: signal.personId, seen_by: actor.id })
    .execute()
}

/** Null where fewer than five people are behind a number. */
export type ThemeCount = {
  theme: string
  signals: number | null
  noted: number | null
  accepted: number | null
  passedOn: number | null
  settled: number | null
  medianDays: number | null
}

/** Signals of a half year (`from`: 1 January or 1 July) by theme, for the programme's coordinator; nothing for anybody else. */
export async function countByTheme(tx: Tx, programmeId: string, from: PlainDate): Promise<ThemeCount[]> {
  const { rows } = await sql<ThemeCount>`
    select theme, signals, noted, accepted, passed_on as "passedOn", settled, median_days as "medianDays"
      from app.signal_counts(${programmeId}::uuid, ${from}::date)`.execute(tx)
  return rows
}
