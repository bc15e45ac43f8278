import { describe, expect, test } from 'vitest'
import { fundingActs } from '../../../blueprints/parts/funding.ts'
import { published } from '../../../data/funding/indicators.ts'
import type { Moment } from '../../../data/funding/status.ts'
import { momentsOf, waiting } from '../asking.ts'
import type { Facts } from '../facts.ts'
import { amif, amifAges } from './amif.ts'
import { improvedOn, sixMonthsAfter } from './answers.ts'
import { bandOf, count, definitions, resultsOf } from './counting.ts'
import { esf } from './esf.ts'
import { finishedIn, identifierOf, registerOf, startedIn } from './register.ts'

let n = 0
/** Somebody from outside the EU, who came on two days in March and has not left. */
const someone = (more: Partial<Facts> = {}): Facts => {
  n += 1
  return {
    personId: `person-${n}`,
    firstEnrolmentId: `0192f0a0-0000-7000-8000-${String(n).padStart(12, '0')}`,
    firstName: 'Amina',
    lastName: null,
    gender: 'w',
    birthDate: '1990-03-01',
    birthYear: null,
    contact: [],
    registeredOn: '2026-02-10',
    leftOn: null,
    completed: false,
    days: ['2026-03-02', '2026-03-03'],
    courses: { language: null, civic: null },
    statuses: [],
    levels: [],
    ...more,
  }
}
const said = (moment: Moment, kind: string, value: string, on = '2026-02-10') => ({ moment, kind, value, on })
const entry = (...answers: [string, string][]) => answers.map(([kind, value]) => said('entry', kind, value))
const abroad = entry(['third-country', 'yes'])
const left = { leftOn: '2026-06-30' }
const since = (act: Record<string, unknown>, code: string, facts: Facts) =>
  (act[code] as { since: (facts: Facts) => unknown }).since(facts)

test('every published indicator is a sentence, counted by hand, or said not to be computed; and no other', () => {
  for (const act of fundingActs)
    expect(Object.keys(definitions[act]).sort()).toEqual(published[act].map(({ code }) => code).sort())
})

describe('the social fund: one participant', () => {
  const seeking = (value: string, more: Partial<Facts> = {}) => someone({ statuses: entry(['labour', value]), ...more })
  test.each([
    ['EECO01', 'there on two days', someone(), '2026-03-02'],
    ['EECO01', 'there on one day only', someone({ days: ['2026-03-02'] }), null],
    ['EECO01', 'never there', someone({ days: [] }), null],
    ['EECO02', 'seeking work', seeking('unemployed-under-6'), '2026-03-02'],
    ['EECO02', 'working', seeking('employed'), null],
    ['EECO02', 'of whom nobody noted it', someone(), 'unknown'],
    ['EECO02', 'who chose not to say', seeking('not-disclosed'), 'not-disclosed'],
    ['EECO03', 'seeking for a year', seeking('unemployed-12-plus'), '2026-03-02'],
    ['EECO03', 'seeking for half a year at 35', seeking('unemployed-6-11'), null],
    ['EECO03', 'seeking for half a year at 24', seeking('unemployed-6-11', { birthDate: '2001-02-11' }), '2026-03-02'],
    ['EECO03', 'seeking for half a year at 25', seeking('unemployed-6-11', { birthDate: '2001-02-10' }), null],
    ['EECO04', 'neither working nor seeking', seeking('inactive'), '2026-03-02'],
    ['EECO05', 'working', seeking('employed'), '2026-03-02'],
    ['EECO06', 'of 17 on the day of registration', someone({ birthDate: '2008-02-11' }), '2026-03-02'],
    ['EECO06', 'of 18 on the day of registration', someone({ birthDate: '2008-02-10' }), null],
    ['EECO07', 'of 29', someone({ birthDate: '1996-02-11' }), '2026-03-02'],
    ['EECO07', 'whose birth year leaves it open', someone({ birthDate: null, birthYear: 1996 }), 'unknown'],
    ['EECO07', 'whose birth year is enough', someone({ birthDate: null, birthYear: 2000 }), '2026-03-02'],
    ['EECO07', 'of unknown age', someone({ birthDate: null }), 'unknown'],
    ['EECO08', 'of 55', someone({ birthDate: '1971-02-10' }), '2026-03-02'],
    ['EECO09', 'with primary school', someone({ statuses: entry(['education', 'isced-0-2']) }), '2026-03-02'],
    ['EECO10', 'with primary school', someone({ statuses: entry(['education', 'isced-0-2']) }), null],
    ['EECO11', 'with a degree', someone({ statuses: entry(['education', 'isced-5-8']) }), '2026-03-02'],
    ['EECO13', 'from outside the EU', someone({ statuses: abroad }), '2026-03-02'],
  ])('%s: %s', (code, _who, facts, expected) => expect(since(esf, code, facts)).toBe(expected))

  const atExit = (kind: string, value: string, on = '2026-07-10', first = 'inactive') =>
    someone({ ...left, statuses: [...entry(['labour', first]), said('exit', kind, value, on)] })
  test.each([
    ['EECR01', 'inactive, now seeking', atExit('labour', 'unemployed-under-6'), '2026-06-30'],
    ['EECR01', 'who was seeking before', atExit('labour', 'unemployed-under-6', '2026-07-10', 'unemployed-6-11'), null],
    ['EECR01', 'who has not left', someone({ statuses: entry(['labour', 'inactive']) }), null],
    ['EECR02', 'in training', atExit('training', 'yes'), '2026-06-30'],
    ['EECR02', 'in training, noted on the last day', atExit('training', 'yes', '2026-07-28'), '2026-06-30'],
    ['EECR02', 'in training, noted after four weeks', atExit('training', 'yes', '2026-07-29'), 'unknown'],
    ['EECR03', 'with a certificate', atExit('qualification', 'yes'), '2026-06-30'],
    ['EECR04', 'working now', atExit('labour', 'employed'), '2026-06-30'],
    ['EECR04', 'working before and now', atExit('labour', 'employed', '2026-07-10', 'employed'), null],
  ])('%s: %s', (code, _who, facts, expected) => expect(since(esf, code, facts)).toBe(expected))

  const afterwards = (kind: string, value: string, on = '2026-12-30', first = 'inactive') =>
    someone({ ...left, statuses: [...entry(['labour', first]), said('later', kind, value, on)] })
  test.each([
    ['EECR05', 'working six months later', afterwards('labour', 'employed'), '2026-12-30'],
    ['EECR05', 'asked too early', afterwards('labour', 'employed', '2026-12-29'), 'unknown'],
    [
      'EECR06',
      'working at entry, better now',
      afterwards('better-work', 'yes', '2026-12-30', 'employed'),
      '2026-12-30',
    ],
    ['EECR06', 'not working at entry', afterwards('better-work', 'yes'), null],
  ])('%s: %s', (code, _who, facts, expected) => expect(since(esf, code, facts)).toBe(expected))
})

describe('the migration fund: one participant', () => {
  const course = { courses: { language: '2026-03-03', civic: null } }
  const level = (steps: number, on: string, source: 'tested' | 'observed' | 'self-declared' = 'tested') => ({
    ...({ skill: 'reading', track: 'cefr', steps } as const),
    first: { level: 'A1' as const, on: '2026-02-01', source },
    last: { level: 'A2' as const, on, source },
  })
  const levels = [level(1, '2026-06-01')]
  const helped = said('exit', 'helpful', 'yes', '2026-07-01')
  test.each([
    ['O.2.3', 'there on one day', someone({ statuses: abroad, days: ['2026-03-02'] }), '2026-03-02'],
    ['O.2.3', 'of the EU', someone({ statuses: entry(['third-country', 'no']) }), null],
    ['O.2.3', 'of whom nobody noted it', someone(), 'unknown'],
    ['O.2.3', 'registered, never there', someone({ statuses: abroad, days: [] }), null],
    ['O.2.3.1', 'in a language course', someone({ statuses: abroad, ...course }), '2026-03-03'],
    ['O.2.3.1', 'in other workshops', someone({ statuses: abroad }), null],
    ['O.2.3.2', 'in a language course only', someone({ statuses: abroad, ...course }), null],
    [
      'O.2.3.3',
      'with an interview',
      someone({ statuses: abroad, interviews: ['2026-05-01', '2026-04-01'] }),
      '2026-04-01',
    ],
    ['R.2.8', 'left with a higher level', someone({ statuses: abroad, ...course, ...left, levels }), '2026-06-30'],
    ['R.2.8', 'still in the course', someone({ statuses: abroad, ...course, levels }), null],
    [
      'R.2.8',
      'left at the same level',
      someone({ statuses: abroad, ...course, ...left, levels: [level(0, '2026-06-01')] }),
      null,
    ],
    ['R.2.9', 'who was helped', someone({ ...left, statuses: [...abroad, helped] }), '2026-06-30'],
    ['R.2.9', 'not asked', someone({ ...left, statuses: abroad }), 'unknown'],
    [
      'R.2.10',
      'who applied twice',
      someone({
        statuses: abroad,
        procedures: [
          { kind: 'recognition', on: '2026-05-02' },
          { kind: 'recognition', on: '2026-04-02' },
        ],
      }),
      '2026-04-02',
    ],
    [
      'R.2.11',
      'who applied for something else',
      someone({ statuses: abroad, procedures: [{ kind: 'recognition', on: '2026-05-02' }] }),
      null,
    ],
  ])('%s: %s', (code, _who, facts, expected) => expect(since(amif, code, facts)).toBe(expected))

  test('a level is higher when it is a step at least above the first, as somebody assessed it', () => {
    expect(improvedOn({ levels: [level(0, '2026-05-01'), level(2, '2026-06-01'), level(1, '2026-07-01')] })).toBe(
      '2026-06-01',
    )
    expect(improvedOn({ levels: [level(-1, '2026-05-01'), level(2, '2026-06-01', 'self-declared')] })).toBeNull()
  })
})

describe('counting', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const people = [
    someone({ statuses: abroad }),
    someone({ statuses: abroad, gender: 'm', birthDate: '2009-01-01' }),
    someone({ statuses: abroad, gender: 'x', birthDate: '1960-01-01' }),
    someone({ statuses: abroad, gender: 'not-disclosed', birthDate: null }),
    someone({ statuses: abroad, gender: null, days: ['2025-12-31'] }),
    someone({ statuses: entry(['third-country', 'no']) }),
    someone({ statuses: entry(['third-country', 'not-disclosed']) }),
    someone(),
  ]
  test('by hand: women, men, non-binary, unsaid; bands; not disclosed and not noted apart; each once', () => {
    expect(count(people, (amif['O.2.3'] as { since: never }).since, amifAges, year)).toEqual({
      total: 4,
      genders: { w: 1, m: 1, x: 1, unsaid: 1 },
      ages: [
        { key: 'under-18', count: 1 },
        { key: '18-60', count: 1 },
        { key: 'over-60', count: 1 },
        { key: 'unknown', count: 1 },
      ],
      notDisclosed: 1,
      unknown: 1,
      personIds: people.slice(0, 4).map(({ personId }) => personId),
    })
  })
  test('says why what is not on record is not computed', () => {
    const result = (code: string, of: Facts[]) =>
      resultsOf('amif', of, new Map([['O.2.2', { value: 3, note: null }]]), year).find((one) => one.code === code)
    expect(result('R.2.10', people)).toMatchObject({ notComputed: 'procedures' })
    expect(result('R.2.10', [someone({ statuses: abroad, procedures: [] })])).toMatchObject({ counted: { total: 0 } })
    expect(result('O.2.2', people)).toMatchObject({ byHand: { value: 3 } })
    expect(result('O.2.1', people)).toMatchObject({ notComputed: 'irrelevant' })
    expect(result('O.2.3', people)).toMatchObject({ isVerified: false })
  })
  test('a band is fixed on the day of the first registration', () => {
    expect(bandOf(amifAges, someone({ birthDate: '1965-02-10' }))).toBe('over-60')
    expect(bandOf(amifAges, someone({ birthDate: '1965-02-11' }))).toBe('18-60')
  })
})

describe('the register', () => {
  const period = { from: '2026-03-01', to: '2026-03-31' }
  test('has whoever took part in the period, by the first day', () => {
    const later = someone({ days: ['2026-03-20'], leftOn: '2026-03-25', statuses: abroad })
    const rows = registerOf(
      [later, someone({ days: [] }), someone({ leftOn: '2026-02-28', days: ['2026-01-10'] }), someone()],
      period,
    )
    expect(
      rows.map(({ start, end, thirdCountry, unaccompanied }) => [start, end, thirdCountry, unaccompanied]),
    ).toEqual([
      ['2026-03-02', null, 'unknown', 'no'],
      ['2026-03-20', '2026-03-25', 'yes', 'no'],
    ])
  })
  test('asks of minors only whether they came alone', () => {
    const minor = someone({ birthDate: '2010-01-01', statuses: entry(['unaccompanied', 'yes']) })
    expect(registerOf([minor], period)[0]).toMatchObject({ ageBand: 'under-18', unaccompanied: 'yes' })
  })
  test('knows people by an identifier without a name', () => {
    expect(identifierOf({ firstEnrolmentId: '0192f0a0-0000-7000-8000-a1b2c3d4e5f6' })).toBe('A1B2-C3D4-E5F6')
  })
  test('counts who started and who finished in a period', () => {
    const people = [
      someone(),
      someone({ days: [] }),
      someone({ completed: true, leftOn: '2026-03-31' }),
      someone({ leftOn: '2026-03-31' }),
    ]
    expect([startedIn(people, period), finishedIn(people, period)]).toEqual([3, 1])
  })
})

describe('asking', () => {
  test.each([
    ['2026-06-30', '2026-12-30'],
    ['2026-08-31', '2027-02-28'],
    ['2026-12-15', '2027-06-15'],
  ])('six months after %s is %s', (day, expected) => expect(sixMonthsAfter(day)).toBe(expected))
  test('is due at entry, within four weeks after leaving, and six months later', () => {
    const enrolment = { registeredOn: '2026-02-10', leftOn: '2026-06-30' }
    expect(momentsOf(enrolment).map(({ moment, from, by }) => [moment, from, by])).toEqual([
      ['entry', '2026-02-10', '2026-02-24'],
      ['exit', '2026-06-30', '2026-07-28'],
      ['later', '2026-12-30', '2027-01-27'],
    ])
    const open = (asked: Moment[], today: string) => waiting({ ...enrolment, asked }, today).map(({ moment }) => moment)
    expect(open(['entry'], '2026-12-29')).toEqual(['exit'])
    expect(open(['entry', 'exit'], '2026-12-30')).toEqual(['later'])
    expect(waiting({ registeredOn: '2026-02-10', leftOn: null, asked: [] }, '2026-02-10')).toHaveLength(1)
  })
})
