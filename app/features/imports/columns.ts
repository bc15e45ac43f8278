import { createHash } from 'node:crypto'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { type HeaderLanguage, plainHeader, recognise } from './header-words.ts'
import type { Field, Row, Sheet, Workbook } from './imports.ts'
import type { DateOrder, Mapping, NameOrder } from './mapping.ts'

/** One column of the sheet; `label` is its header, made unique, or its letters where it has none. `field` null: left out. */
export type Column = {
  index: number
  label: string
  field: Field | null
  confidence: 'chosen' | 'sure' | 'likely' | null
}

/** How a sheet is to be read. `questions` are what the file leaves open for a person to say. */
export type Layout = {
  sheet: string
  headerRow: number
  columns: Column[]
  languages: HeaderLanguage[]
  dateOrder: DateOrder | null
  nameOrder: NameOrder | null
  fingerprint: string
}

/** A header is looked for this far down: below a title, a date, a logo's empty rows. */
const headerWithin = 20

/**
 * Which sheet holds the people. One named in the mapping; otherwise the only visible one with a header that is understood. With
 * several of them a person must choose.
 */
export function chooseSheet(workbook: Workbook, mapping: Mapping = {}): Decision<Sheet> {
  if (mapping.sheet !== undefined) {
    const named = workbook.sheets.find((sheet) => sheet.name.trim() === mapping.sheet?.trim())
    return named
      ? accept(named)
      : refuse('imports.sheet.unknown', { name: mapping.sheet, names: names(workbook.sheets) })
  }
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden)
  const [only, ...more] = visible.filter(listsPeople)
  if (more.length > 0) return refuse('imports.sheet.choose', { names: names(visible) })
  const first = only ?? visible[0] ?? workbook.sheets[0]
  return first ? accept(first) : refuse('imports.file.empty')
}

/** A header that names people, and rows below it: a sheet of codes or an empty template is no list. */
function listsPeople(sheet: Sheet): boolean {
  const header = findHeader(sheet.rows)
  const known = header?.cells.map((cell) => recognise(cell.text)?.field)
  const namesPeople = known?.some(
    (field) => field && ['firstName', 'lastName', 'fullName', 'reference'].includes(field),
  )
  return Boolean(namesPeople) && sheet.rows.at(-1) !== header
}

const names = (sheets: Sheet[]) => sheets.map((sheet) => sheet.name).join(', ')

/**
 * Where the header is and what each column holds, as far as it can be told; what a person mapped by hand wins. A header of which
 * nothing is understood is refused, unless it is laid out for somebody to say what it holds (`evenUnknown`).
 */
export function layOut(
  sheet: Sheet,
  mapping: Mapping = {},
  { evenUnknown = false }: { evenUnknown?: boolean } = {},
): Decision<Layout> {
  const header = mapping.headerRow
    ? sheet.rows.find((row) => row.number === mapping.headerRow)
    : findHeader(sheet.rows, mapping)
  if (!header) return refuse('imports.header.notFound', { within: headerWithin })
  const labels = labelColumns(header, sheet.rows)
  const chosen = chosenFields(labels, mapping)
  if (!chosen.ok) return chosen
  const { columns, languages } = mapColumns(labels, chosen.value)
  if (!evenUnknown && columns.every((column) => column.field === null))
    return refuse('imports.header.nothingKnown', { row: header.number })
  const full = columns.find((column) => column.field === 'fullName')
  return accept({
    sheet: sheet.name,
    headerRow: header.number,
    columns,
    languages,
    dateOrder: mapping.dateOrder ?? null,
    nameOrder: mapping.nameOrder ?? (full ? orderInHeader(full.label) : null),
    fingerprint: fingerprint(labels),
  })
}

/** The row that most looks like a header: two columns understood at least, or its only one. */
function findHeader(rows: Row[], mapping: Mapping = {}): Row | null {
  let best: { row: Row; known: number } | null = null
  for (const row of rows.slice(0, headerWithin)) {
    const texts = row.cells.filter((cell) => cell.kind === 'text').map((cell) => cell.text)
    const known = new Set(texts.flatMap((text) => mapping.columns?.[text.trim()] ?? recognise(text)?.field ?? [])).size
    const enough = known >= 2 || (known === 1 && texts.length === 1 && recognise(texts[0]!)?.confidence === 'sure')
    if (enough && known > (best?.known ?? 0)) best = { row, known }
  }
  return best?.row ?? null
}

/** Headers made unique: a second `Nom` is `Nom (2)`, a column without a header goes by its letters; empty columns are left out. */
function labelColumns(header: Row, rows: Row[]): Map<number, string> {
  const body = rows.filter((row) => row.number > header.number)
  const width = body.reduce((most, row) => Math.max(most, row.cells.length), header.cells.length)
  const labels = new Map<number, string>()
  const seen = new Map<string, number>()
  for (let index = 0; index < width; index += 1) {
    const title = (header.cells[index]?.text ?? '').replace(/\s+/g, ' ').trim()
    const isUsed = title !== '' || body.some((row) => (row.cells[index]?.kind ?? 'empty') !== 'empty')
    if (!isUsed) continue
    const label = title || letters(index)
    const times = (seen.get(label) ?? 0) + 1
    seen.set(label, times)
    labels.set(index, times === 1 ? label : `${label} (${times})`)
  }
  return labels
}

/** 0 → A, 27 → AB. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

type Chosen = Map<number, Field | null>

function chosenFields(labels: Map<number, string>, mapping: Mapping): Decision<Chosen> {
  const chosen: Chosen = new Map()
  for (const [header, field] of Object.entries(mapping.columns ?? {})) {
    const found = columnCalled(labels, header)
    if (found === null) return refuse('imports.mapping.unknownHeader', { header })
    if (field && Array.from(chosen.values()).includes(field)) return refuse('imports.mapping.fieldTwice', { field })
    chosen.set(found, field)
  }
  return accept(chosen)
}

function columnCalled(labels: Map<number, string>, header: string): number | null {
  const entries = Array.from(labels)
  const same = entries.find(([, label]) => label === header.replace(/\s+/g, ' ').trim())
  const alike = same ?? entries.find(([, label]) => plainHeader(label) === plainHeader(header))
  return alike?.[0] ?? null
}

/** Each field goes to one column at most: the chosen one, then the surest, then the first. */
function mapColumns(labels: Map<number, string>, chosen: Chosen) {
  const taken = new Set(Array.from(chosen.values()).filter((field) => field !== null))
  const understood = Array.from(labels, ([index, label]) => ({
    index,
    known: chosen.has(index) ? null : recognise(label),
  }))
  const bySureness = [...understood].sort(
    (a, b) => Number(b.known?.confidence === 'sure') - Number(a.known?.confidence === 'sure'),
  )
  const mapped = new Map<number, Column>()
  const languages = new Set<HeaderLanguage>()
  for (const { index, known } of bySureness) {
    if (!known || taken.has(known.field)) continue
    taken.add(known.field)
    mapped.set(index, { index, label: labels.get(index)!, field: known.field, confidence: known.confidence })
    for (const language of known.languages) languages.add(language)
  }
  // A lone "Nom" or "Name" holds the whole name.
  const lone = Array.from(mapped.values()).find((column) => column.field === 'lastName')
  if (lone && !taken.has('firstName') && !taken.has('fullName')) lone.field = 'fullName'
  const columns = Array.from(labels, ([index, label]): Column => {
    if (chosen.has(index)) return { index, label, field: chosen.get(index) ?? null, confidence: 'chosen' }
    return mapped.get(index) ?? { index, label, field: null, confidence: null }
  })
  return { columns, languages: Array.from(languages).sort() }
}

const firstWords = /prenom|vorname|voornaam|first|given/
const lastWords = /\bnom\b|nachname|familienname|\bname\b|\bnaam\b|last|surname|family/

/** What a header such as "Nom, prénom" says of the order; null when it says nothing. */
function orderInHeader(label: string): NameOrder | null {
  const plain = plainHeader(label)
  const [first, last] = [plain.search(firstWords), plain.replace(/first name|given name/g, 'first').search(lastWords)]
  if (first === -1 || last === -1) return null
  return first < last ? 'first-last' : 'last-first'
}

/** A short name for a set of headers, whatever their order, case or accents: a mapping is remembered by it. */
export function fingerprint(labels: Map<number, string>): string {
  const headers = Array.from(labels.values(), plainHeader).sort().join('\n')
  return createHash('sha256').update(headers).digest('hex').slice(0, 32)
}
