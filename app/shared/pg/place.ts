import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { barrier, databaseAccount } from './account.ts'

export type Place = { dataDir: string; notice?: string }

/**
 * Where the site's data lies: `DATA_DIR`, or `./data` beside the code. Under root the database runs as another account,
 * which a clone in a private folder keeps out; then, and only when nobody chose, a folder in /var/lib named after the
 * clone.
 */
export function choosePlace(chosen: string | undefined, root: string): Place {
  if (chosen) return { dataDir: resolve(chosen) }
  const dataDir = resolve(root, 'data')
  if (process.getuid?.() !== 0) return { dataDir }
  const closed = barrier(root, databaseAccount(resolve(dataDir, 'pg')))
  if (!closed) return { dataDir }
  const clone = createHash('sha256').update(root).digest('hex').slice(0, 8)
  const away = `/var/lib/passerelle/data-${clone}`
  return { dataDir: away, notice: `The data is kept in ${away}: the database account may not enter ${closed}.` }
}
