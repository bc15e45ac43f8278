import {
  Actions,
  Button,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  type Text,
  useView,
} from '../../../shared/ui/index.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { fullName } from '../../people/person.ts'
import { appointmentKinds } from '../follow-up.ts'
import { paths } from '../paths.ts'
import type { DueStanding } from '../rules/due.ts'
import { DueStatus, FollowUpPage } from './parts.tsx'

type PlanView = Enrolled & {
  hosts: { id: string; name: string }[]
  standing: DueStanding | null
  state: FormState
  refusal?: Text
}

/** A new appointment. One that was may be entered too: then what became of it is asked next. */
export function PlanPage(view: PlanView) {
  const { t } = useView()
  const { enrolment, person, hosts, standing } = view
  const enrolmentId = enrolment.id
  return (
    <FollowUpPage
      of={view}
      title={t('followUps.plan.of', { name: fullName(person) })}
      width="narrow"
      invalid={Object.keys(view.state.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      {standing && (
        <p class="actions">
          <DueStatus standing={standing} />
        </p>
      )}
      <Form
        action={paths.plan({ enrolmentId })}
        testId="plan-form"
        {...view.state}
        values={{ kind: 'talk', withUser: hosts[0]?.id, ...view.state.values }}
      >
        <Field
          name="kind"
          type="radio"
          label={t('followUps.plan.kind')}
          options={appointmentKinds.map((value) => ({
            value,
            label: t(`followUps.kind.${value}`),
            hint: value === 'interview' ? t('followUps.plan.interviewHint') : undefined,
          }))}
        />
        <Fieldset legend={t('followUps.plan.whenWhere')} columns>
          <Field name="onDate" type="date" label={t('followUps.plan.date')} hint={t('followUps.plan.dateHint')} />
          <Field name="atTime" type="time" label={t('followUps.plan.time')} />
          <Field name="place" label={t('followUps.plan.place')} hint={t('followUps.plan.placeHint')} optional />
          <Field
            name="withUser"
            type="select"
            label={t('followUps.appointment.with')}
            options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Fieldset>
        <Field
          name="purpose"
          type="textarea"
          rows={3}
          label={t('followUps.plan.purpose')}
          hint={t('followUps.plan.purposeHint')}
          optional
        />
        <Actions>
          <Button kind="primary" testId="save-appointment">
            {t('followUps.plan.do')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ enrolmentId })}>
            {t('followUps.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </FollowUpPage>
  )
}
