import { fullName } from '../people/person.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { type NeedItem, type NeedReader, need } from '../today/need.ts'
import { paths } from './paths.ts'
import { dueOn, remindFrom } from './rules.ts'
import { listReportLines, type ReportLine } from './sent-store.ts'

/** Reports to receive, reports that others have not received yet, and for trainers reports that are due. */
export const reportNeeds: NeedReader = {
  roles: ['coach', 'social-worker'],
  order: 50,
  async read({ tx, actor, words: { t, date }, today }) {
    const lines = (await listReportLines(tx, { userId: actor.id })).flatMap((line) => {
      const plan = blueprintOf(line).finalReport
      return plan ? [{ line, plan }] : []
    })
    const base = (line: ReportLine) => ({
      key: line.enrolmentId,
      title: fullName(line),
      href:
        line.reportId && line.versionId
          ? paths.version({ reportId: line.reportId, versionId: line.versionId })
          : paths.ofEnrolment({ enrolmentId: line.enrolmentId }),
    })
    const items = (pick: (given: (typeof lines)[number]) => Omit<NeedItem, 'key' | 'title' | 'href'> | undefined) =>
      lines.flatMap((given): NeedItem[] => {
        const item = pick(given)
        return item ? [{ ...base(given.line), ...item }] : []
      })
    return [
      need(
        { key: 'report-received', title: 'finalReports.need.received' },
        items(({ line, plan }) =>
          line.sentOn && line.mine && !line.mine.receivedOn
            ? {
                note: t('finalReports.need.sentOn', { day: date(line.sentOn) }),
                late: today >= remindFrom(line.sentOn, plan),
              }
            : undefined,
        ),
      ),
      need(
        { key: 'report-waiting', title: 'finalReports.need.waiting' },
        items(({ line, plan }) =>
          line.sentOn &&
          line.sentBy === actor.id &&
          line.received < line.recipients &&
          today >= remindFrom(line.sentOn, plan)
            ? { note: t('finalReports.receivedOf', { received: line.received, all: line.recipients }) }
            : undefined,
        ),
      ),
      need(
        { key: 'report-due', title: 'finalReports.need.due' },
        items(({ line, plan }) => {
          if (actor.role !== 'coach' || line.sentOn || line.stage !== 'completed') return undefined
          const due = dueOn(line.stageOn, plan)
          return { note: t('finalReports.programme.by', { day: date(due) }), late: today > due }
        }),
      ),
    ]
  },
}
