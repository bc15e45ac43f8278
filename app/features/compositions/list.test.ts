import { describe, expect, test } from 'vitest'
import { languageLevelCodes } from '../../data/language-levels.ts'
import type { Offer } from './composition.ts'
import {
  type CandidateFacts,
  isSamePlace,
  languagesOf,
  levelNumber,
  missingOf,
  toPerson,
  toWaitingList,
} from './list.ts'

const today = '2026-11-23'
const languages = ['fr', 'de']
const offer: Offer = {
  id: 'o1',
  compositionId: 'c',
  position: 0,
  name: 'Lilas',
  language: 'fr',
  place: 'Rivemont-Gare',
  site: null,
  room: null,
  halfDays: ['wed-pm', 'mon-am'],
  startsOn: '2026-12-07',
  min: 6,
  max: 12,
  childcareSeats: 2,
  coachId: null,
  coCoachId: null,
  traineeId: null,
  method: null,
}
const everyLevel = (level: CandidateFacts['levels'][number]['level'], language = 'fr') =>
  ['oral-reception', 'oral-production', 'reading', 'writing'].map((skill) => ({ language, skill, level }))
const nadia: CandidateFacts = {
  enrolmentId: 'e1',
  personId: 'p1',
  firstName: 'Nadia',
  lastName: null,
  registeredOn: '2026-10-04',
  wanted: 'fr',
  birthDate: null,
  birthYear: 1990,
  birthYearWithheld: false,
  gender: 'w',
  groupLanguages: ['fr'],
  schooling: 'up-to-12',
  place: 'Rivemont-Gare',
  mobile: false,
  halfDays: ['mon-am', 'wed-pm'],
  childcare: 'no',
  earliestStart: '2026-11-01',
  levels: everyLevel('A2'),
}
const person = (facts: Partial<CandidateFacts>) =>
  toPerson({ ...nadia, ...facts }, { languages, start: offer.startsOn, today, offers: [offer] })

describe('levels', () => {
  test.each([
    ['none', 0],
    ['pre-A1', 0],
    ['alpha-0', 0],
    ['alpha-1', 0],
    ['alpha-2', 0],
    ['alpha-3', 0],
    ['A1.1', 1],
    ['alpha-4', 1],
    ['A1', 2],
    ['A2', 3],
    ['B1', 4],
    ['B2', 5],
    ['C1', 6],
    ['C2', 7],
    ['not-disclosed', null],
    ['not-assessed', undefined],
  ] as const)('%s is %s', (level, number) => {
    expect(levelNumber(level)).toBe(number)
  })
  test('of every code stand in the exchange format or are not known', () => {
    for (const code of languageLevelCodes) expect(levelNumber(code) === undefined).toBe(code === 'not-assessed')
  })
  test.each([
    ['A1', 'B2', 2],
    ['B2', 'A1', 2],
    ['none', 'C1', 0],
    ['not-disclosed', 'A1', null],
    ['A1', 'not-disclosed', null],
  ] as const)('oral is the lower of listening (%s) and speaking (%s)', (listening, speaking, oral) => {
    const levels = [
      { language: 'fr', skill: 'oral-reception', level: listening },
      { language: 'fr', skill: 'oral-production', level: speaking },
      { language: 'fr', skill: 'reading', level: 'A1' as const },
      { language: 'fr', skill: 'writing', level: 'not-disclosed' as const },
    ]
    expect(person({ levels })).toMatchObject({ oral, reading: 2, writing: null })
  })
  test('are those in the language somebody wants, not in another they also follow', () => {
    const levels = [...everyLevel('B1', 'de'), ...everyLevel('A1', 'fr')]
    expect(person({ levels, wanted: 'de', groupLanguages: ['fr', 'de'] })).toMatchObject({
      langs: ['de', 'fr'],
      reading: 4,
    })
  })
})

describe('what is not known yet', () => {
  test('of somebody of whom all is known is nothing', () => {
    expect(missingOf(nadia, languages)).toEqual([])
  })
  test.each([
    [{ schooling: null }, ['schooling']],
    [{ birthYear: null }, ['birthYear']],
    [{ gender: null }, ['gender']],
    [{ place: null }, ['place']],
    [{ mobile: null }, ['mobile']],
    [{ halfDays: null }, ['halfDays']],
    [{ childcare: null }, ['childcare']],
    [{ earliestStart: null }, ['earliestStart']],
    [{ levels: everyLevel('A2').slice(0, 3) }, ['writing']],
    [{ levels: everyLevel('not-assessed') }, ['oral-reception', 'oral-production', 'reading', 'writing']],
    [{ levels: everyLevel('A2', 'de') }, ['oral-reception', 'oral-production', 'reading', 'writing']],
    [{ wanted: null, groupLanguages: null }, ['groupLanguages']],
    [{ wanted: 'en', groupLanguages: ['en'] }, ['groupLanguages']],
  ] satisfies [Partial<CandidateFacts>, string[]][])('is asked: %j → %j', (facts, missing) => {
    expect(missingOf({ ...nadia, ...facts }, languages)).toEqual(missing)
  })
  test.each([
    { birthYear: null, birthYearWithheld: true },
    { birthYear: null, birthDate: '1990-05-01' },
    { gender: 'not-disclosed' },
    { schooling: 'not-disclosed' },
    { childcare: 'not-disclosed' },
    { levels: everyLevel('not-disclosed') },
  ] satisfies Partial<CandidateFacts>[])('is not what somebody does not tell: %j', (facts) => {
    expect(missingOf({ ...nadia, ...facts }, languages)).toEqual([])
  })
  test('never becomes a zero: the list of somebody half known is not made', () => {
    expect(() => person({ levels: [] })).toThrow('not known yet')
  })
})

describe('a person on the engine’s list', () => {
  test('has no name, and the enrolment’s id', () => {
    expect(person({})).toEqual({
      id: 'e1',
      langs: ['fr'],
      gender: 'w',
      age: 36,
      schooling: 2,
      oral: 3,
      reading: 3,
      writing: 3,
      childcare: false,
      avail: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0],
      place: 'Rivemont-Gare',
      mobile: false,
      waitedDays: 50,
      earliestStart: 0,
    })
  })
  test.each([
    [{ gender: 'not-disclosed' }, { gender: 'x' }],
    [{ gender: 'x' }, { gender: 'x' }],
    [{ birthYear: null, birthYearWithheld: true }, { age: null }],
    [{ birthDate: '1990-12-24' }, { age: 35 }],
    [{ birthDate: '1990-11-23' }, { age: 36 }],
    [{ schooling: 'never' }, { schooling: 0 }],
    [{ schooling: 'up-to-6' }, { schooling: 1 }],
    [{ schooling: 'more' }, { schooling: 3 }],
    [{ schooling: 'not-disclosed' }, { schooling: null }],
    [{ childcare: 'yes' }, { childcare: true }],
    [{ childcare: 'not-disclosed' }, { childcare: false }],
    [{ registeredOn: today }, { waitedDays: 0 }],
    [{ registeredOn: '2025-11-23' }, { waitedDays: 365 }],
    [{ earliestStart: '2026-12-07' }, { earliestStart: 0 }],
    [{ earliestStart: '2026-12-08' }, { earliestStart: 1 }],
    [{ earliestStart: '2027-01-07' }, { earliestStart: 31 }],
    [{ place: 'rivemont gare ' }, { place: 'Rivemont-Gare' }],
    [{ place: 'Seematt' }, { place: 'Seematt' }],
    [{ groupLanguages: ['fr', 'de', 'en'] }, { langs: ['fr', 'de'] }],
  ] satisfies [Partial<CandidateFacts>, object][])('%j → %j', (facts, expected) => {
    expect(person(facts)).toMatchObject(expected)
  })
})

test.each([
  ['fr', null, ['fr']],
  [null, ['de'], ['de']],
  ['de', ['fr', 'de'], ['de', 'fr']],
  ['en', ['fr'], ['fr']],
  [null, null, []],
])('somebody who wants %s and follows %j can be in groups in %j', (wanted, groupLanguages, expected) => {
  expect(languagesOf({ wanted, groupLanguages }, languages)).toEqual(expected)
})

test.each([
  ['Les Vernes', 'les vernes', true],
  ['Rivemont-Gare', 'Rivemont  Gare', true],
  ['Dörfli', 'Dorfli', true],
  ['Seematt', 'Seehof', false],
])('%s and %s are the same place: %s', (a, b, same) => {
  expect(isSamePlace(a, b)).toBe(same)
})

describe('the engine’s list', () => {
  const one = { ...nadia, enrolmentId: 'e2', personId: 'p2' }
  const other = { ...nadia, enrolmentId: 'e0', personId: 'p0', registeredOn: '2026-11-01' }
  const facts = { offers: [offer], languages, today, pairs: [] }
  test('is in the order of registration, then of ids, however the rows came', () => {
    const orders = [
      [nadia, one, other],
      [other, one, nadia],
      [one, other, nadia],
    ].map((candidates) => toWaitingList({ ...facts, candidates }).persons.map((p) => p.id))
    expect(orders).toEqual([
      ['e1', 'e2', 'e0'],
      ['e1', 'e2', 'e0'],
      ['e1', 'e2', 'e0'],
    ])
  })
  test('has the week’s half-days of an offer as numbers', () => {
    expect(toWaitingList({ ...facts, candidates: [] }).offers).toEqual([
      { id: 'o1', language: 'fr', place: 'Rivemont-Gare', slots: [0, 5], min: 6, max: 12, childcareSeats: 2 },
    ])
  })
  test('counts from the first start when groups start on several days', () => {
    const later = { ...offer, id: 'o2', startsOn: '2027-01-11' }
    const [found] = toWaitingList({
      ...facts,
      offers: [later, offer],
      candidates: [{ ...nadia, earliestStart: '2026-12-08' }],
    }).persons
    expect(found!.earliestStart).toBe(1)
  })
  test('has the pairs of those on it, by enrolment; a pair with somebody else binds nobody', () => {
    const list = toWaitingList({
      ...facts,
      candidates: [nadia, one],
      pairs: [
        { id: '1', kind: 'apart', personIds: ['p2', 'p1'] },
        { id: '2', kind: 'together', personIds: ['p1', 'p9'] },
      ],
    })
    expect(list).toMatchObject({ apart: [['e2', 'e1']], together: [] })
  })
})
