/** Languages of the interface. */
export const languages = ['fr', 'de', 'en', 'nl', 'ar'] as const
export type Language = (typeof languages)[number]

/** What staff may choose; Arabic is a language of participants' screens. */
export const staffLanguages = ['fr', 'de', 'en', 'nl'] as const
export const participantLanguages = ['fr', 'de', 'en', 'nl', 'ar'] as const
/** Not yet read by a native speaker of the administration: the screens say so. */
export const unreviewed: readonly Language[] = ['ar', 'nl']

export const languageNames: Record<Language, string> = {
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
  nl: 'Nederlands',
  ar: 'العربية',
}

/** Regional forms for dates and numbers: French and German as in Switzerland, Dutch as in Belgium. */
export const locales: Record<Language, string> = {
  fr: 'fr-CH',
  de: 'de-CH',
  en: 'en-GB',
  nl: 'nl-BE',
  ar: 'ar-u-nu-latn',
}

/** Amounts in euros are written as where people pay with euros. */
const euroLocales: Partial<Record<Language, string>> = { fr: 'fr-BE', de: 'de-BE' }

/** @param currency of the number, when it is an amount */
export const numberLocale = (language: Language, currency?: string): string =>
  (currency === 'EUR' && euroLocales[language]) || locales[language]

export const direction = (language: string): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** The best of `offered` for an Accept-Language header; undefined when none fits. */
export function fromHeader(header: string | undefined, offered: readonly Language[]): Language | undefined {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q = 'q=1'] = part.trim().split(';')
      return { code: tag.slice(0, 2).toLowerCase(), q: Number(q.replace('q=', '')) || 0 }
    })
    .sort((a, b) => b.q - a.q)
    .map(({ code }) => offered.find((language) => language === code))
    .find(Boolean)
}
