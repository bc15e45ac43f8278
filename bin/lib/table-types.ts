// Types of all tables, from a migrated database. Our own, because a check constraint that lists words becomes a union
// of those words, which no generator we found does: the database's vocabulary is the code's vocabulary.
import pg, { type ClientConfig } from 'pg'

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  date: 'string',
  time: 'string',
  timestamptz: 'Instant',
  bytea: 'Buffer',
  jsonb: 'Json',
}

type Column = { table: string; column: string; type: string; nullable: boolean; defaulted: boolean; generated: boolean }

/** The text of app/shared/db/tables.gen.ts for the schema `public` of a migrated database. */
export async function tableTypes(connection: ClientConfig): Promise<string> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<Column>(`
      select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
             a.atthasdef and a.attgenerated = '' as defaulted, a.attgenerated <> '' as generated
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') order by 1, a.attnum`)
    const words = await listedWords(client)
    const tables = Map.groupBy(rows, (row) => row.table)
    return [
      '// Made from the migrated database by `bin/db types`; do not edit.',
      "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
      '',
      'export type Instant = ColumnType<Date, Date | string, Date | string>',
      'export type GeneratedInstant = ColumnType<Date, Date | string | undefined, Date | string>',
      'export type Json = ColumnType<unknown, string, string>',
      'export type GeneratedJson = ColumnType<unknown, string | undefined, string>',
      '',
      ...[...tables].map(([table, columns]) => interfaceOf(table, columns, words)),
      'export interface DB {',
      ...[...tables.keys()].map((table) => `  ${table}: ${pascal(table)}`),
      '}',
      '',
    ].join('\n')
  } finally {
    await client.end()
  }
}

/** Columns whose check constraint lists the words they may hold. */
async function listedWords(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; column: string; definition: string }>(`
    select c.relname as table, a.attname as column, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     where k.contype = 'c' and cardinality(k.conkey) = 1 and c.relnamespace = 'public'::regnamespace`)
  return new Map(
    rows.flatMap(({ table, column, definition }) => {
      const list = /^CHECK \(\(\w+ = (?:ANY \(ARRAY\[(.*)\]\)|('[^']*'::text))\)\)$/.exec(definition)
      const found = [...(list?.[1] ?? list?.[2] ?? '').matchAll(/'([^']*)'::text/g)].map((match) => match[1]!)
      return found.length > 0 ? [[`${table}.${column}`, found] as const] : []
    }),
  )
}

function interfaceOf(table: string, columns: Column[], words: Map<string, string[]>): string {
  const lines = columns.map((column) => {
    const listed = words.get(`${table}.${column.column}`)
    const array = column.type.startsWith('_')
    const name = array ? column.type.slice(1) : column.type
    const base = listed ? listed.map((word) => `'${word}'`).join(' | ') : (types[name] ?? 'unknown')
    const whole = (array ? `${base}[]` : base) + (column.nullable ? ' | null' : '')
    const wrapped = column.generated ? `GeneratedAlways<${whole}>` : column.defaulted ? withDefault(whole) : whole
    return `  ${column.column}: ${wrapped}`
  })
  return [`export interface ${pascal(table)} {`, ...lines, '}', ''].join('\n')
}

/** A column that need not be given. `Generated` can't wrap a type that is read and written differently. */
const withDefault = (type: string) =>
  type === 'Instant' ? 'GeneratedInstant' : type === 'Json' ? 'GeneratedJson' : `Generated<${type}>`

const pascal = (name: string) => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
