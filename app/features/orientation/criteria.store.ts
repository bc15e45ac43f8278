import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

export const criterionAnswers = ['met', 'not-met', 'not-disclosed', 'not-known'] as const
export type CriterionAnswer = (typeof criterionAnswers)[number]
export const evidenceKinds = ['identity-document', 'certificate', 'attestation', 'declaration'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What is known about a criterion of the target group: the latest answer. */
export type CriterionFact = {
  criterion: string
  answer: CriterionAnswer
  evidence: EvidenceKind | null
  evidenceOn: PlainDate | null
  notedBy: string
  notedOn: PlainDate
}

/** The latest answer to each criterion that anybody noted, for a person in a programme. Not noted is not known. */
export async function listCriteria(tx: Tx, personId: string, programmeId: string): Promise<CriterionFact[]> {
  const { rows } = await sql<CriterionFact>`
    select distinct on (c.criterion) c.criterion, c.answer, c.evidence, c.evidence_on as "evidenceOn",
           u.name as "notedBy", c.noted_on as "notedOn"
      from target_criteria c join users u on u.id = c.noted_by
     where c.person_id = ${personId}::uuid and c.programme_id = ${programmeId}::uuid
     order by c.criterion, c.noted_on desc, c.created_at desc`.execute(tx)
  return rows
}

/** The same for an enrolment: what a funder's register asks. Empty when the reader may not see the enrolment. */
export async function readCriteria(tx: Tx, enrolmentId: string): Promise<CriterionFact[]> {
  const enrolment = await tx
    .selectFrom('enrolments')
    .select(['person_id', 'programme_id'])
    .where('id', '=', enrolmentId)
    .executeTakeFirst()
  return enrolment ? listCriteria(tx, enrolment.person_id, enrolment.programme_id) : []
}

/** Adds what changed; earlier answers stay. */
export async function noteCriteria(
  tx: Tx,
  of: { personId: string; programmeId: string; by: string; today: PlainDate },
  facts: readonly Pick<CriterionFact, 'criterion' | 'answer' | 'evidence' | 'evidenceOn'>[],
): Promise<number> {
  const before = new Map((await listCriteria(tx, of.personId, of.programmeId)).map((f) => [f.criterion, f]))
  const news = facts.filter((fact) => {
    const known = before.get(fact.criterion)
    if (!known) return fact.answer !== 'not-known'
    return known.answer !== fact.answer || known.evidence !== fact.evidence || known.evidenceOn !== fact.evidenceOn
  })
  if (news.length === 0) return 0
  await tx
    .insertInto('target_criteria')
    .values(
      news.map((fact) => ({
        id: newId(),
        person_id: of.personId,
        programme_id: of.programmeId,
        criterion: fact.criterion,
        answer: fact.answer,
        evidence: fact.evidence,
        evidence_on: fact.evidenceOn,
        noted_by: of.by,
        noted_on: of.today,
      })),
    )
    .execute()
  return news.length
}
