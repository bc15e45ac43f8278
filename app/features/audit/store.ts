// The only reading of the chain from the database. The client must be one that sees every entry: `audit_writer` or `backup`.

import type { ClientBase } from 'pg'
import { type EntryRow, entryColumns, type SealedEntry, START } from './chain.ts'
import type { Witness } from './walk.ts'

/** Every entry that has a number, in order, a thousand at a time. */
export async function* readSealed(client: ClientBase): AsyncGenerator<SealedEntry> {
  let after = '-9223372036854775808'
  for (;;) {
    const { rows } = await client.query<EntryRow & { seq: string; prevHash: string; hash: string }>(
      `select ${entryColumns}, coalesce(encode(prev_hash, 'hex'), '') as "prevHash", coalesce(encode(hash, 'hex'), '') as "hash"
         from audit_entries where seq > $1 order by audit_entries.seq limit 1000`,
      [after],
    )
    for (const row of rows) yield { ...row, seq: Number(row.seq) }
    if (rows.length < 1000) return
    after = rows.at(-1)!.seq
  }
}

export async function countUnsealed(client: ClientBase): Promise<{ unsealed: number; oldestSeconds: number | null }> {
  const { rows } = await client.query<{ unsealed: number; oldest: number | null }>(
    `select count(*)::int as unsealed, extract(epoch from clock_timestamp() - min(at))::float8 as oldest
       from audit_entries where seq is null`,
  )
  return { unsealed: rows[0]!.unsealed, oldestSeconds: rows[0]!.oldest }
}

/** The last link, or the start of a chain that has none. */
export async function readHead(client: ClientBase): Promise<Witness> {
  const { rows } = await client.query<{ seq: string; root: string }>(
    `select seq::text as seq, encode(hash, 'hex') as root from audit_entries where seq is not null order by audit_entries.seq desc limit 1`,
  )
  return rows[0] ? { seq: Number(rows[0].seq), root: rows[0].root } : { seq: 0, root: START }
}

/** The hash of one link, or null when there is none of that number. */
export async function readHash(client: ClientBase, seq: number): Promise<string | null> {
  const { rows } = await client.query<{ hash: string | null }>(
    `select encode(hash, 'hex') as hash from audit_entries where seq = $1`,
    [seq],
  )
  return rows[0]?.hash ?? null
}
