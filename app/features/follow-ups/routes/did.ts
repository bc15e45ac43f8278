import type { Did } from '../../../shared/http/outcome.ts'
import type { Refusal } from '../../../shared/rules.ts'
import type { Enrolled } from '../../modules/subject.ts'
import type { StaffCtx } from '../view.ts'

/** What goes on record of an act or a reading of somebody's follow-up. */
export const did = (act: string, { enrolment }: Pick<Enrolled, 'enrolment'>, on?: [string, string]): Did => ({
  act: `follow-ups.${act}`,
  on: on ?? ['enrolment', enrolment.id],
  person: enrolment.personId,
  classes: ['follow-up'],
})

/** A rule's reason with its date as the reader writes dates. */
export const inWords = ({ key, params }: Refusal, words: StaffCtx['words']) => ({
  key,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, name === 'date' ? words.date(String(value)) : value]),
  ),
})
