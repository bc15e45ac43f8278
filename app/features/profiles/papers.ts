import { isLanguage } from '../../shared/i18n/languages.ts'
import { textIn } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { ProfilePaper } from './document.ts'
import { buildPaper } from './paper.ts'
import type { Workbook } from './profile.ts'
import type { Frame } from './store/profiles.ts'

/** The paper of a profile today. The person's words are taken to be in their own language, else in the page's. */
export function paperFor(
  { book, today, words }: { book: Workbook; today: PlainDate; words: { lang: string } },
  frame: Frame,
  number: number,
): ProfilePaper {
  return buildPaper(book, {
    number,
    today,
    groupName: frame.group?.name ?? textIn(frame.programmeTitle, words.lang).text,
    from: frame.group?.from ?? frame.enrolledOn,
    until: frame.group?.until ?? today,
    institution: frame.institution,
    language: isLanguage(book.person.language) ? book.person.language : words.lang,
  })
}
