/** Facts as data: said in the reader's or the document's language, and frozen with a version without freezing a language. */
import type { Words } from '../../shared/i18n/i18n.ts'
import { locales } from '../../shared/i18n/languages.ts'
import { type LocalText, textIn } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** A value in a sentence or a cell: somebody's own words, a number, a day, a text that has its languages with it, a sentence. */
export type Said =
  | string
  | number
  | { day: PlainDate }
  | { month: PlainDate }
  | { language: string }
  | { text: LocalText }
  | Fact
/** One short sentence: `finalReports.fact.<say>` with its values. */
export type Fact = { say: string; with?: Record<string, Said> }
/** `head`: `finalReports.fact.head.<head>`; the first cell of a row names it. */
export type FactTable = { title?: Said; head: string[]; rows: Said[][] }
/** What was known on a day, as the author could see it. */
export type Facts = { asOf: PlainDate; lines: Fact[]; tables: FactTable[] }

/** Words of the language in which facts are said. */
export type Speaker = Pick<Words, 'lang' | 'date'> & { t(key: string, params?: Record<string, unknown>): string }

export const sayFact = ({ say, with: values = {} }: Fact, words: Speaker): string =>
  words.t(
    `finalReports.fact.${say}`,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayValue(value, words)])),
  )

/** A value in the speaker's language. */
export function sayValue(value: Said, words: Speaker): string | number {
  if (typeof value !== 'object') return value
  if ('day' in value) return words.date(value.day, 'long')
  if ('month' in value) return words.date(value.month, 'month')
  if ('language' in value) return nameOf(value.language, words)
  if ('text' in value) return textIn(value.text, words.lang).text
  return sayFact(value, words)
}

/** A language's name at the head of a table, e.g. "Français". */
function nameOf(code: string, { lang }: Speaker): string {
  const locale = locales[lang]
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

export const sayHead = (head: string, words: Speaker): string => words.t(`finalReports.fact.head.${head}`)
