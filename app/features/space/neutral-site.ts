import type { Language } from '../../shared/i18n/languages.ts'

/** Where "leave this page" goes: the weather, a page that anybody may have open. */
export function neutralSite(language: Language): string {
  const names: Partial<Record<Language, string>> = { fr: 'meteosuisse', de: 'meteoschweiz' }
  return `https://www.${names[language] ?? 'meteoswiss'}.admin.ch/`
}
