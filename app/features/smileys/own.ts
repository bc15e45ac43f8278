// The participant's side: which votes are theirs, with their card.
import { sql, type Tx } from '../../shared/db/database.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Moment } from '../../shared/time/moment.ts'
import type { Programme } from '../programmes/programme.ts'
import { listOwnVotes } from './casting.ts'
import { stateOf } from './rules.ts'
import type { Grid, OwnVote } from './smileys.ts'
import { gridOf } from './store.ts'

export type OwnBallot = { sessionId: string; grid: Grid; voted: boolean; isOpen(now: Moment): boolean }

type Session = { id: string; onDate: PlainDate; startsAt: string; cancelled: boolean }

const isOpenFor = (session: Session, own: OwnVote, now: Moment) =>
  stateOf(session, { openUntil: own.openUntil, closedOn: own.closedOn, cast: 0, paper: 0 }, now) === 'open'

/** One of the card's own sessions with what is asked there; undefined when it is another's, or asks nothing. */
export async function findOwnBallot(tx: Tx, personId: string, sessionId: string): Promise<OwnBallot | undefined> {
  const own = (await listOwnVotes(tx, [sessionId])).get(sessionId)
  if (!own) return undefined
  const row = await tx
    .selectFrom('group_members as m')
    .innerJoin('sessions as s', 's.group_id', 'm.group_id')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .innerJoin('programmes as p', 'p.id', 'g.programme_id')
    .select(['s.id', 's.on_date as onDate', 'p.blueprint'])
    .select([
      sql<string>`to_char(s.starts_at, 'HH24:MI')`.as('startsAt'),
      sql<boolean>`s.cancelled_on is not null`.as('cancelled'),
      sql<Programme['settings']>`p.settings`.as('settings'),
    ])
    .where('s.id', '=', sessionId)
    .where('m.person_id', '=', personId)
    .executeTakeFirst()
  const grid = own.grid ?? (row && gridOf(row))
  if (!row || !grid) return undefined
  return { sessionId, grid, voted: own.voted, isOpen: (now) => isOpenFor(row, own, now) }
}

/** Of these sessions, the latest that the card's person may still vote on. */
export async function findOpenVote<S extends Session>(
  tx: Tx,
  sessions: readonly S[],
  now: Moment,
): Promise<S | undefined> {
  const recent = sessions.filter((session) => !session.cancelled && session.onDate <= now.today)
  const votes = await listOwnVotes(
    tx,
    recent.map(({ id }) => id),
  )
  return recent.findLast((session) => {
    const own = votes.get(session.id)
    return own !== undefined && !own.voted && isOpenFor(session, own, now)
  })
}
