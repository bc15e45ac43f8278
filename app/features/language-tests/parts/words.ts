import type { LanguageLevelCode, LanguageSkillId } from '../../../data/language-levels.ts'
import { languageLevel, languageSkills } from '../../../data/language-levels.ts'
import type { Translate } from '../../../shared/i18n/i18n.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { type LevelAnswer, withheldLevel } from '../../referrals/positioning.ts'

type Words = { t: Translate; lang: string }

/** A level in two: what it is called, and what that means; some have the name only. */
export function levelParts(code: LanguageLevelCode, lang: string): { name: string; means: string | null } {
  const [name, means] = textIn(languageLevel(code).label, lang).text.split(/\s*:\s+/)
  return { name: name!, means: means ?? null }
}

/** A level by its name only: `A1.1`, `Alpha 2`; not disclosed in words. */
export const levelName = (level: LevelAnswer, { t, lang }: Words): string =>
  level === withheldLevel ? t('languageTests.withheld') : levelParts(level, lang).name

export const skillName = (skill: LanguageSkillId, lang: string): string =>
  textIn(languageSkills.find(({ id }) => id === skill)!.label, lang).text
