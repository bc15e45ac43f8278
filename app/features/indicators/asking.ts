/** When somebody is asked for what a funder counts, and how long that is on time. Pure. */
import type { Moment } from '../../data/funding/status.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import { exitDays, sixMonthsAfter } from './rules/answers.ts'

export type Due = { moment: Moment; from: PlainDate; by: PlainDate }

/** Days after registration by which the status at entry is noted: our own default, the acts say "at entry". */
const entryDays = 14
/** How long after six months the answer still speaks of that day: our own default. */
const laterDays = 28

/** The moments of an enrolment, with when each may be asked first and when it should be done. */
export function momentsOf({ registeredOn, leftOn }: { registeredOn: PlainDate; leftOn: PlainDate | null }): Due[] {
  const entry: Due = { moment: 'entry', from: registeredOn, by: addDays(registeredOn, entryDays) }
  if (leftOn === null) return [entry]
  const later = sixMonthsAfter(leftOn)
  return [
    entry,
    { moment: 'exit', from: leftOn, by: addDays(leftOn, exitDays) },
    { moment: 'later', from: later, by: addDays(later, laterDays) },
  ]
}

/** What is to be asked now: open since its day, and nothing said yet. */
export const waiting = (
  enrolment: { registeredOn: PlainDate; leftOn: PlainDate | null; asked: readonly Moment[] },
  today: PlainDate,
): Due[] => momentsOf(enrolment).filter(({ moment, from }) => from <= today && !enrolment.asked.includes(moment))
