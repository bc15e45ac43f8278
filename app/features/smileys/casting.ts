// Votes on their way into the counters. A vote is added in a transaction that knows nobody; that a card voted is written in
// another, which holds nothing of the vote. See docs/decisions/0025-smileys.md.
import { sql, type Tx } from '../../shared/db/database.ts'
import { nobody } from '../../shared/http/actor.ts'
import { auditEntries } from '../../shared/http/audit.ts'
import type { Services } from '../../shared/http/doors.tsx'
import { type Did, json } from '../../shared/http/outcome.ts'
import { codeHash } from './codes.ts'
import type { Ballot, Grid, Opened, OwnVote } from './smileys.ts'

/** All that goes on record of a vote: neither who, nor how, nor what. */
export const votesChanged = (sessionId: string): Did => ({ act: 'smileys.votes-changed', on: ['session', sessionId] })

/** What a code opens, or undefined: unknown, expired, of a cancelled session, or too many wrong guesses. Commit: guesses count. */
export async function openCode(
  tx: Tx,
  siteKey: Uint8Array,
  { code, keys, late = false }: { code: string; keys: string[]; late?: boolean },
): Promise<Opened | undefined> {
  const { rows } = await sql<Opened>`
    select session_id as "sessionId", ballot_key as "ballotKey", kind, grid, language, on_date as "onDate", open_until as "openUntil",
           closed_on as "closedOn", cast_count as cast, ceiling
      from app.smileys_at(${codeHash(siteKey, code)}, ${late}, ${keys})`.execute(tx)
  return rows[0]
}

/** Adds a vote; `tx` must know nobody. */
export async function cast(
  tx: Tx,
  { ballotKey, ballot, limited }: { ballotKey: string; ballot: Ballot; limited: boolean },
): Promise<'counted' | 'closed' | 'full'> {
  const { rows } = await sql<{ said: 'counted' | 'closed' | 'full' }>`
    select app.cast_smileys(${ballotKey}, ${JSON.stringify(ballot)}::jsonb, ${limited}) as said`.execute(tx)
  return rows[0]!.said
}

/** The votes of these sessions as the card's person sees them; only sessions that expect them. */
export async function listOwnVotes(tx: Tx, sessionIds: readonly string[]): Promise<Map<string, OwnVote>> {
  if (sessionIds.length === 0) return new Map()
  const { rows } = await sql<OwnVote>`
    select session_id as "sessionId", grid, open_until as "openUntil", closed_on as "closedOn", voted
      from app.own_smileys(${[...sessionIds]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.sessionId, row]))
}

/**
 * A card's vote, in two transactions one after the other: the flag under the card, then the vote under nobody's name. If the
 * machine stops between them the vote is lost and the person is not told that it counted.
 */
export async function castByCard(
  services: Services,
  cardToken: string,
  { sessionId, grid, ballot }: { sessionId: string; grid: Grid; ballot: Ballot },
): Promise<void> {
  const ballotKey = await services.db.asActor({ kind: 'card', token: cardToken }, async (tx) => {
    const { rows } = await sql<{ key: string | null }>`
      select app.take_ballot(${sessionId}, ${JSON.stringify(grid)}::jsonb) as key`.execute(tx)
    return rows[0]!.key
  })
  if (!ballotKey) return
  await services.db.asActor(undefined, async (tx) => {
    if ((await cast(tx, { ballotKey, ballot, limited: false })) === 'counted')
      await auditEntries(tx, nobody, [votesChanged(sessionId)], json(null))
  })
}
