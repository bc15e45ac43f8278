import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { Composition, Offer } from './composition.ts'

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

/** Two groups on offer that want the same coach or room on the same half-day. */
export type Clash = { kind: 'coach' | 'room'; what: string; offers: readonly [string, string]; halfDays: string[] }

/** Shown, never forbidden: perhaps only one of the two will be opened. `what` is the coach's id or the room. */
export function clashesOf(offers: readonly Offer[]): Clash[] {
  return offers.flatMap((a, i) =>
    offers.slice(i + 1).flatMap((b): Clash[] => {
      const halfDays = a.halfDays.filter((half) => b.halfDays.includes(half))
      if (halfDays.length === 0) return []
      const team = teamOf(b)
      const pair = [a.name, b.name] as const
      return [
        ...teamOf(a)
          .filter((id) => team.includes(id))
          .map((what): Clash => ({ kind: 'coach', what, offers: pair, halfDays })),
        ...(a.room !== null && a.room === b.room && a.site === b.site
          ? [{ kind: 'room', what: a.room, offers: pair, halfDays } as const]
          : []),
      ]
    }),
  )
}

/** Coach, co-coach and trainee, as far as they are known. */
export const teamOf = ({
  coachId,
  coCoachId,
  traineeId,
}: Pick<Offer, 'coachId' | 'coCoachId' | 'traineeId'>): string[] =>
  [coachId, coCoachId, traineeId].filter((id) => id !== null)
