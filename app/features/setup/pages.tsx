import {
  Actions,
  Button,
  Disclosure,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  Notice,
  PublicLayout,
  Refusal,
  Steps,
  useView,
} from '../../shared/ui/index.ts'
import { InstitutionFields } from '../staff/institutions/fields.tsx'
import type { Confirmed } from '../staff/joining/joining.ts'
import { CodesStep, PasswordFields, PhoneStep } from '../staff/joining/steps.tsx'
import { paths } from './paths.ts'
import type { Answers } from './setup.ts'

const steps = ['details', 'phone', 'codes'] as const

function SetupSteps(props: { now: (typeof steps)[number] }) {
  const { t } = useView()
  const at = steps.indexOf(props.now)
  return (
    <Steps
      label={t('setup.steps')}
      steps={steps.map((step, i) => ({
        label: t(`setup.step.${step}`),
        state: i < at ? 'done' : i === at ? 'current' : 'todo',
      }))}
    />
  )
}

/** Site, institution and administrator, on one page. */
export function SetupPage(props: { needsToken: boolean; state: FormState; tooLate?: boolean }) {
  const { t } = useView()
  const { errors } = props.state
  return (
    <PublicLayout
      title={t('setup.title')}
      lead={t('setup.lead')}
      invalid={errors !== undefined && Object.keys(errors).length > 0}
    >
      <SetupSteps now="details" />
      {props.tooLate && <Refusal reason={t('setup.tooLate')} instead={t('setup.tooLate.instead')} />}
      <Disclosure summary={t('setup.demo')}>
        <p>{t('setup.demo.text')}</p>
        <p>
          <code>npm start -- --demo</code>
        </p>
      </Disclosure>
      <Form action={paths.setup()} {...props.state} testId="setup-form">
        {props.needsToken && (
          <Field name="setupToken" label={t('setup.token')} hint={t('setup.token.hint')} testId="setup-token" />
        )}
        <Fieldset legend={t('setup.site')}>
          <Field name="siteName" label={t('setup.siteName')} hint={t('setup.siteName.hint')} testId="setup-site" />
        </Fieldset>
        <Fieldset legend={t('setup.institution')} hint={t('setup.institution.hint')}>
          <InstitutionFields nameField="institutionName" />
        </Fieldset>
        <Fieldset legend={t('setup.you')} hint={t('setup.you.hint')}>
          <Field name="name" label={t('staff.name')} autocomplete="name" testId="setup-name" />
          <Field name="email" type="email" label={t('staff.email')} autocomplete="username" testId="setup-email" />
          <PasswordFields />
        </Fieldset>
        <Actions>
          <Button kind="primary" testId="setup-submit">
            {t('setup.submit')}
          </Button>
        </Actions>
      </Form>
    </PublicLayout>
  )
}

export function SetupPhonePage(props: { answers: Answers; sealed: string; refused?: boolean }) {
  const { t } = useView()
  return (
    <PublicLayout title={t('setup.phone.title')} lead={t('staff.phone.lead')}>
      <SetupSteps now="phone" />
      <PhoneStep
        action={paths.setup()}
        account={props.answers.foundation.email}
        secret={props.answers.secrets.totpSecret}
        answers={props.sealed}
        refused={props.refused}
      />
    </PublicLayout>
  )
}

export function SetupCodesPage(props: { answers: Answers<Confirmed>; sealed: string; unticked?: boolean }) {
  const { t } = useView()
  return (
    <PublicLayout title={t('setup.codes.title')} lead={t('staff.codes.lead')} invalid={props.unticked}>
      <SetupSteps now="codes" />
      <CodesStep
        action={paths.setup()}
        account={props.answers.foundation.email}
        codes={props.answers.secrets.codes}
        answers={props.sealed}
        submit={t('setup.finish')}
        unticked={props.unticked}
      />
    </PublicLayout>
  )
}

export function AlreadyFoundedPage() {
  const { t } = useView()
  return (
    <PublicLayout title={t('setup.already.title')}>
      <Notice kind="refused" instead={t('setup.already.instead')}>
        <p>{t('setup.already.text')}</p>
      </Notice>
      <p>
        <LinkButton href="/">{t('http.home')}</LinkButton>
      </p>
    </PublicLayout>
  )
}
