import type { StageKind } from '../../blueprints/blueprint.ts'
import type { FinalReportPlan } from '../../blueprints/parts/final-report.ts'
import { accept, type Decision, refuse } from '../../shared/rules.ts'
import { addDays, type PlainDate } from '../../shared/time/dates.ts'
import type { ReadingSaid, Recipient, RecordedReading, Report, ReportText, SentVersion, TextContent } from './report.ts'

/** Where a report stands: being written, read with the person, sent; or the same again for a correction. */
export const reportStates = ['draft', 'read', 'sent', 'correcting', 'read-again'] as const
export type ReportState = (typeof reportStates)[number]
export const reportActs = ['write', 'read', 'send'] as const
export type ReportAct = (typeof reportActs)[number]

/**
 * The report's way as a table: in which state which act leads where; what is not in it is refused. Words that change after
 * the reading have to be read again, and what was sent stays as it is: writing on begins a correction.
 */
export const transitions: Record<ReportState, Partial<Record<ReportAct, ReportState>>> = {
  draft: { write: 'draft', read: 'read' },
  read: { write: 'draft', read: 'read', send: 'sent' },
  sent: { write: 'correcting' },
  correcting: { write: 'correcting', read: 'read-again' },
  'read-again': { write: 'correcting', read: 'read-again', send: 'sent' },
}

export const can = (act: ReportAct, state: ReportState): boolean => transitions[state][act] !== undefined

type Standing = {
  report: Pick<Report, 'revision'>
  reading: Pick<RecordedReading, 'revision'> | undefined
  newest: Pick<SentVersion, 'revision'> | undefined
}

/** The state follows from the revision: of the words, of the last reading, of the newest version. */
export function stateOf({ report, reading, newest }: Standing): ReportState {
  if (newest?.revision === report.revision) return 'sent'
  const isRead = reading?.revision === report.revision
  if (newest) return isRead ? 'read-again' : 'correcting'
  return isRead ? 'read' : 'draft'
}

/** A report is begun once somebody has started, and once per enrolment. */
export function starting(stage: StageKind, exists: boolean): Decision<true> {
  if (exists) return refuse('finalReports.refused.exists')
  if (!['started', 'completed', 'dropped'].includes(stage)) return refuse('finalReports.refused.notStarted')
  return accept(true)
}

/** What an editor posts: nothing is written over that they have not seen. */
export function writing(
  posted: { number: number },
  newest: { number: number } | undefined,
): Decision<{ number: number }> {
  if ((newest?.number ?? 0) !== posted.number) return refuse('finalReports.refused.changedMeanwhile')
  return accept({ number: posted.number + 1 })
}

/** Saving what is there already changes nothing, so that it need not be read with the person again. */
export function saysTheSame(
  own: Pick<ReportText, 'content' | 'sharedOn'> | undefined,
  posted: { content: TextContent; shared: boolean },
): boolean {
  const said = ({ words, withFacts, facts, proposal }: TextContent) =>
    JSON.stringify([words, (withFacts && facts) || null, proposal ?? null])
  const empty: TextContent = { words: '', facts: null, withFacts: false }
  return said(own?.content ?? empty) === said(posted.content) && (!own || (own.sharedOn !== null) === posted.shared)
}

/** Read on a day up to today, about the words as they are now; who does not agree is asked for a remark. */
export function recordReading(
  standing: Standing & { report: Pick<Report, 'revision' | 'startedOn'> },
  posted: { reading: ReadingSaid; revision: number },
  today: PlainDate,
): Decision<true> {
  const { reading, revision } = posted
  if (!can('read', stateOf(standing))) return refuse('finalReports.refused.nothingToRead')
  if (standing.report.revision === 0) return refuse('finalReports.refused.empty')
  if (revision !== standing.report.revision) return refuse('finalReports.refused.changedBeforeReading')
  if (reading.on > today) return refuse('finalReports.refused.readInFuture')
  if (reading.on < standing.report.startedOn) return refuse('finalReports.refused.readBeforeStart')
  return accept(true)
}

/** Only what was read with the person goes out (or what could not be, with the reason), with a proposal, to somebody. */
export function sending(
  standing: Standing,
  { proposes, recipients }: { proposes: boolean; recipients: readonly Recipient[] },
): Decision<true> {
  const state = stateOf(standing)
  if (state === 'sent') return refuse('finalReports.refused.alreadySent')
  if (!can('send', state)) return refuse('finalReports.refused.notRead')
  if (!proposes) return refuse('finalReports.refused.noProposal')
  if (recipients.length === 0) return refuse('finalReports.refused.nobody')
  return accept(true)
}

/** A recipient says once that they have it. */
export function acknowledging(
  version: Pick<SentVersion, 'receipts'>,
  userId: string,
): Decision<SentVersion['receipts'][number]> {
  const mine = version.receipts.find((receipt) => receipt.userId === userId)
  if (!mine) return refuse('finalReports.refused.notForYou')
  if (mine.receivedOn) return refuse('finalReports.refused.acknowledged')
  return accept(mine)
}

/** The day by which the report of somebody who completed should have been sent; late from the day after. */
export const dueOn = (completedOn: PlainDate, plan: Pick<FinalReportPlan, 'dueDays'>): PlainDate =>
  addDays(completedOn, plan.dueDays)

/** From this day recipients who said nothing and the sender are reminded. */
export const remindFrom = (sentOn: PlainDate, plan: Pick<FinalReportPlan, 'remindAfterDays'>): PlainDate =>
  addDays(sentOn, plan.remindAfterDays)
