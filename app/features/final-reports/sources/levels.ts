import {
  isLanguageLevelCode,
  type LanguageSkillId,
  languageLevel,
  languageSkillIds,
  languageSkills,
} from '../../../data/language-levels.ts'
import type { Said } from '../facts.ts'
import { nothing, type Source } from './source.ts'

/** Each skill at first and now: never one level for everything. */
export const levels: Source = async ({ tx, enrolment, side }) => {
  if (side === 'social') return nothing
  const rows = await tx
    .selectFrom('language_levels')
    .select(['language', 'skill', 'level', 'assessed_on'])
    .where('person_id', '=', enrolment.personId)
    .orderBy('assessed_on')
    .orderBy('created_at')
    .execute()
  const assessed = rows.filter(({ level }) => level !== 'not-assessed' && isLanguageLevelCode(level))
  if (assessed.length === 0) return { lines: [{ say: 'noLevels' }], tables: [] }
  const said = ({ level }: (typeof rows)[number]): Said =>
    isLanguageLevelCode(level) ? { text: languageLevel(level).label } : level
  return {
    lines: [],
    tables: [...Map.groupBy(assessed, ({ language }) => language)].map(([language, all]) => ({
      title: { language },
      head: ['skill', 'then', 'now'],
      rows: languageSkillIds.flatMap((skill: LanguageSkillId): Said[][] => {
        const own = all.filter((row) => row.skill === skill)
        const [first, last] = [own[0], own.at(-1)]
        if (!first || !last) return []
        return [
          [
            { text: languageSkills.find(({ id }) => id === skill)!.label },
            { say: 'levelOn', with: { level: said(first), day: { day: first.assessed_on } } },
            first === last
              ? { say: 'sameTest' }
              : { say: 'levelOn', with: { level: said(last), day: { day: last.assessed_on } } },
          ],
        ]
      }),
    })),
  }
}
