// Links new entries into the chain, within a second, on a connection of its own, so that no request ever waits for it.

import pg, { type ClientBase, type ClientConfig } from 'pg'
import { type ChainEntry, type EntryRow, entryColumns, hashOf } from './chain.ts'
import { readHash, readHead } from './store.ts'
import type { Witness } from './walk.ts'

const BATCH = 500
const LOCK = `hashtext('passerelle sealer')`

export type Sealer = {
  /** Resolves once everything that was committed before the call is in the chain (or this is not the running sealer). */
  flush(): Promise<void>
  stop(): Promise<void>
}

export type SealerOptions = {
  /** As role `audit_writer`. */
  connection: ClientConfig
  /** Milliseconds between two looks. */
  every?: number
  /** Keeps the end of the chain outside the database (witness.ts). Not written to while chain and witness disagree. */
  witness?: { read(): Witness | null; write(head: Witness): void }
  /** Told once when sealing stops working, not at each try. */
  onTrouble?: (error: Error) => void
}

/** Runs until stopped, across restarts of the database. Of several, one works and the others stand by. */
export function startSealer({ connection, every = 400, witness, onTrouble }: SealerOptions): Sealer {
  let client: pg.Client | null = null
  let holding = false
  let stopping = false
  let troubled = false
  let disputed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    if (stopping) return
    try {
      client ??= await connect(connection, (gone) => {
        if (client !== gone) return
        client = null
        holding = false
      })
      // Held by the session: it goes with the connection, whatever happens to this process.
      holding ||= await takeLock(client)
      while (holding && client && !stopping) {
        const sealed = await sealBatch(client)
        if (sealed.count > 0) await bearWitness(client, sealed.head)
        if (sealed.count < BATCH) break
      }
      troubled = false
    } catch (error) {
      const lost = client
      client = null
      holding = false
      await lost?.end().catch(() => {})
      if (!troubled) onTrouble?.(error as Error)
      troubled = true
    }
  }

  /** A witness that no longer fits is evidence: it is kept as it is, for `audit verify` to find. */
  async function bearWitness(of: pg.Client, head: Witness): Promise<void> {
    if (!witness) return
    const last = witness.read()
    const fits = last === null || last.seq === 0 || (await readHash(of, last.seq)) === last.root
    if (fits) witness.write(head)
    else if (!disputed) onTrouble?.(new Error(`the audit chain does not fit its witness at entry ${last.seq}`))
    // Asked anew each time: a restore brings another chain and, a moment later, the witness that belongs to it.
    disputed = !fits
  }

  const next = () => {
    running = running.then(look)
    return running
  }
  const loop = async () => {
    await next()
    if (!stopping) timer = setTimeout(loop, every)
  }
  loop()

  return {
    flush: next,
    async stop() {
      stopping = true
      clearTimeout(timer)
      await running
      await client?.end().catch(() => {})
      client = null
    },
  }
}

async function connect(connection: ClientConfig, onLost: (client: pg.Client) => void): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: 'passerelle sealer', keepAlive: true })
  // Without a listener a lost connection would end the process.
  client.on('error', () => onLost(client))
  client.on('end', () => onLost(client))
  await client.connect()
  return client
}

async function takeLock(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${LOCK}) as taken`)
  return rows[0]!.taken
}

/** Seals up to BATCH entries in one transaction. Entries may commit out of the order of their times; seq is the order of sealing. */
export async function sealBatch(client: ClientBase): Promise<{ count: number; head: Witness }> {
  const { rows } = await client.query<EntryRow>({
    name: 'unsealed entries',
    text: `select ${entryColumns} from audit_entries where seq is null order by audit_entries.at, audit_entries.id limit ${BATCH}`,
  })
  let { seq, root } = await readHead(client)
  if (rows.length === 0) return { count: 0, head: { seq, root } }
  await client.query('begin')
  try {
    const links = rows.map((row) => {
      const entry: ChainEntry = { ...row, seq: seq + 1 }
      const link = { id: entry.id, seq: entry.seq, prev: root, hash: hashOf(root, entry) }
      seq = link.seq
      root = link.hash
      return link
    })
    const { rowCount } = await client.query({
      name: 'seal entries',
      text: `update audit_entries a set seq = l.seq, prev_hash = decode(l.prev, 'hex'), hash = decode(l.hash, 'hex')
               from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as l (id, seq, prev, hash)
              where a.id = l.id and a.seq is null`,
      values: [
        links.map((link) => link.id),
        links.map((link) => link.seq),
        links.map((link) => link.prev),
        links.map((link) => link.hash),
      ],
    })
    // A policy that hides a row makes an update do nothing, silently.
    if (rowCount !== links.length) throw new Error(`sealed ${rowCount} of ${links.length} audit entries`)
    await client.query('commit')
    return { count: links.length, head: { seq, root } }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
