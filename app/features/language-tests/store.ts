import type { LanguageSkillId } from '../../data/language-levels.ts'
import { newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { isLevelAnswer, type LevelSource } from '../referrals/positioning.ts'
import type { DatedLevel, LanguageTest, Moment, NewTest, ThenAndNow } from './language-test.ts'
import { thenAndNow } from './rules.ts'

/** Writes a sitting with its levels. @returns its id. */
export async function addTest(tx: Tx, actor: StaffActor, personId: string, test: NewTest): Promise<string> {
  const id = newId()
  await tx
    .insertInto('language_tests')
    .values({
      id,
      person_id: personId,
      language: test.language,
      moment: test.moment,
      source: test.source,
      test_name: test.testName,
      issuer: test.source === 'certificate' ? test.issuer : null,
      assessor: test.assessor,
      tested_on: test.on,
      recorded_by: actor.id,
    })
    .execute()
  await tx
    .insertInto('language_levels')
    .values(
      test.levels.map(({ skill, level }) => ({
        id: newId(),
        test_id: id,
        person_id: personId,
        language: test.language,
        skill,
        level,
        source: test.source,
        assessed_by: actor.id,
        assessed_on: test.on,
      })),
    )
    .execute()
  return id
}

/** Every sitting of a person and every level noted outside of one, the newest first. */
export async function listTests(tx: Tx, personId: string): Promise<LanguageTest[]> {
  const rows = await tx
    .selectFrom('language_levels as l')
    .leftJoin('language_tests as t', 't.id', 'l.test_id')
    .leftJoin('users as u', 'u.id', 'l.assessed_by')
    .select(['l.id', 'l.test_id', 'l.language', 'l.skill', 'l.level', 'l.source', 'l.assessed_on', 'u.name'])
    .select(['t.moment', 't.test_name', 't.issuer', 't.assessor', 'l.created_at'])
    .where('l.person_id', '=', personId)
    .orderBy('l.assessed_on', 'desc')
    .orderBy('l.created_at', 'desc')
    .execute()
  // Levels that positioning noted at once were written at once.
  const key = (row: (typeof rows)[number]) =>
    row.test_id ?? [row.language, row.source, row.assessed_on, row.created_at.toISOString()].join(' ')
  return [...Map.groupBy(rows, key).values()].map((all) => {
    const one = all[0]!
    return {
      id: one.test_id ?? one.id,
      language: one.language,
      moment: one.moment as Moment | null,
      source: one.source as LevelSource,
      testName: one.test_name,
      issuer: one.issuer,
      assessor: one.assessor,
      on: one.assessed_on,
      by: one.name,
      levels: all.flatMap(({ skill, level }) =>
        isLevelAnswer(level) ? [{ skill: skill as LanguageSkillId, level }] : [],
      ),
    }
  })
}

/** All levels of these people in one language, or in any. */
export async function listDatedLevels(tx: Tx, personIds: readonly string[], language?: string): Promise<DatedLevel[]> {
  if (personIds.length === 0) return []
  let query = tx
    .selectFrom('language_levels')
    .select(['person_id', 'language', 'skill', 'level', 'source', 'assessed_on', 'created_at'])
    .where('person_id', 'in', [...personIds])
  if (language) query = query.where('language', '=', language)
  const rows = await query.orderBy('assessed_on').orderBy('created_at').execute()
  return rows.flatMap((row) =>
    isLevelAnswer(row.level)
      ? [
          {
            personId: row.person_id,
            language: row.language,
            skill: row.skill as LanguageSkillId,
            level: row.level,
            source: row.source as LevelSource,
            on: row.assessed_on,
            recordedAt: row.created_at,
          },
        ]
      : [],
  )
}

/** First and latest level of each skill and track in a language: for the final report and the funders' indicators. */
export const levelsThenAndNow = async (tx: Tx, personId: string, language: string): Promise<ThenAndNow[]> =>
  thenAndNow(await listDatedLevels(tx, [personId], language))

/** The same for many people at once, by person. */
export async function levelsThenAndNowOf(
  tx: Tx,
  personIds: readonly string[],
  language: string,
): Promise<Map<string, ThenAndNow[]>> {
  const rows = Map.groupBy(await listDatedLevels(tx, personIds, language), (one) => one.personId)
  return new Map([...rows].map(([personId, levels]) => [personId, thenAndNow(levels)]))
}

/** Names of tests used before by those whose files one sees, for suggestions. */
export async function listTestNames(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('language_tests')
    .select('test_name')
    .distinct()
    .where('test_name', 'is not', null)
    .orderBy('test_name')
    .limit(20)
    .execute()
  return rows.flatMap(({ test_name }) => test_name ?? [])
}

/** When each of these people was last tested in a language: a sitting, not a saying. */
export async function lastTested(
  tx: Tx,
  personIds: readonly string[],
  language: string,
): Promise<Map<string, { on: PlainDate; moment: Moment }>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ personId: string; on: PlainDate; moment: Moment }>`
    select distinct on (person_id) person_id as "personId", tested_on as on, moment from language_tests
     where person_id = any(${[...personIds]}::uuid[]) and language = ${language}
     order by person_id, tested_on desc, created_at desc`.execute(tx)
  return new Map(rows.map((row) => [row.personId, { on: row.on, moment: row.moment }]))
}
