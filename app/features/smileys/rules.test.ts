import { describe, expect, test } from 'vitest'
import {
  addSheet,
  closing,
  inviting,
  isEnough,
  isTaking,
  paperCounts,
  reopening,
  stateOf,
  typing,
  unanswered,
} from './rules.ts'
import type { Grid } from './smileys.ts'

const grid: Grid = {
  faces: 3,
  lines: [
    { key: 'useful', text: { en: 'Useful' }, picture: 'tool' },
    { key: 'pace', text: { en: 'Pace' }, picture: 'clock' },
    { key: 'group', text: { en: 'Group' }, picture: 'people' },
  ],
}
const session = { onDate: '2026-11-23', startsAt: '08:30', cancelled: false }
const vote = { openUntil: null, closedOn: null, cast: 0, paper: 0 }
const at = (today: string, time = '10:00') => ({ today, time })

describe('where a vote stands', () => {
  test.each([
    ['before the session', {}, '2026-11-22', '10:00', 'early'],
    ['before it begins that day', {}, '2026-11-23', '08:29', 'early'],
    ['from its start', {}, '2026-11-23', '08:30', 'open'],
    ['the day after', {}, '2026-11-24', '23:59', 'open'],
    ['two days after, without votes', {}, '2026-11-25', '00:00', 'few'],
    ['two days after, with five', { cast: 5 }, '2026-11-25', '00:00', 'shown'],
    ['two days after, with sheets of paper', { cast: 5, paper: 1 }, '2026-11-25', '00:00', 'paper'],
    ['ended with four', { cast: 4, closedOn: '2026-11-23' }, '2026-11-23', '10:00', 'few'],
    ['ended with five', { cast: 5, closedOn: '2026-11-23' }, '2026-11-23', '10:00', 'shown'],
    ['opened for longer', { cast: 5, openUntil: '2026-11-30' }, '2026-11-30', '10:00', 'open'],
    ['with five while it is open', { cast: 5 }, '2026-11-23', '10:00', 'open'],
  ] as const)('%s', (_name, change, today, time, state) => {
    expect(stateOf(session, { ...vote, ...change }, { today, time })).toBe(state)
  })
  test('of a cancelled session it stands nowhere', () => {
    expect(stateOf({ ...session, cancelled: true }, { ...vote, cast: 9 }, at('2026-11-23'))).toBe('cancelled')
  })
})

test.each([
  [0, 0, false],
  [4, 0, false],
  [5, 0, true],
  [0, 4, false],
  [0, 5, true],
  // Whoever typed four sheets could take them away from the sum.
  [1, 4, false],
  [4, 30, false],
  [5, 1, true],
])('%i by phone and %i on paper are enough: %s', (cast, paper, enough) =>
  expect(isEnough({ cast, paper })).toBe(enough),
)

describe('what may be done', () => {
  const shown = { ...vote, cast: 5, closedOn: '2026-11-23' }
  const few = { ...vote, cast: 2, closedOn: '2026-11-23' }
  test('the sign is shown on the day, also before it begins, and not once the vote is over', () => {
    expect(inviting(session, undefined, at('2026-11-22')).ok).toBe(false)
    expect(inviting(session, undefined, at('2026-11-23', '08:00')).ok).toBe(true)
    expect(inviting(session, vote, at('2026-11-24')).ok).toBe(true)
    expect(inviting(session, few, at('2026-11-23')).ok).toBe(false)
    expect(inviting({ ...session, cancelled: true }, vote, at('2026-11-23')).ok).toBe(false)
  })
  test('a vote is ended while it is open, or while paper is typed in', () => {
    expect(closing(session, vote, at('2026-11-23'))).toEqual({ ok: true, value: { closedOn: '2026-11-23' } })
    expect(closing(session, { ...vote, paper: 3 }, at('2026-11-29')).ok).toBe(true)
    expect(closing(session, shown, at('2026-11-23')).ok).toBe(false)
    expect(closing(session, vote, at('2026-11-22')).ok).toBe(false)
  })
  test('what was shown is never opened again, nor added to', () => {
    expect(reopening(session, shown, at('2026-11-23'))).toMatchObject({ ok: false, key: 'smileys.refused.shown' })
    expect(typing(session, shown, at('2026-11-23'))).toMatchObject({ ok: false, key: 'smileys.refused.shown' })
  })
  test('with too few votes it is, until tomorrow, for two weeks', () => {
    expect(reopening(session, few, at('2026-11-23'))).toEqual({ ok: true, value: { openUntil: '2026-11-24' } })
    expect(reopening(session, few, at('2026-12-07')).ok).toBe(true)
    expect(reopening(session, few, at('2026-12-08'))).toMatchObject({ ok: false, key: 'smileys.refused.tooLate' })
    expect(reopening(session, vote, at('2026-11-23'))).toMatchObject({ ok: false, key: 'smileys.refused.isOpen' })
  })
  test('paper is typed in from the day on, also after the vote', () => {
    expect(typing(session, undefined, at('2026-11-22')).ok).toBe(false)
    expect(typing(session, undefined, at('2026-11-23')).ok).toBe(true)
    expect(typing(session, few, at('2026-12-20')).ok).toBe(true)
  })
  test('votes by code are taken from the day of the session to the last day', () => {
    const window = { onDate: '2026-11-23', openUntil: null, closedOn: null }
    expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((day) => isTaking(window, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isTaking({ ...window, closedOn: '2026-11-23' }, '2026-11-23')).toBe(false)
  })
})

describe('paper', () => {
  test('a sheet adds one to each line; a blank is "I don’t know"', () => {
    const one = addSheet(grid, {}, { useful: 'good', pace: 'bad' })
    expect(one).toEqual({ 'useful/good': 1, 'pace/bad': 1, 'group/unknown': 1 })
    expect(addSheet(grid, one, { useful: 'good' })).toMatchObject({ 'useful/good': 2, 'pace/unknown': 1 })
  })
  test('counts never exceed the sheets; what is missing is "I don’t know"', () => {
    expect(paperCounts(grid, 6, { 'useful/good': 4, 'useful/bad': 2, 'pace/good': 5 })).toEqual({
      ok: true,
      value: { 'useful/good': 4, 'useful/bad': 2, 'pace/good': 5, 'pace/unknown': 1, 'group/unknown': 6 },
    })
    expect(paperCounts(grid, 5, { 'useful/good': 4, 'useful/bad': 2 })).toMatchObject({
      ok: false,
      key: 'smileys.paper.tooMany',
      params: { line: 'useful', answered: 6, sheets: 5 },
    })
  })
})

test('lines are asked in order until all are answered', () => {
  expect(unanswered(grid, { pace: 'good' })).toEqual(['useful', 'group'])
  expect(unanswered(grid, { useful: 'unknown', pace: 'good', group: 'bad' })).toEqual([])
})
