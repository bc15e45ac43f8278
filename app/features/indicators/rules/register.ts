/** The participant register of a fund: the columns of its evidence rule, one row per participant. */
import type { PlainDate } from '../../../shared/time/dates.ts'
import { answerOf, type Facts } from '../facts.ts'
import type { Period } from '../indicator.ts'
import { amifAges } from './amif.ts'
import { ageOf } from './answers.ts'
import { bandOf } from './counting.ts'

export type Said = 'yes' | 'no' | 'not-disclosed' | 'unknown'
export type RegisterRow = {
  personId: string
  identifier: string
  gender: 'w' | 'm' | 'x' | 'not-disclosed' | 'unknown'
  birthDate: PlainDate | null
  /** When only the year is known. */
  birthYear: number | null
  ageBand: string
  start: PlainDate
  end: PlainDate | null
  contact: string[]
  thirdCountry: Said
  unaccompanied: Said
}

/** The same for somebody in every file of the programme, and nowhere else: made of the first enrolment, of no name. */
export const identifierOf = ({ firstEnrolmentId }: Pick<Facts, 'firstEnrolmentId'>) =>
  firstEnrolmentId
    .replaceAll('-', '')
    .slice(-12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')

/** Whoever took part in the period: was there on a day, and had not left before it began. */
export function registerOf(people: readonly Facts[], { from, to }: Period): RegisterRow[] {
  return people
    .filter(({ days, leftOn }) => days[0] !== undefined && days[0] <= to && (leftOn === null || leftOn >= from))
    .map((facts): RegisterRow => {
      const said = (kind: 'third-country' | 'unaccompanied') =>
        (answerOf(facts, 'entry', kind)?.value ?? 'unknown') as Said
      const age = ageOf(facts)
      return {
        personId: facts.personId,
        identifier: identifierOf(facts),
        gender: facts.gender ?? 'unknown',
        birthDate: facts.birthDate,
        birthYear: facts.birthYear,
        ageBand: bandOf(amifAges, facts),
        start: facts.days[0]!,
        end: facts.leftOn,
        contact: facts.contact,
        thirdCountry: said('third-country'),
        // Nobody who is of age is an unaccompanied child.
        unaccompanied: age !== null && age.least >= 18 ? 'no' : said('unaccompanied'),
      }
    })
    .sort((a, b) => (a.start === b.start ? (a.identifier < b.identifier ? -1 : 1) : a.start < b.start ? -1 : 1))
}

/** Who first came in the period, and who completed in it: what a cost per participant is divided by. */
export const startedIn = (people: readonly Facts[], { from, to }: Period) =>
  people.filter(({ days }) => days[0] !== undefined && from <= days[0] && days[0] <= to).length
export const finishedIn = (people: readonly Facts[], { from, to }: Period) =>
  people.filter(({ completed, leftOn }) => completed && leftOn !== null && from <= leftOn && leftOn <= to).length
