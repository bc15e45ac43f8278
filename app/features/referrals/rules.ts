import { accept, type Decision, refuse } from '../../shared/rules.ts'
import type { PlainDate } from '../../shared/time/dates.ts'

export type ReferralFacts = {
  programme: { startsOn: PlainDate | null; endsOn: PlainDate | null; languages: readonly string[] }
  language: string
  /** Enrolments of this person in this programme that have not ended. */
  running: number
  today: PlainDate
}

/** Whether somebody may be proposed for a programme. The threshold is low on purpose: nothing about the person bars them. */
export function refer({ programme, language, running, today }: ReferralFacts): Decision<{ language: string }> {
  if (programme.endsOn && programme.endsOn < today)
    return refuse('referrals.refer.programmeOver', { date: programme.endsOn })
  if (running > 0) return refuse('referrals.refer.already')
  if (!programme.languages.includes(language)) return refuse('referrals.refer.language')
  return accept({ language })
}

/** An attempt or a talk is noted after it happened, and not before the referral. */
export function noteContact(on: PlainDate, registeredOn: PlainDate, today: PlainDate): Decision<PlainDate> {
  if (on > today) return refuse('referrals.date.future')
  if (on < registeredOn) return refuse('referrals.date.beforeReferral')
  return accept(on)
}

/** Each instrument is answered once at each moment: a second sheet would leave two truths for the evaluation. */
export function answering<A extends { instrument: string }>(
  answers: readonly A[],
  { moment, answered }: { moment: string; answered: readonly { instrument: string; moment: string }[] },
): Decision<readonly A[]> {
  const again = answers.some((one) => answered.some((a) => a.instrument === one.instrument && a.moment === moment))
  return again ? refuse('referrals.answers.already') : accept(answers)
}
