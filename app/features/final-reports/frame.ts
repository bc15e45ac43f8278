import type { FinalReportPlan } from '../../blueprints/parts/final-report.ts'
import { proposalDirections } from '../../blueprints/parts/final-report.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { PlainDate } from '../../shared/time/dates.ts'
import { fullName } from '../people/person.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import type { Enrolment } from '../referrals/enrolment.ts'
import type { Frame, Reading, Recipient, Report } from './report.ts'

/** Kinds of proposal by key, both directions. */
export const kindsOf = (plan: FinalReportPlan): Frame['kinds'] =>
  Object.fromEntries(
    proposalDirections.flatMap((direction) => plan.proposals[direction].map(({ key, label }) => [key, label])),
  )

export const partsOf = (programme: Pick<Programme, 'blueprint'>): Frame['parts'] =>
  Object.fromEntries((blueprintOf(programme).followUpParts ?? []).map(({ key, label }) => [key, label]))

/** Everything that a version says beside its texts, as it is on the day it is sent. */
export function frameOf(given: {
  report: Report
  enrolment: Enrolment
  programme: Programme
  plan: FinalReportPlan
  actor: StaffActor
  reading: Reading
  recipients: Recipient[]
  number: number
  language: string
  today: PlainDate
}): Frame {
  const { report, enrolment, programme, plan, actor, reading, recipients, number, language, today } = given
  return {
    language,
    personName: fullName(report),
    sections: plan.sections.map(({ key, title }) => ({ key, title })),
    parts: partsOf(programme),
    kinds: kindsOf(plan),
    programmeTitle: programme.settings.title,
    institution: actor.institution,
    from: enrolment.createdOn,
    until: enrolment.endedOn,
    sentByName: actor.name,
    sentOn: today,
    number,
    reading,
    recipients,
  }
}
