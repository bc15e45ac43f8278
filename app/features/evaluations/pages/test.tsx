import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  Hidden,
  LinkButton,
  Refusal,
  StaffLayout,
  type Text,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { results } from '../evaluation.ts'
import { paths } from '../paths.ts'
import type { Evaluated } from '../policy.ts'

export type NewTestView = Evaluated & { id: string; isSocial: boolean; state: FormState; refusal?: Text }

/** A test to enter a qualifying training: planned, or with what came of it. */
export function NewTestPage(view: NewTestView) {
  const { t } = useView()
  const { enrolment, person } = view
  const enrolmentId = enrolment.id
  const name = fullName(person)
  return (
    <StaffLayout
      title={t('evaluations.test.new', { name })}
      crumbs={[
        { href: people.show({ personId: person.id }), label: name },
        { href: paths.show({ enrolmentId }), label: t('evaluations.title') },
      ]}
      width="narrow"
      invalid={Object.keys(view.state.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Form
        action={paths.createTest({ enrolmentId })}
        {...view.state}
        values={{ result: 'planned', ...view.state.values }}
        testId="entrance-test-form"
      >
        <Hidden name="id" value={view.id} />
        <Field name="training" label={t('evaluations.test.training')} hint={t('evaluations.test.training.hint')} />
        <Field name="place" label={t('evaluations.test.place')} optional />
        <Field name="onDate" type="date" label={t('evaluations.test.on')} />
        <Field
          name="result"
          type="radio"
          label={t('evaluations.test.result')}
          options={results.map((value) => ({ value, label: t(`evaluations.result.${value}`) }))}
        />
        <Field
          name="nextOn"
          type="date"
          label={t('evaluations.test.nextOn')}
          hint={t('evaluations.test.nextOn.hint')}
          optional
        />
        {view.isSocial && <Field name="shared" type="checkbox" label={t('evaluations.test.shared')} />}
        <Actions>
          <Button kind="primary" testId="save-entrance-test">
            {t('evaluations.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ enrolmentId })}>
            {t('evaluations.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
