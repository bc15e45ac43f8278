import { describe, expect, test } from 'vitest'
import { addMonths, dueOn, dueStanding } from './due.ts'

const rhythm = { stableMonths: 3, otherwiseWeeks: 4 }
const stable = (on: string) => ({ stable: true, on })
const unstable = (on: string) => ({ stable: false, on })

describe('a quarter is three calendar months', () => {
  test.each([
    ['2026-01-15', '2026-04-15'],
    ['2026-11-23', '2027-02-23'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-12-31', '2027-03-31'],
    ['2026-01-31', '2026-04-30'],
    ['2026-05-31', '2026-08-31'],
    ['2026-08-31', '2026-11-30'],
    ['2026-10-01', '2027-01-01'],
  ])('%s → %s', (from, to) => expect(addMonths(from, 3)).toBe(to))
  test('and a year is twelve', () => expect(addMonths('2028-02-29', 12)).toBe('2029-02-28'))
})

describe('the next appointment is due', () => {
  test.each([
    ['never, when the follow-up has not begun', null, null, null, null],
    ['four weeks after the beginning, when nobody said how things are', '2026-01-01', null, null, '2026-01-29'],
    ['a quarter after the beginning, when stable', '2026-01-01', null, stable('2026-01-01'), '2026-04-01'],
    ['a quarter after the last one, when stable', '2026-01-01', '2026-02-10', stable('2026-01-01'), '2026-05-10'],
    ['four weeks after the last one, when not', '2026-01-01', '2026-02-10', unstable('2026-01-05'), '2026-03-10'],
    ['four weeks after it changed for the worse', '2026-01-01', '2026-02-10', unstable('2026-03-20'), '2026-04-17'],
    [
      'at the quarter’s end, when it changed for the worse late in it',
      '2026-01-01',
      '2026-02-10',
      unstable('2026-04-30'),
      '2026-05-10',
    ],
    ['as stable again from the day it is said', '2026-01-01', '2026-02-10', stable('2026-03-20'), '2026-05-10'],
    [
      'counted from the beginning, not from talks before it',
      '2026-03-01',
      '2026-02-10',
      stable('2026-03-01'),
      '2026-06-01',
    ],
  ] as const)('%s', (_when, begunOn, lastHeld, stability, expected) =>
    expect(dueOn({ begunOn, lastHeld, stability, rhythm })).toBe(expected),
  )
  test('as the programme’s coordinator set it', () =>
    expect(
      dueOn({
        begunOn: '2026-01-01',
        lastHeld: null,
        stability: null,
        rhythm: { stableMonths: 1, otherwiseWeeks: 8 },
      }),
    ).toBe('2026-02-01'))
})

describe('today, 23 November 2026, somebody is', () => {
  const today = '2026-11-23'
  test.each([
    [null, [], 'none'],
    ['2026-11-22', [], 'overdue'],
    ['2026-11-23', [], 'soon'],
    ['2026-12-07', [], 'soon'],
    ['2026-12-08', [], 'calm'],
    ['2026-11-22', ['2026-11-20'], 'overdue'],
    ['2026-11-22', ['2026-11-23'], 'planned'],
    ['2026-11-22', ['2026-12-07'], 'planned'],
    ['2026-11-22', ['2026-12-08'], 'overdue'],
    ['2026-11-30', ['2026-11-30'], 'planned'],
    ['2026-11-30', ['2026-12-01'], 'late'],
    ['2026-11-30', ['2026-12-01', '2026-11-29'], 'planned'],
    ['2027-02-01', ['2027-02-02'], 'late'],
  ] as const)('due %s with %j planned: %s', (due, planned, expected) =>
    expect(dueStanding({ dueOn: due, planned, aheadDays: 14, today }).state).toBe(expected),
  )
})
