import type { ComponentChildren } from 'preact'
import { Status, type StatusKind, useView } from '../../../shared/ui/index.ts'
import type { Step } from '../plan.ts'
import { type StepState, stateOfStep } from '../rules.ts'

const kinds: Record<StepState, StatusKind> = {
  done: 'done',
  dropped: 'stopped',
  late: 'attention',
  soon: 'active',
  open: 'none',
}

/** One step: what, who, by when, and the acts beside it. A late one is asked about, not blamed. */
export function StepItem({ step, who, children }: { step: Step; who: string; children?: ComponentChildren }) {
  const { t, date, today } = useView()
  const state = stateOfStep(step, today)
  return (
    <li class={`plan-step ${state}`} data-testid="plan-step">
      <div>
        <p class="plan-what" dir="auto">
          {step.what}
        </p>
        <p class="quiet">
          <Status kind={kinds[state]}>
            {state === 'done'
              ? t('plans.state.doneOn', { date: date(step.doneOn!) })
              : state === 'dropped'
                ? t('plans.state.droppedOn', { date: date(step.droppedOn!) })
                : step.dueOn
                  ? t(`plans.state.${state}`, { date: date(step.dueOn) })
                  : t('plans.state.noDay')}
          </Status>{' '}
          {who}
        </p>
      </div>
      {children && <div class="plan-acts">{children}</div>}
    </li>
  )
}
