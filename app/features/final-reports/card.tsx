import { Section, Status, useView } from '../../shared/ui/index.ts'
import type { PersonSection } from '../people/section.ts'
import { blueprintOf, titleIn } from '../programmes/programme.ts'
import type { Enrolment } from '../referrals/enrolment.ts'
import type { EnrolmentLine } from '../referrals/lines.ts'
import { paths } from './paths.ts'
import { mayOpen } from './policy.ts'
import { starting } from './rules.ts'
import { listReportLines, type ReportLine } from './sent-store.ts'

/** On the person's page: where the report of each enrolment stands. */
export const reportCard: PersonSection = {
  key: 'final-report',
  order: 80,
  async read({ tx, actor, person, enrolments }) {
    const reported = enrolments.filter(
      ({ enrolment, programme }) =>
        blueprintOf(programme).finalReport !== undefined &&
        mayOpen.allows(actor, enrolment as Enrolment) &&
        starting(enrolment.stage.kind, false).ok,
    )
    if (reported.length === 0) return undefined
    const lines = await listReportLines(tx, { personId: person.id, userId: actor.id })
    return { view: <ReportCard enrolments={reported} lines={lines} />, classes: ['attendance'] }
  },
}

function ReportCard({ enrolments, lines }: { enrolments: EnrolmentLine[]; lines: ReportLine[] }) {
  const { t, date, lang } = useView()
  return (
    <Section title={t('finalReports.name')} id="final-report" card>
      {enrolments.map(({ enrolment, programme }) => {
        const line = lines.find(({ enrolmentId }) => enrolmentId === enrolment.id)
        return (
          <p key={enrolment.id}>
            <a href={paths.ofEnrolment({ enrolmentId: enrolment.id })} data-testid="open-final-report">
              {titleIn(programme, lang)}
            </a>{' '}
            {line?.sentOn ? (
              <>
                <Status kind={line.received === line.recipients ? 'done' : 'waiting'}>
                  {t('finalReports.programme.sentOn', { version: line.number ?? 1, day: date(line.sentOn) })}
                </Status>{' '}
                {t('finalReports.receivedOf', { received: line.received, all: line.recipients })}
              </>
            ) : (
              <Status kind={line?.reportId ? 'active' : 'none'}>
                {t(line?.reportId ? 'finalReports.state.draft' : 'finalReports.state.none')}
              </Status>
            )}
          </p>
        )
      })}
    </Section>
  )
}
