import type { LanguageLevelCode } from '../../data/language-levels.ts'
import type { Text } from '../../shared/i18n/text.ts'

/**
 * A level at which a group works through the same themes. Groups are suggested the highest one whose `oralFrom` most of them
 * reach, among those for people who read (`cefr`) or learn to (`alpha`): oral comes first.
 */
export type ContentLevel = Readonly<{
  key: string
  label: Text
  /** What it means for the material. */
  means: Text
  oralFrom: LanguageLevelCode
  written: 'alpha' | 'cefr'
  /** By key of the theme: its material at this level. */
  material?: Readonly<Record<string, Text>>
}>
