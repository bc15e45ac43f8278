import type { Block, TableRow } from './model.ts'
import {
  artifact,
  contentWidth,
  type Doc,
  drawLines,
  drawText,
  type Element,
  ensureSpace,
  group,
  hairline,
  ink,
  linesHeight,
  page,
  styles,
  tagged,
  textHeight,
} from './pen.ts'

type Table = Extract<Block, { kind: 'table' }>

const PAD = 6
const GUTTER = 14

/** Where each column starts and how wide its text may be. */
function columnsOf(doc: Doc, table: Table): { x: number; width: number }[] {
  const total = contentWidth(doc)
  let x: number = page.left
  return table.columns.map(({ share }, i) => {
    const column = { x, width: share * total - (i < table.columns.length - 1 ? GUTTER : 0) }
    x += share * total
    return column
  })
}

/** Cells are not split, what stands under them may be; the header is drawn again on each page, as an artifact, since it is read once. */
export function drawTable(doc: Doc, parent: Element, table: Table): void {
  const columns = columnsOf(doc, table)
  const element = group(doc, parent, 'Table')
  const headHeight =
    Math.max(...table.columns.map((c, i) => textHeight(doc, c.label, columns[i]!.width, styles.quiet))) + PAD
  const first = table.rows[0]
  ensureSpace(doc, headHeight + (first ? rowHeight(doc, first, columns) : 0))

  const head = (draw: (label: string, i: number, at: number) => void) => {
    const at = doc.y
    table.columns.forEach((c, i) => {
      draw(c.label, i, at)
    })
    doc.y = at + headHeight
    hairline(doc, doc.y, ink.accent)
  }
  const headRow = group(doc, element, 'TR')
  head((label, i, at) => {
    tagged(doc, headRow, 'TH', () => drawText(doc, label, columns[i]!.x, at, columns[i]!.width, styles.quiet), {
      scope: 'Column',
    })
  })

  for (const row of table.rows) {
    if (ensureSpace(doc, rowHeight(doc, row, columns))) {
      head((label, i, at) => {
        artifact(doc, () => drawText(doc, label, columns[i]!.x, at, columns[i]!.width, styles.quiet))
      })
    }
    drawRow(doc, element, row, columns)
  }
  doc.y += PAD
}

function rowHeight(doc: Doc, row: TableRow, columns: { width: number }[]): number {
  const cells = Math.max(...row.cells.map((lines, i) => linesHeight(doc, lines, columns[i]!.width)))
  const under = row.under?.length ? Math.min(linesHeight(doc, row.under, contentWidth(doc) - GUTTER) + 2, 48) : 0
  return cells + under + 2 * PAD
}

function drawRow(doc: Doc, table: Element, row: TableRow, columns: { x: number; width: number }[]): void {
  const top = doc.y + PAD
  const tr = group(doc, table, 'TR')
  let bottom = top
  row.cells.forEach((lines, i) => {
    const { x, width } = columns[i]!
    const cell = group(doc, tr, i === 0 ? 'TH' : 'TD', i === 0 ? { scope: 'Row' } : {})
    drawLines(doc, cell, lines, x, top, width)
    bottom = Math.max(bottom, doc.y)
  })
  doc.y = bottom
  if (row.under?.length) {
    const cell = group(doc, group(doc, table, 'TR'), 'TD')
    spanColumns(cell, columns.length)
    drawLines(doc, cell, row.under, page.left + GUTTER, bottom + 2, contentWidth(doc) - GUTTER)
  }
  doc.y += PAD
  hairline(doc, doc.y)
}

/** pdfkit has no option for the span: it is written where its scope goes. */
function spanColumns(cell: Element, count: number): void {
  const { data } = (cell as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary
  data.A = { O: 'Table', ColSpan: count }
}
