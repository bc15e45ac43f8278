import { EmptyState, LinkButton, StaffLayout, Table, Tabs, useView } from '../../../shared/ui/index.ts'
import { paths as peoplePaths } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { type Programme, stageLabel, titleIn } from '../../programmes/programme.ts'
import type { Enrolment } from '../enrolment.ts'
import { isLate, type Next } from '../next.ts'
import { NextCell } from '../parts/next-line.tsx'
import { StageStatus } from '../parts/stage.tsx'
import { paths } from '../paths.ts'

export type MineRow = {
  enrolment: Enrolment
  person: { firstName: string; lastName: string | null }
  programme: Programme
  next: Next | null
}

/** Where each of the referrer's people stands, those with something outstanding first. */
export function MyReferralsPage(props: {
  rows: MineRow[]
  show: 'open' | 'done'
  counts: { open: number; done: number }
}) {
  const { t, lang, date, today } = useView()
  const several = new Set(props.rows.map((r) => r.programme.id)).size > 1
  return (
    <StaffLayout
      title={t('referrals.mine.title')}
      lead={t('referrals.mine.lead')}
      actions={
        <LinkButton href={peoplePaths.list()} icon="plus">
          {t('referrals.mine.refer')}
        </LinkButton>
      }
    >
      <Tabs
        label={t('referrals.mine.title')}
        items={[
          {
            href: paths.mine(),
            label: t('referrals.mine.open'),
            current: props.show === 'open',
            count: props.counts.open,
          },
          {
            href: paths.mine({ show: 'done' }),
            label: t('referrals.mine.done'),
            current: props.show === 'done',
            count: props.counts.done,
          },
        ]}
      />
      <Table
        caption={t('referrals.mine.title')}
        hideCaption
        rows={props.rows}
        rowKey={(r) => r.enrolment.id}
        highlight={(r) => r.next !== null && isLate(r.next, today)}
        testId="my-referrals"
        empty={<EmptyState title={t('referrals.mine.empty')}>{t('referrals.mine.empty.hint')}</EmptyState>}
        columns={[
          {
            label: t('referrals.person'),
            head: true,
            cell: (r) => <a href={paths.enrolment({ enrolmentId: r.enrolment.id })}>{fullName(r.person)}</a>,
          },
          ...(several ? [{ label: t('referrals.programme'), cell: (r: MineRow) => titleIn(r.programme, lang) }] : []),
          {
            label: t('referrals.stage'),
            cell: (r) => (
              <StageStatus
                kind={r.enrolment.stage.kind}
                label={stageLabel(r.programme.settings.stages, r.enrolment.stage.key, lang)}
              />
            ),
          },
          { label: t('referrals.since'), cell: (r) => date(r.enrolment.stage.on) },
          { label: t('ui.next'), cell: (r) => <NextCell next={r.next} /> },
        ]}
      />
    </StaffLayout>
  )
}
