/**
 * Public holidays by region, computed: fixed days and days counted from Easter. Only days on which offices are closed by
 * rule; a programme adds its own closing days (school holidays, a bridge) itself.
 */
import { addDays, compare, type PlainDate, plainDate } from './dates.ts'

/** CH-BE: canton of Bern, both language regions keep the same days. */
export const holidayRegions = ['CH-BE', 'BE', 'FR'] as const
export type HolidayRegion = (typeof holidayRegions)[number]

/** `key` names the day in messages: `sessions.holiday.<key>`. */
export type Holiday = Readonly<{ date: PlainDate; key: string }>

type Fixed = readonly [key: string, month: number, day: number]
type Moving = readonly [key: string, daysAfterEaster: number]

const rules: Record<HolidayRegion, { fixed: readonly Fixed[]; moving: readonly Moving[] }> = {
  // Canton of Bern, Gesetz über die Ruhe an öffentlichen Feiertagen; 1 August is federal.
  'CH-BE': {
    fixed: [
      ['new-year', 1, 1],
      ['berchtold', 1, 2],
      ['swiss-day', 8, 1],
      ['christmas', 12, 25],
      ['st-stephen', 12, 26],
    ],
    moving: [
      ['good-friday', -2],
      ['easter', 0],
      ['easter-monday', 1],
      ['ascension', 39],
      ['whit-sunday', 49],
      ['whit-monday', 50],
    ],
  },
  // Arrêté royal du 18 avril 1974, art. 1.
  BE: {
    fixed: [
      ['new-year', 1, 1],
      ['labour-day', 5, 1],
      ['belgian-day', 7, 21],
      ['assumption', 8, 15],
      ['all-saints', 11, 1],
      ['armistice', 11, 11],
      ['christmas', 12, 25],
    ],
    moving: [
      ['easter', 0],
      ['easter-monday', 1],
      ['ascension', 39],
      ['whit-sunday', 49],
      ['whit-monday', 50],
    ],
  },
  // Code du travail, art. L3133-1 (without the additional days of Alsace-Moselle).
  FR: {
    fixed: [
      ['new-year', 1, 1],
      ['labour-day', 5, 1],
      ['victory', 5, 8],
      ['french-day', 7, 14],
      ['assumption', 8, 15],
      ['all-saints', 11, 1],
      ['armistice', 11, 11],
      ['christmas', 12, 25],
    ],
    moving: [
      ['easter-monday', 1],
      ['ascension', 39],
      ['whit-monday', 50],
    ],
  },
}

/** Easter Sunday in the Gregorian calendar (algorithm of Butcher and Meeus), for any year from 1583. */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const position = epact + toSunday - 7 * late + 114
  return plainDate(year, Math.floor(position / 31), (position % 31) + 1)
}

/** The region's holidays of a year, in order; those that fall on a Sunday are there too. */
export function holidaysOf(region: HolidayRegion, year: number): readonly Holiday[] {
  const easter = easterSunday(year)
  const { fixed, moving } = rules[region]
  return [
    ...fixed.map(([key, month, day]) => ({ key, date: plainDate(year, month, day) })),
    ...moving.map(([key, days]) => ({ key, date: addDays(easter, days) })),
  ].sort((a, b) => compare(a.date, b.date))
}

/** Why nobody works on that date, or undefined. Saturdays are working days here: a programme chooses its weekdays. */
export function holidayOn(region: HolidayRegion, date: PlainDate): Holiday | undefined {
  return holidaysOf(region, Number(date.slice(0, 4))).find((h) => h.date === date)
}
