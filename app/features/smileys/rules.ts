import { facesOf } from '../../blueprints/parts/smileys.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import type { Moment } from '../../shared/time/moment.ts'
import type { Answer, Ballot, Counts, Grid, Timing, Vote, VoteState } from './smileys.ts'

/** TRUST.md: smileys are shown from five on. The database says the same (app.smileys_shown). */
export const ENOUGH = 5
/** How long after a session its vote can be opened again; our default. */
const REOPEN_DAYS = 14

type Window = Pick<Vote, 'openUntil' | 'closedOn' | 'cast' | 'paper'>
const untouched: Window = { openUntil: null, closedOn: null, cast: 0, paper: 0 }

/** The last day on which votes are taken: the day after the session unless it was opened for longer. */
export const lastDay = (onDate: PlainDate, openUntil: PlainDate | null): PlainDate => openUntil ?? addDays(onDate, 1)

/**
 * Enough to be seen. Where somebody voted by phone or tablet, five did: whoever typed the sheets of paper knows them and
 * could take them away from the sum.
 */
export const isEnough = ({ cast, paper }: Pick<Vote, 'cast' | 'paper'>): boolean =>
  cast + paper >= ENOUGH && (cast === 0 || cast >= ENOUGH)

/** Where the vote of a session stands. A session nobody prepared anything for has a vote all the same. */
export function stateOf(session: Timing, vote: Window | undefined, { today, time }: Moment): VoteState {
  if (session.cancelled) return 'cancelled'
  const { openUntil, closedOn, cast, paper } = vote ?? untouched
  const hasBegun = today > session.onDate || (today === session.onDate && time >= session.startsAt)
  if (closedOn === null && !hasBegun) return 'early'
  if (closedOn === null && today <= lastDay(session.onDate, openUntil)) return 'open'
  if (closedOn === null && paper > 0) return 'paper'
  return isEnough({ cast, paper }) ? 'shown' : 'few'
}

/** Votes by the wall's code are taken all day: showing it opens the vote. */
export const isTaking = (
  at: { onDate: PlainDate; openUntil: PlainDate | null; closedOn: PlainDate | null },
  today: PlainDate,
): boolean => at.closedOn === null && today >= at.onDate && today <= lastDay(at.onDate, at.openUntil)

/** Showing the sign or lending the tablet: on the day of the session and while votes are taken. */
export function inviting(session: Timing, vote: Window | undefined, now: Moment): Decision<null> {
  const state = stateOf(session, vote, now)
  if (state === 'cancelled') return refuse('smileys.refused.cancelled')
  if (state === 'open' || (state === 'early' && now.today === session.onDate)) return accept(null)
  return refuse(state === 'early' ? 'smileys.refused.early' : 'smileys.refused.over')
}

/** Ends the vote; its results are seen from then on, when there are enough. */
export function closing(session: Timing, vote: Window | undefined, now: Moment): Decision<{ closedOn: PlainDate }> {
  const state = stateOf(session, vote, now)
  return state === 'open' || state === 'paper' ? accept({ closedOn: now.today }) : refuse('smileys.refused.notOpen')
}

/** Once more, until tomorrow: only while nothing was shown, since a later vote could be told from before and after. */
export function reopening(session: Timing, vote: Window | undefined, now: Moment): Decision<{ openUntil: PlainDate }> {
  const state = stateOf(session, vote, now)
  if (state === 'shown') return refuse('smileys.refused.shown')
  if (state !== 'few' && state !== 'paper') return refuse('smileys.refused.isOpen')
  if (now.today > addDays(session.onDate, REOPEN_DAYS)) return refuse('smileys.refused.tooLate', { days: REOPEN_DAYS })
  return accept({ openUntil: addDays(now.today, 1) })
}

/** Paper can be typed in from the day of the session on, until results are seen. */
export function typing(session: Timing, vote: Window | undefined, now: Moment): Decision<null> {
  const state = stateOf(session, vote, now)
  if (state === 'cancelled') return refuse('smileys.refused.cancelled')
  if (state === 'shown') return refuse('smileys.refused.shown')
  return now.today < session.onDate ? refuse('smileys.refused.early') : accept(null)
}

export const answersOf = (grid: Grid): readonly Answer[] => [...facesOf[grid.faces], 'unknown']

/** The key under which an answer to a line is counted. */
export const countKey = (line: string, answer: Answer): string => `${line}/${answer}`

/** One more sheet of paper. A line left blank counts as "I don't know". */
export function addSheet(grid: Grid, counts: Counts, ballot: Ballot): Counts {
  const added = { ...counts }
  for (const { key } of grid.lines) {
    const at = countKey(key, ballot[key] ?? 'unknown')
    added[at] = (added[at] ?? 0) + 1
  }
  return added
}

/**
 * Counts as a trainer typed them: no line has more answers than there are sheets. Sheets that left a line blank are counted
 * as "I don't know" there. @returns the refusal names the line at fault.
 */
export function paperCounts(grid: Grid, sheets: number, typed: Counts): Decision<Counts> {
  const counts: Record<string, number> = {}
  for (const { key } of grid.lines) {
    let answered = 0
    for (const answer of answersOf(grid)) {
      const n = typed[countKey(key, answer)] ?? 0
      answered += n
      if (n > 0) counts[countKey(key, answer)] = n
    }
    if (answered > sheets) return refuse('smileys.paper.tooMany', { line: key, answered, sheets })
    const blank = sheets - answered
    if (blank > 0) counts[countKey(key, 'unknown')] = (counts[countKey(key, 'unknown')] ?? 0) + blank
  }
  return accept(counts)
}

/** The lines that a ballot has not answered yet, in order. */
export const unanswered = (grid: Grid, ballot: Ballot): string[] =>
  grid.lines.flatMap(({ key }) => (ballot[key] ? [] : [key]))
