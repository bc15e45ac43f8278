import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Vault } from '../../shared/vault/vault.ts'
import { sideOf } from '../professionals/professional.ts'
import type { LearnerProfile, NotedSchooling, Schooling, Triage, TriageReason } from './language-test.ts'

/** What was ever noted of the schooling, the latest first. */
export async function listSchooling(tx: Tx, personId: string): Promise<NotedSchooling[]> {
  const rows = await tx
    .selectFrom('schooling_profiles as s')
    .innerJoin('users as u', 'u.id', 's.noted_by')
    .selectAll('s')
    .select('u.name')
    .where('s.person_id', '=', personId)
    .orderBy('s.noted_on', 'desc')
    .orderBy('s.created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    years: row.years,
    yearsWithheld: row.years_withheld,
    schooledIn: row.schooled_in,
    script: row.script as Schooling['script'],
    reads: row.reads as Schooling['reads'],
    literacyClasses: row.literacy_classes as Schooling['literacyClasses'],
    on: row.noted_on,
    by: row.name,
  }))
}

/** The answer of the positioning sheet that says the same; undefined leaves the sheet as it is. */
export function sheetSchooling({ years, yearsWithheld }: Pick<Schooling, 'years' | 'yearsWithheld'>) {
  if (yearsWithheld) return 'not-disclosed'
  if (years === null) return undefined
  return years === 0 ? 'never' : years <= 6 ? 'up-to-6' : years <= 12 ? 'up-to-12' : 'more'
}

/** Adds what is known now, and tells the positioning sheet, which composing reads. */
export async function addSchooling(
  tx: Tx,
  actor: StaffActor,
  { personId, schooling, today }: { personId: string; schooling: Schooling; today: PlainDate },
): Promise<void> {
  await tx
    .insertInto('schooling_profiles')
    .values({
      id: newId(),
      person_id: personId,
      years: schooling.years,
      years_withheld: schooling.yearsWithheld,
      schooled_in: schooling.schooledIn,
      script: schooling.script,
      reads: schooling.reads,
      literacy_classes: schooling.literacyClasses,
      noted_on: today,
      noted_by: actor.id,
    })
    .execute()
  const said = sheetSchooling(schooling)
  if (said === undefined) return
  await tx
    .insertInto('positioning_sheets')
    .values({ person_id: personId, schooling: said, updated_by: actor.id })
    .onConflict((c) =>
      c.column('person_id').doUpdateSet({ schooling: said, updated_by: actor.id, updated_at: sql`now()` }),
    )
    .execute()
}

/** What was decided, the latest first; with the words for those who may read them. */
export async function listTriages(tx: Tx, vault: Vault, personId: string): Promise<Triage[]> {
  const rows = await tx
    .selectFrom('language_triages as t')
    .innerJoin('users as u', 'u.id', 't.decided_by')
    .leftJoin('language_triage_words as w', 'w.triage_id', 't.id')
    .select(['t.id', 't.language', 't.suggested', 't.decided', 't.reason', 't.decided_on', 'u.name', 'w.words'])
    .where('t.person_id', '=', personId)
    .orderBy('t.decided_on', 'desc')
    .orderBy('t.created_at', 'desc')
    .execute()
  return rows.map((row) => {
    const opened =
      row.words && vault.open(personId, { table: 'language_triage_words', column: 'words', row: row.id }, row.words)
    return {
      id: row.id,
      language: row.language,
      suggested: row.suggested as LearnerProfile | null,
      decided: row.decided as LearnerProfile,
      reason: row.reason as TriageReason | null,
      on: row.decided_on,
      by: row.name,
      words: opened?.state === 'open' ? opened.text : null,
    }
  })
}

/** The latest decision of each of these people in a language. */
export async function latestTriages(
  tx: Tx,
  personIds: readonly string[],
  language: string,
): Promise<Map<string, LearnerProfile>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ personId: string; decided: LearnerProfile }>`
    select distinct on (person_id) person_id as "personId", decided from language_triages
     where person_id = any(${[...personIds]}::uuid[]) and language = ${language}
     order by person_id, decided_on desc, created_at desc`.execute(tx)
  return new Map(rows.map((row) => [row.personId, row.decided]))
}

type NewTriage = Pick<Triage, 'language' | 'suggested' | 'decided' | 'reason' | 'words'>

export async function addTriage(
  tx: Tx,
  vault: Vault,
  actor: StaffActor,
  { personId, triage, today }: { personId: string; triage: NewTriage; today: PlainDate },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('language_triages')
    .values({
      id,
      person_id: personId,
      language: triage.language,
      suggested: triage.suggested,
      decided: triage.decided,
      reason: triage.reason,
      decided_on: today,
      decided_by: actor.id,
    })
    .execute()
  if (triage.words)
    await tx
      .insertInto('language_triage_words')
      .values({
        triage_id: id,
        person_id: personId,
        side: sideOf(actor.role),
        words: vault.seal(personId, { table: 'language_triage_words', column: 'words', row: id }, triage.words),
      })
      .execute()
  return id
}
