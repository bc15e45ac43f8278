import { Disclosure, Facts, Section, Timeline, useView } from '../../../shared/ui/index.ts'
import { fullName } from '../../people/person.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../plan.parts.tsx'
import type { Change } from '../plan.ts'
import type { PlanView } from '../plan.view.ts'

/** Where the plan comes from: enough to find it again, and every change by hand with who and when. */
export function PlanRecord(view: PlanView) {
  const { t } = useView()
  return (
    <Section title={t('compositions.plan.record')} id="record">
      <Made {...view} />
      {view.opened.changes.length > 0 && <Changes {...view} />}
    </Section>
  )
}

function Made({ opened, tally }: PlanView) {
  const { t, number, date } = useView()
  const { plan, run } = opened
  return (
    <>
      <Facts
        columns
        facts={[
          { label: t('compositions.plan.number'), value: plan.number },
          {
            label: t('compositions.plan.origin'),
            value: t(`compositions.plan.origin.${plan.origin}`, { number: plan.basedOnNumber ?? 0 }),
          },
          {
            label: t('compositions.made'),
            value: t('compositions.plan.madeBy', { by: plan.madeBy, when: date(plan.madeAt.toISOString(), 'time') }),
          },
          { label: t('compositions.mode'), value: t(`compositions.mode.${run.mode}`) },
        ]}
      />
      <Disclosure summary={t('compositions.plan.figures')}>
        <p class="hint">{t('compositions.plan.figures.hint')}</p>
        <Facts
          columns
          facts={[
            { label: t('compositions.plan.score'), value: number(tally.score) },
            { label: t('compositions.plan.score.seats'), value: number(tally.score + tally.softCost) },
            { label: t('compositions.plan.score.cost'), value: number(tally.softCost) },
            ...(plan.bound === null ? [] : [{ label: t('compositions.plan.bound'), value: number(plan.bound) }]),
            { label: t('compositions.run.seed'), value: String(plan.seed) },
            { label: t('compositions.plan.iterations'), value: number(plan.iterations) },
            { label: t('compositions.plan.engine'), value: plan.engineVersion },
            ...(run.maxMoves === null ? [] : [{ label: t('compositions.run.maxMoves'), value: run.maxMoves }]),
          ]}
        />
      </Disclosure>
    </>
  )
}

function Changes({ composition, opened, plans }: PlanView) {
  const { t, date } = useView()
  const place = usePlace(opened)
  const nameOf = new Map(opened.people.map((one) => [one.enrolmentId, fullName(one)]))
  const numberOf = new Map(plans.map((plan) => [plan.id, plan.number]))
  const state = (change: Change) => {
    if (change.undoneAt)
      return t('compositions.plan.change.undone', {
        by: change.undoneBy ?? '',
        when: date(change.undoneAt.toISOString(), 'time'),
      })
    if (!change.keptIn) return t('compositions.plan.change.open')
    return (
      <a href={paths.plan({ compositionId: composition.id, planId: change.keptIn })}>
        {t('compositions.plan.change.kept', { number: numberOf.get(change.keptIn) ?? 0 })}
      </a>
    )
  }
  return (
    <>
      <h3>{t('compositions.plan.changes')}</h3>
      <Timeline
        label={t('compositions.plan.changes')}
        events={opened.changes.toReversed().map((change) => ({
          key: change.id,
          when: date(change.madeAt.toISOString(), 'time'),
          datetime: change.madeAt.toISOString(),
          who: change.madeBy,
          title: change.moves.map((move) => (
            <span key={move.enrolmentId} class="block">
              {t('compositions.plan.moved', {
                name: nameOf.get(move.enrolmentId) ?? '',
                from: place(move.from),
                to: place(move.to),
              })}
            </span>
          )),
          children: <p class="soft">{state(change)}</p>,
        }))}
      />
    </>
  )
}
