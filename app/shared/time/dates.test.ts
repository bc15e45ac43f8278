import { describe, expect, test } from 'vitest'
import { addDays, ageOn, compare, daysBetween, formatISO, isPlainDate, plainDate, weekday, weekStart } from './dates.ts'

describe('plain dates', () => {
  test.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['0050-01-01', false],
    ['', false],
    [20260101, false],
    [null, false],
  ])('%s is a date: %s', (value, expected) => expect(isPlainDate(value)).toBe(expected))

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-28', 2, '2026-03-30'], // over the change of the clocks
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
    expect(daysBetween(date, expected)).toBe(days)
  })

  test('weeks begin on Monday', () => {
    expect(['2026-11-23', '2026-11-29', '1969-12-29'].map(weekday)).toEqual([1, 7, 1])
    expect(weekStart('2026-11-29')).toBe('2026-11-23')
    expect(weekStart('2026-11-23')).toBe('2026-11-23')
  })

  test.each([
    ['1990-05-10', '2026-05-09', 35],
    ['1990-05-10', '2026-05-10', 36],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('someone born %s is on %s %i years old', (born, on, years) => expect(ageOn(born, on)).toBe(years))

  test('sorting and making', () => {
    expect(['2026-10-01', '2026-09-30'].sort(compare)).toEqual(['2026-09-30', '2026-10-01'])
    expect(plainDate(2026, 5, 1)).toBe('2026-05-01')
    expect(formatISO(new Date('2026-05-01T23:30:00Z'))).toBe('2026-05-01')
  })

  test('nonsense is a bug of the caller', () => expect(() => addDays('tomorrow', 1)).toThrow(TypeError))
})
