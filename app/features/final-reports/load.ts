// What every page of a report needs, gathered once.
import type { FinalReportPlan, ReportSection } from '../../blueprints/parts/final-report.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Services } from '../../shared/http/doors.tsx'
import type { PlainDate } from '../../shared/time/dates.ts'
import { lastOf } from '../partners/partner.ts'
import { listReferralsOf } from '../partners/referral-store.ts'
import { type FollowUpSide, sideOf } from '../professionals/professional.ts'
import { blueprintOf, type Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import type { Enrolment } from '../referrals/enrolment.ts'
import { findEnrolment } from '../referrals/store.ts'
import type { Facts } from './facts.ts'
import type { RecordedReading, Report, ReportText, SentVersion } from './report.ts'
import { type ReportState, stateOf } from './rules.ts'
import { listVersions } from './sent-store.ts'
import { gather } from './sources/index.ts'
import { addText, lastReading, listTexts } from './store.ts'

export type Given = { tx: Tx; actor: StaffActor; services: Services; today: PlainDate }

/** An enrolment whose programme ends in a report, with its plan. */
export type Reported = { enrolment: Enrolment; programme: Programme; plan: FinalReportPlan }

export async function loadReported(tx: Tx, enrolmentId: string): Promise<Reported | undefined> {
  const enrolment = await findEnrolment(tx, enrolmentId)
  const programme = enrolment && (await findProgramme(tx, enrolment.programmeId))
  const plan = programme && blueprintOf(programme).finalReport
  return plan && { enrolment: enrolment!, programme, plan }
}

export type Loaded = Reported & {
  report: Report
  /** The newest of each section and side that this reader may see. */
  texts: ReportText[]
  reading: RecordedReading | undefined
  versions: SentVersion[]
  state: ReportState
  /** On which side the reader writes. */
  side: FollowUpSide
}

export async function loadReport(given: Given, report: Report): Promise<Loaded> {
  const { tx, services, actor } = given
  const reported = await loadReported(tx, report.enrolmentId)
  if (!reported) throw new Error(`report ${report.id} without a plan`)
  const reading = await lastReading(tx, services.vault, report.id)
  const versions = await listVersions(tx, { reportId: report.id })
  return {
    ...reported,
    report,
    texts: await listTexts(tx, services.vault, report.id),
    reading,
    versions,
    state: stateOf({ report, reading, newest: versions[0] }),
    side: sideOf(actor.role),
  }
}

export const textOf = ({ texts }: Pick<Loaded, 'texts'>, section: string, side: FollowUpSide): ReportText | undefined =>
  texts.find((text) => text.section === section && text.side === side)

/** What is known today for a section, as far as the author sees it and their side tells it. */
export const factsFor = (
  { tx, services, today }: Given,
  { enrolment, programme, plan, side }: Reported & { side: FollowUpSide },
  section: ReportSection,
): Promise<Facts | null> =>
  gather(section.facts, { tx, vault: services.vault, enrolment, programme, plan, side, today })

const same = (a: Facts | null, b: Facts | null) =>
  JSON.stringify([a?.lines, a?.tables]) === JSON.stringify([b?.lines, b?.tables])

/**
 * Fills every section of the author's side with what is known today; words stay as they are.
 * @returns how many sections changed; undefined when somebody else wrote in the same moment: then nothing may be kept.
 */
export async function fillFacts(given: Given, loaded: Pick<Loaded, 'texts' | 'report' | 'side'> & Reported) {
  const { tx, services, actor, today } = given
  let filled = 0
  for (const section of loaded.plan.sections) {
    const facts = await factsFor(given, loaded, section)
    const own = textOf(loaded, section.key, loaded.side)
    if (own ? same(own.content.facts, facts) : facts === null) continue
    const saved = await addText({ tx, vault: services.vault, actor, today }, loaded.report, {
      section: section.key,
      number: (own?.number ?? 0) + 1,
      content: own ? { ...own.content, facts } : { words: '', facts, withFacts: true },
      shared: own ? own.sharedOn !== null : false,
    })
    if (!saved) return undefined
    filled += 1
  }
  return filled
}

export type PartnerChoice = { referralId: string; name: string }

/** To whom the person was passed on, as far as it is for the author: for the link in the proposal. */
export async function partnerChoices({ tx, services }: Given, personId: string): Promise<PartnerChoice[]> {
  const referrals = await listReferralsOf(tx, services.vault, personId)
  return referrals
    .filter((referral) => referral.content !== null && lastOf(referral).state !== 'declined')
    .map(({ id, content }) => ({ referralId: id, name: content!.partnerName }))
}
