import { type CsvError, type InfoRecord, type Options, parse } from 'csv-parse/sync'
import { accept, type Decision, refuse } from '../../../shared/rules.ts'
import { type Cell, emptyCell, type Row } from '../imports.ts'
import { limits } from './limits.ts'

const delimiters = [';', '\t', ',', '|'] as const
export type Delimiter = (typeof delimiters)[number]
export type CsvText = { delimiter: Delimiter; rows: Row[] }

/** More odd quotes than this, and the file is not what it says it is. */
const oddQuotesAtMost = 200

/**
 * The rows of a CSV text. A row is numbered as a spreadsheet shows it: empty ones count, line breaks inside a cell do not. A quote
 * that breaks the file spoils its own line only: that row carries the problem, and reading goes on with the next line.
 */
export function readCsv(source: string): Decision<CsvText> {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const declared = text.match(/^sep=(.)\n/i)
  const delimiter = delimiters.find((one) => one === declared?.[1]) ?? detectDelimiter(text)
  const starts = lineStarts(text)
  const rows: Row[] = []
  let number = declared ? 1 : 0
  let line = number
  const add = (cells: Cell[], problem?: Row['problem']) => {
    number += 1
    if (problem) rows.push({ number, cells, problem })
    else if (cells.some((cell) => cell.kind !== 'empty')) rows.push({ number, cells })
  }
  for (let odd = 0; line < starts.length; odd += 1) {
    if (odd > oddQuotesAtMost) return refuse('imports.file.tooManyBrokenLines', { line: line + 1 })
    const part = readPart(text.slice(starts[line]), delimiter)
    for (const record of part.records) add(record.map(toCell))
    if (rows.length > limits.rows + 50) return refuse('imports.file.tooManyRows', { most: limits.rows })
    if (part.stopped === null) break
    line += part.lines
    const oddLine = text.slice(starts[line], starts[line + 1]).trimEnd()
    const literal = part.stopped === 'INVALID_OPENING_QUOTE' ? readLiterally(oddLine, delimiter) : null
    if (literal) add(literal.map(toCell))
    else add(oddLine.split(delimiter).map(toCell), { key: 'imports.row.brokenQuotes', params: { line: line + 1 } })
    line += 1
  }
  return accept({ delimiter, rows })
}

const toCell = (text: string): Cell =>
  text.trim() === '' ? emptyCell : { text: text.slice(0, limits.cellLetters), kind: 'text' }

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1 && at + 1 < text.length; at = text.indexOf('\n', at + 1))
    starts.push(at + 1)
  return starts
}

const format = { quote: '"', record_delimiter: '\n', relax_column_count: true } satisfies Options

type Part = { records: string[][]; lines: number; stopped: string | null }

/** The records up to the first that cannot be read, how many lines they took, and why it stopped there. */
function readPart(text: string, delimiter: Delimiter): Part {
  const part: Part = { records: [], lines: 0, stopped: null }
  const onRecord = ({ record, info }: { record: string[]; info: InfoRecord & { lines: number } }) => {
    part.records.push(record)
    part.lines = info.lines
    return null
  }
  try {
    parse(text, { ...format, delimiter, info: true, on_record: onRecord as never })
  } catch (error) {
    if (!isCsvError(error)) throw error
    part.stopped = error.code
  }
  return part
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && /^CSV_|^INVALID_/.test(String(error.code))

/** A line with quotes inside a cell that does not begin with one: Jean "Jojo" Petit. Null when it is still no single record. */
function readLiterally(line: string, delimiter: Delimiter): string[] | null {
  try {
    const records = parse(line, { ...format, delimiter, relax_quotes: true })
    return records.length === 1 ? (records[0] ?? null) : null
  } catch {
    return null
  }
}

/**
 * The sign that divides most of the first lines into the same number of cells, more than one. A title above the table or a comma
 * in an address does not mislead it, for few lines share them.
 */
export function detectDelimiter(text: string): Delimiter {
  const counts = countOutsideQuotes(text, 300)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of delimiters) {
    const score = evenness(counts.map((line) => line.get(delimiter) ?? 0))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function countOutsideQuotes(text: string, most: number): Map<string, number>[] {
  const lines: Map<string, number>[] = []
  let line = new Map<string, number>()
  let quoted = false
  for (const sign of text.slice(0, 200_000)) {
    if (sign === '"') quoted = !quoted
    else if (sign === '\n' && !quoted) {
      lines.push(line)
      line = new Map()
      if (lines.length === most) break
    } else if (!quoted) line.set(sign, (line.get(sign) ?? 0) + 1)
  }
  lines.push(line)
  return lines.filter((one) => one.size > 0)
}

/** The share of lines that have the commonest count, a little more for more columns; 0 when that count is none. */
function evenness(counts: number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
  const [count, lines] = Array.from(times).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return counts.length === 0 ? 0 : lines / counts.length + Math.min(count, 20) / 1_000
}
