/**
 * Texts that are data (themes, stages, competences), as opposed to messages: they belong to a programme or a vocabulary,
 * can be edited by its coordinator, and carry their languages with them.
 */
export const textLanguages = ['fr', 'de', 'en', 'nl', 'ar'] as const
export type TextLanguage = (typeof textLanguages)[number]

/** Complete in the four languages of the staff; the others where they exist. */
export type Text = Readonly<Record<'fr' | 'de' | 'en' | 'nl', string> & Partial<Record<TextLanguage, string>>>

/** A text that participants read: Arabic is there too. */
export type ParticipantText = Text & Readonly<Record<'ar', string>>

/** A text that a coordinator changed: in the languages they wrote, at least one. */
export type LocalText = Readonly<Partial<Record<TextLanguage, string>>>

const fallbacks = ['en', 'fr', 'de', 'nl', 'ar'] as const

/** The text in the language asked for, else in one that exists. `found` tells a page which `lang` to set. */
export function textIn(text: LocalText, language: string): { text: string; found: TextLanguage } {
  const found = textLanguages.find((l) => l === language && text[l]) ?? fallbacks.find((l) => text[l]) ?? 'en'
  return { text: text[found] ?? '', found }
}
