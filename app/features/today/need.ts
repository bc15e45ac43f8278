import type { MessageKey } from '../../shared/i18n/i18n.ts'

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
