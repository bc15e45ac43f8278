import type { FieldErrors } from '../../../shared/forms/forms.ts'
import { Actions, Button, Field, Form, Hidden, Refusal, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { CodesStep, PasswordFields, PhoneStep } from '../joining/steps.tsx'
import { paths } from '../paths.ts'

const useCrumbs = () => {
  const { t } = useView()
  return [{ href: paths.account(), label: t('ui.account') }]
}

/** A fresh code before an act that asks for one; then on to it. */
export function ConfirmationPage(props: { next: string; refused?: boolean }) {
  const { t } = useView()
  return (
    <StaffLayout title={t('staff.confirmation.title')} lead={t('staff.confirmation.lead')} width="narrow">
      {props.refused && <Refusal reason={t('staff.code.refused')} instead={t('staff.code.instead')} />}
      <Form action={paths.confirmation()} testId="confirmation-form">
        <Hidden name="next" value={props.next} />
        <Field
          name="code"
          label={t('staff.code')}
          hint={t('staff.code.hint')}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          testId="confirmation-code"
        />
        <Actions>
          <Button kind="primary" testId="confirmation-submit">
            {t('staff.confirmation.submit')}
          </Button>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

export function PasswordPage(props: { errors?: FieldErrors }) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('staff.password.change')}
      lead={t('staff.password.change.lead')}
      crumbs={useCrumbs()}
      width="narrow"
      invalid={Boolean(props.errors)}
    >
      <Form action={paths.password()} errors={props.errors} testId="password-form">
        <Field
          name="current"
          type="password"
          label={t('staff.password.current')}
          autocomplete="current-password"
          testId="current-password"
        />
        <PasswordFields />
        <Actions>
          <Button kind="primary" testId="password-submit">
            {t('staff.password.change')}
          </Button>
          <a href={paths.account()}>{t('staff.cancel')}</a>
        </Actions>
      </Form>
    </StaffLayout>
  )
}

export function NewPhonePage(props: { account: string; secret: string; answers: string; refused: boolean }) {
  const { t } = useView()
  return (
    <StaffLayout title={t('staff.phone.new')} lead={t('staff.phone.new.lead')} crumbs={useCrumbs()} width="narrow">
      <PhoneStep action={paths.phone()} {...props} />
    </StaffLayout>
  )
}

export function NewCodesPage(props: { account: string; codes: string[]; answers: string; unticked: boolean }) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('staff.codes.new')}
      lead={t('staff.codes.new.lead')}
      crumbs={useCrumbs()}
      width="narrow"
      invalid={props.unticked}
    >
      <CodesStep action={paths.recoveryCodes()} submit={t('staff.codes.use')} {...props} />
    </StaffLayout>
  )
}
