// `bin/seed empty|demo|busy`: makes one of the worlds in DATA_DIR without serving it.
import { readEnvironment } from '../../app/environment.ts'
import { exitCodes, Halt } from '../../app/shared/halt.ts'
import { openSite, type Site } from '../../app/site.ts'
import { buildBusy } from './busy.ts'
import { asOwner, emptyDemo, openDemo } from './prepare.ts'

const log = (line: string) => console.log(line)
const worlds: Record<string, (site: Site, environment: ReturnType<typeof readEnvironment>) => Promise<void>> = {
  empty: (site) => asOwner(site, (owner) => emptyDemo(site, owner)),
  demo: async (site, environment) => {
    await worlds.empty!(site, environment)
    await openDemo(site, environment, log)
  },
  busy: async (site, environment) => {
    await worlds.empty!(site, environment)
    await openDemo(site, environment, log, buildBusy)
  },
}

try {
  const [name, ...args] = process.argv.slice(2)
  const make = worlds[name ?? '']
  if (!make)
    throw new Halt(`Usage: bin/seed ${Object.keys(worlds).join('|')} [--seed N] [--today YYYY-MM-DD]`, exitCodes.usage)
  const environment = readEnvironment(process.env, ['--demo', ...args])
  const site = await openSite(environment, log, 'seed')
  try {
    await make(site, environment)
  } finally {
    await site.stop()
  }
} catch (error) {
  if (error instanceof Halt) console.error(error.message)
  else console.error(error)
  process.exit(error instanceof Halt ? error.code : exitCodes.fault)
}
