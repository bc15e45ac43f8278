import type { IntendedChange, ProgrammeModule } from '../../blueprints/parts/modules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Opened } from '../../shared/vault/vault.ts'
import type { FollowUpSide } from '../professionals/professional.ts'

/** Whether a module takes people on a day. `opensOn`: the coordinator said from when. */
export type Standing = { state: 'running' } | { state: 'planned'; opensOn: PlainDate | null }

/** Somebody's time in a module. */
export type Membership = { id: string; module: string; from: PlainDate; until: PlainDate | null; addedBy: string }

/** One described point of a change on a day. `point` counts from 1. */
export type Rating = {
  id: string
  point: number
  on: PlainDate
  by: string
  side: FollowUpSide
  /** Words beside it, or why they can't be read. */
  words: Opened | null
  /** Since when trainers from outside read it; what trainers recorded needs no sharing. */
  sharedOn: PlainDate | null
}

/** An intended change of a module with its ratings, the oldest first. */
export type Change = IntendedChange & { module: ProgrammeModule; ratings: Rating[] }

/** First and last rating of a change; undefined until there are two. */
export const thenAndNow = (change: Pick<Change, 'ratings'>): { then: Rating; now: Rating } | undefined => {
  const [then, now] = [change.ratings[0], change.ratings.at(-1)]
  return then && now && then !== now ? { then, now } : undefined
}
