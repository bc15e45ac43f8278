import { accept, type Decision } from '../../shared/rules.ts'
import { classify, type Outcome } from './classify.ts'
import { chooseSheet, type Layout, layOut } from './columns.ts'
import type { Circumstances, KnownPerson, RowError, RowNotice, Workbook } from './imports.ts'
import type { Mapping } from './mapping.ts'
import { parseRows } from './rows.ts'

/** What an import would do, before anything is written. `who` gives each row's name as the file has it. */
export type Preview = {
  layout: Layout
  outcomes: Outcome[]
  notices: RowNotice[]
  who: Map<number, string>
}

/** A workbook, read as the mapping says, against the people whose files may be seen. */
export function preview(
  workbook: Workbook,
  mapping: Mapping,
  known: KnownPerson[],
  now: Circumstances,
): Decision<Preview> {
  const sheet = chooseSheet(workbook, mapping)
  if (!sheet.ok) return sheet
  const layout = layOut(sheet.value, mapping)
  if (!layout.ok) return layout
  const rows = parseRows(sheet.value, layout.value, now)
  if (!rows.ok) return rows
  return accept({
    layout: layout.value,
    outcomes: classify(rows.value, known),
    notices: rows.value.flatMap((row) => row.notices),
    who: new Map(rows.value.map((row) => [row.row, row.who])),
  })
}

/** The figures of an import. `create + update + unchanged + rows with errors + rows in duplicates = rows`, always. */
export type Summary = {
  rows: number
  create: number
  update: number
  unchanged: number
  errors: RowError[]
  duplicates: ({ row: number; with: 'file'; ids: number[] } | { row: number; with: 'site'; ids: string[] })[]
}

/** The outcomes counted, as the command line answers them. */
export function summarise(outcomes: Outcome[]): Summary {
  const summary: Summary = { rows: outcomes.length, create: 0, update: 0, unchanged: 0, errors: [], duplicates: [] }
  for (const outcome of outcomes) {
    if (outcome.kind === 'error') summary.errors.push(...outcome.errors)
    else if (outcome.kind !== 'duplicate') summary[outcome.kind] += 1
    else if (outcome.with === 'file') summary.duplicates.push({ row: outcome.row, with: 'file', ids: outcome.ids })
    else summary.duplicates.push({ row: outcome.row, with: 'site', ids: outcome.ids })
  }
  return summary
}
