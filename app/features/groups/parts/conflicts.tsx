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

/** Who or what would be in two places at once. Nothing is forbidden: people decide. */
export function ConflictList({ conflicts }: { conflicts: readonly ShownConflict[] }) {
  const { t, date } = useView()
  if (conflicts.length === 0) return null
  return (
    <>
      <p class="notice-title">{t('groups.conflicts', { count: conflicts.length })}</p>
      <ul data-testid="conflicts">
        {conflicts.map((one) => (
          <li key={`${one.date} ${one.what} ${one.group}`}>
            {one.group === null
              ? t(`groups.conflict.${one.kind}`, { date: date(one.date), what: one.what })
              : t(`groups.conflict.${one.kind}.in`, { date: date(one.date), what: one.what, group: one.group })}
          </li>
        ))}
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
