import {
  Field,
  Figure,
  Figures,
  Filters,
  LinkButton,
  Notice,
  Section,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { Programme } from '../../programmes/programme.ts'
import type { Reported } from '../documents.ts'
import type { Cents } from '../funding.ts'
import { firstDay, lastDay } from '../months.ts'
import { paths } from '../paths.ts'
import { perPerson } from '../rules/report.ts'
import { FundingFrame, useMoney } from './frame.tsx'

type Row = { key: string; name: string; base: string; share: string; cents: Cents; isTotal?: true }

/** Who pays what of a period, to the cent. */
export function ReportPage({ programme, reported }: { programme: Programme; reported: Reported }) {
  const { t, date } = useView()
  const { money, percent } = useMoney(programme)
  const { report, set, started, finished } = reported
  const of = { programmeId: programme.id }
  const rows: Row[] = [
    ...report.payers.map((payer) => ({
      key: `${payer.costBase} ${payer.funder}`,
      name: payer.funder,
      base: t(`funding.base.${payer.costBase}`),
      share: payer.shares.map(percent).join(' → '),
      cents: payer.amount,
    })),
    { key: 'own', name: t('funding.report.own'), base: t('funding.report.outings'), share: '–', cents: report.own },
    ...(report.uncovered > 0
      ? [
          {
            key: 'uncovered',
            name: t('funding.report.uncovered'),
            base: t('funding.base.staff'),
            share: '–',
            cents: report.uncovered,
          },
        ]
      : []),
    { key: 'total', name: t('funding.report.total'), base: '', share: '', cents: report.total, isTotal: true },
  ]
  const each = (people: number) => {
    const cents = perPerson(report.total, people)
    return cents === null ? '–' : money(cents)
  }
  return (
    <FundingFrame
      programme={programme}
      part="report"
      wide
      title={t('funding.report.title')}
      actions={
        <LinkButton
          href={paths.disclose(of, { kind: 'report', from: firstDay(report.from), to: lastDay(report.to) })}
          icon="download"
          testId="to-disclose"
        >
          {t('funding.disclose.link')}
        </LinkButton>
      }
    >
      <Filters action={paths.report(of)}>
        <MonthField name="from" label={t('funding.report.fromMonth')} value={report.from} />
        <MonthField name="to" label={t('funding.report.toMonth')} value={report.to} />
      </Filters>
      {!set && (
        <Notice kind="warning" title={t('funding.report.noLines')} testId="report-no-lines">
          <p>
            <a href={paths.lines(of)}>{t('funding.lines.edit')}</a>
          </p>
        </Notice>
      )}
      {report.uncovered > 0 && set && (
        <Notice kind="warning" title={t('funding.report.uncoveredNotice', { amount: money(report.uncovered) })} />
      )}
      <Section title={t('funding.report.payers')}>
        <p class="hint">{t('funding.report.rule')}</p>
        <Table
          caption={t('funding.report.payers')}
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          testId="funder-report"
          columns={[
            { label: t('funding.lines.funder'), head: true, cell: ({ name }) => name },
            { label: t('funding.lines.base'), cell: ({ base }) => base },
            { label: t('funding.lines.share'), number: true, cell: ({ share }) => share },
            {
              label: t('funding.report.amount'),
              number: true,
              cell: ({ cents, isTotal }) => (isTotal ? <strong>{money(cents)}</strong> : money(cents)),
            },
          ]}
        />
        <p class="hint">
          {set
            ? t('funding.report.version', { number: set.number, date: date(set.savedOn) })
            : t('funding.lines.empty')}
        </p>
      </Section>
      <Figures>
        <Figure
          value={each(started)}
          label={t('funding.report.started')}
          definition={t('funding.report.started.definition')}
          testId="cost-started"
        />
        <Figure
          value={each(finished)}
          label={t('funding.report.finished')}
          definition={t('funding.report.finished.definition')}
          testId="cost-finished"
        />
        <Figure
          value={started}
          label={t('funding.report.countStarted')}
          definition={t('funding.report.started.definition')}
        />
        <Figure
          value={finished}
          label={t('funding.report.countFinished')}
          definition={t('funding.report.finished.definition')}
        />
      </Figures>
      <Section title={t('funding.report.months')}>
        <p class="hint">{t('funding.report.monthsRule')}</p>
        <Table
          caption={t('funding.report.months')}
          hideCaption
          rows={report.months}
          rowKey={({ month }) => month}
          wide
          testId="report-months"
          columns={[
            { label: t('funding.month'), head: true, cell: ({ month }) => date(firstDay(month), 'month') },
            { label: t('funding.report.staff'), number: true, cell: ({ staff }) => money(staff) },
            ...report.payers.map((payer, i) => ({
              label: t('funding.time.lineOption', { funder: payer.funder, base: t(`funding.base.${payer.costBase}`) }),
              number: true,
              cell: ({ parts }: { parts: Cents[] }) => money(parts[i]!),
            })),
            { label: t('funding.report.outings'), number: true, cell: ({ outings }) => money(outings) },
            { label: t('funding.report.own'), number: true, cell: ({ own }) => money(own) },
          ]}
        />
        <p class="hint">{t('funding.report.outingsRule')}</p>
      </Section>
    </FundingFrame>
  )
}

/** A month as text, since not every browser knows the type: `2026-03`. */
function MonthField(props: { name: string; label: string; value: string }) {
  const { t } = useView()
  return (
    <Field
      name={props.name}
      label={props.label}
      value={props.value}
      width="short"
      hint={t('funding.report.monthHint')}
    />
  )
}
