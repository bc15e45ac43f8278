import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { choosingPin } from '../../shared/secrets/password-rules.ts'
import type { Card } from './card.ts'

/** Four to six digits, not the obvious ones, typed twice. */
export function choosing(pin: string, again: string): Decision<string> {
  const choice = choosingPin(pin)
  if (!choice.ok) return choice
  return pin === again ? choice : refuse('cards.pin.differ')
}

/**
 * A new card takes the place of the one that the professional saw: pressed twice, or by two people at once, it must not
 * make the card that was just printed worthless. `replaces` is that card's id, or '' for none.
 */
export const issuing = (running: Card | undefined, replaces: string): Decision<null> =>
  (running?.id ?? '') === replaces ? accept(null) : refuse('cards.issue.changed')

export const unlocking = (card: Card): Decision<null> =>
  card.locked || card.failures > 0 ? accept(null) : refuse('cards.unlock.open')
