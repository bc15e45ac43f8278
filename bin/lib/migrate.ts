// Applies what is pending to the site in DATA_DIR, for `bin/db up`; a start does the same.
import { readEnvironment } from '../../app/environment.ts'
import { Halt } from '../../app/shared/halt.ts'
import { openSite } from '../../app/site.ts'

try {
  const site = await openSite(readEnvironment(process.env), console.log, 'migrations')
  await site.stop()
  console.log('The database is up to date.')
} catch (error) {
  if (!(error instanceof Halt)) throw error
  console.error(error.message)
  process.exitCode = error.code
}
