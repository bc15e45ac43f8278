import { Dots, EmptyState, Section, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import type { CompareView, Side } from '../compare.view.ts'
import { useCrumbs } from '../parts.tsx'
import { paths } from '../paths.ts'

/** Two plans side by side: places, groups, and who is elsewhere. */
export function ComparePage(view: CompareView) {
  const { composition, one, other } = view
  const { t } = useView()
  const at = { compositionId: composition.id, planId: one.plan.id }
  const title = (number: number) => t('compositions.plan.numbered', { number })
  return (
    <StaffLayout
      title={t('compositions.compare.title', { one: one.plan.number, other: other.plan.number })}
      lead={t('compositions.compare.lead', { count: view.moved.length })}
      crumbs={[
        ...useCrumbs(view),
        { href: paths.plan(at), label: t('compositions.plan.title', { number: one.plan.number }) },
      ]}
      width="wide"
    >
      <Figures {...view} />
      <Groups {...view} />
      <Section title={t('compositions.compare.moved')}>
        <Table
          caption={t('compositions.compare.moved')}
          hideCaption
          rows={view.moved}
          rowKey={(row) => row.enrolmentId}
          testId="moved"
          empty={<EmptyState title={t('compositions.compare.same')} />}
          columns={[
            { label: t('compositions.compare.who'), head: true, cell: (row) => row.name },
            { label: title(one.plan.number), cell: (row) => <Place name={row.from} /> },
            { label: title(other.plan.number), cell: (row) => <Place name={row.to} /> },
          ]}
        />
      </Section>
    </StaffLayout>
  )
}

function Place({ name }: { name: string | null | undefined }) {
  const { t } = useView()
  if (name === undefined) return <span class="unknown">{t('compositions.compare.notThere')}</span>
  return <span>{name ?? t('compositions.plan.waitingList')}</span>
}

function Figures({ one, other, seats, left, score }: CompareView) {
  const { t, number } = useView()
  const rows = [
    { key: 'seats', label: t('compositions.compare.seats'), values: seats },
    { key: 'left', label: t('compositions.compare.left'), values: left },
    { key: 'score', label: t('compositions.plan.score'), values: score },
  ]
  return (
    <Table
      caption={t('compositions.compare.atAGlance')}
      rows={rows}
      rowKey={(row) => row.key}
      testId="compare-figures"
      columns={[
        { label: t('compositions.compare.what'), head: true, cell: (row) => row.label },
        ...([one, other] as const).map((opened, side) => ({
          label: t('compositions.plan.numbered', { number: opened.plan.number }),
          number: true,
          cell: (row: (typeof rows)[number]) => number(row.values[side]!),
        })),
      ]}
    />
  )
}

function Groups({ one, other, groups }: CompareView) {
  const { t } = useView()
  return (
    <Section title={t('compositions.plan.groups')}>
      <Table
        caption={t('compositions.plan.groups')}
        hideCaption
        rows={groups}
        rowKey={(row) => row.offerId}
        columns={[
          { label: t('compositions.offer'), head: true, cell: (row) => row.name },
          ...([one, other] as const).map((opened, side) => ({
            label: t('compositions.plan.numbered', { number: opened.plan.number }),
            cell: (row: (typeof groups)[number]) => <SideCell side={row.sides[side]} mode={opened.run.mode} />,
          })),
        ]}
      />
    </Section>
  )
}

function SideCell({ side, mode }: { side: Side | undefined; mode: 'homogeneous' | 'mixed' }) {
  const { t } = useView()
  if (!side) return <span class="unknown">{t('compositions.compare.notThere')}</span>
  if (side.grade === undefined) return <span>{t('compositions.compare.shut')}</span>
  return (
    <>
      <span class="block">{t('compositions.compare.size', { count: side.size })}</span>
      <Dots value={side.grade} label={t(`compositions.plan.grade.${mode}.${side.grade}`)} />
    </>
  )
}
