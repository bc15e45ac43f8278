/** A version on paper: PDF in the reader's language, or a page to print for scripts that the PDF can't set. */
import { type Did, download, type Outcome, redirect, show } from '../../../shared/http/outcome.ts'
import { wordsIn } from '../../../shared/i18n/i18n.ts'
import { staffLanguages } from '../../../shared/i18n/languages.ts'
import { type DocumentWords, profilePdf } from '../document.ts'
import { PrintPage, UnreadablePage } from '../pages/print.tsx'
import type { ReadVersion } from '../store/versions.ts'

/** `?in=de` chooses the document's language. What the typeface can't set leads to the print page instead. */
export async function sendPdf(
  version: ReadVersion,
  query: URLSearchParams,
  printPage: string,
  read?: Did,
): Promise<Outcome> {
  if (version.content.state !== 'open') return show(<UnreadablePage state={version.content.state} />)
  const lang = staffLanguages.find((l) => l === query.get('in')) ?? 'fr'
  const words = wordsIn(lang)
  const { bytes, unprintable } = await profilePdf(
    version.content.paper,
    words as unknown as DocumentWords,
    version.frozenAt,
  )
  if (unprintable.length > 0) return redirect(printPage)
  return download(bytes, {
    contentType: 'application/pdf',
    name: `${words.t('profiles.pdf.file', { version: version.number })}.pdf`,
    ...(read ? { read } : {}),
  })
}

export const sendPrint = (version: ReadVersion, back: string, read?: Did): Outcome =>
  show(
    version.content.state === 'open' ? (
      <PrintPage paper={version.content.paper} back={back} />
    ) : (
      <UnreadablePage state={version.content.state} />
    ),
    read ? { read } : {},
  )
