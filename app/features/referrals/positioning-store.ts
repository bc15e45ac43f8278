import type { LanguageSkillId } from '../../data/language-levels.ts'
import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Gender } from '../people/person.ts'
import {
  type EvaluationFacts,
  emptySheet,
  isLevelAnswer,
  type Level,
  type LevelSource,
  type Sheet,
} from './positioning.ts'

/** What is known for composing groups; empty where the reader's role does not see it. */
export async function findSheet(tx: Tx, personId: string): Promise<Sheet> {
  const row = await tx
    .selectFrom('persons as p')
    .leftJoin('positioning_sheets as s', 's.person_id', 'p.id')
    .select(['p.birth_date', 'p.birth_year', 'p.gender', 's.group_languages', 's.schooling', 's.digital', 's.place'])
    .select(['s.birth_year_withheld', 's.mobile', 's.half_days', 's.childcare', 's.needs', 's.earliest_start'])
    .where('p.id', '=', personId)
    .executeTakeFirst()
  if (!row) return emptySheet
  return {
    birthYear: row.birth_year ?? (row.birth_date ? Number(row.birth_date.slice(0, 4)) : null),
    birthYearWithheld: row.birth_year_withheld ?? false,
    gender: row.gender as Gender | null,
    groupLanguages: row.group_languages,
    schooling: row.schooling as Sheet['schooling'],
    digital: row.digital as Sheet['digital'],
    place: row.place,
    mobile: row.mobile,
    halfDays: row.half_days,
    childcare: row.childcare as Sheet['childcare'],
    needs: row.needs,
    earliestStart: row.earliest_start,
  }
}

/** Birth year and gender belong to the person; the birth date, where there is one, stays the source of the year. */
export async function saveIdentityPart(
  tx: Tx,
  personId: string,
  { birthYear, gender }: Pick<Sheet, 'birthYear' | 'gender'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('persons')
    .set({ birth_year: birthYear, gender, updated_at: sql`now()` })
    .where('id', '=', personId)
    .executeTakeFirst()
  return changed(result)
}

export async function saveSheet(
  tx: Tx,
  personId: string,
  by: string,
  sheet: Omit<Sheet, 'birthYear' | 'birthYearWithheld' | 'gender' | 'groupLanguages'> & {
    /** Left as they are when not given. */
    groupLanguages?: string[] | null
    birthYearWithheld?: boolean
  },
): Promise<void> {
  const values = {
    ...(sheet.groupLanguages === undefined ? {} : { group_languages: sheet.groupLanguages }),
    ...(sheet.birthYearWithheld === undefined ? {} : { birth_year_withheld: sheet.birthYearWithheld }),
    schooling: sheet.schooling,
    digital: sheet.digital,
    place: sheet.place,
    mobile: sheet.mobile,
    half_days: sheet.halfDays,
    childcare: sheet.childcare,
    needs: sheet.needs,
    earliest_start: sheet.earliestStart,
    updated_by: by,
  }
  await tx
    .insertInto('positioning_sheets')
    .values({ person_id: personId, ...values })
    .onConflict((c) => c.column('person_id').doUpdateSet({ ...values, updated_at: sql`now()` }))
    .execute()
}

/** Every level ever noted, newest first. */
export async function listLevels(tx: Tx, personId: string): Promise<Level[]> {
  const rows = await tx
    .selectFrom('language_levels as l')
    .leftJoin('users as u', 'u.id', 'l.assessed_by')
    .select(['l.language', 'l.skill', 'l.level', 'l.source', 'l.assessed_on', 'u.name'])
    .where('l.person_id', '=', personId)
    .orderBy('l.assessed_on', 'desc')
    .orderBy('l.created_at', 'desc')
    .execute()
  return rows.flatMap((r) =>
    isLevelAnswer(r.level)
      ? {
          language: r.language,
          skill: r.skill as LanguageSkillId,
          level: r.level,
          source: r.source as LevelSource,
          on: r.assessed_on,
          by: r.name,
        }
      : [],
  )
}

export async function addLevels(tx: Tx, personId: string, by: string, levels: Omit<Level, 'by'>[]): Promise<void> {
  if (levels.length === 0) return
  await tx
    .insertInto('language_levels')
    .values(
      levels.map((l) => ({
        id: newId(),
        person_id: personId,
        language: l.language,
        skill: l.skill,
        level: l.level,
        source: l.source,
        assessed_by: by,
        assessed_on: l.on,
      })),
    )
    .execute()
}

/** Undefined where there is no row that the reader may see. */
export async function findEvaluationFacts(tx: Tx, personId: string): Promise<EvaluationFacts | undefined> {
  const row = await tx
    .selectFrom('person_social_aid')
    .select(['vocational_training', 'years_out_of_work', 'first_aid_on'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return (
    row && {
      vocationalTraining: row.vocational_training as EvaluationFacts['vocationalTraining'],
      yearsOutOfWork: row.years_out_of_work as EvaluationFacts['yearsOutOfWork'],
      firstAidOn: row.first_aid_on as PlainDate | null,
    }
  )
}

export async function saveEvaluationFacts(
  tx: Tx,
  { personId, institutionId }: { personId: string; institutionId: string },
  facts: EvaluationFacts,
): Promise<void> {
  const values = {
    vocational_training: facts.vocationalTraining,
    years_out_of_work: facts.yearsOutOfWork,
    first_aid_on: facts.firstAidOn,
  }
  await tx
    .insertInto('person_social_aid')
    .values({ person_id: personId, institution_id: institutionId, ...values })
    .onConflict((c) => c.column('person_id').doUpdateSet({ ...values, updated_at: sql`now()` }))
    .execute()
}
