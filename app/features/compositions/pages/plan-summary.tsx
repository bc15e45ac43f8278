import { Progress, useView } from '../../../shared/ui/index.ts'
import type { PlanView } from '../plan.view.ts'
import { gapOf } from '../plan.view.ts'

/** How good the plan is, for somebody who wants to decide and not to calculate: places, waiting, fit, and whether a better one exists. */
export function PlanSummary(view: PlanView) {
  const { summary } = view
  const { t } = useView()
  const { seats, people, places, longest, groups, fitting } = summary
  return (
    <section class="plan-summary" aria-label={t('compositions.plan.summary')} data-testid="plan-summary">
      <Progress
        label={t('compositions.plan.seats', { seats, people })}
        value={seats}
        max={Math.max(1, people)}
        text={t('compositions.plan.places', { seats, places })}
      />
      <Progress
        label={t('compositions.plan.longest', { seated: longest.seated, people: longest.people })}
        value={longest.seated}
        max={Math.max(1, longest.people)}
        text={t('compositions.plan.longest.hint')}
      />
      <Progress
        label={t('compositions.plan.fitting', { fitting, groups })}
        value={fitting}
        max={Math.max(1, groups)}
        text={t(`compositions.plan.fitting.hint.${view.opened.run.mode}`)}
      />
      <Proof {...view} />
    </section>
  )
}

function Proof({ opened, isProving }: PlanView) {
  const { t, number } = useView()
  const gap = gapOf(opened)
  const words = () => {
    if (opened.pending.length > 0 || opened.plan.origin === 'by-hand') return t('compositions.plan.proof.byHand')
    if (gap === 0) return t('compositions.plan.proof.optimal')
    if (gap !== undefined)
      return t('compositions.plan.proof.bound', { percent: number(Math.max(0.1, gap), { maximumFractionDigits: 1 }) })
    return t(isProving ? 'compositions.plan.proof.proving' : 'compositions.plan.proof.none')
  }
  return (
    <p
      class="plan-proof"
      id="proof"
      data-island={isProving ? 'watch' : undefined}
      data-pause={2500}
      data-testid="proof"
    >
      {words()}
    </p>
  )
}
