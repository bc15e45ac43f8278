import { sql } from '../../shared/db/database.ts'
import { job } from '../../shared/http/jobs.ts'
import type { Feature } from '../features.ts'

const sweep = job('sweep', 60, async ({ tx }) => {
  await sql`select app.sweep()`.execute(tx)
  return [{ act: 'housekeeping.sweep' }]
})

export const housekeeping: Feature = { routes: [], jobs: [sweep] }
