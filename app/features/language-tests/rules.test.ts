import { describe, expect, test } from 'vitest'
import type { LanguageSkillId } from '../../data/language-levels.ts'
import { Typed } from '../../shared/forms/forms.ts'
import type { LevelAnswer, LevelSource } from '../referrals/positioning.ts'
import { parseSchooling, parseTest, parseTriage } from './form.ts'
import type { DatedLevel } from './language-test.ts'
import { currentLevels, dating, oralOf, overTime, stepsUp, thenAndNow } from './rules.ts'
import { sheetSchooling } from './schooling.store.ts'

const today = '2026-11-23'
let minute = 0
const found = (skill: LanguageSkillId, level: LevelAnswer, on: string, source: LevelSource = 'tested'): DatedLevel => ({
  personId: 'p',
  language: 'fr',
  skill,
  level,
  source,
  on,
  recordedAt: new Date(2026, 0, 1, 0, minute++),
})

describe('the day of a test', () => {
  const born = { birthDate: '1990-05-01', birthYear: null }
  test.each([
    ['today', today, born, null],
    ['tomorrow', '2026-11-24', born, 'languageTests.on.future'],
    ['the day before the birth', '1990-04-30', born, 'languageTests.on.beforeBirth'],
    ['the day of the birth', '1990-05-01', born, null],
    ['before the year of birth', '1989-12-31', { birthDate: null, birthYear: 1990 }, 'languageTests.on.beforeBirth'],
    ['in the year of birth', '1990-01-01', { birthDate: null, birthYear: 1990 }, null],
    ['long ago, with no birth known', '1950-01-01', { birthDate: null, birthYear: null }, null],
  ])('%s', (_, on, person, reason) => {
    const decision = dating(on, { today, ...person })
    expect(decision.ok ? null : decision.key).toBe(reason)
  })
})

describe('a step', () => {
  test.each([
    ['none', 'pre-A1', 1],
    ['A1.1', 'A1', 1],
    ['A1', 'B1', 2],
    ['B1', 'A2', -1],
    ['A1', 'A1', 0],
    ['alpha-0', 'alpha-3', 3],
    ['alpha-4', 'A1', null],
    ['not-assessed', 'A1', null],
  ] as const)('from %s to %s is %s', (from, to, steps) => expect(stepsUp(from, to)).toBe(steps))
})

describe('then and now', () => {
  test('compares the first and the latest of each skill, oral first', () => {
    const levels = [
      found('reading', 'A1', '2026-01-10'),
      found('oral-production', 'A1.1', '2026-01-10'),
      found('oral-production', 'A2', '2026-06-10'),
      found('oral-production', 'A1', '2026-03-10'),
    ]
    expect(thenAndNow(levels)).toMatchObject([
      { skill: 'oral-production', track: 'cefr', first: { level: 'A1.1' }, last: { level: 'A2' }, steps: 2 },
      { skill: 'reading', track: 'cefr', first: { level: 'A1' }, last: { level: 'A1' }, steps: 0 },
    ])
  })
  test('keeps the two tracks apart: who leaves the literacy track has not gone up on it', () => {
    const levels = [found('reading', 'alpha-2', '2026-01-10'), found('reading', 'A1', '2026-06-10')]
    expect(thenAndNow(levels).map(({ track, steps }) => [track, steps])).toEqual([
      ['cefr', 0],
      ['alpha', 0],
    ])
  })
  test('counts what somebody said of themselves only where nobody assessed', () => {
    const said = found('writing', 'none', '2026-01-01', 'self-declared')
    expect(thenAndNow([said, found('writing', 'A1', '2026-02-01', 'self-declared')])[0]?.steps).toBe(4 - 1)
    expect(thenAndNow([said, found('writing', 'A1', '2026-02-01')])[0]).toMatchObject({
      first: { level: 'A1' },
      steps: 0,
    })
  })
  test('of two on one day the one recorded last counts, so that a slip is put right', () => {
    const levels = [found('reading', 'C2', '2026-01-10'), found('reading', 'A1', '2026-01-10')]
    expect(overTime(levels, 'reading').map(({ level }) => level)).toEqual(['A1'])
  })
  test('leaves out what is not disclosed, which counts as what is known now', () => {
    const levels = [found('reading', 'A1', '2026-01-10'), found('reading', 'not-disclosed', '2026-06-10')]
    expect(thenAndNow(levels)[0]?.last.level).toBe('A1')
    expect(currentLevels(levels)).toEqual({ reading: 'not-disclosed' })
  })
})

test.each([
  [{ 'oral-reception': 'A2', 'oral-production': 'A1' }, 'A1'],
  [{ 'oral-reception': 'A2' }, 'A2'],
  [{ 'oral-reception': 'not-disclosed', 'oral-production': 'B1' }, 'B1'],
  [{ 'oral-reception': 'not-disclosed' }, null],
  [{}, null],
] as const)('the oral level of %j is %s', (levels, oral) => expect(oralOf(levels)).toBe(oral))

describe('a sitting as typed', () => {
  const around = { today, languages: ['fr', 'nl'], person: { birthDate: '1990-05-01', birthYear: null } }
  const typed = (changes: Record<string, string>) =>
    Typed.of({
      language: 'fr',
      moment: 'entry',
      source: 'tested',
      'level.oral-production': 'A1',
      ...changes,
    })
  test('needs one skill; without a date it is today’s', () => {
    const parsed = parseTest(typed({}), around)
    expect(parsed.ok && parsed.value).toMatchObject({ on: today, levels: [{ skill: 'oral-production', level: 'A1' }] })
  })
  test('takes "not disclosed" and the literacy track for what is written', () => {
    const parsed = parseTest(typed({ 'level.reading': 'alpha-2', 'level.writing': 'not-disclosed' }), around)
    expect(parsed.ok && parsed.value.levels).toHaveLength(3)
  })
  test.each([
    ['of tomorrow', { on: '2026-11-24' }, 'on', 'languageTests.on.future'],
    ['before the birth', { on: '1.1.1980' }, 'on', 'languageTests.on.beforeBirth'],
    ['of nothing', { 'level.oral-production': '' }, 'level.oral-reception', 'languageTests.levels.none'],
    [
      'of speaking on the literacy track',
      { 'level.oral-production': 'alpha-1' },
      'level.oral-production',
      'forms.choose',
    ],
    ['with a level nobody knows', { 'level.reading': 'D1' }, 'level.reading', 'forms.choose'],
    ['by certificate of nobody', { source: 'certificate' }, 'issuer', 'languageTests.issuer.missing'],
    ['in a language not offered', { language: 'eo' }, 'language', 'forms.choose'],
  ])('%s is refused beside the field, with what was typed kept', (_, changes, field, key) => {
    const parsed = parseTest(typed(changes), around)
    expect(!parsed.ok && parsed.errors[field]?.key).toBe(key)
    expect(parsed.typed.get('moment')).toBe('entry')
  })
})

describe('schooling as typed', () => {
  test('of nothing at all, or with years both given and withheld, comes back', () => {
    expect(parseSchooling(Typed.of({ years: '' }), ['fr']).ok).toBe(false)
    expect(parseSchooling(Typed.of({ years: '3', yearsWithheld: 'yes' }), ['fr']).ok).toBe(false)
    expect(parseSchooling(Typed.of({ years: '31' }), ['fr']).ok).toBe(false)
    expect(parseSchooling(Typed.of({ yearsWithheld: 'yes' }), ['fr']).ok).toBe(true)
  })
  test.each([
    [0, false, 'never'],
    [6, false, 'up-to-6'],
    [7, false, 'up-to-12'],
    [13, false, 'more'],
    [null, true, 'not-disclosed'],
    [null, false, undefined],
  ])('%s years (withheld: %s) tell composing %s', (years, yearsWithheld, said) =>
    expect(sheetSchooling({ years, yearsWithheld })).toBe(said),
  )
})

describe('a decision on the course', () => {
  const around = { languages: ['fr'], suggested: () => 'fle' as const }
  test('as suggested needs no reason, another does', () => {
    const as = parseTriage(Typed.of({ language: 'fr', decided: 'fle', reason: 'other' }), around)
    expect(as.ok && as.value.reason).toBe(null)
    const other = parseTriage(Typed.of({ language: 'fr', decided: 'alpha' }), around)
    expect(!other.ok && other.errors.reason?.key).toBe('languageTests.triage.reason.missing')
    expect(parseTriage(Typed.of({ language: 'fr', decided: 'alpha', reason: 'interview' }), around).ok).toBe(true)
  })
})
