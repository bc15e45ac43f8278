import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  Hidden,
  Notice,
  PublicLayout,
  Refusal,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'

/** E-mail and password. `refused` says the same for an unknown account, a wrong password and too many tries. */
export function SignInPage(props: { next: string; state?: FormState; refused?: boolean }) {
  const { t, demo } = useView()
  return (
    <PublicLayout
      title={t('staff.signIn.title')}
      lead={t('staff.signIn.lead')}
      invalid={Boolean(props.state?.errors && Object.keys(props.state.errors).length > 0)}
    >
      {demo && (
        <Notice title={t('staff.signIn.demo')}>
          <p>{t('staff.signIn.demo.how', { command: 'bin/passerelle demo logins' })}</p>
        </Notice>
      )}
      {props.refused && <Refusal reason={t('staff.signIn.refused')} instead={t('staff.signIn.instead')} />}
      <Form action={paths.signIn()} {...props.state} testId="sign-in-form">
        <Hidden name="next" value={props.next} />
        <Field name="email" type="email" label={t('staff.email')} autocomplete="username" testId="sign-in-email" />
        <Field
          name="password"
          type="password"
          label={t('staff.password')}
          autocomplete="current-password"
          testId="sign-in-password"
        />
        <Actions>
          <Button kind="primary" testId="sign-in-submit">
            {t('staff.signIn.submit')}
          </Button>
        </Actions>
      </Form>
    </PublicLayout>
  )
}
