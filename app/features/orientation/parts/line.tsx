import type { Orientation } from '../../../blueprints/parts/orientation.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Steps, useView } from '../../../shared/ui/index.ts'
import type { Stretch } from '../orientation.ts'
import { lineOf } from '../rules.ts'

/** The chain as a line of steps: passed on which day, skipped, where somebody stands, what comes. */
export function PathLine({ plan, stretches }: { plan: Orientation; stretches: readonly Stretch[] }) {
  const { t, lang, date } = useView()
  return (
    <Steps
      label={t('orientation.path')}
      steps={lineOf(plan, stretches).map(({ step, state, stretch }) => ({
        label: textIn(plan.steps.find((s) => s.key === step)!.label, lang).text,
        state,
        ...(state === 'current' && stretch
          ? { note: noteOf(stretch) }
          : state === 'done' && stretch?.endedOn
            ? { note: date(stretch.endedOn) }
            : state === 'skipped'
              ? { note: t('orientation.path.skipped') }
              : {}),
      }))}
    />
  )
  function noteOf(now: Stretch): string {
    if (now.state === 'on-hold') return t('orientation.state.on-hold')
    if (now.state === 'elsewhere') return t('orientation.state.elsewhere')
    if (now.state === 'refused') return t('orientation.state.refused')
    return now.ownerName ?? t('orientation.path.noOwner')
  }
}
