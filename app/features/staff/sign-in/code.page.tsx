import {
  Actions,
  Button,
  Disclosure,
  Field,
  Form,
  Hidden,
  PublicLayout,
  Refusal,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'

/** The code of the authenticator app, or a recovery code when the phone is not there. */
export function CodePage(props: { next: string; refused?: boolean }) {
  const { t } = useView()
  return (
    <PublicLayout title={t('staff.code.title')} lead={t('staff.code.lead')}>
      {props.refused && <Refusal reason={t('staff.code.refused')} instead={t('staff.code.instead')} />}
      <Form action={paths.code()} testId="code-form">
        <Hidden name="next" value={props.next} />
        <Field
          name="code"
          label={t('staff.code')}
          hint={t('staff.code.hint')}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          testId="sign-in-code"
        />
        <Disclosure summary={t('staff.code.noPhone')}>
          <Field
            name="recoveryCode"
            label={t('staff.recoveryCode')}
            hint={t('staff.recoveryCode.hint')}
            optional
            testId="sign-in-recovery-code"
          />
        </Disclosure>
        <Actions>
          <Button kind="primary" testId="code-submit">
            {t('staff.code.submit')}
          </Button>
          <a href={paths.signIn()}>{t('staff.code.back')}</a>
        </Actions>
      </Form>
    </PublicLayout>
  )
}
