import { LinkButton, Notice, Section, Status, Table, useView } from '../../../shared/ui/index.ts'
import type { Composition } from '../composition.ts'
import { paths } from '../paths.ts'
import type { Plan } from '../plan.ts'

export type ProposalView = {
  composition: Composition
  /** The newest first. */
  plans: readonly Plan[]
  /** The search under way. */
  runningId: string | undefined
  can: { edit: boolean }
}

/** On the page of a composition: asking for a proposal, and what was proposed. */
export function Proposal({ composition, plans, runningId, can }: ProposalView) {
  const { t, date } = useView()
  const { id: compositionId } = composition
  if (!can.edit && plans.length === 0) return null
  return (
    <Section
      title={t('compositions.plan.all')}
      id="plans"
      card
      actions={
        can.edit &&
        !runningId && (
          <LinkButton
            kind={plans.length === 0 ? 'primary' : 'secondary'}
            href={paths.propose({ compositionId })}
            testId="to-propose"
          >
            {t(plans.length === 0 ? 'compositions.run.propose' : 'compositions.run.again')}
          </LinkButton>
        )
      }
    >
      {runningId && (
        <Notice kind="info" testId="is-running">
          <p>
            {t('compositions.run.running')}{' '}
            <a href={paths.run({ compositionId, runId: runningId })}>{t('compositions.run.toRunning')}</a>
          </p>
        </Notice>
      )}
      {plans.length === 0 ? (
        <p class="soft">{t('compositions.plan.none')}</p>
      ) : (
        <Table
          caption={t('compositions.plan.all')}
          hideCaption
          rows={plans}
          rowKey={(plan) => plan.id}
          testId="plans"
          columns={[
            {
              label: t('compositions.plan.number'),
              head: true,
              cell: (plan) => (
                <a href={paths.plan({ compositionId, planId: plan.id })} data-testid="to-plan">
                  {t('compositions.plan.numbered', { number: plan.number })}
                </a>
              ),
            },
            {
              label: t('compositions.plan.origin'),
              cell: (plan) => t(`compositions.plan.origin.${plan.origin}`, { number: plan.basedOnNumber ?? 0 }),
            },
            { label: t('compositions.plan.withPlace'), number: true, cell: (plan) => plan.seats },
            {
              label: t('compositions.plan.proof'),
              cell: (plan) =>
                plan.proof === 'optimal' ? (
                  <Status kind="done">{t('compositions.plan.proved')}</Status>
                ) : (
                  <span class="soft">–</span>
                ),
            },
            {
              label: t('compositions.made'),
              cell: (plan) =>
                t('compositions.plan.madeBy', { by: plan.madeBy, when: date(plan.madeAt.toISOString(), 'time') }),
            },
          ]}
        />
      )}
    </Section>
  )
}
