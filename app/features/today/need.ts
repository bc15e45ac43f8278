import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor, StaffRole } from '../../shared/http/actor.ts'
import type { Services } from '../../shared/http/doors.tsx'
import type { MessageKey, Words } from '../../shared/i18n/i18n.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

/** One thing that waits for somebody, with the acts that settle it from here. */
export type NeedItem = {
  key: string
  title: string
  note?: string
  late?: boolean
  href: string
  acts?: NeedAct[]
}
export type NeedAct = { label: string; testId?: string } & (
  | { href: string }
  /** One press: a form that posts these fields. */
  | { post: string; fields: Record<string, string> }
)

/** Things of one kind. Those of a role come in the order in which they press. */
export type Need = {
  key: string
  title: MessageKey
  items: NeedItem[]
  /** Those after the first few, folded away. */
  rest?: NeedItem[]
  /** One press for all of them. */
  all?: NeedAct
  /** When there are more than the items shown. */
  count?: number
  more?: string
  /** Good to know, nothing to do. */
  calm?: boolean
}

/** How many are shown of each kind; the rest is behind the link or, where there is no page for them, folded away. */
export const shown = 6

/** The first few of them, with how many there are. */
export const need = (base: Omit<Need, 'items' | 'rest' | 'count'>, items: NeedItem[]): Need => ({
  ...base,
  items: items.slice(0, shown),
  rest: base.more ? [] : items.slice(shown),
  count: items.length,
})

/** What a feature brings to the first page of these roles; `order` among those of all features, the lowest first. */
export type NeedReader = {
  roles: readonly StaffRole[]
  order: number
  read(given: { tx: Tx; actor: StaffActor; words: Words; today: PlainDate; services: Services }): Promise<Need[]>
}

let readers: NeedReader[] = []

/** Called once by app.ts with what the features bring. */
export const setNeeds = (all: NeedReader[]) => {
  readers = all.toSorted((a, b) => a.order - b.order)
}

export async function readNeeds(given: Parameters<NeedReader['read']>[0]): Promise<Need[]> {
  const needs: Need[] = []
  for (const { roles, read } of readers) if (roles.includes(given.actor.role)) needs.push(...(await read(given)))
  return needs
}
