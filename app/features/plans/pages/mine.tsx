import {
  Actions,
  Button,
  Disclosure,
  Field,
  Form,
  type FormState,
  Notice,
  ParticipantLayout,
  Pictogram,
  Section,
  useView,
} from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import type { Plan, Step } from '../plan.ts'
import { allSteps, byUrgency, isOpen, nextStep, stateOfStep } from '../rules.ts'

/** The participant's own plan: what comes next, one button to say it is done, and steps of their own. */
export function MyPlanPage({ plan, state, refusal }: { plan: Plan; state?: FormState; refusal?: string }) {
  const { t } = useView()
  const next = nextStep(plan)
  const goals = plan.goals.filter((goal) => !goal.endedOn)
  const others = allSteps(plan)
    .filter((step) => isOpen(step) && step !== next)
    .sort(byUrgency)
  const over = allSteps(plan).filter((step) => !isOpen(step))
  return (
    <ParticipantLayout
      title={t('plans.mine.title')}
      lead={t('plans.mine.lead')}
      back={{ href: '/me', label: t('plans.mine.back') }}
      invalid={Boolean(state)}
    >
      {refusal && <Notice kind="refused" title={refusal} />}
      {next ? (
        <Section title={t('plans.mine.next')} card>
          <MyStep step={next} />
        </Section>
      ) : (
        <Notice title={t(over.length > 0 ? 'plans.mine.allDone' : 'plans.mine.empty')} />
      )}
      {others.length > 0 && (
        <Section title={t('plans.mine.then')}>
          {others.map((step) => (
            <div class="card" key={step.id}>
              <MyStep step={step} />
            </div>
          ))}
        </Section>
      )}
      {goals.length > 0 && (
        <Section title={t('plans.mine.goals')}>
          <ul class="bullets">
            {goals.map((goal) => (
              <li key={goal.id}>
                <bdi>{goal.title}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('plans.mine.add')} card>
        <Form action={paths.addMine()} {...state} testId="my-step-form">
          <Field name="what" label={t('plans.mine.what')} hint={t('plans.mine.whatHint')} />
          <Field name="dueOn" type="date" label={t('plans.mine.when')} optional />
          <Actions>
            <Button kind="primary" testId="add-my-step">
              {t('plans.mine.save')}
            </Button>
          </Actions>
        </Form>
      </Section>
      {over.length > 0 && (
        <Disclosure summary={t('plans.mine.over', { count: over.length })}>
          {over.map((step) => (
            <MyStep key={step.id} step={step} />
          ))}
        </Disclosure>
      )}
    </ParticipantLayout>
  )
}

function MyStep({ step }: { step: Step }) {
  const { t, date, today } = useView()
  const state = stateOfStep(step, today)
  const open = isOpen(step)
  return (
    <div class="my-step" data-testid="my-step">
      <p class="my-step-what" dir="auto">
        <strong>{step.what}</strong>
      </p>
      {step.who === 'professional' && (
        <p>{t('plans.mine.byOther', { name: step.whoName ?? t('plans.mine.someone') })}</p>
      )}
      {open && step.dueOn && (
        <p class="with-picture">
          <Pictogram name="calendar" />
          {t(state === 'late' ? 'plans.mine.late' : 'plans.mine.by', { date: date(step.dueOn, 'weekday') })}
        </p>
      )}
      {step.doneOn && <p>{t('plans.mine.doneOn', { date: date(step.doneOn, 'weekday') })}</p>}
      {step.droppedOn && <p>{t('plans.mine.droppedOn', { date: date(step.droppedOn, 'weekday') })}</p>}
      {step.who === 'person' && (
        <Form action={paths.moveMine({ stepId: step.id })} id={`s-${step.id}`} label={step.what}>
          <Actions>
            {open ? (
              <>
                <Button name="to" value="done" kind="primary" testId="my-step-done">
                  {t('plans.mine.done')}
                </Button>
                {step.madeByKind === 'card' && (
                  <Button name="to" value="dropped">
                    {t('plans.mine.drop')}
                  </Button>
                )}
              </>
            ) : (
              <Button name="to" value="open">
                {t('plans.mine.reopen')}
              </Button>
            )}
          </Actions>
        </Form>
      )}
    </div>
  )
}
