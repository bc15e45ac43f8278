import type { StaffRole } from '../../../shared/http/actor.ts'
import {
  EmptyState,
  Field,
  Filters,
  LinkButton,
  PersonChip,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import type { Institution } from '../institutions/institution.ts'
import { InvitationsTable } from '../invitations/pages.tsx'
import type { Invitation } from '../invitations/store.ts'
import { paths } from '../paths.ts'
import type { Account } from './account.ts'
import type { StaffFilter } from './store.ts'

/** Who works here, by institution, and who is invited. */
export function StaffListPage(props: {
  filter: StaffFilter
  accounts: Account[]
  institutions: Institution[]
  invitations: Invitation[]
}) {
  const { t, date } = useView()
  const { filter, accounts, institutions } = props
  return (
    <StaffLayout
      title={t('staff.list.title')}
      lead={t('staff.list.lead')}
      actions={
        <LinkButton href={paths.invite()} kind="primary" icon="plus" testId="invite">
          {t('staff.invite')}
        </LinkButton>
      }
    >
      <Filters action={paths.list()} result={t('staff.list.count', { count: accounts.length })}>
        <Field name="q" type="search" label={t('staff.list.search')} value={filter.q} />
        <Field
          name="institution"
          type="select"
          label={t('staff.institution')}
          value={filter.institutionId ?? ''}
          empty={t('staff.list.all')}
          options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          name="state"
          type="select"
          label={t('staff.state')}
          value={filter.state}
          options={(['active', 'ended', 'all'] as const).map((value) => ({ value, label: t(`staff.state.${value}`) }))}
        />
      </Filters>
      <Table
        caption={t('staff.list.title')}
        hideCaption
        rows={accounts}
        rowKey={(a) => a.id}
        empty={<EmptyState title={t('staff.list.empty')} />}
        columns={[
          {
            label: t('staff.name'),
            head: true,
            cell: (a) => <PersonChip name={a.name} href={paths.show({ userId: a.id })} note={a.email} />,
          },
          { label: t('staff.role'), cell: (a) => <RoleName role={a.role} field={a.field} /> },
          { label: t('staff.institution'), cell: (a) => a.institution },
          {
            label: t('staff.state'),
            cell: (a) =>
              a.endedOn ? (
                <Status kind="stopped">{t('staff.state.since', { date: date(a.endedOn) })}</Status>
              ) : (
                <Status kind="active">{t('staff.state.active')}</Status>
              ),
          },
        ]}
        testId="staff"
      />
      {props.invitations.length > 0 && (
        <Section title={t('staff.invitations')}>
          <InvitationsTable invitations={props.invitations} />
        </Section>
      )}
    </StaffLayout>
  )
}

/** A role with the field of origin under it. */
export function RoleName(props: { role: StaffRole; field: string | null }) {
  const { t } = useView()
  return (
    <span>
      {t(`roles.${props.role}`)}
      {props.field && (
        <>
          {' '}
          <small>{props.field}</small>
        </>
      )}
    </span>
  )
}
