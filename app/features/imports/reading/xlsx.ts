// Reads the cells themselves rather than through a library: it must tell a formula without a value from an empty cell, go on after
// a cell it cannot read, and show a number in the zeros of its format. See ECMA-376 part 1, chapter 18.
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import { type Cell, emptyCell, type Row, type Sheet, type Workbook } from '../imports.ts'
import { limits } from './limits.ts'
import { inZeroFormat, isDateFormat, serialDate } from './number-format.ts'
import { walkXml } from './xml.ts'
import { type Archive, openZip } from './zip.ts'

type Style = { date: boolean; code: string | undefined }
type Book = { strings: string[]; styles: Style[]; from1904: boolean }
type SheetEntry = { name: string; hidden: boolean; path: string }

/** The sheets of an XLSX file, hidden ones marked. Unknown parts of the file are passed over. */
export function readXlsx(bytes: Buffer): Decision<Workbook> {
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  const wrong = otherKind(zip.value.names)
  if (wrong) return refuse(wrong)
  const parts = readParts(zip.value)
  if (!parts.ok) return parts
  const { workbook, relations, strings, styles } = parts.value
  const { entries, from1904 } = readWorkbook(workbook, readRelations(relations))
  const book: Book = { strings: readStrings(strings), styles: readStyles(styles), from1904 }
  const sheets: Sheet[] = []
  for (const entry of entries) {
    const xml = zip.value.text(entry.path)
    if (!xml.ok) return xml
    if (xml.value === null) continue
    const rows = readSheet(xml.value, book)
    if (!rows.ok) return rows
    sheets.push({ name: entry.name, hidden: entry.hidden, rows: rows.value })
  }
  if (sheets.length === 0) return refuse('imports.file.damaged')
  return accept({ format: 'xlsx', sheets })
}

/** What else comes as a zip; null when it is a workbook. */
function otherKind(names: string[]): string | null {
  const has = (name: string) => names.some((other) => other.toLowerCase() === name)
  if (has('xl/workbook.xml')) return null
  if (has('xl/workbook.bin')) return 'imports.file.xlsb'
  return has('content.xml') && has('mimetype') ? 'imports.file.ods' : 'imports.file.unknownKind'
}

function readParts(zip: Archive) {
  const parts = { workbook: '', relations: '', strings: '', styles: '' }
  const paths = {
    workbook: 'xl/workbook.xml',
    relations: 'xl/_rels/workbook.xml.rels',
    strings: 'xl/sharedStrings.xml',
    styles: 'xl/styles.xml',
  }
  for (const [part, path] of Object.entries(paths) as [keyof typeof parts, string][]) {
    const text = zip.text(path)
    if (!text.ok) return text
    parts[part] = text.value ?? ''
  }
  return accept(parts)
}

/** Relation id → path in the archive, of worksheets only: charts and macros have none to read. */
function readRelations(xml: string): Map<string, string> {
  const paths = new Map<string, string>()
  for (const step of walkXml(xml)) {
    if (step.type !== 'open' || step.name !== 'Relationship') continue
    const { Id, Type, Target } = step.attributes
    if (Id && Target && Type?.endsWith('/worksheet'))
      paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  }
  return paths
}

function readWorkbook(xml: string, paths: Map<string, string>) {
  const entries: SheetEntry[] = []
  let from1904 = false
  for (const step of walkXml(xml)) {
    if (step.type !== 'open') continue
    if (step.name === 'workbookPr') from1904 = isTrue(step.attributes.date1904)
    if (step.name !== 'sheet') continue
    const path = paths.get(step.attributes.id ?? '')
    const hidden = (step.attributes.state ?? 'visible') !== 'visible'
    if (path) entries.push({ name: step.attributes.name ?? '', hidden, path })
  }
  return { entries, from1904 }
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true'

function readStrings(xml: string): string[] {
  const strings: string[] = []
  let current = ''
  let inText = false
  let inPhonetic = false
  for (const step of walkXml(xml)) {
    if (step.type === 'text') {
      if (inText && !inPhonetic) current += step.text
    } else if (step.name === 't') inText = step.type === 'open'
    else if (step.name === 'rPh') inPhonetic = step.type === 'open'
    else if (step.name === 'si') {
      if (step.type === 'close') strings.push(plainString(current))
      current = ''
    }
  }
  return strings
}

/** Excel writes control characters as `_x000D_`. */
const plainString = (text: string) =>
  text
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')

function readStyles(xml: string): Style[] {
  const codes = new Map<number, string>()
  const styles: Style[] = []
  let inCellFormats = false
  for (const step of walkXml(xml)) {
    if (step.type === 'text') continue
    if (step.name === 'cellXfs') inCellFormats = step.type === 'open'
    if (step.type !== 'open') continue
    if (step.name === 'numFmt') codes.set(Number(step.attributes.numFmtId), step.attributes.formatCode ?? '')
    if (step.name !== 'xf' || !inCellFormats) continue
    const id = Number(step.attributes.numFmtId ?? 0)
    const code = codes.get(id)
    styles.push({ date: isDateFormat(id, code), code })
  }
  return styles
}

type RawCell = { column: number; type: string; style: number; value: string; formula: boolean; hasValue: boolean }

function readSheet(xml: string, book: Book): Decision<Row[]> {
  const rows: Row[] = []
  let number = 0
  let cells: Cell[] = []
  let cell: RawCell | null = null
  let takesText = false
  let inPhonetic = false
  for (const step of walkXml(xml)) {
    if (step.type === 'text') {
      if (cell && takesText && !inPhonetic) cell.value += step.text
    } else if (step.name === 'v' || step.name === 't') {
      takesText = step.type === 'open'
      if (cell) cell.hasValue = true
    } else if (step.name === 'rPh') inPhonetic = step.type === 'open'
    else if (step.name === 'f' && cell) cell.formula = true
    else if (step.name === 'row' && step.type === 'open') {
      number = Number(step.attributes.r ?? number + 1)
      cells = []
    } else if (step.name === 'row') {
      if (cells.some((one) => one && one.kind !== 'empty'))
        rows.push({ number, cells: Array.from(cells, (one) => one ?? emptyCell) })
      if (rows.length > limits.rows + 50) return refuse('imports.file.tooManyRows', { most: limits.rows })
    } else if (step.name === 'c' && step.type === 'open') {
      const column = columnIndex(step.attributes.r) ?? cells.length
      cell = {
        column,
        type: step.attributes.t ?? 'n',
        style: Number(step.attributes.s ?? 0),
        value: '',
        formula: false,
        hasValue: false,
      }
    } else if (step.name === 'c' && cell) {
      if (cell.column < limits.columns) cells[cell.column] = readCell(cell, book)
      cell = null
    }
  }
  return accept(rows)
}

/** `AB12` → 27; null without an address. */
function columnIndex(address: string | undefined): number | null {
  const letters = address?.match(/^[A-Z]{1,3}/)?.[0]
  if (!letters) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function readCell(cell: RawCell, book: Book): Cell {
  if (cell.type === 'e') return { text: cell.value, kind: 'error' }
  // A formula may come to an empty text, but never to an empty number.
  const uncalculated = cell.formula && !(cell.type === 'str' && cell.hasValue)
  if (cell.value === '') return uncalculated ? { text: '', kind: 'uncalculated' } : emptyCell
  if (cell.type === 's') return textCell(book.strings[Number(cell.value)] ?? '')
  if (cell.type === 'b') return { text: cell.value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (cell.type === 'd') return { text: cell.value.slice(0, 10), kind: 'date' }
  if (cell.type !== 'n') return textCell(plainString(cell.value))
  return numberCell(cell, book)
}

const textCell = (text: string): Cell =>
  text.trim() === '' ? emptyCell : { text: text.slice(0, limits.cellLetters), kind: 'text' }

function numberCell({ value, style }: RawCell, book: Book): Cell {
  const { date, code } = book.styles[style] ?? { date: false, code: undefined }
  const day = date ? serialDate(Number(value), book.from1904) : null
  if (day) return { text: day, kind: 'date' }
  const figures = plainFigures(value)
  const shown = inZeroFormat(figures, code)
  return shown ? { text: shown, kind: 'text' } : { text: figures, kind: 'number' }
}

/** Excel keeps fifteen figures: up to there a number is written out, beyond it stays in powers of ten, for its end is lost. */
function plainFigures(value: string): string {
  const number = Number(value)
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number)
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : number.toExponential().toUpperCase()
}
