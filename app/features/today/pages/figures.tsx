import type { ProgrammeSettings } from '../../../blueprints/settings.ts'
import { Field, Figures, Filters, Section, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Counts, type FigureKey, type Filter, figuresOf, funnel, losses, share, standings } from '../figures.ts'
import { paths } from '../paths.ts'
import { FigureCard } from './figure-card.tsx'

export type FiguresView = {
  programme: { id: string; title: string; settings: Pick<ProgrammeSettings, 'handover'> }
  counts: Counts
  filter: Filter
  /** What one may filter by, in the reader's words. */
  languages: { value: string; label: string }[]
  sites: string[]
}

/** Everything that is counted about a programme's way, with definitions and the people behind. */
export function FiguresPage({ programme, counts, filter, languages, sites }: FiguresView) {
  const { t } = useView()
  const programmeId = programme.id
  const steps = figuresOf(funnel, programme.settings)
  return (
    <StaffLayout
      title={t('figures.title', { programme: programme.title })}
      crumbs={[
        { href: programmes.list(), label: t('programmes.list.title') },
        { href: programmes.show({ programmeId }), label: programme.title },
      ]}
      lead={t('figures.lead')}
      width="wide"
    >
      <FigureFilters
        programmeId={programmeId}
        filter={filter}
        languages={languages}
        sites={sites}
        count={counts.registered}
      />
      <Section title={t('figures.standings')}>
        <Figures>
          {standings.map((key) => (
            <FigureCard key={key} programmeId={programmeId} figure={key} value={counts[key]} filter={filter} />
          ))}
        </Figures>
      </Section>
      <Section title={t('figures.funnel')} card>
        <Funnel steps={steps} counts={counts} />
        <Table
          caption={t('figures.funnel')}
          hideCaption
          rows={steps}
          rowKey={(key) => key}
          columns={columns(programmeId, counts, filter, counts.registered, 'figures.ofRegistered')}
        />
      </Section>
      <Section title={t('figures.losses')} card>
        <Table
          caption={t('figures.losses')}
          hideCaption
          rows={losses}
          rowKey={(key) => key}
          columns={columns(programmeId, counts, filter, counts.lost, 'figures.ofLost')}
        />
      </Section>
    </StaffLayout>
  )

  function columns(
    id: string,
    all: Counts,
    by: Filter,
    whole: number,
    shareLabel: 'figures.ofRegistered' | 'figures.ofLost',
  ) {
    return [
      {
        label: t('figures.figure'),
        head: true,
        cell: (key: FigureKey) => (
          <a href={paths.figure({ programmeId: id, figure: key }, by)}>{t(`figures.${key}`)}</a>
        ),
      },
      { label: t('figures.people'), number: true, cell: (key: FigureKey) => all[key] },
      {
        label: t(shareLabel),
        number: true,
        cell: (key: FigureKey) => {
          const percent = share(all[key], whole)
          return percent === null ? '–' : t('figures.percent', { percent })
        },
      },
      {
        label: t('figures.definition'),
        cell: (key: FigureKey) => <span class="quiet">{t(`figures.${key}.definition`)}</span>,
      },
    ]
  }
}

/** The way as it narrows, drawn; the table beside it says the same in words. */
function Funnel({ steps, counts }: { steps: readonly FigureKey[]; counts: Counts }) {
  const { t, number, dir } = useView()
  const line = 34
  const left = 190
  const width = 640
  const whole = Math.max(1, counts.registered)
  const rtl = dir === 'rtl'
  return (
    <svg class="funnel" viewBox={`0 0 ${width} ${steps.length * line}`} aria-hidden="true">
      {steps.map((key, i) => {
        const long = Math.max(2, (counts[key] / whole) * (width - left - 70))
        const y = i * line
        const x = rtl ? width - left - long : left
        return (
          <g key={key}>
            <text x={rtl ? width : 0} y={y + 21} text-anchor="start">
              {t(`figures.${key}`)}
            </text>
            <rect x={x} y={y + 6} width={long} height={line - 12} rx="4" />
            <text class="number" x={rtl ? x - 8 : x + long + 8} y={y + 21} text-anchor="start">
              {number(counts[key])}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Language, site and period, kept in the address. */
export function FigureFilters(props: {
  programmeId: string
  figure?: FigureKey
  filter: Filter
  languages: { value: string; label: string }[]
  sites: string[]
  count: number
}) {
  const { t, date } = useView()
  const { programmeId, figure, filter, languages, sites } = props
  const at = (by: Filter) => (figure ? paths.figure({ programmeId, figure }, by) : paths.figures({ programmeId }, by))
  const label: Record<keyof Filter, (value: string) => string> = {
    language: (value) => languages.find((one) => one.value === value)?.label ?? value,
    site: (value) => value,
    from: (value) => t('figures.filter.fromDay', { date: date(value) }),
    to: (value) => t('figures.filter.toDay', { date: date(value) }),
  }
  return (
    <Filters
      action={at({})}
      result={t('figures.count', { count: props.count })}
      resetHref={at({})}
      active={(Object.keys(filter) as (keyof Filter)[]).map((key) => ({
        label: label[key](filter[key]!),
        removeHref: at({ ...filter, [key]: undefined }),
      }))}
    >
      <Field
        name="language"
        type="select"
        label={t('figures.filter.language')}
        empty={t('figures.filter.any')}
        value={filter.language}
        options={languages}
      />
      <Field
        name="site"
        type="select"
        label={t('figures.filter.site')}
        empty={t('figures.filter.any')}
        value={filter.site}
        options={sites.map((site) => ({ value: site, label: site }))}
      />
      <Field name="from" type="date" label={t('figures.filter.from')} value={filter.from} />
      <Field name="to" type="date" label={t('figures.filter.to')} value={filter.to} />
    </Filters>
  )
}
