import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { Composition } from './composition.ts'

/** What somebody set aside or confirmed is history: it is read, not changed. */
export function changing(composition: Pick<Composition, 'setAsideAt' | 'confirmationId'>): Decision<true> {
  if (composition.setAsideAt) return refuse('compositions.change.setAside')
  if (composition.confirmationId) return refuse('compositions.change.confirmed')
  return accept(true)
}

/** Nothing is proposed on guesses: what is not known is asked for first. */
export function proposing(facts: {
  composition: Pick<Composition, 'setAsideAt' | 'confirmationId'>
  candidates: number
  /** People of whom something is not known yet. */
  missing: number
  offers: number
}): Decision<true> {
  const open = changing(facts.composition)
  if (!open.ok) return open
  if (facts.candidates === 0) return refuse('compositions.propose.nobody')
  if (facts.offers === 0) return refuse('compositions.propose.noOffer')
  if (facts.missing > 0) return refuse('compositions.propose.missing', { count: facts.missing })
  return accept(true)
}
