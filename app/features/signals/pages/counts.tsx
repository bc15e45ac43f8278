import type { SignalsPlan } from '../../../blueprints/parts/signals.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { EmptyState, Notice, StaffLayout, Table, Tabs, useView } from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { paths } from '../paths.ts'
import type { ThemeCount } from '../store.ts'
import { themeLabel } from '../view.ts'

export type CountsView = {
  programmeId: string
  title: string
  plan: SignalsPlan
  /** First day of the half year shown, and of those on offer. */
  from: PlainDate
  periods: PlainDate[]
  counts: ThemeCount[]
}

/** How many signals of a theme there were, where they stand and how long they take; of nobody in particular. */
export function CountsPage(view: CountsView) {
  const { t, lang, number } = useView()
  const { programmeId } = view
  const cell = (value: number | null) => (value === null ? t('signals.counts.few') : number(value))
  const half = (from: PlainDate) =>
    t('signals.counts.half', { half: from.slice(5, 7) === '01' ? 1 : 2, year: from.slice(0, 4) })
  return (
    <StaffLayout
      title={t('signals.counts.title')}
      crumbs={[{ href: programmes.show({ programmeId }), label: view.title }]}
    >
      <Notice kind="info">
        <p>{t('signals.counts.why')}</p>
      </Notice>
      <Tabs
        label={t('signals.counts.period')}
        items={view.periods.map((from) => ({
          href: paths.ofProgramme({ programmeId }, { from }),
          label: half(from),
          current: from === view.from,
        }))}
      />
      <Table
        caption={half(view.from)}
        rows={view.counts}
        rowKey={({ theme }) => theme}
        empty={<EmptyState title={t('signals.counts.none')} />}
        testId="signal-counts"
        columns={[
          { label: t('signals.counts.theme'), head: true, cell: ({ theme }) => themeLabel(view.plan, theme, lang) },
          { label: t('signals.counts.all'), number: true, cell: (row) => cell(row.signals) },
          { label: t('signals.state.noted'), number: true, cell: (row) => cell(row.noted) },
          { label: t('signals.state.accepted'), number: true, cell: (row) => cell(row.accepted) },
          { label: t('signals.state.passed-on'), number: true, cell: (row) => cell(row.passedOn) },
          { label: t('signals.state.settled'), number: true, cell: (row) => cell(row.settled) },
          {
            label: t('signals.counts.median'),
            number: true,
            cell: ({ medianDays }) => (medianDays === null ? '–' : t('signals.counts.days', { count: medianDays })),
          },
        ]}
      />
    </StaffLayout>
  )
}
