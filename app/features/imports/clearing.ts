import { sql } from '../../shared/db/database.ts'
import { job } from '../../shared/http/jobs.ts'

/** What an import kept for a day is destroyed: the file, what it replaced, what was decided. Its figures stay. */
export const clearing = job('clear-imports', 60, async ({ tx }) => {
  const old = await tx.selectFrom('imports').select('id').where('cleared_at', 'is', null).execute()
  if (old.length === 0) return []
  const ids = old.map(({ id }) => id)
  await tx.deleteFrom('import_rows').where('import_id', 'in', ids).execute()
  await tx.deleteFrom('import_choices').where('import_id', 'in', ids).execute()
  await tx.updateTable('imports').set({ file: null, cleared_at: sql<Date>`app.now()` }).where('id', 'in', ids).execute()
  return ids.map((id) => ({ act: 'imports.clear', on: ['import', id] }))
})
