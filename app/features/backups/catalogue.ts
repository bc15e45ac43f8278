// Which tables there are and how to read and write them exactly, asked of the database: a new table is in the next backup.

import type { ClientBase } from 'pg'

/**
 * Tables whose rows are never in a backup: secrets of this machine and what is over in a day. `kept` ones stay as they are
 * when a backup is restored, the others are emptied. A table gets here by review only.
 */
export const LEFT_OUT: Readonly<Record<string, 'kept' | 'emptied'>> = {
  'public.context_keys': 'kept',
  'public.job_tokens': 'kept',
  'public.staff_sessions': 'emptied',
  'public.card_sessions': 'emptied',
  'public.attempts': 'emptied',
}

const OTHER_SCHEMAS = ['ext', 'migrations', 'information_schema']

export type Column = { name: string; type: string }
/** `name` is schema.table; `sql` the same, quoted where it must be. Columns without those the database computes. */
export type Table = { name: string; sql: string; columns: Column[] }
export type Sequence = { name: string; sql: string }
export type Migration = { name: string; hash: string }

/** Every value as text is exact under these, on both sides; and no name resolves to anything but what is meant. */
export const EXACT_TEXT = [
  'set local search_path = pg_catalog',
  `set local datestyle = 'ISO, YMD'`,
  `set local intervalstyle = 'postgres'`,
  `set local timezone = 'UTC'`,
  `set local bytea_output = 'hex'`,
  'set local extra_float_digits = 1',
].join('; ')

/** All tables of the site, those left out too. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql,
            coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
               from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname <> all ($1) and n.nspname not like 'pg\\_%'
      order by 1`,
    [OTHER_SCHEMAS],
  )
  return rows
}

export async function listSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname <> all ($1) and n.nspname not like 'pg\\_%' order by 1`,
    [OTHER_SCHEMAS],
  )
  return rows
}

export async function listMigrations(client: ClientBase): Promise<Migration[]> {
  const { rows } = await client.query<Migration>('select name, hash from migrations.applied order by name')
  return rows
}

/**
 * Tables of which the role `backup` would not see every row. Row security hides rows without a word, so this is asked before
 * each backup: a backup that leaves something out is worse than none.
 */
export async function listHiddenTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; whole: boolean }>(
    `select n.nspname || '.' || c.relname as name,
            has_table_privilege('backup', c.oid, 'select') and (not c.relrowsecurity or (
              exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
                       and 'backup'::regrole = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true')
              and not exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('r', '*')
                       and (0 = any (p.polroles) or 'backup'::regrole = any (p.polroles))))) as whole
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname <> all ($1) and n.nspname not like 'pg\\_%'`,
    [OTHER_SCHEMAS],
  )
  return rows.filter(({ name, whole }) => !whole && !(name in LEFT_OUT)).map(({ name }) => name)
}
