/**
 * The guide by job: what stands on each page, and the labels that its sentences name. A label is the key of the word on the
 * button itself, so that the guide cannot name a button that is not there.
 */
import type { MessageKey } from '../../shared/i18n/i18n.ts'

export const jobs = ['coordinator', 'social-worker', 'trainer'] as const
export type Job = (typeof jobs)[number]
export const isJob = (value: string): value is Job => (jobs as readonly string[]).includes(value)

/** A heading of a page with so many sentences: `help.guide.<job>.<key>` and `….1` to `….<lines>`. */
export type Topic = { key: string; lines: number }

export const topics: Record<Job, readonly Topic[]> = {
  coordinator: [
    { key: 'list', lines: 3 },
    { key: 'board', lines: 3 },
    { key: 'groups', lines: 5 },
    { key: 'voices', lines: 3 },
    { key: 'money', lines: 3 },
    { key: 'funder', lines: 3 },
  ],
  'social-worker': [
    { key: 'register', lines: 3 },
    { key: 'review', lines: 4 },
    { key: 'aim', lines: 2 },
    { key: 'follow', lines: 4 },
    { key: 'signals', lines: 2 },
    { key: 'share', lines: 3 },
    { key: 'report', lines: 2 },
  ],
  trainer: [
    { key: 'interview', lines: 3 },
    { key: 'attendance', lines: 1 },
    { key: 'signals', lines: 2 },
    { key: 'smileys', lines: 3 },
    { key: 'evaluation', lines: 2 },
    { key: 'report', lines: 2 },
    { key: 'outside', lines: 2 },
  ],
}

/** The words in braces of the sentences. */
export const labels = {
  candidates: 'orientation.candidates.title',
  ask: 'orientation.candidates.ask',
  setAside: 'orientation.candidates.setAside',
  board: 'orientation.board.title',
  late: 'orientation.board.late',
  orientation: 'orientation.section',
  pass: 'orientation.pass',
  otherwise: 'orientation.otherwise',
  listOpen: 'orientation.list.open',
  compositions: 'compositions.title',
  newGroup: 'groups.new',
  join: 'groups.join',
  levels: 'groups.levels',
  change: 'groups.change',
  record: 'today.takeAttendance',
  staff: 'programmes.section.staff',
  signals: 'signals.title',
  signalCounts: 'signals.counts.title',
  signalShort: 'signals.note.short',
  signalSeen: 'signals.seen',
  smileys: 'smileys.title',
  smileyTrend: 'smileys.trend',
  wall: 'smileys.wall.show',
  tablet: 'smileys.tablet',
  paper: 'smileys.paper.type',
  talk: 'smileys.talk',
  modules: 'modules.title',
  changes: 'modules.title',
  rate: 'modules.rate.do',
  funding: 'funding.title',
  lines: 'funding.part.lines',
  outings: 'funding.part.outings',
  report: 'funding.part.report',
  disclose: 'funding.part.disclose',
  indicators: 'indicators.title',
  statuses: 'indicators.statuses.title',
  finalReports: 'finalReports.programme.title',
  startReport: 'finalReports.start.button',
  sendReport: 'finalReports.send.button',
  receipt: 'finalReports.receipt.button',
  refer: 'referrals.enrolments.refer',
  followUp: 'followUps.title',
  aims: 'aims.title',
  newAim: 'aims.new',
  languages: 'languageTests.section.open',
  newTest: 'languageTests.new',
  evaluations: 'evaluations.title',
  hold: 'evaluations.hold',
} as const satisfies Record<string, MessageKey>
