/**
 * Levels per language and skill: the CEFR scale extended downwards, and a literacy track for people who do not read any
 * script yet. A level belongs to one skill; there is no global level. Origin in the JSON.
 */
import type { ParticipantText } from '../shared/i18n/text.ts'
import raw from './language-levels.json' with { type: 'json' }

export const languageSkillIds = ['oral-reception', 'oral-production', 'reading', 'writing'] as const
export type LanguageSkillId = (typeof languageSkillIds)[number]

export const languageLevelCodes = [
  'not-assessed', 'none', 'pre-A1', 'A1.1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2',
  'alpha-0', 'alpha-1', 'alpha-2', 'alpha-3', 'alpha-4',
] as const
export type LanguageLevelCode = (typeof languageLevelCodes)[number]
export type LanguageTrack = 'cefr' | 'alpha'

export type LanguageLevel = Readonly<{
  code: LanguageLevelCode
  /** Comparable within one track only; null when not assessed. */
  ordinal: number | null
  track: LanguageTrack | null
  label: ParticipantText
}>

export const languageSkills = raw.skills as readonly Readonly<{ id: LanguageSkillId; label: ParticipantText }>[]
export const languageLevels = raw.levels as readonly LanguageLevel[]

/** How a level came to be known. */
export const levelSources = ['self', 'observed', 'tested'] as const
export type LevelSource = (typeof levelSources)[number]

const byCode = new Map(languageLevels.map((l) => [l.code, l]))

export const isLanguageLevelCode = (value: string): value is LanguageLevelCode => byCode.has(value as LanguageLevelCode)

export function languageLevel(code: LanguageLevelCode): LanguageLevel {
  const found = byCode.get(code)
  if (!found) throw new Error(`no language level ${code}`)
  return found
}

/** The levels that can be chosen for a skill: the literacy track replaces the other one for reading and writing only. */
export function levelsFor(skill: LanguageSkillId): readonly LanguageLevel[] {
  const written = skill === 'reading' || skill === 'writing'
  return languageLevels.filter((l) => written || l.track !== 'alpha')
}

/** Negative, 0 or positive; null when the two cannot be compared (another track, or not assessed). */
export function compareLevels(a: LanguageLevelCode, b: LanguageLevelCode): number | null {
  const [left, right] = [languageLevel(a), languageLevel(b)]
  if (left.ordinal === null || right.ordinal === null || left.track !== right.track) return null
  return left.ordinal - right.ordinal
}
