/** What a referral brings: the enrolment, what was explained, words under the person's key, talks, answers on paper. */
import type { StageKind } from '../../blueprints/blueprint.ts'
import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened, Vault } from '../../shared/vault/vault.ts'
import type { Answers, Score } from '../assessments/scoring.ts'
import type { Enrolment } from './enrolment.ts'

export type NewReferral = {
  personId: string
  programmeId: string
  language: string
  stage: { key: string; kind: StageKind }
  explained: string[]
  sheetLanguage: string | null
  explainedOn: PlainDate | null
  /** Null where the role of whoever refers does not write notes. */
  words: { reason: string; expectation: string | null } | null
  today: PlainDate
}

/** @returns the id of the new enrolment, at its first stage. */
export async function createReferral(tx: Tx, vault: Vault, actor: StaffActor, r: NewReferral): Promise<string> {
  const enrolmentId = newId()
  const referralId = newId()
  await tx
    .insertInto('enrolments')
    .values({
      id: enrolmentId,
      person_id: r.personId,
      programme_id: r.programmeId,
      referrer_id: actor.id,
      language: r.language,
      created_on: r.today,
    })
    .execute()
  await tx
    .insertInto('enrolment_stages')
    .values({
      id: newId(),
      enrolment_id: enrolmentId,
      person_id: r.personId,
      stage: r.stage.key,
      kind: r.stage.kind,
      on_date: r.today,
      entered_by: actor.id,
    })
    .execute()
  await tx
    .insertInto('referrals')
    .values({
      id: referralId,
      enrolment_id: enrolmentId,
      person_id: r.personId,
      referrer_id: actor.id,
      institution_id: actor.institutionId,
      explained: r.explained,
      sheet_language: r.sheetLanguage,
      explained_on: r.explainedOn,
      sent_on: r.today,
    })
    .execute()
  if (r.words) {
    const place = (column: string) => ({ table: 'referral_words', column, row: referralId })
    const { reason, expectation } = r.words
    await tx
      .insertInto('referral_words')
      .values({
        referral_id: referralId,
        person_id: r.personId,
        reason: vault.seal(r.personId, place('reason'), reason),
        expectation: expectation ? vault.seal(r.personId, place('expectation'), expectation) : null,
        written_by: actor.id,
      })
      .execute()
  }
  return enrolmentId
}

export type Referral = {
  id: string
  referrer: string
  sentOn: PlainDate
  explained: string[]
  sheetLanguage: string | null
  explainedOn: PlainDate | null
  /** Undefined for readers without the notes class, and where none were written. */
  words?: { reason: Opened; expectation: Opened | null }
}

export async function findReferral(tx: Tx, vault: Vault, enrolmentId: string): Promise<Referral | undefined> {
  const row = await tx
    .selectFrom('referrals as r')
    .innerJoin('users as u', 'u.id', 'r.referrer_id')
    .leftJoin('referral_words as w', 'w.referral_id', 'r.id')
    .select(['r.id', 'r.person_id', 'u.name', 'r.sent_on', 'r.explained', 'r.sheet_language', 'r.explained_on'])
    .select(['w.reason', 'w.expectation'])
    .where('r.enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) return undefined
  const open = (column: string, sealed: Buffer) =>
    vault.open(row.person_id, { table: 'referral_words', column, row: row.id }, sealed)
  return {
    id: row.id,
    referrer: row.name,
    sentOn: row.sent_on,
    explained: row.explained,
    sheetLanguage: row.sheet_language,
    explainedOn: row.explained_on,
    ...(row.reason
      ? {
          words: {
            reason: open('reason', row.reason),
            expectation: row.expectation && open('expectation', row.expectation),
          },
        }
      : {}),
  }
}

export type MotivationTalk = { id: string; on: PlainDate; by: string; words: Opened | null }

/** Talks of the referrer with the person, newest first; none for readers without the notes class. */
export async function listTalks(tx: Tx, vault: Vault, enrolmentId: string): Promise<MotivationTalk[]> {
  const rows = await tx
    .selectFrom('motivation_talks as m')
    .innerJoin('users as u', 'u.id', 'm.held_by')
    .select(['m.id', 'm.person_id', 'm.held_on', 'm.words', 'u.name'])
    .where('m.enrolment_id', '=', enrolmentId)
    .orderBy('m.held_on', 'desc')
    .orderBy('m.created_at', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    on: r.held_on,
    by: r.name,
    words: r.words && vault.open(r.person_id, { table: 'motivation_talks', column: 'words', row: r.id }, r.words),
  }))
}

export async function addTalk(
  tx: Tx,
  vault: Vault,
  enrolment: Pick<Enrolment, 'id' | 'personId'>,
  talk: { on: PlainDate; by: string; words: string | null },
): Promise<void> {
  const id = newId()
  const place = { table: 'motivation_talks', column: 'words', row: id }
  await tx
    .insertInto('motivation_talks')
    .values({
      id,
      enrolment_id: enrolment.id,
      person_id: enrolment.personId,
      held_on: talk.on,
      held_by: talk.by,
      words: talk.words ? vault.seal(enrolment.personId, place, talk.words) : null,
    })
    .execute()
}

export const instrumentMoments = ['before', 'after', 'later'] as const
export type InstrumentMoment = (typeof instrumentMoments)[number]

/** Answers from paper, entered by staff. A second sheet of the same instrument and moment is refused by the table. */
export async function addAnswers(
  tx: Tx,
  enrolment: Pick<Enrolment, 'id' | 'personId'>,
  a: { instrument: string; moment: InstrumentMoment; answers: Answers; score: Score; on: PlainDate; by: string },
): Promise<void> {
  await tx
    .insertInto('instrument_answers')
    .values({
      id: newId(),
      enrolment_id: enrolment.id,
      person_id: enrolment.personId,
      instrument: a.instrument,
      moment: a.moment,
      answers: JSON.stringify(a.answers),
      score: a.score.kind === 'total' ? sql`${a.score.value}::numeric` : null,
      answered_on: a.on,
      entered_by_kind: 'staff',
      entered_by: a.by,
    })
    .execute()
}

/** Which instruments were answered, and when. Scores are not for the referrer: they belong to the evaluation. */
export async function listAnswered(
  tx: Tx,
  enrolmentId: string,
): Promise<{ instrument: string; moment: InstrumentMoment; on: PlainDate }[]> {
  const rows = await tx
    .selectFrom('instrument_answers')
    .select(['instrument', 'moment', 'answered_on'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('answered_on')
    .execute()
  return rows.map((r) => ({ instrument: r.instrument, moment: r.moment as InstrumentMoment, on: r.answered_on }))
}
