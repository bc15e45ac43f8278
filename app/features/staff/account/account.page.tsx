import { languageNames, staffLanguages } from '../../../shared/i18n/languages.ts'
import {
  Actions,
  Button,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Section,
  StaffLayout,
  Status,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { deviceName } from './device.ts'
import { themes } from './form.ts'
import type { OwnAccount, OwnSession } from './store.ts'

/** What one keeps about oneself: name, language, colours; what signs one in; where one is signed in. */
export function AccountPage(props: { account: OwnAccount; sessions: OwnSession[]; state: FormState }) {
  const { t, viewer } = useView()
  const { errors } = props.state
  return (
    <StaffLayout
      title={t('ui.account')}
      width="narrow"
      invalid={errors !== undefined && Object.keys(errors).length > 0}
    >
      <Facts
        facts={[
          { label: t('staff.email'), value: props.account.email },
          { label: t('staff.role'), value: viewer.role },
          { label: t('staff.institution'), value: props.account.institution },
        ]}
      />
      <Section title={t('staff.account.you')}>
        <Form action={paths.account()} {...props.state} testId="account-form">
          <Field name="name" label={t('staff.name')} autocomplete="name" testId="account-name" />
          <Field
            name="phone"
            type="tel"
            label={t('staff.telephone')}
            hint={t('staff.telephone.hint')}
            optional
            autocomplete="tel"
            width="medium"
          />
          <Field
            name="language"
            type="radio"
            row
            label={t('staff.language')}
            options={staffLanguages.map((value) => ({ value, label: languageNames[value] }))}
            testId="account-language"
          />
          <Field
            name="theme"
            type="radio"
            row
            label={t('staff.theme')}
            options={themes.map((value) => ({ value, label: t(`staff.theme.${value}`) }))}
          />
          <Actions>
            <Button kind="primary" testId="account-submit">
              {t('staff.save')}
            </Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t('staff.account.secrets')}>
        <p>{t('staff.account.secrets.text')}</p>
        <Actions>
          <LinkButton href={paths.password()} testId="change-password">
            {t('staff.password.change')}
          </LinkButton>
          <LinkButton href={paths.phone()} testId="change-phone">
            {t('staff.phone.new')}
          </LinkButton>
          <LinkButton href={paths.recoveryCodes()} testId="new-codes">
            {t('staff.codes.new')}
          </LinkButton>
        </Actions>
      </Section>
      <Sessions sessions={props.sessions} />
    </StaffLayout>
  )
}

function Sessions({ sessions }: { sessions: OwnSession[] }) {
  const { t, date } = useView()
  return (
    <Section title={t('staff.sessions')}>
      <p>{t('staff.sessions.text')}</p>
      <Table
        caption={t('staff.sessions')}
        hideCaption
        rows={sessions}
        rowKey={(s) => s.id}
        columns={[
          {
            label: t('staff.sessions.device'),
            head: true,
            cell: (s) => deviceName(s.device) ?? t('staff.sessions.unknown'),
          },
          { label: t('staff.sessions.since'), cell: (s) => date(s.createdAt.toISOString(), 'time') },
          { label: t('staff.sessions.seen'), cell: (s) => date(s.lastSeenAt.toISOString(), 'time') },
          {
            label: t('staff.sessions.end'),
            hideLabel: true,
            cell: (s) =>
              s.isThis ? (
                <Status kind="active">{t('staff.sessions.this')}</Status>
              ) : (
                <Form action={paths.sessionEnding({ sessionId: s.id })} inline>
                  <Button size="small" testId="end-session">
                    {t('staff.sessions.end')}
                  </Button>
                </Form>
              ),
          },
        ]}
        testId="sessions"
      />
      {sessions.length > 1 && (
        <Form action={paths.otherSessionsEnding()} inline>
          <Button testId="end-other-sessions">{t('staff.sessions.endOthers')}</Button>
        </Form>
      )}
    </Section>
  )
}
