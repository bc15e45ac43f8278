import type { ContentLevel } from '../../blueprints/parts/content-levels.ts'
import { type LanguageLevelCode, languageLevel } from '../../data/language-levels.ts'

/** Of one member, what counts now in the group's language; null is not known or not disclosed. */
export type MemberLevel = {
  /** The lower of listening and speaking. */
  oral: LanguageLevelCode | null
  reading: LanguageLevelCode | null
  writing: LanguageLevelCode | null
  /** From the positioning sheet: whether they went to school at all; null when not known. */
  schooled: boolean | null
  /** What the assessor decided on the kind of course, where they have. */
  triage: 'alpha' | 'post-alpha' | 'illettrisme' | 'fle' | 'none' | null
}

export type Suggested = { key: string; oral: LanguageLevelCode; learnToRead: number; known: number }

/**
 * The level that fits most members, or null while the oral level of fewer than half of them is known. Oral first: the middle
 * oral level (the lower of two, so that at least half can follow) picks the step; whether more than half learn to read picks
 * the track. How far most must reach is our default; the source says only "by language level and schooling".
 */
export function suggestContentLevel(
  levels: readonly ContentLevel[],
  members: readonly MemberLevel[],
): Suggested | null {
  const orals = members.flatMap(({ oral }) => oral ?? []).toSorted((a, b) => ordinal(a) - ordinal(b))
  if (orals.length === 0 || orals.length * 2 < members.length) return null
  const middle = orals[Math.floor((orals.length - 1) / 2)]!
  const learners = members.map(learnsToRead).filter((one) => one !== null)
  const learnToRead = learners.filter(Boolean).length
  const track = learnToRead * 2 > learners.length ? 'alpha' : 'cefr'
  const reached = (all: readonly ContentLevel[]) =>
    all
      .filter((level) => ordinal(level.oralFrom) <= ordinal(middle))
      .toSorted((a, b) => ordinal(b.oralFrom) - ordinal(a.oralFrom))[0]
  const found = reached(levels.filter((level) => level.written === track)) ?? reached(levels)
  return found ? { key: found.key, oral: middle, learnToRead, known: orals.length } : null
}

const ordinal = (code: LanguageLevelCode) => languageLevel(code).ordinal ?? 0

/** What the assessor decided says it; else the track of a test in reading or writing; else no school at all. */
function learnsToRead({ triage, reading, writing, schooled }: MemberLevel): boolean | null {
  if (triage !== null) return triage === 'alpha' || triage === 'post-alpha'
  const written = [reading, writing].filter((level) => level !== null)
  if (written.length > 0) return written.some((level) => languageLevel(level).track === 'alpha')
  return schooled === null ? null : !schooled
}
