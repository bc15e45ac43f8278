import { EmptyState, Pagination, PersonChip, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import type { FigureKey, Way } from '../figures.ts'
import { paths } from '../paths.ts'
import { FigureFilters, type FiguresView } from './figures.tsx'

/** The people behind a figure. */
export function FigurePage(
  props: Omit<FiguresView, 'counts'> & {
    figure: FigureKey
    count: number
    people: (Way & { stageLabel: string })[]
    page: number
    pages: number
  },
) {
  const { t, date } = useView()
  const { programme, figure, filter, people, page, pages } = props
  const programmeId = programme.id
  return (
    <StaffLayout
      title={t(`figures.${figure}`)}
      crumbs={[
        {
          href: paths.figures({ programmeId }, filter),
          label: t('figures.title', { programme: programme.title }),
        },
      ]}
      lead={t(`figures.${figure}.definition`)}
    >
      <FigureFilters
        programmeId={programmeId}
        figure={figure}
        filter={filter}
        languages={props.languages}
        sites={props.sites}
        count={props.count}
      />
      <Table
        caption={t(`figures.${figure}`)}
        hideCaption
        rows={people}
        rowKey={(way) => way.enrolmentId}
        columns={[
          {
            label: t('figures.person'),
            head: true,
            cell: (way) => (
              <PersonChip name={fullName(way)} href={referrals.enrolment({ enrolmentId: way.enrolmentId })} />
            ),
          },
          { label: t('figures.stage'), cell: (way) => way.stageLabel },
          { label: t('figures.since'), cell: (way) => date(way.since) },
          { label: t('figures.registeredOn'), cell: (way) => date(way.registeredOn) },
          { label: t('figures.filter.site'), cell: (way) => way.site },
        ]}
        empty={<EmptyState title={t('figures.nobody')} />}
      />
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(n) => paths.figure({ programmeId, figure }, { ...filter, page: n })}
      />
    </StaffLayout>
  )
}
