import { useView } from '../../../shared/ui/index.ts'
import type { Attendance } from '../attendance.ts'

/** Shapes that stay apart without colour and on paper. */
const shapes: Record<Attendance, string> = {
  present: 'm3 8.500 3.200 3.200L13 5',
  late: 'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11ZM8 5v3.200l2 1.300',
  'left-early': 'M3 8h9M8.500 4.500 12 8l-3.500 3.500',
  excused: 'M3.500 3h9v10h-9ZM6 6.500h4M6 9.500h4',
  absent: 'm4 4 8 8M12 4l-8 8',
}

/** A status as a shape with its word for those who do not see it. */
export function StatusMark({ status, decorative }: { status: Attendance; decorative?: boolean }) {
  const { t } = useView()
  const spoken = decorative
    ? { 'aria-hidden': true }
    : { role: 'img' as const, 'aria-label': t(`attendance.status.${status}`) }
  return (
    <svg class={`mark-${status}`} width={18} height={18} viewBox="0 0 16 16" {...spoken}>
      <path
        d={shapes[status]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
