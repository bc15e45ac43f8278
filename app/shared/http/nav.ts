import type { MessageKey } from '../i18n/i18n.ts'
import type { IconName } from '../ui/index.ts'
import { type Actor, actorName } from './actor.ts'
import type { Path } from './paths.ts'
import type { Policy } from './policy.ts'

/** An entry of the navigation, shown to whom the policy of its page allows it. */
export type NavEntry = { path: Path; key: MessageKey; icon: IconName; policy: Policy<never> }

let entries: NavEntry[] = []

/** Called once by app.ts with what the features bring. */
export const setNav = (all: NavEntry[]) => {
  entries = all
}

/** `address`: the page that is shown, with what narrows it after the `?`. */
export const navFor = (actor: Actor, address: string) => {
  const path = address.split('?')[0]!
  return entries
    .filter((entry) => entry.policy.actors.includes(actorName(actor)))
    .map(({ path: to, key, icon }) => ({
      href: to.pattern,
      key,
      icon,
      current: path === to.pattern || (to.pattern !== '/' && path.startsWith(`${to.pattern}/`)),
    }))
}
