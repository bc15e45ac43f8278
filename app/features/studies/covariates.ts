/** Strata and factors: what is known of people, put into bands. Frozen in the log as it was when the unit was saved. */
import { isLanguageLevelCode, languageLevel } from '../../data/language-levels.ts'
import type { Factor } from './study.ts'

/** What the bands are made from. Null is "not known yet"; "not-disclosed" is an answer. */
export type PersonFacts = {
  language: string | null
  place: string | null
  gender: string | null
  birthYear: number | null
  birthYearWithheld: boolean
  schooling: string | null
  /** Latest levels in the language of the group, listening and speaking. */
  listening: string | null
  speaking: string | null
}
export type GroupFacts = { language: string; site: string | null; members: PersonFacts[] }

/** A factor with the unit's level; null where it is not known yet. */
export type Covariate = { factor: Factor; level: string | null }

export const withheld = 'not-disclosed'

/** The bands and words that a level can be; languages, sites and places stand for themselves. */
export const levelsOf = {
  size: ['1-8', '9-12', '13+'],
  women: ['0-32', '33-66', '67-100'],
  oral: ['up-to-A1.1', 'A1-A2', 'B1-up', withheld],
  age: ['up-to-24', '25-39', '40-up', withheld],
  gender: ['w', 'm', 'x', withheld],
  schooling: ['never', 'up-to-6', 'up-to-12', 'more', withheld],
} as const satisfies Partial<Record<Factor, readonly string[]>>

/** @param year the year it is: ages are counted by years of birth, so that a level never depends on a birthday. */
export function covariatesOfPerson(factors: readonly Factor[], person: PersonFacts, year: number): Covariate[] {
  const level = (factor: Factor): string | null => {
    switch (factor) {
      case 'language':
        return person.language
      case 'place':
        return person.place
      case 'gender':
        return person.gender
      case 'age':
        return person.birthYear !== null ? ageBand(year - person.birthYear) : person.birthYearWithheld ? withheld : null
      case 'oral': {
        const oral = oralOf(person)
        return typeof oral === 'number' ? oralBand(oral) : oral
      }
      case 'schooling':
        return person.schooling
      default:
        return null
    }
  }
  return factors.map((factor) => ({ factor, level: level(factor) }))
}

/** Of its members on that day. Shares and means are taken over those of whom it is known. */
export function covariatesOfGroup(factors: readonly Factor[], group: GroupFacts): Covariate[] {
  const { members } = group
  const level = (factor: Factor): string | null => {
    switch (factor) {
      case 'language':
        return group.language
      case 'site':
        return group.site
      case 'size':
        return members.length === 0 ? null : members.length <= 8 ? '1-8' : members.length <= 12 ? '9-12' : '13+'
      case 'women': {
        const told = members.filter(({ gender }) => gender !== null && gender !== withheld)
        if (told.length === 0) return null
        const share = told.filter(({ gender }) => gender === 'w').length / told.length
        return share < 0.33 ? '0-32' : share < 0.67 ? '33-66' : '67-100'
      }
      case 'oral': {
        const orals = members.map(oralOf)
        const known = orals.filter((oral) => typeof oral === 'number')
        if (known.length > 0) return oralBand(known.reduce((sum, oral) => sum + oral, 0) / known.length)
        return orals.length > 0 && orals.every((oral) => oral === withheld) ? withheld : null
      }
      default:
        return null
    }
  }
  return factors.map((factor) => ({ factor, level: level(factor) }))
}

const ageBand = (age: number) => (age < 25 ? 'up-to-24' : age < 40 ? '25-39' : '40-up')

// The scale of composing groups: 0 none and pre-A1, 1 A1.1, 2 A1, 3 A2, 4 B1 and so on; a mean lies between.
const oralBand = (oral: number) => (oral < 1.5 ? 'up-to-A1.1' : oral < 3.5 ? 'A1-A2' : 'B1-up')

/** The lower of listening and speaking on the scale of composing groups. */
function oralOf({ listening, speaking }: PersonFacts): number | typeof withheld | null {
  if (listening === withheld || speaking === withheld) return withheld
  const steps = [listening, speaking].map((code) => {
    const ordinal = code !== null && isLanguageLevelCode(code) ? languageLevel(code).ordinal : null
    return ordinal === null ? null : ordinal < 8 ? 0 : ordinal < 10 ? 1 : 1 + Math.floor(ordinal / 10)
  })
  return steps[0] === null || steps[1] === null ? null : Math.min(steps[0]!, steps[1]!)
}
