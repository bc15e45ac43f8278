import type { FinalReportPlan } from '../../../blueprints/parts/final-report.ts'
import { EmptyState, PersonChip, StaffLayout, Status, Table, Tabs, useView } from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { paths } from '../paths.ts'
import { dueOn } from '../rules.ts'
import type { ReportLine } from '../sent-store.ts'

const shelves = ['due', 'sent', 'all'] as const
type Shelf = (typeof shelves)[number]

type ProgrammeView = { programme: Programme; plan: FinalReportPlan; lines: ReportLine[]; shelf: string | null }

/** For the coordinator: whose report is due, what was sent, how many have it. States and days, no word of any report. */
export function ProgrammeReportsPage({ programme, plan, lines, shelf }: ProgrammeView) {
  const { t, date, lang, today } = useView()
  const on: Record<Shelf, ReportLine[]> = {
    due: lines.filter((line) => line.stage === 'completed' && line.sentOn === null),
    sent: lines.filter((line) => line.sentOn !== null),
    all: lines,
  }
  const current = shelves.find((one) => one === shelf) ?? 'due'
  const isLate = (line: ReportLine) =>
    line.sentOn === null && line.stage === 'completed' && today > dueOn(line.stageOn, plan)
  const of = { programmeId: programme.id }
  const title = titleIn(programme, lang)
  return (
    <StaffLayout
      title={t('finalReports.programme.title')}
      crumbs={[
        { href: programmes.list(), label: t('programmes.list.title') },
        { href: programmes.show(of), label: title },
      ]}
      lead={t('finalReports.programme.lead')}
    >
      <Tabs
        label={t('finalReports.programme.title')}
        items={shelves.map((one) => ({
          href: paths.ofProgramme(of, { shelf: one }),
          label: t(`finalReports.shelf.${one}`),
          current: one === current,
          count: on[one].length,
        }))}
      />
      <Table
        caption={t(`finalReports.shelf.${current}`)}
        rows={on[current]}
        rowKey={(line) => line.enrolmentId}
        highlight={isLate}
        empty={<EmptyState title={t(`finalReports.programme.none.${current}`)} />}
        columns={[
          {
            label: t('finalReports.programme.person'),
            head: true,
            cell: (line) => <PersonChip name={fullName(line)} href={people.show({ personId: line.personId })} />,
          },
          {
            label: t('finalReports.programme.state'),
            cell: (line) =>
              line.sentOn ? (
                <Status kind={line.received === line.recipients ? 'done' : 'waiting'}>
                  {t('finalReports.state.sent')}
                </Status>
              ) : (
                <Status kind={line.reportId ? 'active' : 'none'}>
                  {t(line.reportId ? 'finalReports.state.draft' : 'finalReports.state.none')}
                </Status>
              ),
          },
          {
            label: t('finalReports.programme.due'),
            cell: (line) =>
              line.sentOn || line.stage !== 'completed'
                ? ''
                : t(isLate(line) ? 'finalReports.programme.late' : 'finalReports.programme.by', {
                    day: date(dueOn(line.stageOn, plan)),
                  }),
          },
          {
            label: t('finalReports.programme.sent'),
            cell: (line) =>
              line.sentOn
                ? t('finalReports.programme.sentOn', { version: line.number ?? 1, day: date(line.sentOn) })
                : '',
          },
          {
            label: t('finalReports.programme.received'),
            cell: (line) =>
              line.sentOn ? t('finalReports.receivedOf', { received: line.received, all: line.recipients }) : '',
          },
        ]}
      />
    </StaffLayout>
  )
}
