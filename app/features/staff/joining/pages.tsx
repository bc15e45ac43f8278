import type { StaffRole } from '../../../shared/http/actor.ts'
import { languageNames, staffLanguages } from '../../../shared/i18n/languages.ts'
import {
  Actions,
  Button,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  PublicLayout,
  Refusal,
  Steps,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { CodesStep, PasswordFields, PhoneStep } from './steps.tsx'

const steps = ['you', 'phone', 'codes'] as const

function JoinSteps(props: { now: (typeof steps)[number] }) {
  const { t } = useView()
  const at = steps.indexOf(props.now)
  return (
    <Steps
      label={t('staff.join.steps')}
      steps={steps.map((step, i) => ({
        label: t(`staff.join.step.${step}`),
        state: i < at ? 'done' : i === at ? 'current' : 'todo',
      }))}
    />
  )
}

/** Who invites to what, and the first questions. */
export function JoinPage(props: {
  email: string
  role: StaffRole
  institution: string
  /** The account exists already: only its secrets are new. */
  renews: boolean
  state: FormState
  tooLate: boolean
}) {
  const { t } = useView()
  const { state, renews } = props
  return (
    <PublicLayout
      title={t(renews ? 'staff.join.renew.title' : 'staff.join.title')}
      lead={t(renews ? 'staff.join.renew.lead' : 'staff.join.lead')}
      invalid={state.errors !== undefined && Object.keys(state.errors).length > 0}
    >
      <JoinSteps now="you" />
      {props.tooLate && <Refusal reason={t('staff.join.tooLate')} instead={t('staff.join.tooLate.instead')} />}
      <Facts
        facts={[
          { label: t('staff.email'), value: props.email },
          { label: t('staff.role'), value: t(`roles.${props.role}`) },
          { label: t('staff.institution'), value: props.institution },
        ]}
      />
      <Form action={paths.invitation()} {...state} testId="join-form">
        <Field name="name" label={t('staff.name')} autocomplete="name" testId="join-name" />
        <Field
          name="language"
          type="radio"
          row
          label={t('staff.language')}
          options={staffLanguages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <PasswordFields />
        <Actions>
          <Button kind="primary" testId="join-submit">
            {t('staff.join.submit')}
          </Button>
        </Actions>
      </Form>
    </PublicLayout>
  )
}

export function JoinPhonePage(props: { account: string; secret: string; sealed: string; refused?: boolean }) {
  const { t } = useView()
  return (
    <PublicLayout title={t('staff.join.step.phone')} lead={t('staff.phone.lead')}>
      <JoinSteps now="phone" />
      <PhoneStep
        action={paths.invitation()}
        account={props.account}
        secret={props.secret}
        answers={props.sealed}
        refused={props.refused}
      />
    </PublicLayout>
  )
}

export function JoinCodesPage(props: { account: string; codes: string[]; sealed: string; unticked?: boolean }) {
  const { t } = useView()
  return (
    <PublicLayout title={t('staff.join.step.codes')} lead={t('staff.codes.lead')} invalid={props.unticked}>
      <JoinSteps now="codes" />
      <CodesStep
        action={paths.invitation()}
        account={props.account}
        codes={props.codes}
        answers={props.sealed}
        submit={t('staff.join.finish')}
        unticked={props.unticked}
      />
    </PublicLayout>
  )
}

/** The link was used, withdrawn, or is too old: the same words for all three. */
export function LinkEndedPage() {
  const { t } = useView()
  return (
    <PublicLayout title={t('staff.linkEnded.title')}>
      <p>{t('staff.linkEnded.text')}</p>
      <Actions>
        <LinkButton href={paths.signIn()}>{t('staff.signIn.title')}</LinkButton>
      </Actions>
    </PublicLayout>
  )
}
