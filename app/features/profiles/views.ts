import type { AutonomyValue, CompetenceId } from '../../data/competences.ts'
import { type Sheet as Assessment, type Row, sideBySide } from '../assessments/side-by-side.ts'
import { ownSheet, type SeenSheet, thirdSheets, type Workbook } from './profile.ts'

/** What the open sheets say beside each other; undefined until the person's and a third party's are both in and open. */
export function rowsOf(book: Workbook): Row[] | undefined {
  const own = ownSheet(book)
  const others = thirdSheets(book).filter((s) => s.handedInAt && s.ratings)
  if (!own?.handedInAt || !own.ratings || others.length === 0) return undefined
  return sideBySide(book.picks, assessment(own), others.map(assessment))
}

const assessment = (sheet: SeenSheet): Assessment => ({
  rater: { kind: sheet.kind, id: sheet.id, name: sheet.name ?? '' },
  values: Object.fromEntries([...(sheet.ratings ?? [])].map(([id, rating]) => [id, rating.value])) as Partial<
    Record<CompetenceId, AutonomyValue | null>
  >,
})
