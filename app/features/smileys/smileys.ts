import type { Face, FaceCount, SmileyLine as PlannedLine, SmileyPicture } from '../../blueprints/parts/smileys.ts'
import type { LocalText } from '../../shared/i18n/text.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

export type { Face, PlannedLine, SmileyPicture }

/** What one line can be answered with. */
export type Answer = Face | 'unknown'

/** A line as a session keeps it: what the coordinator wrote, in the languages that exist. */
export type Line = Readonly<{ key: string; text: LocalText; picture: SmileyPicture }>

/** Faces and lines of a session, copied when its first vote is prepared. */
export type Grid = Readonly<{ faces: FaceCount; lines: readonly Line[] }>

/** How many answered what: line and face → number. */
export type Counts = Readonly<Record<string, number>>

/** One person's answers, by line. */
export type Ballot = Readonly<Record<string, Answer>>

/** The vote of a session as those see it who run it; never what was voted by phone or tablet. */
export type Vote = {
  grid: Grid
  /** Votes by phone and tablet. */
  cast: number
  /** Sheets of paper typed in. */
  paper: number
  paperCounts: Counts
  /** Null: until the day after the session. */
  openUntil: PlainDate | null
  closedOn: PlainDate | null
}

/** Of a session, what rules need. */
export type Timing = { onDate: PlainDate; startsAt: string; cancelled: boolean }

/** `shown`: results can be seen; `few`: over, with too few votes to be seen; `paper`: sheets are still being typed in. */
export type VoteState = 'cancelled' | 'early' | 'open' | 'paper' | 'few' | 'shown'

/** What may be seen of a session: counts are null until there are enough votes and the vote is over. */
export type Result = { sessionId: string; grid: Grid; cast: number; paper: number; counts: Counts | null }

/** What a code of the wall or the tablet opens. */
export type Opened = {
  sessionId: string
  ballotKey: string
  kind: 'wall' | 'tablet'
  grid: Grid
  language: string
  onDate: PlainDate
  openUntil: PlainDate | null
  closedOn: PlainDate | null
  cast: number
  ceiling: number
}

/** The vote of a session as a participant with a card sees it. */
export type OwnVote = {
  sessionId: string
  grid: Grid | null
  openUntil: PlainDate | null
  closedOn: PlainDate | null
  voted: boolean
}

/** One saving of what the group said; the last one counts. */
export type Talk = {
  number: number
  wentWell: string
  toChange: string
  decided: string
  closes: boolean
  by: string
  at: Date
}
