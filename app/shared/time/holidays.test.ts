import { describe, expect, test } from 'vitest'
import { easterSunday, holidayOn, holidayRegions, holidaysOf } from './holidays.ts'

describe('Easter', () => {
  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'], // the latest possible
    [2285, '2285-03-22'], // the earliest possible
  ])('%i is on %s', (year, expected) => expect(easterSunday(year)).toBe(expected))
})

describe('public holidays', () => {
  test.each([
    ['CH-BE', '2026-01-02', 'berchtold'],
    ['CH-BE', '2026-04-03', 'good-friday'],
    ['CH-BE', '2026-04-06', 'easter-monday'],
    ['CH-BE', '2026-05-14', 'ascension'],
    ['CH-BE', '2026-05-25', 'whit-monday'],
    ['CH-BE', '2026-08-01', 'swiss-day'],
    ['CH-BE', '2027-03-26', 'good-friday'],
    ['CH-BE', '2027-05-06', 'ascension'],
    ['CH-BE', '2027-05-17', 'whit-monday'],
    ['CH-BE', '2028-04-14', 'good-friday'],
    ['CH-BE', '2028-05-25', 'ascension'],
    ['CH-BE', '2028-06-05', 'whit-monday'],
    ['BE', '2026-07-21', 'belgian-day'],
    ['BE', '2027-03-29', 'easter-monday'],
    ['BE', '2028-11-11', 'armistice'],
    ['FR', '2026-05-08', 'victory'],
    ['FR', '2027-07-14', 'french-day'],
    ['FR', '2028-04-17', 'easter-monday'],
  ] as const)('%s: %s is %s', (region, date, key) => expect(holidayOn(region, date)?.key).toBe(key))

  test.each([
    ['CH-BE', '2026-05-01'], // Labour Day is a working day in Bern
    ['CH-BE', '2026-11-01'],
    ['BE', '2026-04-03'],
    ['BE', '2026-12-26'],
    ['FR', '2026-04-03'], // Good Friday is one in Alsace-Moselle only
    ['FR', '2026-01-02'],
  ] as const)('%s works on %s', (region, date) => expect(holidayOn(region, date)).toBeUndefined())

  test.each([
    ['CH-BE', 11],
    ['BE', 12],
    ['FR', 11],
  ] as const)('%s has %i days a year, in order', (region, count) => {
    for (const year of [2026, 2027, 2028]) {
      const dates = holidaysOf(region, year).map((h) => h.date)
      expect(dates).toHaveLength(count)
      expect(dates).toEqual([...dates].sort())
    }
  })

  test('every region is covered', () =>
    expect(holidayRegions.map((r) => holidaysOf(r, 2026).length > 0)).not.toContain(false))
})
