/** Short forms for writing a blueprint's texts: the languages always come in the same order. */
import type { ParticipantText, Text } from '../shared/i18n/text.ts'

/** A text that staff read. */
export const staff = (fr: string, de: string, en: string, nl: string): Text => ({ fr, de, en, nl })

/** A text that participants read: at most twelve words a sentence, in five languages. */
export const plain = (fr: string, de: string, en: string, nl: string, ar: string): ParticipantText => ({
  fr,
  de,
  en,
  nl,
  ar,
})
