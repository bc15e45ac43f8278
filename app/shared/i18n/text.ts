/**
 * Texts that are data (themes, stages, competences), as opposed to messages: they belong to a programme or a vocabulary,
 * can be edited by its coordinator, and carry their languages with them.
 */
export const textLanguages = ['fr', 'de', 'en', 'nl', 'ar'] as const
export type TextLanguage = (typeof textLanguages)[number]

/** Complete in the three staff languages; the others where they exist. */
export type Text = Readonly<Record<'fr' | 'de' | 'en', string> & Partial<Record<TextLanguage, string>>>

/** A text that participants read: Arabic is there too. */
export type ParticipantText = Text & Readonly<Record<'ar', string>>

/** The text in the language asked for, else in English: never empty. `found` tells a page which `lang` to set. */
export function textIn(text: Text, language: string): { text: string; found: TextLanguage } {
  const wanted = textLanguages.find((l) => l === language)
  const own = wanted && text[wanted]
  return own ? { text: own, found: wanted } : { text: text.en, found: 'en' }
}
