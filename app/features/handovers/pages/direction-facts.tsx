import { Facts, useView } from '../../../shared/ui/index.ts'
import type { Direction } from '../handover.ts'
import { takenUpWords } from './words.tsx'

/** A direction as it was decided, and the measure assigned since. */
export function DirectionFacts({ direction }: { direction: Direction }) {
  const { t, date } = useView()
  const { measure } = direction
  const none = direction.direction === 'none'
  return (
    <Facts
      facts={[
        {
          label: t('handovers.direction.decidedOn', { date: date(direction.decidedOn) }),
          value: <strong>{t(`handovers.direction.${direction.direction}`)}</strong>,
        },
        ...(none
          ? []
          : [
              { label: t('handovers.takenUp'), value: takenUpWords(direction, t) },
              { label: t('handovers.byDate'), value: direction.byDate && date(direction.byDate) },
            ]),
        ...(direction.words && direction.direction !== 'mission-desk'
          ? [{ label: t('handovers.words'), value: direction.words }]
          : []),
        ...(direction.takenUpBy?.role === 'measures-officer'
          ? [
              {
                label: t('handovers.profilePassed'),
                value: t(direction.profilePassed ? 'handovers.profilePassed.yes' : 'handovers.profilePassed.no'),
              },
              {
                label: t('handovers.measure'),
                value:
                  measure &&
                  [measure.measure, measure.provider, measure.startsOn && date(measure.startsOn)]
                    .filter(Boolean)
                    .join(' · '),
              },
            ]
          : []),
        ...(direction.endedOn ? [{ label: t('handovers.direction.endedOn'), value: date(direction.endedOn) }] : []),
      ]}
    />
  )
}
