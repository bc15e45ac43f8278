import { describe, expect, test } from 'vitest'
import { languageLevelCodes } from '../../data/language-levels.ts'
import { covariatesOfGroup, covariatesOfPerson, levelsOf, type PersonFacts } from './covariates.ts'
import { type Factor, factorsOf } from './study.ts'

const nobody: PersonFacts = {
  language: null,
  place: null,
  gender: null,
  birthYear: null,
  birthYearWithheld: false,
  schooling: null,
  listening: null,
  speaking: null,
}
const personLevel = (factor: Factor, facts: Partial<PersonFacts>) =>
  covariatesOfPerson([factor], { ...nobody, ...facts }, 2026)[0]!.level
const groupLevel = (factor: Factor, members: Partial<PersonFacts>[]) =>
  covariatesOfGroup([factor], {
    language: 'fr',
    site: 'Uferwil',
    members: members.map((facts) => ({ ...nobody, ...facts })),
  })[0]!.level

describe('a person', () => {
  test.each<[Factor, Partial<PersonFacts>, string | null]>([
    ['language', { language: 'de' }, 'de'],
    ['place', { place: 'Rivemont' }, 'Rivemont'],
    ['gender', { gender: 'not-disclosed' }, 'not-disclosed'],
    ['age', { birthYear: 2002 }, 'up-to-24'],
    ['age', { birthYear: 2001 }, '25-39'],
    ['age', { birthYear: 1987 }, '25-39'],
    ['age', { birthYear: 1986 }, '40-up'],
    ['age', { birthYearWithheld: true }, 'not-disclosed'],
    ['age', { birthYear: 1986, birthYearWithheld: true }, '40-up'],
    ['oral', { listening: 'B1', speaking: 'A1.1' }, 'up-to-A1.1'],
    ['oral', { listening: 'A2', speaking: 'B2' }, 'A1-A2'],
    ['oral', { listening: 'B1', speaking: 'B1' }, 'B1-up'],
    ['oral', { listening: 'B1' }, null],
    ['oral', { listening: 'B1', speaking: 'not-assessed' }, null],
    ['oral', { listening: 'not-disclosed', speaking: 'B1' }, 'not-disclosed'],
    ['schooling', { schooling: 'never' }, 'never'],
  ])('%s of %j is %s', (factor, facts, level) => expect(personLevel(factor, facts)).toBe(level))

  test.each(factorsOf.person)('of whom nothing is known has no level of %s', (factor) =>
    expect(personLevel(factor, {})).toBeNull(),
  )

  test('has a band with words for every level of language', () => {
    for (const code of languageLevelCodes.filter((one) => one !== 'not-assessed'))
      expect(levelsOf.oral).toContain(personLevel('oral', { listening: code, speaking: code }))
  })
})

describe('a group', () => {
  const women = (w: number, m: number) => [
    ...Array.from({ length: w }, () => ({ gender: 'w' })),
    ...Array.from({ length: m }, () => ({ gender: 'm' })),
  ]
  test.each<[Factor, Partial<PersonFacts>[], string | null]>([
    ['language', [], 'fr'],
    ['site', [], 'Uferwil'],
    ['size', women(4, 4), '1-8'],
    ['size', women(4, 5), '9-12'],
    ['size', women(6, 7), '13+'],
    ['women', women(1, 3), '0-32'],
    ['women', women(1, 2), '33-66'],
    ['women', women(2, 1), '33-66'],
    ['women', women(3, 1), '67-100'],
    ['women', [{ gender: 'w' }, { gender: 'not-disclosed' }, {}], '67-100'],
    ['women', [{ gender: 'not-disclosed' }, {}], null],
    [
      'oral',
      [
        { listening: 'A1', speaking: 'A1' },
        { listening: 'A1.1', speaking: 'A1.1' },
      ],
      'A1-A2',
    ],
    ['oral', [{ listening: 'none', speaking: 'none' }, { listening: 'A1', speaking: 'A1' }, {}], 'up-to-A1.1'],
    ['oral', [{ listening: 'not-disclosed' }], 'not-disclosed'],
    ['oral', [{ listening: 'not-disclosed' }, {}], null],
  ])('%s of %j is %s', (factor, members, level) => expect(groupLevel(factor, members)).toBe(level))

  test.each(['size', 'women', 'oral'] as const)('without members has no level of %s', (factor) =>
    expect(groupLevel(factor, [])).toBeNull(),
  )
})
