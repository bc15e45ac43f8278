import { languageLevel } from '../../data/language-levels.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { ageOn, type PlainDate } from '../../shared/time/dates.ts'
import { type LevelAnswer, schoolings, withheldLevel } from '../referrals/positioning.ts'
import { antennaOf, type Candidate, type CandidateFilter, type KnownCandidate, type Sort } from './candidate.ts'

/** Somebody is on a programme's list once, and not when they are in it already. */
export function listCandidate(facts: {
  year: number
  today: PlainDate
  listed: boolean
  running: number
}): Decision<number> {
  const now = Number(facts.today.slice(0, 4))
  if (facts.listed) return refuse('orientation.candidates.already')
  if (facts.running > 0) return refuse('orientation.candidates.enrolled')
  if (facts.year < now || facts.year > now + 1) return refuse('orientation.candidates.year.range')
  return accept(facts.year)
}

/** What happens to a candidate happens while they are listed. */
export const settle = (candidate: Pick<Candidate, 'outcome'>): Decision<true> =>
  candidate.outcome === null ? accept(true) : refuse('orientation.candidates.settled')

export const askToRegister = (candidate: Pick<Candidate, 'outcome' | 'askedOn'>): Decision<true> =>
  candidate.askedOn ? refuse('orientation.candidates.askedAlready') : settle(candidate)

/** From a year of birth alone the age is right within a year. */
export function ageOf(born: { date: PlainDate | null; year: number | null }, today: PlainDate): number | null {
  if (born.date) return ageOn(born.date, today)
  return born.year === null ? null : Number(today.slice(0, 4)) - born.year
}

const levelRank = (level: LevelAnswer | null): number | null =>
  level === null || level === withheldLevel ? null : languageLevel(level).ordinal

/** The best of several levels; one that was withheld only when there is no other. */
export function bestLevel(levels: readonly LevelAnswer[]): LevelAnswer | null {
  const ranked = levels.filter((level) => levelRank(level) !== null)
  if (ranked.length === 0) return levels.includes(withheldLevel) ? withheldLevel : null
  return ranked.toSorted((a, b) => levelRank(b)! - levelRank(a)!)[0]!
}

const keys: Record<Sort, (c: KnownCandidate) => string | number | null> = {
  name: (c) => `${c.lastName ?? ''} ${c.firstName}`.trim().toLowerCase(),
  antenna: (c) => antennaOf(c).toLowerCase(),
  listed: (c) => c.listedOn,
  oral: (c) => levelRank(c.oral),
  schooling: (c) => (c.schooling === null || c.schooling === 'not-disclosed' ? null : schoolings.indexOf(c.schooling)),
  age: (c) => c.age,
  criteria: (c) => c.criteria.met - c.criteria.notMet,
  asked: (c) => c.askedOn,
}

/** Those of whom it is not known come last, whichever way one sorts; equal ones by name. */
export function sortCandidates<C extends KnownCandidate>(
  rows: readonly C[],
  { sort, down }: { sort: Sort; down: boolean },
): C[] {
  const key = keys[sort]
  return rows.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || compare(keys.name(a), keys.name(b))
    return (down ? -1 : 1) * compare(x, y) || compare(keys.name(a), keys.name(b))
  })
}
const compare = (a: string | number | null, b: string | number | null) =>
  typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b)

export function filterCandidates<C extends KnownCandidate>(rows: readonly C[], filter: CandidateFilter): C[] {
  return rows.filter(
    (c) =>
      (filter.year === null || c.year === filter.year) &&
      (filter.antenna === null || [c.institution, antennaOf(c)].includes(filter.antenna)) &&
      (filter.stand === null || (filter.stand === 'asked') === (c.askedOn !== null)) &&
      (filter.criteria === null || standsFor(c.criteria) === filter.criteria),
  )
}

/** What the filter offers: each institution, and its offices below it. */
export function antennasOf(rows: readonly KnownCandidate[]): string[] {
  return [...new Set(rows.flatMap((c) => [c.institution, antennaOf(c)]))].sort((a, b) => a.localeCompare(b))
}

const standsFor = ({ met, notMet, of }: KnownCandidate['criteria']) =>
  notMet > 0 ? 'some-not-met' : met === of ? 'all-met' : 'to-check'
