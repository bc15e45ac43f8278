import { changed, newId, sql, type Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { LocalText } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { codeHash, codeOf } from './codes.ts'
import type { Counts, Grid, Result, Talk, Vote } from './smileys.ts'

/** What a programme asks at the end of a session: as its coordinator changed it, else the blueprint's. */
export const gridOf = (programme: Pick<Programme, 'settings' | 'blueprint'>): Grid | undefined =>
  programme.settings.smileys ?? blueprintOf(programme).smileys

/** The vote of a session, or undefined while nothing was prepared for it. */
export async function findVote(tx: Tx, sessionId: string): Promise<Vote | undefined> {
  const row = await tx
    .selectFrom('session_smileys')
    .select(['cast_count', 'paper_count', 'open_until', 'closed_on'])
    .select([sql<Grid>`grid`.as('grid'), sql<Counts>`paper_counts`.as('paper_counts')])
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return (
    row && {
      grid: row.grid,
      cast: row.cast_count,
      paper: row.paper_count,
      paperCounts: row.paper_counts,
      openUntil: row.open_until,
      closedOn: row.closed_on,
    }
  )
}

/** Copies what is asked to the session, once. */
export async function prepareVote(tx: Tx, sessionId: string, grid: Grid): Promise<void> {
  await tx
    .insertInto('session_smileys')
    .values({ session_id: sessionId, grid: JSON.stringify(grid) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type VoteChange = {
  closedOn?: PlainDate | null
  openUntil?: PlainDate
  paper?: { sheets: number; counts: Counts }
}

/** @returns false when there is no vote to change. Flags and codes of a vote that ends go with it. */
export async function changeVote(
  tx: Tx,
  sessionId: string,
  { closedOn, openUntil, paper }: VoteChange,
): Promise<boolean> {
  const result = await tx
    .updateTable('session_smileys')
    .set({
      ...(closedOn === undefined ? {} : { closed_on: closedOn }),
      ...(openUntil === undefined ? {} : { open_until: openUntil }),
      ...(paper === undefined ? {} : { paper_count: paper.sheets, paper_counts: JSON.stringify(paper.counts) }),
    })
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  if (closedOn) await endVotes(tx)
  return changed(result)
}

/** Takes away flags and codes of all votes that are over. @returns of how many. */
export async function endVotes(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select app.end_smileys() as n`.execute(tx)
  return rows[0]!.n
}

/** Votes of sessions with their counts, where those may be seen; sessions of others are left out. */
export async function readResults(tx: Tx, sessionIds: readonly string[]): Promise<Map<string, Result>> {
  if (sessionIds.length === 0) return new Map()
  const { rows } = await sql<Result>`
    select session_id as "sessionId", grid, cast_count as cast, paper_count as paper, counts
      from app.smiley_results(${[...sessionIds]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.sessionId, row]))
}

/** How many votes the wall and the tablet take. */
export async function readCeiling(tx: Tx, sessionId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select app.smiley_ceiling(${sessionId}) as n`.execute(tx)
  return rows[0]!.n
}

const MINUTES = { wall: 30, tablet: 12 * 60 } as const

/** A new code for this session, and until when it works. */
export async function addCode(
  tx: Tx,
  siteKey: Uint8Array,
  { sessionId, kind }: { sessionId: string; kind: 'wall' | 'tablet' },
): Promise<string> {
  for (;;) {
    const id = newId()
    const code = codeOf(siteKey, id)
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('smiley_codes')
      .values({
        id,
        session_id: sessionId,
        code_hash: codeHash(siteKey, code),
        kind,
        expires_at: sql`now() + ${MINUTES[kind]} * interval '1 minute'`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    // The same six characters may belong to another session just now.
    if (numInsertedOrUpdatedRows) return code
  }
}

/** The sign that is on the wall now, the newest first; undefined when there is none or it has expired. */
export async function findSign(
  tx: Tx,
  siteKey: Uint8Array,
  sessionId: string,
): Promise<{ code: string; until: Date; seconds: number } | undefined> {
  const row = await tx
    .selectFrom('smiley_codes')
    .select(['id', 'expires_at', sql<number>`ceil(extract(epoch from expires_at - now()))::int`.as('seconds')])
    .where('session_id', '=', sessionId)
    .where('kind', '=', 'wall')
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('expires_at', 'desc')
    .executeTakeFirst()
  return row && { code: codeOf(siteKey, row.id), until: row.expires_at, seconds: row.seconds }
}

export type VotedSession = {
  sessionId: string
  groupId: string
  groupName: string
  onDate: PlainDate
  startsAt: string
  cancelled: boolean
  theme: { key: string; title: LocalText }
  hasVote: boolean
}

/** Sessions until today of a group or of a programme, the newest first. */
export async function listVotedSessions(
  tx: Tx,
  of: { groupId: string } | { programmeId: string },
): Promise<VotedSession[]> {
  let query = tx
    .selectFrom('sessions as s')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .leftJoin('session_smileys as x', 'x.session_id', 's.id')
    .select(['s.id as sessionId', 's.group_id as groupId', 'g.name as groupName', 's.on_date as onDate'])
    .select(sql<string>`to_char(s.starts_at, 'HH24:MI')`.as('startsAt'))
    .select([
      sql<boolean>`s.cancelled_on is not null`.as('cancelled'),
      sql<VotedSession['theme']>`s.theme`.as('theme'),
      sql<boolean>`x.session_id is not null`.as('hasVote'),
    ])
    .where('s.on_date', '<=', sql<PlainDate>`app.today()`)
  query =
    'groupId' in of ? query.where('s.group_id', '=', of.groupId) : query.where('g.programme_id', '=', of.programmeId)
  return query.orderBy('s.on_date', 'desc').orderBy('s.starts_at', 'desc').execute()
}

/** Of these sessions' votes, what says where they stand. */
export async function listWindows(
  tx: Tx,
  sessionIds: readonly string[],
): Promise<Map<string, Pick<Vote, 'cast' | 'paper' | 'openUntil' | 'closedOn'>>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('session_smileys')
    .select(['session_id', 'cast_count as cast', 'paper_count as paper', 'open_until as openUntil'])
    .select('closed_on as closedOn')
    .where('session_id', 'in', [...sessionIds])
    .execute()
  return new Map(rows.map(({ session_id, ...row }) => [session_id, row]))
}

/** All savings of what the group said, the newest first. */
export function listTalks(tx: Tx, sessionId: string): Promise<Talk[]> {
  return tx
    .selectFrom('group_talks as k')
    .innerJoin('users as u', 'u.id', 'k.written_by')
    .select(['k.number', 'k.went_well as wentWell', 'k.to_change as toChange', 'k.decided', 'k.closes'])
    .select(['u.name as by', 'k.written_at as at'])
    .where('k.session_id', '=', sessionId)
    .orderBy('k.number', 'desc')
    .execute()
}

/** @returns false when somebody else saved in the meantime. */
export async function saveTalk(
  tx: Tx,
  actor: StaffActor,
  talk: { sessionId: string; number: number; wentWell: string; toChange: string; decided: string; closes: boolean },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('group_talks')
    .values({
      id: newId(),
      session_id: talk.sessionId,
      number: talk.number,
      went_well: talk.wentWell,
      to_change: talk.toChange,
      decided: talk.decided,
      closes: talk.closes,
      written_by: actor.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Boolean(numInsertedOrUpdatedRows)
}
