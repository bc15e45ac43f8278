// What `npm start -- --demo` does before it listens: the demo world on an empty site, or the one that is there already.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Environment } from '../../app/environment.ts'
import { LEFT_OUT, listTables } from '../../app/features/backups/catalogue.ts'
import { forgetDemo, keepDemo, readDemo } from '../../app/features/demo/logins.ts'
import { exitCodes, Halt } from '../../app/shared/halt.ts'
import type { PlainDate } from '../../app/shared/time/dates.ts'
import type { Site } from '../../app/site.ts'
import { buildDemo } from './demo.ts'
import { setClock } from './world.ts'

type Wish = Pick<Environment, 'seed' | 'today' | 'now'>
type Log = (line: string) => void

/** @throws Halt 2 on a site with real people in it. */
export async function openDemo(site: Site, wish: Wish, log: Log, build = buildDemo): Promise<void> {
  await asOwner(site, async (owner) => {
    const clock = clockOf(wish)
    await emptyDemo(site, owner, { keepFinished: true, log })
    const there = readDemo(site.dataDir)
    if (there) log(`The demo of ${there.today} (seed ${there.seed}) is kept; another one needs another DATA_DIR.`)
    else {
      const today = clock?.day ?? (await realToday(owner))
      const began = performance.now()
      log(`Building the demo around ${today} (seed ${wish.seed}) …`)
      keepDemo(site.dataDir, await build(site, owner, { seed: wish.seed, today, log }))
      log(`The demo was built in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
    }
    await setClock(owner, clock?.day, clock?.time)
  })
}

/** Empties a demo that was never finished, or any demo; an empty site stays as it is. @throws Halt 2 on a real site. */
export async function emptyDemo(site: Site, owner: pg.Client, { keepFinished = false, log = (() => {}) as Log } = {}) {
  const { rows } = await asRole(owner, 'app', () => owner.query<{ demo: boolean }>('select demo from sites'))
  if (rows[0]?.demo === false)
    throw new Halt('This folder holds a real site: --demo needs another DATA_DIR.', exitCodes.usage)
  if (keepFinished && rows[0] && readDemo(site.dataDir)) return
  forgetDemo(site.dataDir)
  if (!rows[0]) return
  log('An earlier demo was not finished: it is removed.')
  const kept = new Set([...Object.keys(LEFT_OUT).filter((name) => LEFT_OUT[name] === 'kept'), 'public.role_classes'])
  const tables = (await listTables(owner)).filter(({ name }) => name.startsWith('public.') && !kept.has(name))
  await owner.query(`truncate ${tables.map(({ sql }) => sql).join(', ')}`)
  rmSync(join(site.dataDir, 'keys'), { recursive: true, force: true })
  rmSync(join(site.dataDir, 'audit-witness'), { force: true })
}

/** A connection as the role `owner`, which may turn the clock and open sessions, and reads no one's file. */
export async function asOwner<T>(site: Site, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(site.owner)
  await owner.connect()
  try {
    await owner.query('set role owner')
    return await work(owner)
  } finally {
    await owner.end()
  }
}

async function asRole<T>(client: pg.Client, role: 'app', work: () => Promise<T>): Promise<T> {
  await client.query('reset role')
  await client.query(`set role ${role}`)
  try {
    return await work()
  } finally {
    await client.query('reset role')
    await client.query('set role owner')
  }
}

async function realToday(owner: pg.Client): Promise<PlainDate> {
  const { rows } = await owner.query<{ today: PlainDate }>(`select (now() at time zone 'Europe/Zurich')::date as today`)
  return rows[0]!.today
}

/** The day and time somebody asked for, in the town's time. */
function clockOf({ today, now }: Wish): { day: PlainDate; time: string | undefined } | undefined {
  if (!now) return today ? { day: today, time: undefined } : undefined
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Zurich', dateStyle: 'short', timeStyle: 'medium' })
  const [day, time] = words.format(now).split(' ')
  return { day: today ?? day!, time }
}
