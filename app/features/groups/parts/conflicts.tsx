import type { MessageKey } from '../../../shared/i18n/i18n.ts'
import { useView } from '../../../shared/ui/index.ts'

export type ShownConflict = {
  date: string
  kind: 'staff' | 'room'
  /** The coach's name, or the room. */
  what: string
  /** The other group's name; null when the reader may not open it. */
  group: string | null
}

/** Who or what would be in two places at once, with all days of one clash in one line. Nothing is forbidden: people decide. */
export function ConflictList({ conflicts }: { conflicts: readonly ShownConflict[] }) {
  const { t, date } = useView()
  if (conflicts.length === 0) return null
  const alike = Map.groupBy(conflicts, (one) => `${one.kind} ${one.what} ${one.group}`)
  return (
    <>
      <p class="notice-title">{t('groups.conflicts', { count: conflicts.length })}</p>
      <ul data-testid="conflicts">
        {[...alike].map(([key, all]) => {
          const { kind, what, group } = all[0]!
          const days = [...new Set(all.map((one) => date(one.date)))].join(', ')
          return (
            <li key={key}>
              {group === null
                ? t(`groups.conflict.${kind}`, { date: days, what })
                : t(`groups.conflict.${kind}.in`, { date: days, what, group })}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Days on which the group would meet if they were not holidays. */
export function SkippedDays({ skipped }: { skipped: readonly { date: string; why: string }[] }) {
  const { t, date } = useView()
  if (skipped.length === 0) return null
  const days = skipped.map((day) =>
    t('groups.skipped.day', { date: date(day.date, 'weekday'), why: t(`sessions.holiday.${day.why}` as MessageKey) }),
  )
  return <p data-testid="skipped">{t('groups.skipped', { count: days.length, days: days.join(' · ') })}</p>
}
