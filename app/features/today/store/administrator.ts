import { sql, type Tx } from '../../../shared/db/database.ts'

export type SiteState = {
  accounts: number
  /** Invitations that were sent and are still open. */
  invitations: number
  unsealed: number
  /** Since when the oldest of them waits to be sealed. */
  oldest: Date | null
}

/** The state of the site: numbers only, no person. */
export async function readSiteState(tx: Tx): Promise<SiteState> {
  const { rows } = await sql<SiteState>`
    select (select count(*)::int from users where ended_on is null) as accounts,
      (select count(*)::int from links where used_at is null and revoked_at is null and expires_at > now()) as invitations,
      (select entries::int from app.unsealed_entries()) as unsealed, (select oldest from app.unsealed_entries()) as oldest`.execute(
    tx,
  )
  return rows[0]!
}
