import { languageNames, staffLanguages } from '../../../shared/i18n/languages.ts'
import type { Refusal as Reason } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  Notice,
  Refusal,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { RoleFields } from '../accounts/account.pages.tsx'
import type { Account } from '../accounts/account.ts'
import { RoleName } from '../accounts/list.page.tsx'
import type { Institution } from '../institutions/institution.ts'
import { paths } from '../paths.ts'
import type { Invitation } from './store.ts'

const useCrumbs = () => {
  const { t } = useView()
  return [{ href: paths.list(), label: t('staff.list.title') }]
}

export function InvitePage(props: { institutions: Institution[]; state: FormState; refusal?: Reason }) {
  const { t } = useView()
  const { state } = props
  return (
    <StaffLayout
      title={t('staff.invite')}
      lead={t('staff.invite.lead')}
      crumbs={useCrumbs()}
      width="narrow"
      invalid={state.errors !== undefined && Object.keys(state.errors).length > 0}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <Form action={paths.invite()} {...state} testId="invite-form">
        <Field name="email" type="email" label={t('staff.email')} width="medium" testId="invite-email" />
        <Field
          name="institutionId"
          type="select"
          label={t('staff.institution')}
          options={props.institutions.map(({ id, name }) => ({ value: id, label: name }))}
          testId="invite-institution"
        />
        <RoleFields />
        <Field
          name="language"
          type="radio"
          row
          label={t('staff.invite.language')}
          options={staffLanguages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Actions>
          <Button kind="primary" testId="invite-submit">
            {t('staff.invite.submit')}
          </Button>
          <a href={paths.list()}>{t('staff.cancel')}</a>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** The link, this once. */
export function InvitedPage(props: { email: string; link: string; days: number }) {
  const { t } = useView()
  return (
    <StaffLayout title={t('staff.invited.title')} crumbs={useCrumbs()} width="narrow">
      <p>{t('staff.invited.text', { email: props.email, days: props.days })}</p>
      <p class="codes-sheet">
        <code data-testid="invitation-link">{props.link}</code>
      </p>
      <Notice kind="warning">
        <p>{t('staff.invited.once')}</p>
      </Notice>
      <Actions>
        <LinkButton href={paths.list()}>{t('staff.invited.back')}</LinkButton>
      </Actions>
    </StaffLayout>
  )
}

/** A forgotten password, or a lost phone and no codes left. */
export function RenewalPage(props: { account: Account; refusal?: Reason }) {
  const { t } = useView()
  const { account } = props
  const userId = account.id
  return (
    <StaffLayout
      title={t('staff.renewal.title', { name: account.name })}
      crumbs={[...useCrumbs(), { href: paths.show({ userId }), label: account.name }]}
      width="narrow"
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <p>{t('staff.renewal.text')}</p>
      <Notice kind="warning">
        <p>{t('staff.renewal.identity')}</p>
      </Notice>
      <Form action={paths.renewal({ userId })}>
        <Actions>
          <Button kind="primary" testId="renewal-submit">
            {t('staff.renewal.make')}
          </Button>
          <a href={paths.show({ userId })}>{t('staff.cancel')}</a>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** Invitations that can still be accepted. */
export function InvitationsTable({ invitations }: { invitations: Invitation[] }) {
  const { t, date } = useView()
  return (
    <Table
      caption={t('staff.invitations')}
      hideCaption
      rows={invitations}
      rowKey={(i) => i.id}
      columns={[
        { label: t('staff.email'), head: true, cell: (i) => i.email },
        {
          label: t('staff.role'),
          cell: (i) =>
            i.details.account ? (
              t('staff.invitation.renews')
            ) : (
              <RoleName role={i.details.role} field={i.details.field} />
            ),
        },
        { label: t('staff.institution'), cell: (i) => i.institution },
        { label: t('staff.invitation.until'), cell: (i) => date(i.expiresAt.toISOString(), 'time') },
        {
          label: t('staff.invitation.revoke'),
          hideLabel: true,
          cell: (i) => (
            <Form action={paths.revocation({ invitationId: i.id })} inline>
              <Button
                size="small"
                label={t('staff.invitation.revokeOf', { email: i.email })}
                testId="revoke-invitation"
              >
                {t('staff.invitation.revoke')}
              </Button>
            </Form>
          ),
        },
      ]}
      testId="invitations"
    />
  )
}
