// Migrates an empty database and compares: the checked-in table types must be what it gives.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshTypes } from './fresh-types.ts'

const file = 'app/shared/db/tables.gen.ts'
if (readFileSync(join(import.meta.dirname, '../..', file), 'utf8') !== (await freshTypes())) {
  console.error(`${file} is not what the migrations give: run bin/db types.`)
  process.exitCode = 1
}
