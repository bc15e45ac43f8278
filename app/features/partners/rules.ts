import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import type { Agreement, PartnerReferral, State } from './partner.ts'
import { lastOf } from './partner.ts'

/** From which states each is reached. An answer may still come after "no answer"; who was not told can't have answered. */
export const comesFrom: Record<State, readonly State[]> = {
  proposed: [],
  told: ['proposed', 'no-answer'],
  accepted: ['told', 'no-answer'],
  declined: ['told', 'no-answer', 'accepted'],
  'no-answer': ['told'],
  done: ['proposed', 'told', 'accepted', 'declined', 'no-answer'],
}

/** The states that may come next; the page has a choice for each. */
export const nextStates = (now: State): State[] =>
  (Object.keys(comesFrom) as State[]).filter((state) => comesFrom[state].includes(now))

export type NewEvent = {
  state: State
  on: PlainDate
  words: string | null
  nextStep: string | null
  nextOn: PlainDate | null
}

/** Nothing goes to a partner before the person agreed; closing asks for a word on what became of it. */
export function stepping(referral: PartnerReferral, event: NewEvent, today: PlainDate): Decision<NewEvent> {
  const last = lastOf(referral)
  if (!comesFrom[event.state].includes(last.state)) return refuse('partners.step.notNow')
  if (event.state === 'told' && referral.agreement === 'not-yet') return refuse('partners.step.notAgreed')
  if (event.on > today) return refuse('partners.step.future')
  if (event.on < last.on) return refuse('partners.step.before')
  if (event.state === 'done' && !event.words) return refuse('partners.step.doneWithoutWords')
  return accept(event)
}

/** Nobody is sent where nobody is sent any more. */
export const referring = <T extends { retired: unknown }>(partner: T): Decision<T> =>
  partner.retired ? refuse('partners.refer.retired') : accept(partner)

/** Once given, an agreement is not made earlier or undone here: a referral that the person no longer wants is closed. */
export function agreeing(
  referral: PartnerReferral,
  said: { agreement: Agreement; agreedOn: PlainDate },
  today: PlainDate,
): Decision<{ agreement: Agreement; agreedOn: PlainDate }> {
  if (referral.agreement !== 'not-yet') return refuse('partners.agreement.already')
  if (lastOf(referral).state === 'done') return refuse('partners.step.notNow')
  if (said.agreedOn > today) return refuse('partners.step.future')
  return accept(said)
}
