/** Sending, what was sent, and who has it. A version and its contents are made by a definer function and never change. */

import type { StageKind } from '../../blueprints/blueprint.ts'
import type { FinalReportPlan } from '../../blueprints/parts/final-report.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import type { Frame, Receipt, Recipient, Report, ReportText, SentVersion } from './report.ts'
import { listFrozenTexts } from './store.ts'

type Addressed = Pick<FinalReportPlan, 'recipients' | 'groupPart'>

/** Every other professional with a running mandate in one of the parts that receive the report, in the blueprint's order. */
export async function listRecipients(tx: Tx, enrolmentId: string, plan: Addressed): Promise<Recipient[]> {
  const { rows } = await sql<{ user_id: string; name: string; institution: string; parts: string[] }>`
    select * from app.final_report_recipients(${enrolmentId}::uuid, ${[...plan.recipients]}::text[], ${plan.groupPart})`.execute(
    tx,
  )
  return rows.map(({ user_id, ...row }) => ({ userId: user_id, ...row }))
}

/**
 * Freezes the words as they were read with the person and addresses them.
 * @returns undefined when the words, the reading or the recipients changed in the same moment: nothing is sent.
 */
export async function sendReport(
  { tx, vault }: { tx: Tx; vault: Vault },
  report: Report,
  { plan, frame, language }: { plan: Addressed; frame: Frame; language: string },
): Promise<string | undefined> {
  const id = newId()
  const sealed = vault.seal(
    report.personId,
    { table: 'final_report_contents', column: 'content', row: id },
    JSON.stringify(frame),
  )
  const { rows } = await sql<{
    sent: number | null
  }>`select app.send_final_report(${report.id}::uuid, ${report.revision},
    ${id}::uuid, ${sealed}, ${language}, ${[...plan.recipients]}::text[], ${plan.groupPart}) as sent`.execute(tx)
  return rows[0]?.sent ? id : undefined
}

type Row = {
  id: string
  report_id: string
  person_id: string
  number: number
  revision: number
  language: string
  sent_on: PlainDate
  sent_by: string
  sent_by_name: string | null
  receipts: Receipt[]
}

const toVersion = (row: Row): SentVersion => ({
  id: row.id,
  reportId: row.report_id,
  personId: row.person_id,
  number: row.number,
  revision: row.revision,
  language: row.language,
  sentOn: row.sent_on,
  sentBy: row.sent_by,
  sentByName: row.sent_by_name ?? '',
  receipts: row.receipts,
})

/** Versions with their receipts, the newest first; of one report, or one of them. */
export async function listVersions(
  tx: Tx,
  { reportId, versionId, personId }: { reportId?: string; versionId?: string; personId?: string },
): Promise<SentVersion[]> {
  const { rows } = await sql<Row>`
    select v.id, v.report_id, v.person_id, v.number, v.revision, v.language, v.sent_on, v.sent_by, u.name as sent_by_name,
      coalesce((select json_agg(json_build_object('id', r.id, 'userId', r.user_id, 'name', coalesce(ru.name, ''),
          'institution', coalesce(i.name, ''), 'parts', r.parts, 'receivedOn', r.received_on) order by ru.name)
        from final_report_recipients r left join users ru on ru.id = r.user_id left join institutions i on i.id = ru.institution_id
        where r.version_id = v.id), '[]') as receipts
    from final_report_versions v left join users u on u.id = v.sent_by
    where (${reportId ?? null}::uuid is null or v.report_id = ${reportId ?? null}::uuid)
      and (${versionId ?? null}::uuid is null or v.id = ${versionId ?? null}::uuid)
      and (${personId ?? null}::uuid is null or v.person_id = ${personId ?? null}::uuid)
    order by v.sent_on desc, v.number desc`.execute(tx)
  return rows.map(toVersion)
}

/** Whether a report was sent about somebody: a yes or no, no word of it. */
export async function hasReport(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('final_report_versions')
    .select('id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type SentReport =
  | { state: 'open'; frame: Frame; texts: ReportText[] }
  | { state: 'erased' | 'keyMissing' | 'damaged' }

/** What was sent, as far as it is for this reader; undefined for whom the words are not. */
export async function readSent(tx: Tx, vault: Vault, versionId: string): Promise<SentReport | undefined> {
  const row = await tx
    .selectFrom('final_report_contents')
    .selectAll()
    .where('version_id', '=', versionId)
    .executeTakeFirst()
  if (!row) return undefined
  const opened = vault.open(
    row.person_id,
    { table: 'final_report_contents', column: 'content', row: row.version_id },
    row.content,
  )
  if (opened.state !== 'open') return { state: opened.state }
  return {
    state: 'open',
    frame: JSON.parse(opened.text) as Frame,
    texts: await listFrozenTexts(tx, vault, row.text_ids),
  }
}

/** @returns false when it is not the actor's to acknowledge, or was already. */
export async function acknowledge(tx: Tx, receiptId: string, today: PlainDate): Promise<boolean> {
  return changed(
    await tx
      .updateTable('final_report_recipients')
      .set({ received_on: today })
      .where('id', '=', receiptId)
      .where('received_on', 'is', null)
      .executeTakeFirst(),
  )
}

/** Where an enrolment's report stands, for whoever follows a programme or accompanies the person: no word of it. */
export type ReportLine = {
  enrolmentId: string
  personId: string
  firstName: string
  lastName: string | null
  programmeId: string
  blueprint: string
  stage: StageKind
  stageOn: PlainDate
  reportId: string | null
  startedOn: PlainDate | null
  versionId: string | null
  number: number | null
  sentOn: PlainDate | null
  sentBy: string | null
  recipients: number
  received: number
  /** When this version reached the reader, if it was for them. */
  mine: { receivedOn: PlainDate | null } | null
}

/**
 * Enrolments that are completed or have a report, those without a sent one first; only what the reader sees.
 * The newest version of each counts.
 */
export async function listReportLines(
  tx: Tx,
  { programmeId, personId, userId }: { programmeId?: string; personId?: string; userId: string },
): Promise<ReportLine[]> {
  const { rows } = await sql<ReportLine>`
    select e.id as "enrolmentId", e.person_id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      e.programme_id as "programmeId", g.blueprint, s.kind as stage, s.on_date as "stageOn", r.id as "reportId",
      r.started_on as "startedOn", v.id as "versionId", v.number, v.sent_on as "sentOn", v.sent_by as "sentBy",
      coalesce(x.recipients, 0)::int as recipients, coalesce(x.received, 0)::int as received,
      (select json_build_object('receivedOn', o.received_on) from final_report_recipients o
        where o.version_id = v.id and o.user_id = ${userId}::uuid) as mine
    from enrolments e join persons p on p.id = e.person_id join programmes g on g.id = e.programme_id
      join enrolment_stages s on s.enrolment_id = e.id and s.ended_at is null
      left join final_reports r on r.enrolment_id = e.id
      left join lateral (select * from final_report_versions n where n.report_id = r.id order by n.number desc limit 1) v on true
      left join lateral (select count(*) as recipients, count(c.received_on) as received
        from final_report_recipients c where c.version_id = v.id) x on true
    where (s.kind = 'completed' or r.id is not null)
      and (${programmeId ?? null}::uuid is null or e.programme_id = ${programmeId ?? null}::uuid)
      and (${personId ?? null}::uuid is null or e.person_id = ${personId ?? null}::uuid)
    order by v.sent_on desc nulls first, s.on_date, p.last_name, p.first_name limit 500`.execute(tx)
  return rows
}
