import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Columns,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  Section,
  Status,
  type Text,
  Timeline,
  useView,
} from '../../../shared/ui/index.ts'
import type { Enrolled } from '../../modules/subject.ts'
import { fullName } from '../../people/person.ts'
import { paths } from '../paths.ts'
import type { OfProcedure } from '../policy.ts'
import { isOverdue, nextStates, stateOf } from '../rules/changes.ts'
import { FollowUpPage, ProcedureName, ProcedureStatus, Said, SharedNote } from './parts.tsx'

/** A new step with an institution. */
export function NewProcedurePage(view: Enrolled & { state: FormState; refusal?: Text }) {
  const { t, lang, today } = useView()
  const { enrolment, person, blueprint } = view
  const enrolmentId = enrolment.id
  return (
    <FollowUpPage
      of={view}
      title={t('followUps.procedures.newOf', { name: fullName(person) })}
      width="narrow"
      invalid={Object.keys(view.state.errors ?? {}).length > 0}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Form action={paths.newProcedure({ enrolmentId })} testId="procedure-form" {...view.state}>
        <Field
          name="kind"
          type="radio"
          label={t('followUps.procedures.kind')}
          options={(blueprint.followUp?.procedures ?? []).map(({ key, label }) => ({
            value: key,
            label: textIn(label, lang).text,
          }))}
        />
        <Field name="institution" label={t('followUps.procedures.institution')} optional />
        <Field name="onDate" type="date" label={t('followUps.procedures.openedOn')} value={today} />
        <Field name="dueOn" type="date" label={t('followUps.procedures.dueOn')} optional />
        <Field name="words" type="textarea" rows={3} label={t('followUps.procedures.words')} optional />
        <Actions>
          <Button kind="primary" testId="save-procedure">
            {t('followUps.procedures.open')}
          </Button>
          <LinkButton kind="quiet" href={paths.show({ enrolmentId })}>
            {t('followUps.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </FollowUpPage>
  )
}

/** A step with an institution, and how far it got. */
export function ProcedurePage(view: OfProcedure & { canChange: boolean; state?: FormState; refusal?: Text }) {
  const { t, date, today } = useView()
  const { procedure, person, blueprint, canChange } = view
  const next = nextStates(stateOf(procedure))
  const late = isOverdue(procedure, today)
  return (
    <FollowUpPage
      of={view}
      title={t('followUps.procedures.of', { name: fullName(person) })}
      lead={<ProcedureName procedure={procedure} blueprint={blueprint} />}
      invalid={Boolean(view.state)}
    >
      {view.refusal && <Refusal reason={view.refusal} />}
      <Columns
        main={
          <>
            {canChange && next.length > 0 && (
              <Section title={t('followUps.procedures.goOn')} card>
                <Form action={paths.procedure({ procedureId: procedure.id })} testId="step-form" {...view.state}>
                  <Field
                    name="state"
                    type="radio"
                    row
                    label={t('followUps.procedures.newState')}
                    options={next.map((value) => ({ value, label: t(`followUps.step.${value}`) }))}
                  />
                  <Field name="onDate" type="date" label={t('followUps.procedures.on')} value={today} />
                  <Field
                    name="dueOn"
                    type="date"
                    label={t('followUps.procedures.nextDue')}
                    value={procedure.dueOn ?? ''}
                    optional
                  />
                  <Field name="words" type="textarea" rows={3} label={t('followUps.procedures.words')} optional />
                  <Actions>
                    <Button kind="primary" testId="save-step">
                      {t('followUps.save')}
                    </Button>
                  </Actions>
                </Form>
              </Section>
            )}
            <Section title={t('followUps.procedures.history')} card>
              <Timeline
                label={t('followUps.procedures.history')}
                events={procedure.steps.toReversed().map((step) => ({
                  key: step.id,
                  when: date(step.on),
                  datetime: step.on,
                  who: step.by,
                  title: <ProcedureStatus state={step.state} />,
                  children: <Said words={step.words} />,
                }))}
              />
            </Section>
          </>
        }
        aside={
          <Section title={t('followUps.procedures.now')} card>
            <Facts
              facts={[
                {
                  label: t('followUps.appointment.state'),
                  value: <ProcedureStatus state={stateOf(procedure)} />,
                },
                {
                  label: t('followUps.procedures.dueOn'),
                  value:
                    procedure.dueOn &&
                    (late ? (
                      <Status kind="attention">{t('ui.next.late', { date: date(procedure.dueOn) })}</Status>
                    ) : (
                      date(procedure.dueOn)
                    )),
                },
              ]}
            />
            <SharedNote of={procedure} />
          </Section>
        }
      />
    </FollowUpPage>
  )
}
