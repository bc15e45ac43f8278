import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  useView,
} from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { paths } from '../paths.ts'
import type { OfAppointment } from '../policy.ts'
import { FollowUpPage } from './parts.tsx'

/** The quarterly interview with the blueprint's questions. Nothing must be answered; that somebody does not tell is an answer. */
export function InterviewPage(view: OfAppointment & { state: FormState; again: boolean }) {
  const { t, lang } = useView()
  const { appointment, person, blueprint } = view
  return (
    <FollowUpPage
      of={view}
      title={t('followUps.interview.of', { name: fullName(person) })}
      lead={t(view.again ? 'followUps.interview.againLead' : 'followUps.interview.lead')}
      width="narrow"
      invalid={Object.keys(view.state.errors ?? {}).length > 0}
    >
      <Form action={paths.interview({ appointmentId: appointment.id })} {...view.state} testId="interview-form">
        <Field name="heldOn" type="date" label={t('followUps.interview.date')} />
        {(blueprint.followUp?.interview ?? []).map((question) => (
          <div key={question.key} class="card question">
            <Fieldset
              legend={textIn(question.label, lang).text}
              hint={question.hint && textIn(question.hint, lang).text}
            >
              {question.points && (
                <Field
                  name={`point.${question.key}`}
                  type="radio"
                  row
                  label={t('followUps.interview.point')}
                  optional
                  options={question.points.map((point, i) => ({
                    value: String(i + 1),
                    label: textIn(point, lang).text,
                  }))}
                />
              )}
              <Field
                name={`words.${question.key}`}
                type="textarea"
                rows={2}
                label={t('followUps.interview.words')}
                optional
              />
              <Field name={`silent.${question.key}`} type="checkbox" label={t('followUps.interview.silent')} />
            </Fieldset>
          </div>
        ))}
        <Actions>
          <Button kind="primary" testId="save-interview">
            {t('followUps.interview.save')}
          </Button>
          <LinkButton kind="quiet" href={paths.appointment({ appointmentId: appointment.id })}>
            {t('followUps.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </FollowUpPage>
  )
}
