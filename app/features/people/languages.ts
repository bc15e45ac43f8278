import type { Words } from '../../shared/i18n/i18n.ts'

/** Languages that people in programmes speak most; any other code is kept as it was imported. */
export const commonLanguages = [
  'fr',
  'de',
  'it',
  'en',
  'pt',
  'es',
  'ar',
  'fa',
  'ps',
  'tr',
  'ku',
  'ti',
  'so',
  'uk',
  'ru',
  'sq',
  'ta',
  'zh',
  'nl',
  'am',
] as const

/** Options for a contact language, named in the reader's language. */
export function contactLanguages(
  { lang }: Pick<Words, 'lang'>,
  also?: string | null,
): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const codes =
    also && !(commonLanguages as readonly string[]).includes(also) ? [...commonLanguages, also] : commonLanguages
  return codes.map((value) => ({ value, label: nameOf(names, value) }))
}

/** One of them in words, or the code itself when nobody knows it. */
export const contactLanguage = ({ lang }: { lang: string }, code: string): string =>
  nameOf(new Intl.DisplayNames([lang], { type: 'language' }), code)

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
