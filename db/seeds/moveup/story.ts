// What the parts of the second story hand to each other while it is lived.
import { addDays, type PlainDate, weekday } from '../../../app/shared/time/dates.ts'
import type { Accounts } from '../accounts.ts'
import type { IssuedCard } from '../cards.ts'
import { idIn } from '../story.ts'
import type { Form, Session, World } from '../world.ts'
import type { ColleagueKey } from './cast.ts'
import type { LevelGroup, Neighbour } from './folk.ts'

export type Tale = {
  world: World
  accounts: Accounts<ColleagueKey>
  programmeId: string
  /** Ids by the person's number, from the moment there are any. */
  people: Map<number, string>
  enrolments: Map<number, string>
  groups: Map<LevelGroup, string>
  cards: Map<number, IssuedCard>
  as(colleague: ColleagueKey): Session
}

export const newTale = (world: World, accounts: Accounts<ColleagueKey>): Tale => ({
  world,
  accounts,
  programmeId: '',
  people: new Map(),
  enrolments: new Map(),
  groups: new Map(),
  cards: new Map(),
  as: (colleague) => accounts.sessions[colleague],
})

/** Plans an act on somebody's day, after what was planned for them before. */
export function onDay(tale: Tale, { number }: Neighbour, day: number, act: (on: PlainDate) => Promise<unknown>): void {
  const on = tale.world.workday(Math.min(day, 0))
  tale.world.plan(on, `neighbour ${number}`, () => act(on))
}

/** Sends a form as a colleague. @returns the id in the address that it leads to. */
export const sent = async (tale: Tale, who: ColleagueKey, path: string, form: Form): Promise<string> =>
  idIn(await tale.world.post(tale.as(who), path, form))

/** Plans an act some days after another, on a weekday and not later than today; each alone, after what the lanes of its day do. */
export function later(tale: Tale, from: PlainDate, days: number, act: (on: PlainDate) => Promise<unknown>): void {
  const day = addDays(from, days)
  const monday = addDays(day, weekday(day) > 5 ? 8 - weekday(day) : 0)
  const on = earlier(monday, tale.world.today)
  tale.world.plan(on, undefined, () => act(on))
}

const earlier = (a: PlainDate, b: PlainDate) => (a < b ? a : b)
