import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Columns,
  Disclosure,
  Dots,
  Facts,
  Field,
  Fieldset,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  Section,
  type Text,
  useView,
} from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import type { Interview } from '../follow-up.ts'
import { paths } from '../paths.ts'
import type { OfAppointment } from '../policy.ts'
import { settlingAppointment } from '../rules/changes.ts'
import { AppointmentStatus, FollowUpPage, Said, SharedNote } from './parts.tsx'

export type AppointmentView = OfAppointment & {
  interviews: Interview[]
  canChange: boolean
  resultForm?: FormState
  moveForm?: FormState
  refusal?: Text
}

/** One appointment: what it is about, what became of it, and the next one. */
export function AppointmentPage(view: AppointmentView) {
  const { t, date } = useView()
  const { appointment, person, canChange } = view
  const { id: appointmentId } = appointment
  return (
    <FollowUpPage
      of={view}
      title={t('followUps.appointment.of', { name: fullName(person) })}
      lead={t('followUps.when', { date: date(appointment.on, 'weekday'), time: appointment.at })}
      invalid={Boolean(view.resultForm || view.moveForm)}
      actions={
        canChange &&
        appointment.kind === 'interview' &&
        appointment.state !== 'cancelled' && (
          <LinkButton kind="primary" href={paths.interview({ appointmentId })} testId="open-interview">
            {t(view.interviews.length > 0 ? 'followUps.interview.correct' : 'followUps.interview.do')}
          </LinkButton>
        )
      }
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Columns
        main={
          <>
            <Section title={t(`followUps.kind.${appointment.kind}`)} card>
              <Facts
                columns
                facts={[
                  { label: t('followUps.appointment.state'), value: <AppointmentStatus state={appointment.state} /> },
                  { label: t('followUps.appointment.with'), value: appointment.withUser.name },
                  ...(appointment.place ? [{ label: t('followUps.appointment.place'), value: appointment.place }] : []),
                  ...(appointment.purpose
                    ? [{ label: t('followUps.appointment.purpose'), value: <Said words={appointment.purpose} /> }]
                    : []),
                  ...(appointment.result
                    ? [{ label: t('followUps.appointment.result'), value: <Said words={appointment.result} /> }]
                    : []),
                ]}
              />
              <SharedNote of={appointment} />
            </Section>
            {view.interviews.map((interview, i) =>
              i === 0 ? (
                <InterviewSection key={interview.id} view={view} interview={interview} />
              ) : (
                <Disclosure
                  key={interview.id}
                  summary={t('followUps.interview.version', {
                    version: interview.version,
                    date: date(interview.heldOn),
                  })}
                >
                  <Answers view={view} interview={interview} />
                </Disclosure>
              ),
            )}
            {canChange && <ResultForm {...view} />}
          </>
        }
        aside={canChange && appointment.state === 'planned' && <MoveForm {...view} />}
      />
    </FollowUpPage>
  )
}

function InterviewSection({ view, interview }: { view: AppointmentView; interview: Interview }) {
  const { t, date } = useView()
  return (
    <Section title={t('followUps.interview.heldOn', { date: date(interview.heldOn) })} card>
      <p class="hint">{t('followUps.interview.by', { name: interview.by, version: interview.version })}</p>
      <Answers view={view} interview={interview} />
    </Section>
  )
}

function Answers({ view, interview }: { view: AppointmentView; interview: Interview }) {
  const { t, lang } = useView()
  if (interview.answers.state !== 'open') return <p class="unknown">{t(`vault.${interview.answers.state}`)}</p>
  const { answers } = interview.answers
  const asked = (view.blueprint.followUp?.interview ?? []).filter(({ key }) => answers[key])
  return (
    <Facts
      facts={asked.map((question) => {
        const answer = answers[question.key]!
        const point = answer.point ? question.points?.[answer.point - 1] : undefined
        return {
          label: textIn(question.label, lang).text,
          value: (
            <>
              {answer.point && point && (
                <Dots value={answer.point} max={question.points!.length} label={textIn(point, lang).text} />
              )}
              {answer.words && <Said words={{ state: 'open', text: answer.words }} />}
              {answer.notDisclosed && <p>{t('followUps.interview.silent')}</p>}
            </>
          ),
        }
      })}
    />
  )
}

function ResultForm({ appointment, enrolment, resultForm, today }: AppointmentView & { today?: string }) {
  const view = useView()
  const { t } = view
  const states = (['held', 'missed', 'cancelled'] as const).filter(
    (state) => appointment.state === state || settlingAppointment(appointment, state, today ?? view.today).ok,
  )
  const words = appointment.result?.state === 'open' ? appointment.result.text : ''
  return (
    <Section title={t('followUps.result')} card>
      <Form
        action={paths.result({ appointmentId: appointment.id })}
        id="result"
        values={{ state: appointment.state === 'planned' ? states[0] : appointment.state, result: words }}
        {...resultForm}
        testId="result-form"
      >
        <Field
          name="state"
          type="radio"
          row
          label={t('followUps.result.state')}
          options={states.map((value) => ({ value, label: t(`followUps.state.${value}`) }))}
          testId="result-state"
        />
        <Field name="result" type="textarea" rows={4} label={t('followUps.result.words')} optional />
        {enrolment.endedOn === null && (
          <Fieldset legend={t('followUps.next')} hint={t('followUps.next.hint')} columns>
            <Field name="nextDate" type="date" label={t('followUps.plan.date')} optional />
            <Field name="nextTime" type="time" label={t('followUps.plan.time')} optional />
            <Field name="nextPlace" label={t('followUps.plan.place')} optional />
            <Field name="nextPurpose" label={t('followUps.plan.purpose')} optional />
          </Fieldset>
        )}
        <Actions>
          <Button kind="primary" testId="save-result">
            {t('followUps.save')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}

function MoveForm({ appointment, moveForm }: AppointmentView) {
  const { t } = useView()
  return (
    <Section title={t('followUps.move')} card>
      <Form
        action={paths.move({ appointmentId: appointment.id })}
        id="move"
        values={{ onDate: appointment.on, atTime: appointment.at, place: appointment.place ?? '' }}
        {...moveForm}
        testId="move-form"
      >
        <Field name="onDate" type="date" label={t('followUps.plan.date')} />
        <Field name="atTime" type="time" label={t('followUps.plan.time')} />
        <Field name="place" label={t('followUps.plan.place')} optional />
        <Actions>
          <Button testId="move-appointment">{t('followUps.move.do')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
