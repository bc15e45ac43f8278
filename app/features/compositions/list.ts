/** From what is known of people and offers to what the engine works on; and what is not known yet. Pure. */
import type { Offer as EngineOffer, Person as EnginePerson, WaitingList } from '../../engine/groups/list.ts'
import { ageOn, daysBetween, type PlainDate } from '../../shared/time/dates.ts'
import type { Gender } from '../people/person.ts'
import { halfDays, type LevelAnswer, type Sheet, withheldLevel } from '../referrals/positioning.ts'
import type { Offer, Pair } from './composition.ts'

export type CandidateFacts = Omit<Sheet, 'digital' | 'needs'> & {
  enrolmentId: string
  personId: string
  firstName: string
  lastName: string | null
  registeredOn: PlainDate
  /** The language of the group they want. */
  wanted: string | null
  birthDate: PlainDate | null
  gender: Gender | null
  /** The latest of each language and skill. */
  levels: readonly { language: string; skill: string; level: LevelAnswer }[]
}

const skills = ['oral-reception', 'oral-production', 'reading', 'writing'] as const
export type Skill = (typeof skills)[number]

/** What composing needs of each person, in the order in which it is asked. */
export const questions = [
  'groupLanguages',
  ...skills,
  'schooling',
  'birthYear',
  'gender',
  'place',
  'mobile',
  'halfDays',
  'childcare',
  'earliestStart',
] as const
export type Question = (typeof questions)[number]

/** The programme's languages in which somebody can follow a group, the wanted one first; empty when nobody has said. */
export function languagesOf(
  { wanted, groupLanguages }: Pick<CandidateFacts, 'wanted' | 'groupLanguages'>,
  ofProgramme: readonly string[],
): string[] {
  const said = [...(wanted ? [wanted] : []), ...(groupLanguages ?? [])]
  return [...new Set(said)].filter((language) => ofProgramme.includes(language))
}

/**
 * What nobody knows yet. "Not disclosed" is known; "not assessed" is not. Levels are those in the language of the group, so
 * they can be asked only once that is known.
 */
export function missingOf(facts: CandidateFacts, ofProgramme: readonly string[]): Question[] {
  const [language] = languagesOf(facts, ofProgramme)
  const isMissing: Record<Question, boolean> = {
    groupLanguages: language === undefined,
    'oral-reception': language !== undefined && levelOf(facts, language, 'oral-reception') === undefined,
    'oral-production': language !== undefined && levelOf(facts, language, 'oral-production') === undefined,
    reading: language !== undefined && levelOf(facts, language, 'reading') === undefined,
    writing: language !== undefined && levelOf(facts, language, 'writing') === undefined,
    schooling: facts.schooling === null,
    birthYear: facts.birthDate === null && facts.birthYear === null && !facts.birthYearWithheld,
    gender: facts.gender === null,
    place: facts.place === null,
    mobile: facts.mobile === null,
    halfDays: facts.halfDays === null,
    childcare: facts.childcare === null,
    earliestStart: facts.earliestStart === null,
  }
  return questions.filter((question) => isMissing[question])
}

/** The exchange format's 0 to 7. The literacy track stands below A2: whoever reads short texts reads first sentences. */
const numberOf: Record<LevelAnswer, number | null | undefined> = {
  none: 0,
  'pre-A1': 0,
  'alpha-0': 0,
  'alpha-1': 0,
  'alpha-2': 0,
  'alpha-3': 0,
  'A1.1': 1,
  'alpha-4': 1,
  A1: 2,
  A2: 3,
  B1: 4,
  B2: 5,
  C1: 6,
  C2: 7,
  [withheldLevel]: null,
  'not-assessed': undefined,
}

/** 0 to 7; null is not disclosed, undefined not known. */
export const levelNumber = (level: LevelAnswer): number | null | undefined => numberOf[level]

function levelOf({ levels }: CandidateFacts, language: string, skill: Skill): number | null | undefined {
  const found = levels.find((one) => one.language === language && one.skill === skill)
  return found && levelNumber(found.level)
}

const years: Record<NonNullable<Sheet['schooling']>, number | null> = {
  never: 0,
  'up-to-6': 1,
  'up-to-12': 2,
  more: 3,
  'not-disclosed': null,
}

export type ListFacts = {
  candidates: readonly CandidateFacts[]
  offers: readonly Offer[]
  pairs: readonly Pair[]
  /** The programme's. */
  languages: readonly string[]
  today: PlainDate
}

/** The day from which everybody must be free: when the first of the groups starts. */
export const plannedStart = (offers: readonly Pick<Offer, 'startsOn'>[], today: PlainDate): PlainDate =>
  offers.reduce<PlainDate | null>(
    (first, { startsOn }) => (first === null || startsOn < first ? startsOn : first),
    null,
  ) ?? today

/**
 * The engine's list: people in the order of their registration, then by id, so that the same facts make the same list; offers
 * in theirs. Ids are enrolments and offers. Somebody of whom something is missing is a bug of the caller: it is asked for first.
 */
export function toWaitingList({ candidates, offers, pairs, languages, today }: ListFacts): WaitingList {
  const start = plannedStart(offers, today)
  const ordered = candidates.toSorted((a, b) =>
    a.registeredOn !== b.registeredOn
      ? a.registeredOn < b.registeredOn
        ? -1
        : 1
      : a.enrolmentId < b.enrolmentId
        ? -1
        : 1,
  )
  const enrolmentOf = new Map(ordered.map((one) => [one.personId, one.enrolmentId]))
  const among = (kind: Pair['kind']) =>
    pairs.flatMap((pair): [string, string][] => {
      const [a, b] = pair.personIds.map((id) => enrolmentOf.get(id))
      return pair.kind === kind && a !== undefined && b !== undefined ? [[a, b]] : []
    })
  return {
    persons: ordered.map((facts) => toPerson(facts, { languages, start, today, offers })),
    offers: offers.map(toEngineOffer),
    apart: among('apart'),
    together: among('together'),
  }
}

type Around = Pick<ListFacts, 'languages' | 'today' | 'offers'> & { start: PlainDate }

/** One person as the engine sees them, without their name. */
export function toPerson(facts: CandidateFacts, { languages, start, today, offers }: Around): EnginePerson {
  const missing = missingOf(facts, languages)
  if (missing.length > 0) throw new Error(`not known yet: ${missing.join(', ')}`)
  const langs = languagesOf(facts, languages)
  const level = (skill: Skill) => levelOf(facts, langs[0]!, skill) ?? null
  const [listening, speaking] = [level('oral-reception'), level('oral-production')]
  return {
    id: facts.enrolmentId,
    langs,
    gender: facts.gender === 'w' || facts.gender === 'm' ? facts.gender : 'x',
    age: facts.birthDate
      ? ageOn(facts.birthDate, today)
      : facts.birthYear === null
        ? null
        : Number(today.slice(0, 4)) - facts.birthYear,
    schooling: years[facts.schooling!],
    oral: listening === null || speaking === null ? null : Math.min(listening, speaking),
    reading: level('reading'),
    writing: level('writing'),
    // Whoever does not say that they need a place for a child gets none.
    childcare: facts.childcare === 'yes',
    avail: halfDays.map((half) => (facts.halfDays!.includes(half) ? 1 : 0)),
    place: offers.find((offer) => isSamePlace(offer.place, facts.place!))?.place ?? facts.place!,
    mobile: facts.mobile!,
    waitedDays: Math.max(0, daysBetween(facts.registeredOn, today)),
    earliestStart: Math.max(0, daysBetween(start, facts.earliestStart!)),
  }
}

export const toEngineOffer = (offer: Offer): EngineOffer => ({
  id: offer.id,
  language: offer.language,
  place: offer.place,
  slots: offer.halfDays.map((half) => halfDays.indexOf(half)).toSorted((a, b) => a - b),
  min: offer.min,
  max: offer.max,
  childcareSeats: offer.childcareSeats,
  ...(offer.coachId ? { coach: offer.coachId } : {}),
  ...(offer.method ? { method: offer.method } : {}),
})

/** Places are written by hand: capitals, accents and spaces make no difference. */
export const isSamePlace = (a: string, b: string): boolean => foldPlace(a) === foldPlace(b)
const foldPlace = (place: string) =>
  place
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\-–]+/g, ' ')
    .trim()
