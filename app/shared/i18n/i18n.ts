import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import IntlMessageFormat from 'intl-messageformat'
import { root } from '../root.ts'
import type { PlainDate } from '../time/dates.ts'
import type { MessageKey } from './keys.gen.ts'
import { type Language, locales, numberLocale } from './languages.ts'

export type { MessageKey }
export type Params = Record<string, unknown>
export type Translate = (key: MessageKey, params?: Params) => string
export type DateStyle = 'short' | 'long' | 'weekday' | 'time' | 'month'

/** Words, dates and numbers in one language. */
export type Words = {
  lang: Language
  t: Translate
  /** A calendar date or, with style `time`, an instant's day and time. */
  date: (day: PlainDate, style?: DateStyle) => string
  number: (n: number, options?: Intl.NumberFormatOptions) => string
}

const catalogues = new Map<Language, Map<string, string>>()

/** Every `app/.../messages/<language>.json`, read once: a message belongs to its feature, no list names the features. */
function catalogue(language: Language): Map<string, string> {
  const known = catalogues.get(language)
  if (known) return known
  const messages = new Map<string, string>()
  for (const folder of messageFolders(join(root, 'app'))) {
    try {
      const file = JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Record<string, string>
      for (const [key, text] of Object.entries(file)) if (text !== '') messages.set(key, text)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  catalogues.set(language, messages)
  return messages
}

/** The folders named `messages` under `app/`. */
export function messageFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      entry.name === 'messages' ? [join(folder, entry.name)] : messageFolders(join(folder, entry.name)),
    )
}

const formats = new Map<string, IntlMessageFormat>()

function format(language: Language, key: string): IntlMessageFormat | undefined {
  const id = `${language} ${key}`
  const known = formats.get(id)
  if (known) return known
  const text = catalogue(language).get(key)
  if (text === undefined) return undefined
  const made = new IntlMessageFormat(text, locales[language], undefined, { ignoreTag: true })
  formats.set(id, made)
  return made
}

const dateFormats: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
}

const wordsByLanguage = new Map<Language, Words>()

/** The words of a language. A text that is missing there is shown in English; a key that is missing everywhere is a bug. */
export function wordsIn(language: Language): Words {
  const known = wordsByLanguage.get(language)
  if (known) return known
  const dates = new Map<DateStyle, Intl.DateTimeFormat>()
  const dateFormat = (style: DateStyle) => {
    const made =
      dates.get(style) ??
      new Intl.DateTimeFormat(locales[language], {
        ...dateFormats[style],
        timeZone: style === 'time' ? 'Europe/Zurich' : 'UTC',
      })
    dates.set(style, made)
    return made
  }
  const words: Words = {
    lang: language,
    t(key, params) {
      const message = format(language, key) ?? format('en', key)
      if (!message) throw new Error(`no message ${key}`)
      return String(message.format(params as Record<string, string>))
    },
    date: (day, style = 'short') => dateFormat(style).format(new Date(style === 'time' ? day : `${day}T00:00:00Z`)),
    number: (n, options) => n.toLocaleString(numberLocale(language, options?.currency), options),
  }
  wordsByLanguage.set(language, words)
  return words
}
