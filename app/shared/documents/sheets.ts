/** Tables that leave the site twice: as a workbook to count on with, and as a PDF to read. The same content makes both. */
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node'
import type { Words } from '../i18n/i18n.ts'
import type { PlainDate } from '../time/dates.ts'
import type { Block, DocumentModel, Line } from './model.ts'

export type Value = string | number | null | { cents: number; currency: string } | { date: PlainDate }
export type SheetColumn = {
  label: string
  /** How wide, against the others; 1 when left out. */
  width?: number
  /** Long text: in the PDF it stands below the row. */
  under?: true
}
export type SheetTable = {
  title: string
  /** How it is counted, above the rows. */
  note?: string
  columns: SheetColumn[]
  rows: Value[][]
  /** The last row adds up the others. */
  hasTotal?: boolean
}
export type Sheets = {
  title: string
  facts: { label: string; value: string }[]
  tables: SheetTable[]
  notes: string[]
}

/** A text that a spreadsheet would run as a formula is kept from it. */
export const neutralised = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const textCell = (text: string, bold = false): Cell => ({
  value: neutralised(text),
  type: String,
  format: '@',
  wrap: true,
  alignVertical: 'top',
  ...(bold ? { fontWeight: 'bold' as const } : {}),
})

function cellOf(value: Value, bold: boolean): Cell {
  const weight = bold ? { fontWeight: 'bold' as const } : {}
  if (value === null) return null
  if (typeof value === 'string') return textCell(value, bold)
  if (typeof value === 'number') return { value, type: Number, ...weight }
  if ('cents' in value) return { value: value.cents / 100, type: Number, format: '#,##0.00', ...weight }
  return { value: new Date(`${value.date}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy', ...weight }
}

/** Names of sheets: 31 characters at most, none of `\ / ? * [ ] :`, each once. */
function sheetNames(titles: readonly string[]): string[] {
  const names: string[] = []
  for (const title of titles) {
    const plain = title
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 28)
      .trim()
    names.push(names.includes(plain) ? `${plain} ${names.length + 1}` : plain)
  }
  return names
}

/** An XLSX: a cover with what the file is, then one sheet per table. */
export async function workbookOf({ title, facts, tables, notes }: Sheets): Promise<Uint8Array> {
  const names = sheetNames([title, ...tables.map((table) => table.title)])
  const cover: Sheet<Buffer> = {
    sheet: names[0]!,
    columns: [{ width: 34 }, { width: 80 }],
    data: [
      [textCell(title, true), null],
      ...facts.map(({ label, value }) => [textCell(label), textCell(value)]),
      ...notes.map((note) => [null, textCell(note)]),
    ],
  }
  const rest = tables.map(
    (table, i): Sheet<Buffer> => ({
      sheet: names[i + 1]!,
      columns: table.columns.map(({ width = 1, under }) => ({ width: under ? 50 : Math.round(16 * width) })),
      stickyRowsCount: 1,
      data: [
        table.columns.map(({ label }) => textCell(label, true)),
        ...table.rows.map((row, r) => {
          const isTotal = table.hasTotal === true && r === table.rows.length - 1
          return row.map((value) => cellOf(value, isTotal))
        }),
        ...(table.note ? [[], [textCell(table.note)]] : []),
      ],
    }),
  )
  return new Uint8Array(await writeXlsxFile([cover, ...rest]).toBuffer())
}

/** Columns of figures that fit beside the first on a sheet of paper; wider tables go on below. */
const abreast = 5

/** The blocks of a PDF. Amounts, dates and numbers are written in the words' language. */
export function blocksOf({ title, facts, tables, notes }: Sheets, words: Words): Block[] {
  const shown = (value: Value): string => {
    if (value === null) return '–'
    if (typeof value === 'string') return value
    if (typeof value === 'number') return words.number(value)
    return 'cents' in value
      ? words.number(value.cents / 100, { style: 'currency', currency: value.currency })
      : words.date(value.date)
  }
  const tableBlocks = (table: SheetTable): Block[] => {
    const indexed = table.columns.map((column, i) => ({ ...column, i }))
    const beside = indexed.filter(({ under }) => !under)
    const below = indexed.filter(({ under }) => under)
    const [first, ...others] = beside
    const parts = Array.from({ length: Math.max(1, Math.ceil(others.length / abreast)) }, (_, part) => [
      first!,
      ...others.slice(part * abreast, (part + 1) * abreast),
    ])
    return parts.map((columns, part): Block => {
      const total = columns.reduce((all, { width = 1 }) => all + width, 0)
      return {
        kind: 'table',
        columns: columns.map(({ label, width = 1 }) => ({ label, share: width / total })),
        rows: table.rows.map((row, r) => {
          const strong = table.hasTotal === true && r === table.rows.length - 1
          const line = (text: string): Line[] => [{ text, ...(strong ? { strong } : {}) }]
          const under = part === 0 ? below.filter(({ i }) => row[i] !== null && row[i] !== '') : []
          return {
            cells: columns.map(({ i }) => line(shown(row[i] ?? null))),
            ...(under.length > 0
              ? {
                  under: under.map(({ label, i }) => ({
                    text: words.t('documents.labelled', { label, value: shown(row[i]!) }),
                    quiet: true,
                  })),
                }
              : {}),
          }
        }),
      }
    })
  }
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'facts', items: facts },
    ...tables.flatMap((table): Block[] => [
      { kind: 'heading', level: 2, text: table.title },
      ...(table.note ? [{ kind: 'paragraph' as const, text: table.note, quiet: true }] : []),
      ...(table.rows.length > 0 ? tableBlocks(table) : [{ kind: 'paragraph' as const, text: '–' }]),
    ]),
    ...notes.map((text): Block => ({ kind: 'paragraph', text, quiet: true })),
  ]
}

/** The whole document, for `renderPdf`. */
export const documentOf = (
  sheets: Sheets,
  words: Words,
  { author, footnote, createdAt }: { author: string; footnote: string; createdAt: Date },
): DocumentModel => ({
  lang: words.lang,
  title: sheets.title,
  author,
  runningHead: sheets.title,
  footnote,
  pageOf: (page, pages) => words.t('documents.pageOf', { page, pages }),
  createdAt,
  blocks: blocksOf(sheets, words),
})
