import type { Ctx } from '../../../shared/http/doors.tsx'
import { page } from '../../../shared/http/doors.tsx'
import { notFound, show } from '../../../shared/http/outcome.ts'
import { isLanguage, participantLanguages } from '../../../shared/i18n/languages.ts'
import { blueprintOf, titleIn } from '../../programmes/programme.ts'
import { findProgramme } from '../../programmes/store.ts'
import { OwnSheetPage, PrintedSheetPage, SheetPage } from '../pages/info-sheet.tsx'
import { paths } from '../paths.ts'
import { mayReadOwnSheet, mayReadSheet } from '../policy.ts'
import { findOwnProgrammeId } from '../store.ts'

const find = ({ tx, params }: Pick<Ctx, 'tx'> & { params: { programmeId: string } }) =>
  findProgramme(tx, params.programmeId)

/** The language of the sheet is the person's: asked for in the address, else the reader's own. */
function languageOf({ query, words }: Pick<Ctx, 'query' | 'words'>) {
  const asked = query.get('in')
  if (isLanguage(asked) && (participantLanguages as readonly string[]).includes(asked)) return asked
  return (participantLanguages as readonly string[]).includes(words.lang) ? words.lang : 'fr'
}

export const sheetRoutes = [
  page(paths.sheet, { policy: mayReadSheet, find }, async (ctx) =>
    show(
      <SheetPage
        programmeId={ctx.subject.id}
        title={titleIn(ctx.subject, ctx.words.lang)}
        sheet={blueprintOf(ctx.subject).infoSheet}
        language={languageOf(ctx)}
      />,
    ),
  ),
  page(paths.printSheet, { policy: mayReadSheet, find }, async (ctx) =>
    show(
      <PrintedSheetPage
        programmeId={ctx.subject.id}
        title={titleIn(ctx.subject, ctx.words.lang)}
        sheet={blueprintOf(ctx.subject).infoSheet}
        language={languageOf(ctx)}
      />,
    ),
  ),
  page(paths.ownSheet, { policy: mayReadOwnSheet }, async ({ tx, actor }) => {
    const programmeId = await findOwnProgrammeId(tx, actor.personId)
    const programme = programmeId && (await findProgramme(tx, programmeId))
    if (!programme) return notFound()
    return show(<OwnSheetPage sheet={blueprintOf(programme).infoSheet} back="/me" />)
  }),
]
