// What was found in a step and said back to those before it: sealed with the person's key, shared as the follow-up is.
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened, Vault } from '../../shared/vault/vault.ts'
import { type FollowUpSide, sideOf } from '../professionals/professional.ts'
import type { AimAnswer } from './orientation.ts'

export type Finding = {
  id: string
  stepId: string
  side: FollowUpSide
  /** Since when trainers from outside may read it; null: they do not, if the social side wrote it. */
  sharedOn: PlainDate | null
  aim: AimAnswer | null
  motivation: string | null
  words: Opened
  byId: string
  by: string
  on: PlainDate
}

type Of = { enrolmentId: string; personId: string; stepId: string }

/** What the reader may know of it, oldest first. */
export async function listFindings(tx: Tx, vault: Vault, enrolmentId: string): Promise<Finding[]> {
  const rows = await tx
    .selectFrom('orientation_findings as f')
    .innerJoin('users as u', 'u.id', 'f.written_by')
    .select(['f.id', 'f.step_id', 'f.person_id', 'f.side', 'f.shared_on', 'f.aim_fits', 'f.motivation', 'f.words'])
    .select(['f.written_by', 'f.written_on', 'u.name'])
    .where('f.enrolment_id', '=', enrolmentId)
    .orderBy('f.created_at')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    stepId: r.step_id,
    side: r.side as FollowUpSide,
    sharedOn: r.shared_on,
    aim: r.aim_fits as AimAnswer | null,
    motivation: r.motivation,
    words: vault.open(r.person_id, { table: 'orientation_findings', column: 'words', row: r.id }, r.words),
    byId: r.written_by,
    by: r.name,
    on: r.written_on,
  }))
}

export async function addFinding(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  of: Of,
  finding: { aim: AimAnswer | null; motivation: string | null; words: string; today: PlainDate },
): Promise<void> {
  const id = newId()
  await tx
    .insertInto('orientation_findings')
    .values({
      id,
      step_id: of.stepId,
      enrolment_id: of.enrolmentId,
      person_id: of.personId,
      side: sideOf(actor.role),
      aim_fits: finding.aim,
      motivation: finding.motivation,
      words: vault.seal(of.personId, { table: 'orientation_findings', column: 'words', row: id }, finding.words),
      written_by: actor.id,
      written_on: finding.today,
    })
    .execute()
}

/** The person agrees that trainers from outside the house read it. @returns false when there is nothing to share. */
export async function shareFinding(tx: Tx, findingId: string, enrolmentId: string, today: PlainDate): Promise<boolean> {
  const result = await tx
    .updateTable('orientation_findings')
    .set({ shared_on: today })
    .where('id', '=', findingId)
    .where('enrolment_id', '=', enrolmentId)
    .where('side', '=', 'social')
    .where('shared_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

export type Feedback = {
  id: string
  stepId: string
  words: Opened
  byId: string
  by: string
  on: PlainDate
  to: { userId: string; name: string; seenOn: PlainDate | null }[]
}

/** Feedback that the reader may know, newest first, with who has seen it. */
export async function listFeedback(tx: Tx, vault: Vault, enrolmentId: string): Promise<Feedback[]> {
  const rows = await tx
    .selectFrom('orientation_feedback as f')
    .innerJoin('users as u', 'u.id', 'f.sent_by')
    .select(['f.id', 'f.step_id', 'f.person_id', 'f.words', 'f.sent_by', 'f.sent_on', 'u.name'])
    .where('f.enrolment_id', '=', enrolmentId)
    .orderBy('f.created_at', 'desc')
    .execute()
  const receipts = await tx
    .selectFrom('orientation_receipts as r')
    .innerJoin('users as u', 'u.id', 'r.user_id')
    .select(['r.feedback_id', 'r.user_id', 'r.seen_on', 'u.name'])
    .where('r.enrolment_id', '=', enrolmentId)
    .orderBy('u.name')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    stepId: r.step_id,
    words: vault.open(r.person_id, { table: 'orientation_feedback', column: 'words', row: r.id }, r.words),
    byId: r.sent_by,
    by: r.name,
    on: r.sent_on,
    to: receipts
      .filter((one) => one.feedback_id === r.id)
      .map((one) => ({ userId: one.user_id, name: one.name, seenOn: one.seen_on })),
  }))
}

export async function sendFeedback(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  of: Of,
  feedback: { words: string; to: readonly string[]; today: PlainDate },
): Promise<void> {
  if (feedback.to.length === 0) return
  const id = newId()
  await tx
    .insertInto('orientation_feedback')
    .values({
      id,
      step_id: of.stepId,
      enrolment_id: of.enrolmentId,
      person_id: of.personId,
      side: sideOf(actor.role),
      words: vault.seal(of.personId, { table: 'orientation_feedback', column: 'words', row: id }, feedback.words),
      sent_by: actor.id,
      sent_on: feedback.today,
    })
    .execute()
  await tx
    .insertInto('orientation_receipts')
    .values(
      feedback.to.map((userId) => ({
        feedback_id: id,
        user_id: userId,
        sent_by: actor.id,
        enrolment_id: of.enrolmentId,
        person_id: of.personId,
      })),
    )
    .execute()
}

/** @returns false when it is not addressed to the actor or they saw it already. */
export async function pressSeen(
  tx: Tx,
  feedbackId: string,
  enrolmentId: string,
  userId: string,
  today: PlainDate,
): Promise<boolean> {
  const result = await tx
    .updateTable('orientation_receipts')
    .set({ seen_on: today })
    .where('feedback_id', '=', feedbackId)
    .where('enrolment_id', '=', enrolmentId)
    .where('user_id', '=', userId)
    .where('seen_on', 'is', null)
    .executeTakeFirst()
  return changed(result)
}

/** Feedback addressed to somebody that they have not seen yet, oldest first. */
export async function listUnseen(
  tx: Tx,
  userId: string,
): Promise<
  { feedbackId: string; enrolmentId: string; firstName: string; lastName: string | null; by: string; on: PlainDate }[]
> {
  const { rows } = await sql<Awaited<ReturnType<typeof listUnseen>>[number]>`
    select r.feedback_id as "feedbackId", r.enrolment_id as "enrolmentId", p.first_name as "firstName",
           p.last_name as "lastName", u.name as by, f.sent_on as "on"
      from orientation_receipts r join orientation_feedback f on f.id = r.feedback_id
      join persons p on p.id = r.person_id join users u on u.id = f.sent_by
     where r.user_id = ${userId}::uuid and r.seen_on is null
     order by f.created_at`.execute(tx)
  return rows
}
