import { ageOn, isPlainDate, type PlainDate } from '../../../shared/time/dates.ts'
import { fold } from '../../people/fold.ts'
import type { Cell } from '../imports.ts'
import type { DateOrder } from '../mapping.ts'
import { serialDate } from '../reading/number-format.ts'

/** What a cell says of a date: a day, only a year, or why neither; `unclear` when 3/4 could be read both ways. */
export type DateReading =
  | { kind: 'date'; date: PlainDate }
  | { kind: 'year'; year: number }
  | { kind: 'unclear' | 'impossible' | 'unknownForm' | 'unclearCentury' }

/** What a column of dates is about: it decides between 1924 and 2024. */
export type DatePurpose = 'birth' | 'past'

const numbers = /^(\d{1,2})([./\- ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/
const yearFirst = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/
const wordy = /^(\d{1,2})(?:er|st|nd|rd|th|e)?[. -]*(?:de |of )?([^\d\s.,-]+)[., -]*(\d{4}|\d{2})$/
const wordFirst = /^([^\d\s.,-]+)[. ]*(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/

/**
 * Whether day or month comes first in a column. A 13 or more tells; dots tell, for no one writes months first with them; then the
 * language of the headers, for French, German and Dutch put days first. Null when nothing tells: a person must say.
 */
export function dateOrderOf(cells: Cell[], languages: string[]): DateOrder | null {
  let [dayFirst, monthFirst, dots] = [0, 0, 0]
  for (const { text } of cells) {
    const [, first, sign, second] = numbers.exec(withoutTime(text)) ?? []
    if (sign === '.') dots += 1
    else if (Number(first) > 12) dayFirst += 1
    else if (Number(second) > 12) monthFirst += 1
  }
  if (dayFirst > 0 && monthFirst > 0) return null
  if (monthFirst > 0) return 'mdy'
  if (dayFirst > 0 || dots > 0) return 'dmy'
  return languages.length > 0 && !languages.includes('en') ? 'dmy' : null
}

/** A cell as a date. `order` is the column's; `today` tells two-figure years and is not asked of a clock. */
export function readDate(cell: Cell, order: DateOrder | null, purpose: DatePurpose, today: PlainDate): DateReading {
  if (cell.kind === 'date') return isPlainDate(cell.text) ? { kind: 'date', date: cell.text } : { kind: 'impossible' }
  const text = withoutTime(cell.text)
  if (/^\d{4}$/.test(text)) return { kind: 'year', year: Number(text) }
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text))
  if (/^\d{8}$/.test(text)) return fromEightFigures(text)
  const reversed = yearFirst.exec(text)
  if (reversed) return day(reversed[1]!, reversed[3]!, reversed[4]!, purpose, today)
  const plain = numbers.exec(text)
  if (plain) return fromNumbers([plain[1]!, plain[2]!, plain[3]!, plain[4]!], order, purpose, today)
  const unknownDay = /^(?:00|xx|\?\?|--)[./-](?:00|xx|\?\?|--)[./-](\d{4})$/i.exec(text)
  if (unknownDay) return { kind: 'year', year: Number(unknownDay[1]) }
  return fromWords(fold(text), purpose, today)
}

const withoutTime = (text: string) =>
  text
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m| ?Z)?$/i, '')
    .trim()

/** Excel's own number for a day, when a column lost its format: only between 1915 and 2064, lest a postal code pass for one. */
function fromSerial(serial: number): DateReading {
  const date = serial >= 5_500 && serial <= 60_000 ? serialDate(serial) : null
  return date ? { kind: 'date', date } : { kind: 'unknownForm' }
}

function fromEightFigures(text: string): DateReading {
  const readings = [
    `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`,
    `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`,
  ].filter((date) => isPlainDate(date) && /^(19|20)/.test(date))
  const [date, other] = readings
  if (date && !other) return { kind: 'date', date }
  return { kind: date ? 'unclear' : 'unknownForm' }
}

type Parts = [first: string, sign: string, second: string, year: string]

function fromNumbers(
  [first, sign, second, year]: Parts,
  order: DateOrder | null,
  purpose: DatePurpose,
  today: PlainDate,
) {
  const [a, b] = [Number(first), Number(second)]
  if (a === 0 && b === 0 && year.length === 4) return { kind: 'year' as const, year: Number(year) }
  if (sign === '.' || a === b || a > 12) return day(year, second, first, purpose, today)
  if (b > 12) return day(year, first, second, purpose, today)
  if (order === null) return { kind: 'unclear' as const }
  return order === 'dmy' ? day(year, second, first, purpose, today) : day(year, first, second, purpose, today)
}

const months = new Map<string, number>()
for (const language of ['fr', 'de', 'nl', 'en', 'de-AT']) {
  for (const length of ['long', 'short'] as const) {
    const name = new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1)
      months.set(fold(name.format(Date.UTC(2024, month - 1, 15))).replace('.', ''), month)
  }
}
for (const [word, month] of [
  ['maerz', 3],
  ['mrz', 3],
  ['fev', 2],
  ['avr', 4],
  ['juil', 7],
  ['sept', 9],
  ['okt', 10],
] as const)
  months.set(word, month)

function fromWords(text: string, purpose: DatePurpose, today: PlainDate): DateReading {
  const first = wordy.exec(text)
  const [dayText, word, year] = first ? [first[1], first[2], first[3]] : monthFirstWords(text)
  const month = months.get(word ?? '')
  return month && dayText && year ? day(year, String(month), dayText, purpose, today) : { kind: 'unknownForm' }
}

function monthFirstWords(text: string): (string | undefined)[] {
  const parts = wordFirst.exec(text)
  return parts ? [parts[2], parts[1], parts[3]] : []
}

function day(year: string, month: string, date: string, purpose: DatePurpose, today: PlainDate): DateReading {
  const rest = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (year.length === 4) return real(`${year}-${rest}`)
  const centuries = [`20${year}-${rest}`, `19${year}-${rest}`]
  if (!centuries.some(isPlainDate)) return { kind: 'impossible' }
  const likely = centuries.filter(
    (one) => isPlainDate(one) && one <= today && (purpose === 'past' || isLikelyAge(ageOn(one, today))),
  )
  if (purpose === 'past' && likely[0]) return real(likely[0])
  return likely.length === 1 ? real(likely[0]!) : { kind: 'unclearCentury' }
}

/** The ages of the people a programme meets; beyond them, two figures do not say which century is meant. */
const isLikelyAge = (age: number) => age >= 12 && age < 100

const real = (date: string): DateReading => (isPlainDate(date) ? { kind: 'date', date } : { kind: 'impossible' })
