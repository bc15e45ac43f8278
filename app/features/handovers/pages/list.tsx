import { EmptyState, LinkButton, PersonChip, StaffLayout, Table, Tabs, useView } from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import type { HandOver } from '../handover.ts'
import { paths } from '../paths.ts'
import { waitingFor } from '../rules.ts'
import { HandOverStatus } from './words.tsx'

export const shelves = ['open', 'late', 'closed', 'all'] as const
export type Shelf = (typeof shelves)[number]

/** Hand-overs by what they wait for: open, late, ended in a direction. */
export function HandOverListPage(props: {
  handOvers: HandOver[]
  shelf: Shelf
  counts: Record<Shelf, number>
  /** Coordinators see whose they are; a social worker sees mostly their own. */
  isCoordinator: boolean
}) {
  const { t, date, today } = useView()
  const { handOvers, shelf, counts } = props
  return (
    <StaffLayout title={t('handovers.list.title')} lead={t('handovers.list.lead')}>
      <Tabs
        label={t('handovers.list.title')}
        items={shelves.map((key) => ({
          href: paths.list(key === 'open' ? {} : { shelf: key }),
          label: t(`handovers.shelf.${key}`),
          current: key === shelf,
          count: counts[key],
        }))}
      />
      <Table
        caption={t(`handovers.shelf.${shelf}`)}
        hideCaption
        testId="hand-overs"
        rows={handOvers}
        rowKey={(h) => h.id}
        highlight={(h) => waitingFor(h, today)?.late === true}
        columns={[
          {
            label: t('handovers.person'),
            head: true,
            cell: (h) => <PersonChip name={fullName(h.person)} href={paths.show({ handOverId: h.id })} />,
          },
          { label: t('handovers.state'), cell: (h) => <HandOverStatus handOver={h} /> },
          { label: t('handovers.next'), cell: (h) => <Awaited handOver={h} /> },
          { label: t('handovers.handedOverOn'), cell: (h) => date(h.handedOverOn) },
          { label: t('handovers.to'), cell: (h) => h.to.name },
        ]}
        empty={
          <EmptyState
            title={t(`handovers.empty.${shelf}`)}
            action={
              shelf !== 'all' &&
              counts.all > 0 && <LinkButton href={paths.list({ shelf: 'all' })}>{t('handovers.shelf.all')}</LinkButton>
            }
          >
            <p>{t(props.isCoordinator ? 'handovers.empty.coordinator' : 'handovers.empty.receiver')}</p>
          </EmptyState>
        }
      />
    </StaffLayout>
  )
}

function Awaited({ handOver }: { handOver: HandOver }) {
  const { t, date, today } = useView()
  const waiting = waitingFor(handOver, today)
  if (!waiting) return <>{handOver.direction && t(`handovers.direction.${handOver.direction.direction}`)}</>
  return (
    <span class={waiting.late ? 'late' : undefined}>
      {t(waiting.late ? 'handovers.awaitedLate' : 'handovers.awaitedBy', {
        what: t(`handovers.awaited.${waiting.for}`),
        date: date(waiting.dueOn),
      })}
    </span>
  )
}
