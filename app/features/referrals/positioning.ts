/** The positioning sheet: what composing groups needs to know. Null is "not known yet"; "not disclosed" is an answer. */
import {
  type LanguageLevelCode,
  type LanguageSkillId,
  languageLevelCodes,
  languageSkillIds,
} from '../../data/language-levels.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Gender } from '../people/person.ts'

export const schoolings = ['never', 'up-to-6', 'up-to-12', 'more', 'not-disclosed'] as const
export const digitals = ['none', 'phone-only', 'with-help', 'alone', 'not-disclosed'] as const
export const childcares = ['yes', 'no', 'not-disclosed'] as const
/** What a place must offer, in words that say nothing about anybody's health. */
export const needs = ['interpreter', 'read-aloud', 'step-free', 'near-front', 'breaks', 'device'] as const
export const halfDays = ['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((day) => [`${day}-am`, `${day}-pm`])
export const trainings = ['none', 'started', 'completed-here', 'completed-abroad', 'not-disclosed'] as const
export const yearsOut = ['under-1', '1-2', '3-5', '6-10', 'over-10', 'never-worked', 'not-disclosed'] as const
/** How a level came to be known, where positioning asks; certificates come with a language test. */
export const levelSources = ['self-declared', 'observed', 'tested'] as const
export type LevelSource = (typeof levelSources)[number] | 'certificate'

export type Sheet = {
  birthYear: number | null
  /** They were asked and do not tell; without effect once the year is known. */
  birthYearWithheld: boolean
  gender: Gender | null
  groupLanguages: string[] | null
  schooling: (typeof schoolings)[number] | null
  digital: (typeof digitals)[number] | null
  place: string | null
  mobile: boolean | null
  halfDays: string[] | null
  childcare: (typeof childcares)[number] | null
  needs: string[] | null
  earliestStart: PlainDate | null
}
export const emptySheet: Sheet = {
  birthYear: null,
  birthYearWithheld: false,
  gender: null,
  groupLanguages: null,
  schooling: null,
  digital: null,
  place: null,
  mobile: null,
  halfDays: null,
  childcare: null,
  needs: null,
  earliestStart: null,
}

/** Asked now because the evaluation can't ask it later. */
export type EvaluationFacts = {
  vocationalTraining: (typeof trainings)[number] | null
  yearsOutOfWork: (typeof yearsOut)[number] | null
  firstAidOn: PlainDate | null
}

/** "Not disclosed" is an answer: nobody asks again, and composing groups leaves the level out of account. */
export const withheldLevel = 'not-disclosed'
export type LevelAnswer = LanguageLevelCode | typeof withheldLevel

/** One level of one skill in one language, as found at a time; later ones stand beside it, none is overwritten. */
export type Level = {
  language: string
  skill: LanguageSkillId
  level: LevelAnswer
  source: LevelSource
  on: PlainDate
  by: string | null
}

export const isLevelAnswer = (value: string): value is LevelAnswer =>
  value === withheldLevel || (languageLevelCodes as readonly string[]).includes(value)

/** What counts now: of each language and skill the latest, given newest first. */
export function latestLevels(levels: readonly Level[]): Level[] {
  const seen = new Set<string>()
  return levels.filter(({ language, skill }) => {
    const key = `${language} ${skill}`
    return seen.has(key) ? false : seen.add(key)
  })
}

export { languageSkillIds }
