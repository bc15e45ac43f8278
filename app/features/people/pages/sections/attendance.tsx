import { Section, useView } from '../../../../shared/ui/index.ts'
import type { OwnSession } from '../../../attendance/readers.ts'
import { summarise } from '../../../attendance/rules.ts'

/** How often the person came, by group: only what was marked counts, so nobody is absent from a session to come. */
export function AttendanceSection({ sessions }: { sessions: readonly OwnSession[] }) {
  const { t } = useView()
  const groups = [...Map.groupBy(sessions, (one) => one.groupName)]
    .map(([name, all]) => ({ name, ...summarise(all.map((one) => one.status)) }))
    .filter((group) => group.marked > 0)
  if (groups.length === 0) return null
  return (
    <Section title={t('attendance.section')} id="attendance" card>
      {groups.map((group) => (
        <p key={group.name}>
          <strong dir="auto">{group.name}</strong>
          <br />
          {t('attendance.section.counts', {
            came: group.present + group.late + group.leftEarly,
            marked: group.marked,
            excused: group.excused,
            absent: group.absent,
          })}
        </p>
      ))}
    </Section>
  )
}
