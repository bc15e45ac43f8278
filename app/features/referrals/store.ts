import type { StageKind } from '../../blueprints/blueprint.ts'
import type { ProgrammeSettings } from '../../blueprints/settings.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { stageOfKind } from '../programmes/programme.ts'
import type { AttemptResult, Channel, ContactAttempt, Enrolment, Reason, StageRecord } from './enrolment.ts'
import { advanceStage, type GroupEvent, isEnd } from './stages.ts'

const select = (tx: Tx) =>
  tx
    .selectFrom('enrolments as e')
    .innerJoin('enrolment_stages as s', (join) =>
      join.onRef('s.enrolment_id', '=', 'e.id').on('s.ended_at', 'is', null),
    )
    .select(['e.id', 'e.person_id', 'e.programme_id', 'e.referrer_id', 'e.language', 'e.created_on', 'e.ended_on'])
    .select(['s.stage', 's.kind', 's.on_date'])

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const toEnrolment = (row: Row): Enrolment => ({
  id: row.id,
  personId: row.person_id,
  programmeId: row.programme_id,
  referrerId: row.referrer_id,
  language: row.language,
  createdOn: row.created_on,
  endedOn: row.ended_on,
  stage: { key: row.stage, kind: row.kind as StageKind, on: row.on_date },
})

/** The enrolment, or undefined when there is none that the actor may see. */
export async function findEnrolment(tx: Tx, enrolmentId: string): Promise<Enrolment | undefined> {
  const row = await select(tx).where('e.id', '=', enrolmentId).executeTakeFirst()
  return row && toEnrolment(row)
}

/** A person's enrolments, newest first. */
export async function listEnrolmentsOf(tx: Tx, personId: string): Promise<Enrolment[]> {
  const rows = await select(tx)
    .where('e.person_id', '=', personId)
    .orderBy('e.created_on', 'desc')
    .orderBy('e.created_at', 'desc')
    .execute()
  return rows.map(toEnrolment)
}

/** Every enrolment a referrer sees: of the people they hold a mandate on. Those that run first, then the newest. */
export async function listVisible(tx: Tx): Promise<(Enrolment & { firstName: string; lastName: string | null })[]> {
  const rows = await select(tx)
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .select(['p.first_name', 'p.last_name'])
    .orderBy(sql`e.ended_on is not null`)
    .orderBy('e.created_on', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...toEnrolment(row), firstName: row.first_name, lastName: row.last_name }))
}

/** All stages there were, oldest first. Whether there are words about a reason is said, the words are not. */
export async function listStages(tx: Tx, enrolmentId: string): Promise<StageRecord[]> {
  const rows = await tx
    .selectFrom('enrolment_stages as s')
    .leftJoin('users as u', 'u.id', 's.entered_by')
    .select(['s.id', 's.stage', 's.kind', 's.on_date', 's.reason', 'u.name'])
    .select(sql<boolean>`s.reason_words is not null`.as('has_words'))
    .where('s.enrolment_id', '=', enrolmentId)
    .orderBy('s.entered_at')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    key: r.stage,
    kind: r.kind as StageKind,
    on: r.on_date,
    reason: r.reason,
    hasWords: r.has_words,
    enteredBy: r.name,
  }))
}

/** The words about reasons, by stage record; for roles with the notes class only (the policy of the page says so). */
export async function readReasonWords(tx: Tx, vault: Vault, enrolmentId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('enrolment_stages')
    .select(['id', 'person_id', 'reason_words'])
    .where('enrolment_id', '=', enrolmentId)
    .where('reason_words', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap((r) => {
      const opened = vault.open(
        r.person_id,
        { table: 'enrolment_stages', column: 'reason_words', row: r.id },
        r.reason_words!,
      )
      return opened.state === 'open' ? [[r.id, opened.text] as const] : []
    }),
  )
}

type Move = {
  enrolment: Pick<Enrolment, 'id' | 'personId'>
  to: { key: string; kind: StageKind }
  on: PlainDate
  by: string | null
  reason?: Reason | null
  words?: string | null
}

/**
 * Writes a stage after a rule allowed it: the stage until now ends, the new one begins, the enrolment ends or runs again.
 * @returns false when somebody else moved it meanwhile.
 */
export async function moveStage(
  tx: Tx,
  vault: Vault,
  { enrolment, to, on, by, reason, words }: Move,
): Promise<boolean> {
  const ended = await tx
    .updateTable('enrolment_stages')
    .set({ ended_at: sql`now()`, ended_by: by })
    .where('enrolment_id', '=', enrolment.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!changed(ended)) return false
  const id = newId()
  const place = { table: 'enrolment_stages', column: 'reason_words', row: id }
  await tx
    .insertInto('enrolment_stages')
    .values({
      id,
      enrolment_id: enrolment.id,
      person_id: enrolment.personId,
      stage: to.key,
      kind: to.kind,
      on_date: on,
      reason: reason ?? null,
      reason_words: words ? vault.seal(enrolment.personId, place, words) : null,
      entered_by: by,
    })
    .execute()
  await tx
    .updateTable('enrolments')
    .set({ ended_on: isEnd(to.kind) ? on : null })
    .where('id', '=', enrolment.id)
    .execute()
  if (to.kind === 'dropped' || to.kind === 'never-started')
    await sql`select app.notify_mandated(${enrolment.personId}::uuid, 'social-worker', ${to.kind}, ${id}::uuid)`.execute(
      tx,
    )
  return true
}

/**
 * Moves someone on because of what happened to them (joined a group, came for the first time, …), if it moves them.
 * The answer is the kind they are in now, or the rule's reason why it can't be.
 */
export async function advance(
  tx: Tx,
  vault: Vault,
  { enrolmentId, event, on, by }: { enrolmentId: string; event: GroupEvent; on: PlainDate; by: string | null },
): Promise<Decision<StageKind>> {
  const enrolment = await findEnrolment(tx, enrolmentId)
  if (!enrolment) return refuse('referrals.stage.notFound')
  const decision = advanceStage(enrolment.stage.kind, event)
  if (!decision.ok) return decision
  if (decision.value === null) return accept(enrolment.stage.kind)
  const programme = await tx
    .selectFrom('programmes')
    .select('settings')
    .where('id', '=', enrolment.programmeId)
    .executeTakeFirstOrThrow()
  const { stages } = programme.settings as unknown as ProgrammeSettings
  // A programme may have left a kind out; then the way goes on without it.
  const to = stageOfKind(stages, decision.value)
  if (!to) return accept(enrolment.stage.kind)
  const day = on < enrolment.stage.on ? enrolment.stage.on : on
  await moveStage(tx, vault, { enrolment, to, on: day, by })
  return accept(to.kind)
}

export async function isInGroup(tx: Tx, enrolmentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('group_members')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Enrolments of this person in this programme that have not ended; `but` is left out. */
export async function countRunning(tx: Tx, personId: string, programmeId: string, but?: string): Promise<number> {
  const { n } = await tx
    .selectFrom('enrolments')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('programme_id', '=', programmeId)
    .where('ended_on', 'is', null)
    .$if(but !== undefined, (q) => q.where('id', '<>', but!))
    .executeTakeFirstOrThrow()
  return n
}

export async function listAttempts(tx: Tx, enrolmentId: string): Promise<ContactAttempt[]> {
  const rows = await tx
    .selectFrom('contact_attempts as a')
    .innerJoin('users as u', 'u.id', 'a.made_by')
    .select(['a.id', 'a.on_date', 'a.channel', 'a.result', 'u.name'])
    .where('a.enrolment_id', '=', enrolmentId)
    .orderBy('a.on_date', 'desc')
    .orderBy('a.created_at', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    on: r.on_date,
    channel: r.channel as Channel,
    result: r.result as AttemptResult,
    by: r.name,
  }))
}

export async function addAttempt(
  tx: Tx,
  enrolment: Pick<Enrolment, 'id' | 'personId'>,
  attempt: { on: PlainDate; channel: Channel; result: AttemptResult; by: string },
): Promise<void> {
  await tx
    .insertInto('contact_attempts')
    .values({
      id: newId(),
      enrolment_id: enrolment.id,
      person_id: enrolment.personId,
      on_date: attempt.on,
      channel: attempt.channel,
      result: attempt.result,
      made_by: attempt.by,
    })
    .execute()
}

/** The programme a participant is in, or was in last. */
export async function findOwnProgrammeId(tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('enrolments')
    .select('programme_id')
    .where('person_id', '=', personId)
    .orderBy(sql`ended_on is not null`)
    .orderBy('created_on', 'desc')
    .executeTakeFirst()
  return row?.programme_id
}
