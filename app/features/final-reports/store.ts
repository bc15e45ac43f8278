/** Reports, their texts and the readings with the person. Sending and what was sent: `sent-store.ts`. */
import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { type FollowUpSide, sideOf } from '../professionals/professional.ts'
import type { Enrolment } from '../referrals/enrolment.ts'
import type { Agreement, ReadingSaid, RecordedReading, Report, ReportText, TextContent } from './report.ts'

const select = (tx: Tx) =>
  tx
    .selectFrom('final_reports as r')
    .innerJoin('enrolments as e', 'e.id', 'r.enrolment_id')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('users as u', 'u.id', 'r.started_by')
    .select(['r.id', 'r.enrolment_id', 'r.person_id', 'r.revision', 'r.started_on'])
    .select(['e.programme_id', 'p.first_name', 'p.last_name', 'u.name as started_by_name'])

const toReport = (row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>): Report => ({
  id: row.id,
  enrolmentId: row.enrolment_id,
  personId: row.person_id,
  programmeId: row.programme_id,
  firstName: row.first_name,
  lastName: row.last_name,
  revision: row.revision,
  startedOn: row.started_on,
  startedByName: row.started_by_name ?? '',
})

export async function findReport(tx: Tx, reportId: string): Promise<Report | undefined> {
  const row = await select(tx).where('r.id', '=', reportId).executeTakeFirst()
  return row && toReport(row)
}

export async function findReportOf(tx: Tx, enrolmentId: string): Promise<Report | undefined> {
  const row = await select(tx).where('r.enrolment_id', '=', enrolmentId).executeTakeFirst()
  return row && toReport(row)
}

/** @returns the new report's id; null when somebody else began it in the same moment. */
export async function startReport(
  tx: Tx,
  actor: StaffActor,
  enrolment: Pick<Enrolment, 'id' | 'personId'>,
  today: PlainDate,
): Promise<string | null> {
  const id = newId()
  const made = await tx
    .insertInto('final_reports')
    .values({
      id,
      enrolment_id: enrolment.id,
      person_id: enrolment.personId,
      started_on: today,
      started_by: actor.id,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n ? id : null
}

const place = (row: string) => ({ table: 'final_report_texts', column: 'content', row })
const closed: TextContent = { words: '', facts: null, withFacts: false }

/** A sealed text that can't be opened any more stands there empty: the page of the person says why. */
export function openText(vault: Vault, personId: string, id: string, sealed: Uint8Array): TextContent {
  const opened = vault.open(personId, place(id), sealed)
  return opened.state === 'open' ? (JSON.parse(opened.text) as TextContent) : closed
}

const selectTexts = (tx: Tx) =>
  tx
    .selectFrom('final_report_texts as t')
    .leftJoin('users as u', 'u.id', 't.written_by')
    .select(['t.id', 't.person_id', 't.section', 't.side', 't.number', 't.content', 't.shared_on'])
    .select('u.name as written_by_name')

type TextRow = Awaited<ReturnType<ReturnType<typeof selectTexts>['executeTakeFirstOrThrow']>>

const toText = (vault: Vault, row: TextRow): ReportText => ({
  id: row.id,
  section: row.section,
  side: row.side as FollowUpSide,
  number: row.number,
  content: openText(vault, row.person_id, row.id, row.content),
  sharedOn: row.shared_on,
  writtenByName: row.written_by_name ?? '',
})

/** The newest text of each section and side that the reader may see, the trainers' first. */
export async function listTexts(tx: Tx, vault: Vault, reportId: string): Promise<ReportText[]> {
  const rows = await selectTexts(tx)
    .distinctOn(['t.section', 't.side'])
    .where('t.report_id', '=', reportId)
    .orderBy('t.section')
    .orderBy('t.side', 'desc')
    .orderBy('t.number', 'desc')
    .execute()
  return rows.map((row) => toText(vault, row))
}

/** The texts of a sent version that are for this reader. */
export async function listFrozenTexts(tx: Tx, vault: Vault, textIds: readonly string[]): Promise<ReportText[]> {
  if (textIds.length === 0) return []
  const rows = await selectTexts(tx)
    .where('t.id', 'in', [...textIds])
    .orderBy('t.side', 'desc')
    .execute()
  return rows.map((row) => toText(vault, row))
}

export type NewText = { section: string; number: number; content: TextContent; shared: boolean }

/**
 * Adds the next text of a section on the actor's side.
 * @returns false when somebody else has written meanwhile: then nothing is saved.
 */
export async function addText(
  { tx, vault, actor, today }: { tx: Tx; vault: Vault; actor: StaffActor; today: PlainDate },
  report: Pick<Report, 'id' | 'personId' | 'enrolmentId'>,
  { section, number, content, shared }: NewText,
): Promise<boolean> {
  const id = newId()
  const side = sideOf(actor.role)
  const made = await tx
    .insertInto('final_report_texts')
    .values({
      id,
      report_id: report.id,
      person_id: report.personId,
      enrolment_id: report.enrolmentId,
      section,
      side,
      number,
      content: vault.seal(report.personId, place(id), JSON.stringify(content)),
      shared_on: side === 'social' && shared ? today : null,
      written_by: actor.id,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** The last reading; its words as they were said. */
export async function lastReading(tx: Tx, vault: Vault, reportId: string): Promise<RecordedReading | undefined> {
  const row = await tx
    .selectFrom('final_report_readings as r')
    .leftJoin('users as u', 'u.id', 'r.read_by')
    .selectAll('r')
    .select('u.name as by_name')
    .where('r.report_id', '=', reportId)
    .orderBy('r.recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const opened =
    row.words && vault.open(row.person_id, { table: 'final_report_readings', column: 'words', row: row.id }, row.words)
  const words = opened?.state === 'open' ? opened.text : null
  const base = { on: row.on_date, byName: row.by_name ?? '', revision: row.revision }
  if (row.kind === 'not-reached') return { ...base, kind: 'not-reached', reason: words ?? '' }
  const { language, interpreter } = row
  const agreement = row.agreement as Agreement
  return { ...base, kind: 'read', language, interpreter: interpreter === true, agreement, remark: words }
}

export async function addReading(
  { tx, vault, actor }: { tx: Tx; vault: Vault; actor: StaffActor },
  report: Pick<Report, 'id' | 'personId' | 'enrolmentId' | 'revision'>,
  reading: ReadingSaid & { byId: string },
): Promise<string> {
  const id = newId()
  const words = reading.kind === 'read' ? reading.remark : reading.reason
  await tx
    .insertInto('final_report_readings')
    .values({
      id,
      report_id: report.id,
      person_id: report.personId,
      enrolment_id: report.enrolmentId,
      revision: report.revision,
      kind: reading.kind,
      on_date: reading.on,
      read_by: reading.byId,
      language: reading.kind === 'read' ? reading.language : null,
      interpreter: reading.kind === 'read' ? reading.interpreter : null,
      agreement: reading.kind === 'read' ? reading.agreement : null,
      words:
        words === null
          ? null
          : vault.seal(report.personId, { table: 'final_report_readings', column: 'words', row: id }, words),
      recorded_by: actor.id,
      recorded_at: sql<Date>`clock_timestamp()`,
    })
    .execute()
  return id
}
