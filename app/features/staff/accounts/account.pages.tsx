import { staffRoles } from '../../../shared/http/actor.ts'
import type { Refusal as Reason } from '../../../shared/rules.ts'
import {
  Actions,
  Button,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Notice,
  Refusal,
  Section,
  StaffLayout,
  Status,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import type { Account } from './account.ts'
import { RoleName } from './list.page.tsx'

const useCrumbs = (account?: Account) => {
  const { t } = useView()
  const list = { href: paths.list(), label: t('staff.list.title') }
  return account ? [list, { href: paths.show({ userId: account.id }), label: account.name }] : [list]
}

/** One account, and what may be done with it. */
export function AccountDetailsPage(props: {
  account: Account
  can: { administer: boolean; itself: boolean }
  refusal?: Reason
}) {
  const { t, date } = useView()
  const { account, can } = props
  return (
    <StaffLayout title={account.name} crumbs={useCrumbs()} width="narrow">
      {props.refusal && <Refusal reason={props.refusal} />}
      <Facts
        facts={[
          { label: t('staff.email'), value: account.email },
          { label: t('staff.role'), value: <RoleName role={account.role} field={account.field} /> },
          { label: t('staff.institution'), value: account.institution },
          { label: t('staff.telephone'), value: account.phone },
          {
            label: t('staff.state'),
            value: account.endedOn ? (
              <Status kind="stopped">{t('staff.state.since', { date: date(account.endedOn) })}</Status>
            ) : (
              <Status kind="active">{t('staff.state.active')}</Status>
            ),
          },
        ]}
      />
      {can.administer ? (
        <Administration account={account} />
      ) : (
        <Notice>
          <p>
            {can.itself ? (
              <a href={paths.account()}>{t('staff.own')}</a>
            ) : (
              t('staff.elsewhere', { institution: account.institution })
            )}
          </p>
        </Notice>
      )}
    </StaffLayout>
  )
}

function Administration({ account }: { account: Account }) {
  const { t } = useView()
  const { id: userId } = account
  if (account.endedOn)
    return (
      <Section title={t('staff.reopen')}>
        <p>{t('staff.reopen.text')}</p>
        <Form action={paths.reopening({ userId })}>
          <Button testId="reopen-account">{t('staff.reopen')}</Button>
        </Form>
      </Section>
    )
  return (
    <>
      <Section title={t('staff.role')}>
        <p>{t('staff.role.text')}</p>
        <LinkButton href={paths.role({ userId })} testId="change-role">
          {t('staff.role.change')}
        </LinkButton>
      </Section>
      <Section title={t('staff.renewal')}>
        <p>{t('staff.renewal.text')}</p>
        <Form action={paths.renewal({ userId })}>
          <Button testId="renew-account">{t('staff.renewal.make')}</Button>
        </Form>
      </Section>
      <Section title={t('staff.ending')}>
        <p>{t('staff.ending.text')}</p>
        <LinkButton href={paths.ending({ userId })} kind="danger" testId="end-account">
          {t('staff.ending.open')}
        </LinkButton>
      </Section>
    </>
  )
}

export function RolePage(props: { account: Account; state: FormState; refusal?: Reason }) {
  const { t } = useView()
  const { account, state } = props
  const wrong = state.errors !== undefined && Object.keys(state.errors).length > 0
  return (
    <StaffLayout
      title={t('staff.role.title', { name: account.name })}
      lead={t('staff.role.text')}
      crumbs={useCrumbs(account)}
      width="narrow"
      invalid={wrong}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <Form action={paths.role({ userId: account.id })} {...state} testId="role-form">
        <RoleFields />
        <Actions>
          <Button kind="primary" testId="role-submit">
            {t('staff.role.change')}
          </Button>
          <a href={paths.show({ userId: account.id })}>{t('staff.cancel')}</a>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

/** Role, and the field of origin of those who have one. */
export function RoleFields() {
  const { t } = useView()
  return (
    <>
      <Field
        name="role"
        type="radio"
        label={t('staff.role')}
        options={staffRoles.map((value) => ({
          value,
          label: t(`roles.${value}`),
          hint: t(`staff.role.about.${value}`),
        }))}
        testId="role"
      />
      <Field
        name="field"
        label={t('staff.field')}
        hint={t('staff.field.hint')}
        optional
        width="medium"
        testId="role-field"
      />
    </>
  )
}

/** The last look before an account ends: what stops, and what the others must take over. */
export function EndingPage(props: {
  account: Account
  files: number
  toPassOn: number
  successors: readonly Account[]
  state?: FormState
  refusal?: Reason
}) {
  const { t } = useView()
  const { account } = props
  return (
    <StaffLayout title={t('staff.ending.title', { name: account.name })} crumbs={useCrumbs(account)} width="narrow">
      {props.refusal && <Refusal reason={props.refusal} />}
      <ul class="bullets">
        <li>{t('staff.ending.sessions')}</li>
        <li>{t('staff.ending.mandates', { count: props.files })}</li>
        <li>{t('staff.ending.written')}</li>
      </ul>
      {props.toPassOn > 0 && props.successors.length === 0 && (
        <Notice kind="warning">
          <p>{t('staff.ending.handOver', { count: props.toPassOn })}</p>
        </Notice>
      )}
      <Form action={paths.ending({ userId: account.id })} {...props.state} testId="ending-form">
        {props.successors.length > 0 && (
          <Field
            name="successorId"
            type="select"
            label={t('staff.ending.successor')}
            hint={t('staff.ending.successor.hint')}
            optional={props.toPassOn === 0}
            empty={t('staff.ending.successor.choose')}
            options={props.successors.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Actions>
          <Button kind="danger" testId="ending-submit">
            {t('staff.ending.do')}
          </Button>
          <a href={paths.show({ userId: account.id })}>{t('staff.cancel')}</a>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
