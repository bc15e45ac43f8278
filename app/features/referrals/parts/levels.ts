import { languageLevel } from '../../../data/language-levels.ts'
import type { Words } from '../../../shared/i18n/i18n.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { type LevelAnswer, withheldLevel } from '../positioning.ts'

/** A level as people say it, or that they do not tell it. */
export const levelWords = (level: LevelAnswer, { t, lang }: Pick<Words, 't'> & { lang: string }): string =>
  level === withheldLevel ? t('referrals.levels.not-disclosed') : textIn(languageLevel(level).label, lang).text
