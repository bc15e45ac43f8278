import {
  compareLevels,
  type LanguageLevelCode,
  type LanguageSkillId,
  type LanguageTrack,
  languageLevel,
  languageLevels,
  languageSkillIds,
} from '../../data/language-levels.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { type LevelAnswer, withheldLevel } from '../referrals/positioning.ts'
import type { DatedLevel, ThenAndNow } from './language-test.ts'

/** A test has a day in the life of the person that has come already. */
export function dating(
  on: PlainDate,
  { today, birthDate, birthYear }: { today: PlainDate; birthDate: PlainDate | null; birthYear: number | null },
): Decision<PlainDate> {
  if (on > today) return refuse('languageTests.on.future')
  const born = birthDate ?? (birthYear === null ? null : `${birthYear}-01-01`)
  if (born !== null && on < born) return refuse('languageTests.on.beforeBirth')
  return accept(on)
}

/** The levels of a track from the lowest up; a step is from one to the next. */
export const stepsOf = (track: LanguageTrack): LanguageLevelCode[] =>
  languageLevels
    .filter((level) => level.track === track)
    .toSorted((a, b) => a.ordinal! - b.ordinal!)
    .map(({ code }) => code)

/** Steps from one level up to another (below 0: down); null when they are of two tracks or not assessed. */
export function stepsUp(from: LanguageLevelCode, to: LanguageLevelCode): number | null {
  if (compareLevels(from, to) === null) return null
  const steps = stepsOf(languageLevel(from).track!)
  return steps.indexOf(to) - steps.indexOf(from)
}

type Level = DatedLevel & { level: LanguageLevelCode }
const isLevel = (one: DatedLevel): one is Level =>
  one.level !== withheldLevel && languageLevel(one.level).ordinal !== null

/** Of each skill in order of time, of several found on one day the one recorded last: so a slip is put right by testing again. */
export function overTime(levels: readonly DatedLevel[], skill: LanguageSkillId): Level[] {
  const sorted = levels
    .filter(isLevel)
    .filter((one) => one.skill === skill)
    .toSorted((a, b) => (a.on === b.on ? a.recordedAt.getTime() - b.recordedAt.getTime() : a.on < b.on ? -1 : 1))
  return sorted.filter((one, i) => sorted[i + 1]?.on !== one.on)
}

/**
 * The first and the latest level of each skill and track, oral first. The migration fund counts at least one step up on the
 * same track and skill between entry and exit (AMIF R.2.8, `rules` of the scale). What the person said of themselves counts
 * only where nobody assessed: a saying and a test are two measures.
 */
export function thenAndNow(levels: readonly DatedLevel[]): ThenAndNow[] {
  return languageSkillIds.flatMap((skill) =>
    (['cefr', 'alpha'] as const).flatMap((track) => {
      const all = overTime(levels, skill).filter((one) => languageLevel(one.level).track === track)
      const assessed = all.filter((one) => one.source !== 'self-declared')
      const counted = assessed.length > 0 ? assessed : all
      const [first, last] = [counted[0], counted.at(-1)]
      if (!first || !last) return []
      const found = ({ level, on, source }: Level) => ({ level, on, source })
      return [{ skill, track, first: found(first), last: found(last), steps: stepsUp(first.level, last.level)! }]
    }),
  )
}

/** What counts now of each skill; a later "not disclosed" stands for itself. */
export function currentLevels(levels: readonly DatedLevel[]): Partial<Record<LanguageSkillId, LevelAnswer>> {
  const sorted = levels.toSorted((a, b) =>
    a.on === b.on ? a.recordedAt.getTime() - b.recordedAt.getTime() : a.on < b.on ? -1 : 1,
  )
  return Object.fromEntries(sorted.map(({ skill, level }) => [skill, level]))
}

/** The lower of listening and speaking, as composing takes it; of the one that is known where only one is; else null. */
export function oralOf(levels: Partial<Record<LanguageSkillId, LevelAnswer>>): LanguageLevelCode | null {
  const known = [levels['oral-reception'], levels['oral-production']].filter(
    (level): level is LanguageLevelCode =>
      level !== undefined && level !== withheldLevel && languageLevel(level).ordinal !== null,
  )
  return known.toSorted((a, b) => languageLevel(a).ordinal! - languageLevel(b).ordinal!)[0] ?? null
}
