import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  LinkButton,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { vocationalTraining, yearsOutOfWork } from '../social-aid.store.ts'

type Props = { personId: string; name: string; state: FormState }

/** Facts of the class "social-aid", asked once and early. */
export function SocialAidPage({ personId, name, state }: Props) {
  const { t, today } = useView()
  return (
    <Frame personId={personId} name={name} state={state} title="people.socialAid.title" lead="people.socialAid.lead">
      <Form action={paths.socialAid({ personId })} {...state} testId="social-aid-form">
        <Field name="reference" label={t('people.reference')} optional width="medium" />
        <Field name="firstAidOn" type="date" label={t('people.firstAidOn')} optional max={today} />
        <Field
          name="yearsOutOfWork"
          type="select"
          label={t('people.yearsOutOfWork')}
          optional
          empty={t('people.notKnown')}
          options={yearsOutOfWork.map((value) => ({ value, label: t(`people.yearsOutOfWork.${value}`) }))}
        />
        <Field
          name="vocationalTraining"
          type="select"
          label={t('people.vocationalTraining')}
          optional
          empty={t('people.notKnown')}
          options={vocationalTraining.map((value) => ({ value, label: t(`people.vocationalTraining.${value}`) }))}
        />
        <Save personId={personId} testId="save-social-aid" />
      </Form>
    </Frame>
  )
}

/** Declared health, residence and permit. A text that can't be opened says why and is not overwritten. */
export function SensitivePage({ personId, name, state, closed }: Props & { closed: string[] }) {
  const { t } = useView()
  return (
    <Frame personId={personId} name={name} state={state} title="people.sensitive.title" lead="people.sensitive.lead">
      {closed.map((word) => (
        <p class="unknown" key={word}>
          {t(`vault.${word as 'erased'}`)}
        </p>
      ))}
      <Form action={paths.sensitive({ personId })} {...state} testId="sensitive-form">
        <Field
          name="health"
          type="textarea"
          rows={4}
          label={t('people.health')}
          hint={t('people.health.hint')}
          optional
        />
        <Field name="permit" label={t('people.permit')} optional width="medium" />
        <Field name="validUntil" type="date" label={t('people.validUntil')} optional />
        {closed.length === 0 && <Save personId={personId} testId="save-sensitive" />}
      </Form>
    </Frame>
  )
}

function Frame(
  props: Props & {
    title: 'people.socialAid.title' | 'people.sensitive.title'
    lead: 'people.socialAid.lead' | 'people.sensitive.lead'
    children: preact.ComponentChildren
  },
) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t(props.title, { name: props.name })}
      lead={t(props.lead)}
      width="narrow"
      invalid={Object.keys(props.state.errors ?? {}).length > 0}
      crumbs={[
        { href: paths.list(), label: t('people.list.title') },
        { href: paths.show({ personId: props.personId }), label: props.name },
      ]}
    >
      {props.children}
    </StaffLayout>
  )
}

function Save({ personId, testId }: { personId: string; testId: string }) {
  const { t } = useView()
  return (
    <Actions>
      <Button kind="primary" testId={testId}>
        {t('people.save')}
      </Button>
      <LinkButton kind="quiet" href={paths.show({ personId })}>
        {t('people.cancel')}
      </LinkButton>
    </Actions>
  )
}
