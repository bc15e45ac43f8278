// The fourth actor: work that no person asks for. A job goes through the same door as everybody: a token, one
// transaction that carries its identity, audit entries, policies in the database.
import { createHash, randomBytes } from 'node:crypto'
import pg, { type ClientConfig } from 'pg'
import type { Tx } from '../db/database.ts'
import type { PlainDate } from '../time/dates.ts'
import { actorOf } from './actor.ts'
import { auditEntries } from './audit.ts'
import type { Services } from './doors.tsx'
import { type Did, json } from './outcome.ts'
import { type Policy, policy } from './policy.ts'

export type Job = {
  name: string
  /** Minutes between two runs; the first run follows a minute after the start. */
  everyMinutes: number
  policy: Policy
  /** Does the work and says what goes on record; nothing done, nothing said. */
  run(given: { tx: Tx; today: PlainDate; services: Services }): Promise<Did[]>
}

/** `job('sweep', 60, async ({ tx }) => …)`. */
export const job = (name: string, everyMinutes: number, run: Job['run']): Job => ({
  name,
  everyMinutes,
  policy: policy(`jobs.${name}`, ['job']),
  run,
})

/** Runs a job once, with a token made for it. */
export async function runJob(work: Job, token: string, services: Services): Promise<void> {
  await services.db.asActor({ kind: 'job', token }, async (tx, entry) => {
    const actor = actorOf(entry)
    if (!entry || !work.policy.allows(actor, undefined)) throw new Error(`the job ${work.name} is not recognised`)
    await auditEntries(tx, actor, await work.run({ tx, today: entry.today, services }), json(null))
  })
}

/** Makes tokens as the site's owner and runs each job at its pace, until stopped. One that fails is told and tried again. */
export async function startJobs(jobs: Job[], owner: ClientConfig, services: Services): Promise<() => Promise<void>> {
  const tokens = await makeTokens(jobs, owner)
  const timers: NodeJS.Timeout[] = []
  let running: Promise<void> = Promise.resolve()
  for (const work of jobs) {
    const go = () => {
      running = running.then(() =>
        runJob(work, tokens.get(work.name)!, services).catch((error: Error) =>
          services.log(`The job ${work.name} failed: ${error.message}`),
        ),
      )
    }
    timers.push(setTimeout(go, 60_000).unref(), setInterval(go, work.everyMinutes * 60_000).unref())
  }
  return async () => {
    for (const timer of timers) clearTimeout(timer)
    await running
  }
}

/** A new token per job and start: none is kept anywhere but in memory, its hash in the database. */
export async function makeTokens(jobs: Job[], owner: ClientConfig): Promise<Map<string, string>> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('set role owner')
    const tokens = new Map<string, string>()
    for (const { name } of jobs) {
      const token = randomBytes(32).toString('base64url')
      await client.query('select app.make_job_token($1, $2)', [name, createHash('sha256').update(token).digest()])
      tokens.set(name, token)
    }
    return tokens
  } finally {
    await client.end()
  }
}
