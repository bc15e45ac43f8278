import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { Layout } from './columns.ts'
import type { Circumstances, ParsedRow, Row, Sheet } from './imports.ts'
import { limits } from './reading/limits.ts'
import { RowReader } from './row-reader.ts'
import { dateOrderOf } from './values/dates.ts'

/** Every row below the header, read: a command or what is wrong. A header that comes again, as on printed pages, is passed over. */
export function parseRows(sheet: Sheet, layout: Layout, circumstances: Circumstances): Decision<ParsedRow[]> {
  const header = sheet.rows.find((row) => row.number === layout.headerRow)
  const body = sheet.rows.filter((row) => row.number > layout.headerRow && !repeats(row, header))
  if (body.length > limits.rows) return refuse('imports.file.tooManyRows', { most: limits.rows })
  if (body.length === 0) return refuse('imports.file.noRows')
  const orders = {
    birthDate: layout.dateOrder ?? orderIn('birthDate', body, layout),
    firstAidOn: layout.dateOrder ?? orderIn('firstAidOn', body, layout),
  }
  return accept(body.map((row) => new RowReader(row, layout, orders, circumstances).read()))
}

function repeats(row: Row, header: Row | undefined): boolean {
  const texts = (one: Row) =>
    one.cells
      .map((cell) => cell.text.trim())
      .join('\n')
      .trimEnd()
  return header !== undefined && texts(row) === texts(header)
}

function orderIn(field: 'birthDate' | 'firstAidOn', body: Row[], layout: Layout) {
  const column = layout.columns.find((one) => one.field === field)
  if (!column) return null
  const cells = body.flatMap((row) => row.cells[column.index] ?? [])
  return dateOrderOf(
    cells.filter((cell) => cell.kind === 'text'),
    layout.languages,
  )
}
