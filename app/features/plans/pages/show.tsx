import {
  Actions,
  Button,
  Columns,
  Disclosure,
  EmptyState,
  Field,
  Form,
  type FormState,
  Hidden,
  Next,
  Refusal,
  Section,
  StaffLayout,
  Status,
  type Text,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName, type Person } from '../../people/person.ts'
import { paths } from '../paths.ts'
import type { Goal, Plan, Step } from '../plan.ts'
import { byUrgency, isOpen, nextStep, stateOfStep } from '../rules.ts'
import { StepItem } from './step-item.tsx'

export type PlanView = {
  person: Person
  plan: Plan
  viewerId: string
  canWrite: boolean
  /** Came back with errors: of the step's form or the goal's. */
  stepForm?: FormState
  goalForm?: FormState
  refusal?: Text
}

/** A person's plan: what comes next, the goals with their steps, and what is behind them. */
export function PlanPage(props: PlanView) {
  const { t, date, today } = useView()
  const { person, plan, viewerId, canWrite } = props
  const name = fullName(person)
  const next = nextStep(plan)
  const running = plan.goals.filter((goal) => !goal.endedOn)
  const ended = plan.goals.filter((goal) => goal.endedOn)
  const who = (step: Step) =>
    step.who === 'person'
      ? person.firstName
      : step.whoUserId === viewerId
        ? t('plans.who.me')
        : (step.whoName ?? t('plans.who.professional'))
  const list = (steps: Step[]) => <StepList steps={steps} who={who} view={props} />
  const isEmpty = plan.goals.length === 0 && plan.steps.length === 0
  return (
    <StaffLayout
      title={t('plans.show.title', { name })}
      crumbs={[{ href: people.show({ personId: person.id }), label: name }]}
      lead={t('plans.show.lead')}
      invalid={Boolean(props.stepForm || props.goalForm)}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      {next && (
        <Next
          who={who(next)}
          what={next.what}
          by={next.dueOn ? date(next.dueOn) : undefined}
          late={stateOfStep(next, today) === 'late'}
        />
      )}
      <Columns
        main={
          <>
            {isEmpty && (
              <EmptyState title={t('plans.empty')}>
                <p>{t('plans.emptyText', { name: person.firstName })}</p>
              </EmptyState>
            )}
            {running.map((goal) => (
              <Section
                key={goal.id}
                title={goal.title}
                card
                actions={canWrite && <GoalActs goal={goal} personId={person.id} />}
              >
                {goal.steps.length > 0 ? list(goal.steps) : <p class="quiet">{t('plans.goal.noSteps')}</p>}
              </Section>
            ))}
            {plan.steps.length > 0 && (
              <Section title={t(running.length > 0 ? 'plans.otherSteps' : 'plans.steps')} card>
                {list(plan.steps)}
              </Section>
            )}
            {ended.length > 0 && (
              <Disclosure summary={t('plans.goal.ended', { count: ended.length })}>
                {ended.map((goal) => (
                  <Section
                    key={goal.id}
                    level={3}
                    title={goal.title}
                    actions={canWrite && <GoalActs goal={goal} personId={person.id} />}
                  >
                    <p>
                      <Status kind={goal.endedHow === 'reached' ? 'done' : 'stopped'}>
                        {t(`plans.goal.${goal.endedHow ?? 'dropped'}On`, { date: date(goal.endedOn!) })}
                      </Status>
                    </p>
                    {list(goal.steps)}
                  </Section>
                ))}
              </Disclosure>
            )}
          </>
        }
        aside={
          canWrite && (
            <>
              <AddStep {...props} />
              <Section title={t('plans.goal.add')} card>
                <Form action={paths.addGoal({ personId: person.id })} id="goal" {...props.goalForm} testId="goal-form">
                  <Field
                    name="title"
                    label={t('plans.goal')}
                    hint={t('plans.goal.hint')}
                    lang={person.language ?? undefined}
                  />
                  <Actions>
                    <Button testId="add-goal">{t('plans.goal.add')}</Button>
                  </Actions>
                </Form>
              </Section>
            </>
          )
        }
      />
    </StaffLayout>
  )
}

function StepList({ steps, who, view }: { steps: Step[]; who: (step: Step) => string; view: PlanView }) {
  const { t } = useView()
  const open = steps.filter(isOpen).sort(byUrgency)
  const rest = steps.filter((step) => !isOpen(step)).sort((a, b) => byUrgency(b, a))
  return (
    <ul class="plan-steps">
      {[...open, ...rest].map((step) => (
        <StepItem key={step.id} step={step} who={who(step)}>
          {view.canWrite && (
            <Form
              action={paths.moveStep({ personId: view.person.id, stepId: step.id })}
              id={`s-${step.id}`}
              inline
              label={step.what}
            >
              {isOpen(step) ? (
                <>
                  <Button name="to" value="done" size="small" icon="check" testId="step-done">
                    {t('plans.step.done')}
                  </Button>
                  <Button name="to" value="dropped" size="small" kind="quiet">
                    {t('plans.step.drop')}
                  </Button>
                </>
              ) : (
                <Button name="to" value="open" size="small" kind="quiet">
                  {t('plans.step.reopen')}
                </Button>
              )}
            </Form>
          )}
        </StepItem>
      ))}
    </ul>
  )
}

function AddStep({ person, plan, stepForm }: PlanView) {
  const { t, today } = useView()
  const goals = plan.goals.filter((goal) => !goal.endedOn)
  return (
    <Section title={t('plans.step.add')} card>
      <Form action={paths.addStep({ personId: person.id })} id="step" {...stepForm} testId="step-form">
        <Field name="what" label={t('plans.what')} hint={t('plans.what.hint')} />
        <Field
          name="who"
          type="radio"
          label={t('plans.who')}
          value="person"
          options={[
            { value: 'person', label: person.firstName },
            { value: 'me', label: t('plans.who.me') },
          ]}
        />
        <Field name="dueOn" type="date" label={t('plans.dueOn')} min={today} optional />
        {goals.length > 0 && (
          <Field
            name="goalId"
            type="select"
            label={t('plans.goal.of')}
            optional
            empty={t('plans.goal.none')}
            options={goals.map((goal) => ({ value: goal.id, label: goal.title }))}
          />
        )}
        <Actions>
          <Button kind="primary" testId="add-step">
            {t('plans.step.add')}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}

function GoalActs({ goal, personId }: { goal: Goal; personId: string }) {
  const { t } = useView()
  return (
    <Form action={paths.moveGoal({ personId, goalId: goal.id })} id={`g-${goal.id}`} inline label={goal.title}>
      {goal.endedOn ? (
        <>
          <Hidden name="to" value="open" />
          <Button size="small" kind="quiet">
            {t('plans.goal.reopen')}
          </Button>
        </>
      ) : (
        <>
          <Button name="to" value="reached" size="small">
            {t('plans.goal.reached')}
          </Button>
          <Button name="to" value="dropped" size="small" kind="quiet">
            {t('plans.goal.drop')}
          </Button>
        </>
      )}
    </Form>
  )
}
