import { sql, type Tx } from '../../shared/db/database.ts'
import type { Services } from '../../shared/http/doors.tsx'
import type { Did } from '../../shared/http/outcome.ts'
import type { KnownPerson } from './imports.ts'
import { unseal } from './sealing.ts'
import { toColumns } from './write.store.ts'

export type KeptRow = { row: number; personId: string; kind: 'created' | 'updated' }
export type Undone = { removed: number; restored: number; kept: KeptRow[]; did: Did[] }

/**
 * Takes an import back: files it opened are removed, values it replaced return. What somebody has worked on since is kept and
 * listed: a new file after any act or mandate of anybody, an older one after a change of the same fields.
 */
export async function undoImport({
  tx,
  services,
  importId,
}: {
  tx: Tx
  services: Pick<Services, 'siteKey'>
  importId: string
}): Promise<Undone> {
  const { rows: answer } = await sql<{
    touched: string[]
  }>`select app.touched_since_import(${importId}::uuid) as touched`.execute(tx)
  const touched = new Set(answer[0]!.touched)
  const rows = await tx
    .selectFrom('import_rows as r')
    .innerJoin('imports as i', 'i.id', 'r.import_id')
    .leftJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('person_social_aid as a', 'a.person_id', 'r.person_id')
    .select(['r.row_number', 'r.person_id', 'r.kind', 'r.before'])
    .select(
      sql<boolean>`p.updated_at = i.written_at and coalesce(a.updated_at, i.written_at) <= i.written_at`.as(
        'as_written',
      ),
    )
    .where('r.import_id', '=', importId)
    .orderBy('r.row_number')
    .execute()
  const kept: KeptRow[] = []
  const remove: string[] = []
  const restore: KnownPerson[] = []
  for (const row of rows) {
    const { person_id: personId, row_number: number } = row
    const kind = row.kind as KeptRow['kind']
    if (kind === 'created' && row.as_written && !touched.has(personId)) remove.push(personId)
    else if (kind === 'updated' && row.as_written && row.before) {
      const place = { table: 'import_rows', column: 'before', row: `${importId}/${number}` } as const
      const before = unseal(services, place, row.before)
      if (before) restore.push(JSON.parse(before.toString('utf8')) as KnownPerson)
      else kept.push({ row: number, personId, kind })
    } else kept.push({ row: number, personId, kind })
  }
  await restoreAll(tx, restore)
  // The rows of removed people go with them.
  if (remove.length > 0) {
    const removed = await sql`delete from persons where id = any (${remove}::uuid[])`.execute(tx)
    if (removed.numAffectedRows !== BigInt(remove.length))
      throw new Error('an import met a file that may not be removed')
  }
  if (kept.length > 0)
    await sql`update import_rows set kept = true where import_id = ${importId} and row_number = any (${kept.map(({ row }) => row)}::int[])`.execute(
      tx,
    )
  await tx.updateTable('imports').set({ undone_at: sql<Date>`app.now()` }).where('id', '=', importId).execute()
  const on: Did['on'] = ['import', importId]
  const did: Did[] = [
    { act: 'imports.undo', on },
    ...remove.map((person): Did => ({ act: 'imports.remove', on, person, classes: ['identity'] })),
    ...restore.map(({ id }): Did => ({ act: 'imports.restore', on, person: id, classes: ['identity'] })),
  ]
  return { removed: remove.length, restored: restore.length, kept, did }
}

async function restoreAll(tx: Tx, people: KnownPerson[]): Promise<void> {
  if (people.length === 0) return
  const rows = people.map(({ id, ...person }) => ({ id, ...toColumns(person) }))
  await sql`
    update persons p set first_name = n.first_name, last_name = n.last_name, birth_date = n.birth_date, birth_year = n.birth_year,
      gender = n.gender, language = n.language, phone = n.phone, email = n.email, street = n.street,
      postal_code = n.postal_code, town = n.town, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, first_name text, last_name text, birth_date date,
      birth_year int, gender text, language text, phone text, email text, street text, postal_code text, town text)
    where p.id = n.id`.execute(tx)
  const aid = people.map(({ id, reference, firstAidOn }) => ({
    id,
    reference: reference ?? null,
    first_aid_on: firstAidOn ?? null,
  }))
  await sql`
    update person_social_aid a set reference = n.reference, first_aid_on = n.first_aid_on, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(aid)}::jsonb) as n (id uuid, reference text, first_aid_on date)
    where a.person_id = n.id`.execute(tx)
}

/** Rows that undoing left, with the people as they are called now. */
export async function listKept(tx: Tx, importId: string): Promise<(KeptRow & { name: string })[]> {
  const rows = await tx
    .selectFrom('import_rows as r')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .select(['r.row_number', 'r.person_id', 'r.kind', 'p.first_name', 'p.last_name'])
    .where('r.import_id', '=', importId)
    .where('r.kept', '=', true)
    .orderBy('r.row_number')
    .execute()
  return rows.map((row) => ({
    row: row.row_number,
    personId: row.person_id,
    kind: row.kind as KeptRow['kind'],
    name: [row.first_name, row.last_name].filter(Boolean).join(' '),
  }))
}
