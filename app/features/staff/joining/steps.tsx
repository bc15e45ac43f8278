// The two steps that every new account, new phone and new set of codes share. The page around them is the caller's.
import { totpUrl } from '../../../shared/secrets/totp.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Form,
  Hidden,
  Icon,
  Notice,
  Qr,
  Refusal,
  useView,
} from '../../../shared/ui/index.ts'

/** Adds the account to an authenticator app and proves it with a code. */
export function PhoneStep(props: {
  action: string
  account: string
  secret: string
  answers: string
  refused?: boolean
}) {
  const { t } = useView()
  const key = props.secret.match(/.{1,4}/g)!.join(' ')
  return (
    <>
      {props.refused && <Refusal reason={t('staff.phone.refused')} instead={t('staff.phone.instead')} />}
      <ol class="ways">
        <li>{t('staff.phone.install')}</li>
        <li>
          <p>{t('staff.phone.scan')}</p>
          <Qr text={totpUrl(props.secret, props.account)} label={t('staff.phone.qr')} />
          <Disclosure summary={t('staff.phone.byHand')}>
            <p>{t('staff.phone.key')}</p>
            <p>
              <code data-testid="totp-key">{key}</code>
            </p>
          </Disclosure>
        </li>
        <li>{t('staff.phone.type')}</li>
      </ol>
      <Form action={props.action} testId="phone-form">
        <Hidden name="stage" value="phone" />
        <Hidden name="answers" value={props.answers} />
        <Field
          name="code"
          label={t('staff.code')}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          testId="phone-code"
        />
        <Actions>
          <Button kind="primary" testId="phone-submit">
            {t('staff.phone.submit')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

/** Ten codes, shown once, with a box that says they are on paper. */
export function CodesStep(props: {
  action: string
  account: string
  codes: string[]
  answers: string
  submit: string
  unticked?: boolean
}) {
  const { t } = useView()
  return (
    <>
      <Notice kind="warning">
        <p>{t('staff.codes.once')}</p>
      </Notice>
      <section class="codes-sheet" aria-label={t('staff.codes.label')}>
        <p>{t('staff.codes.for', { account: props.account })}</p>
        <ol class="codes" data-testid="recovery-codes">
          {props.codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </section>
      <p>
        <button class="button" type="button" data-island="print" hidden>
          <Icon name="print" /> <span>{t('ui.print')}</span>
        </button>
      </p>
      <Form
        action={props.action}
        errors={props.unticked ? { noted: { key: 'staff.codes.tick' } } : undefined}
        testId="codes-form"
      >
        <Hidden name="stage" value="codes" />
        <Hidden name="answers" value={props.answers} />
        <Field name="noted" type="checkbox" label={t('staff.codes.noted')} testId="codes-noted" />
        <Actions>
          <Button kind="primary" testId="codes-submit">
            {props.submit}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

/** Password and repetition, as two fields of a form. */
export function PasswordFields() {
  const { t } = useView()
  return (
    <>
      <Field
        name="password"
        type="password"
        label={t('staff.password.new')}
        hint={t('staff.password.hint')}
        autocomplete="new-password"
        testId="new-password"
      />
      <Field
        name="passwordAgain"
        type="password"
        label={t('staff.passwordAgain')}
        autocomplete="new-password"
        testId="new-password-again"
      />
    </>
  )
}
