// What the parts of the story hand to each other while it is lived.
import type { PlainDate } from '../../app/shared/time/dates.ts'
import type { Accounts } from './accounts.ts'
import type { IssuedCard } from './cards.ts'
import type { MemberKey } from './cast.ts'
import type { Folk, GroupKey } from './folk.ts'
import type { Session, World } from './world.ts'

export type Story = {
  world: World
  accounts: Accounts
  folk: Folk[]
  programmeId: string
  /** Ids by the person's number, from the moment there are any. */
  people: Map<number, string>
  enrolments: Map<number, string>
  groups: Map<GroupKey, string>
  cards: Map<number, IssuedCard>
  /** The half-day that is held today. */
  sessionToday: string
  as(member: MemberKey): Session
}

/** The id at the end of the address that an act leads to. */
export function idIn(location: string): string {
  const found = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(location)
  if (!found) throw new Error(`no id in ${location}`)
  return found[0]
}

/** Swiss spelling of a day, as people type it. */
export const typedDay = (day: PlainDate): string => day.split('-').reverse().join('.')
