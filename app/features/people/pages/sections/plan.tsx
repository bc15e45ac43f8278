import { LinkButton, Section, Status, useView } from '../../../../shared/ui/index.ts'
import { paths } from '../../../plans/paths.ts'
import type { Plan, Step } from '../../../plans/plan.ts'

/** Steps that are open, those due first; the whole plan has its own page. */
export function PlanSection({ personId, plan }: { personId: string; plan: Plan }) {
  const { t, date, today } = useView()
  const open = [...plan.steps, ...plan.goals.flatMap((goal) => goal.steps)]
    .filter((step) => !step.doneOn && !step.droppedOn)
    .sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))
  const isLate = (step: Step) => step.dueOn !== null && step.dueOn < today
  return (
    <Section
      title={t('people.plan')}
      card
      actions={
        <LinkButton size="small" href={paths.show({ personId })} testId="open-plan">
          {t('people.plan.open')}
        </LinkButton>
      }
    >
      {open.length === 0 && <p class="unknown">{t('people.plan.none')}</p>}
      <ul class="notes">
        {open.slice(0, 5).map((step) => (
          <li key={step.id}>
            <span dir="auto">{step.what}</span>
            <small>
              {step.who === 'person' ? t('people.plan.person') : step.whoName}{' '}
              {step.dueOn && (
                <Status kind={isLate(step) ? 'attention' : 'waiting'}>
                  {t(isLate(step) ? 'ui.next.late' : 'ui.next.by', { date: date(step.dueOn) })}
                </Status>
              )}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
