import type { LanguageLevelCode, LanguageSkillId, LanguageTrack } from '../../data/language-levels.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { LevelAnswer, LevelSource } from '../referrals/positioning.ts'

export const moments = ['entry', 'between', 'exit'] as const
export type Moment = (typeof moments)[number]

export const testSources = ['tested', 'observed', 'certificate', 'self-declared'] as const

/** Whether it is oral or written; the oral skills come first wherever levels are shown. */
export const isWritten = (skill: LanguageSkillId) => skill === 'reading' || skill === 'writing'

export type NewTest = {
  language: string
  moment: Moment
  source: LevelSource
  testName: string | null
  /** Who issued the certificate. */
  issuer: string | null
  /** Who assessed when it was not whoever records it. */
  assessor: string | null
  on: PlainDate
  levels: { skill: LanguageSkillId; level: LevelAnswer }[]
}

/** One sitting; levels noted with positioning have none and stand alone. */
export type LanguageTest = Omit<NewTest, 'moment'> & { id: string; moment: Moment | null; by: string | null }

/** One level found at a time. `recordedAt` orders those of one day. */
export type DatedLevel = {
  personId: string
  language: string
  skill: LanguageSkillId
  level: LevelAnswer
  source: LevelSource
  on: PlainDate
  recordedAt: Date
}

export type Found = { level: LanguageLevelCode; on: PlainDate; source: LevelSource }

/** The first and the latest level of one skill on one track, and how many steps lie between; below 0 it went down. */
export type ThenAndNow = { skill: LanguageSkillId; track: LanguageTrack; first: Found; last: Found; steps: number }

export const scripts = [
  'latin',
  'arabic',
  'cyrillic',
  'ethiopic',
  'chinese',
  'indic',
  'greek',
  'other',
  'none',
  'not-disclosed',
] as const
export const readings = ['easily', 'with-effort', 'no', 'not-disclosed'] as const
export const yesNo = ['yes', 'no', 'not-disclosed'] as const
/** In place of a language: asked, and not told. */
export const withheld = 'not-disclosed'

/** Null is not known yet; not disclosed is an answer. */
export type Schooling = {
  /** School years in a row. */
  years: number | null
  yearsWithheld: boolean
  /** Code of the language, or not disclosed. */
  schooledIn: string | null
  script: (typeof scripts)[number] | null
  /** Whether they read in any script. */
  reads: (typeof readings)[number] | null
  literacyClasses: (typeof yesNo)[number] | null
}
export type NotedSchooling = Schooling & { id: string; on: PlainDate; by: string }

/** Of `learner_profile` in the scale's source: literacy, post-literacy, refresher, second language, no need. */
export const learnerProfiles = ['alpha', 'post-alpha', 'illettrisme', 'fle', 'none'] as const
export type LearnerProfile = (typeof learnerProfiles)[number]

export const triageReasons = ['test-result', 'interview', 'schooling', 'own-wish', 'other'] as const
export type TriageReason = (typeof triageReasons)[number]

export type Triage = {
  id: string
  language: string
  suggested: LearnerProfile | null
  decided: LearnerProfile
  reason: TriageReason | null
  on: PlainDate
  by: string
  /** In words, where the reader may see them. */
  words: string | null
}
