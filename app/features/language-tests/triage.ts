import { type LanguageLevelCode, type LanguageSkillId, languageLevel } from '../../data/language-levels.ts'
import { type LevelAnswer, withheldLevel } from '../referrals/positioning.ts'
import { type LearnerProfile, type Schooling, withheld } from './language-test.ts'

/** Why a profile is suggested; words in `languageTests.because.<key>`. */
export const becauses = [
  'level-enough',
  'reads-nothing',
  'reads-nothing-classes',
  'few-years',
  'few-years-classes',
  'few-years-writes',
  'few-years-reads',
  'local-school-not-at-ease',
  'local-school-at-ease',
  'school-elsewhere',
  'learns-letters',
] as const
export type Because = (typeof becauses)[number]
export type Suggestion = { profile: LearnerProfile; because: Because }

/** About five school years in a row part those who learn to read from those who learn a language (see below). */
export const schooledYears = 5
/** From this level in every skill no course is needed: our default, the level that authorities ask for at most. */
const enough: LanguageLevelCode = 'B2'

type Facts = {
  schooling: Omit<Schooling, 'script'>
  /** The language that is learned. */
  language: string
  /** What counts now, in that language. */
  levels: Partial<Record<LanguageSkillId, LevelAnswer>>
}

/**
 * Which kind of course is likely right; null when too little is known to say. A suggestion only: the assessor confirms.
 *
 * Source: the triage of French-speaking Belgian organisations ("outil de repérage") and the learner profiles of the scale:
 * schooled elsewhere for about five years in a row: second language; schooled in the local language and not at ease in
 * writing: refresher; fewer years and not at ease in any script: literacy, or post-literacy after literacy classes or from A1.1 in writing.
 * Definitions vary between organisations. Ours: who reads in no script is suggested literacy whatever the years.
 */
export function suggestTriage({ schooling, language, levels }: Facts): Suggestion | null {
  const say = (profile: LearnerProfile, because: Because): Suggestion => ({ profile, because })
  const { years } = schooling
  const reads = schooling.reads === 'not-disclosed' ? null : schooling.reads
  const classes = schooling.literacyClasses === 'yes'
  const local =
    schooling.schooledIn === null || schooling.schooledIn === withheld ? null : schooling.schooledIn === language
  const writes = levelOf(levels, 'writing')
  const writesA1 = writes !== null && (writes === 'alpha-4' || isAtLeast(writes, 'A1.1'))

  if (allAtLeast(levels, enough)) return say('none', 'level-enough')
  if (reads === 'no') return classes ? say('post-alpha', 'reads-nothing-classes') : say('alpha', 'reads-nothing')
  if (years !== null && years < schooledYears) {
    if (reads === 'easily') return say('fle', 'few-years-reads')
    if (classes) return say('post-alpha', 'few-years-classes')
    return writesA1 ? say('post-alpha', 'few-years-writes') : say('alpha', 'few-years')
  }
  if (years !== null && local !== null) {
    if (!local) return say('fle', 'school-elsewhere')
    const atEase = reads === 'easily' && !isAlpha(writes)
    return atEase ? say('none', 'local-school-at-ease') : say('illettrisme', 'local-school-not-at-ease')
  }
  // Nobody knows the years: whoever is tested on the literacy track learns letters.
  if (years === null && isAlpha(levelOf(levels, 'reading')) && reads !== 'easily')
    return classes ? say('post-alpha', 'few-years-classes') : say('alpha', 'learns-letters')
  return null
}

function levelOf(levels: Facts['levels'], skill: LanguageSkillId): LanguageLevelCode | null {
  const level = levels[skill]
  return level === undefined || level === withheldLevel || languageLevel(level).ordinal === null ? null : level
}
const isAlpha = (level: LanguageLevelCode | null) => level !== null && languageLevel(level).track === 'alpha'
const isAtLeast = (level: LanguageLevelCode, least: LanguageLevelCode) =>
  languageLevel(level).track === 'cefr' && languageLevel(level).ordinal! >= languageLevel(least).ordinal!

function allAtLeast(levels: Facts['levels'], least: LanguageLevelCode): boolean {
  return (['oral-reception', 'oral-production', 'reading', 'writing'] as const).every((skill) => {
    const level = levelOf(levels, skill)
    return level !== null && isAtLeast(level, least)
  })
}
