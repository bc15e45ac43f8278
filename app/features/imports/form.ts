import { type FieldErrors, type Parsed, parseForm, fields as schema, type Typed } from '../../shared/forms/forms.ts'
import type { Layout } from './columns.ts'
import { type Choice, choices } from './import.ts'
import { type Field, fields } from './imports.ts'
import { dateOrders, type Mapping, nameOrders } from './mapping.ts'

/** Field name of a column on the form: its place in the sheet, since headers are anybody's words. */
export const columnName = (index: number) => `column-${index}`

/** Which sheet and which row: asked first, because the columns depend on it. */
export const parseSheet = (typed: Typed): Parsed<{ sheet: string | null; headerRow: number | null }> =>
  parseForm({ sheet: schema.optionalText(200), headerRow: schema.optionalInteger(1, 1_048_576) }, typed)

/** What somebody says the columns hold. The same field twice is an error beside the second. */
export function parseColumns(
  typed: Typed,
  layout: Layout,
): Parsed<Pick<Mapping, 'columns' | 'dateOrder' | 'nameOrder'>> {
  const shape = Object.fromEntries(
    layout.columns.map(({ index }) => [columnName(index), schema.optionalChoice(fields)]),
  )
  const parsed = parseForm(
    { ...shape, dateOrder: schema.optionalChoice(dateOrders), nameOrder: schema.optionalChoice(nameOrders) },
    typed,
  )
  if (!parsed.ok) return parsed
  const columns: Record<string, Field | null> = {}
  const errors: FieldErrors = {}
  const taken = new Set<Field>()
  const values = parsed.value as Record<string, Field | null>
  for (const { index, label } of layout.columns) {
    const field = values[columnName(index)] ?? null
    if (field && taken.has(field)) errors[columnName(index)] = { key: 'imports.columns.twice' }
    if (field) taken.add(field)
    columns[label] = field
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const { dateOrder, nameOrder } = parsed.value as {
    dateOrder: Mapping['dateOrder'] | null
    nameOrder: Mapping['nameOrder'] | null
  }
  return {
    ok: true,
    typed,
    value: { columns, ...(dateOrder ? { dateOrder } : {}), ...(nameOrder ? { nameOrder } : {}) },
  }
}

/** `same:<person>`, `another`, `leave-out`; empty takes the decision back. */
export function parseChoice(typed: Typed, row: number): Choice | 'withdrawn' | undefined {
  const said = typed.get('choice')
  if (said === '') return 'withdrawn'
  const [choice, personId] = said.split(':')
  const known = choices.find((one) => one === choice)
  if (!known || (known === 'same') !== Boolean(personId)) return undefined
  return { row, choice: known, personId: personId ?? null }
}
