import { page } from '../../../shared/http/doors.tsx'
import { notFound, show } from '../../../shared/http/outcome.ts'
import { isPlainDate, type PlainDate } from '../../../shared/time/dates.ts'
import { blueprintOf, titleIn } from '../../programmes/programme.ts'
import { findProgramme } from '../../programmes/store.ts'
import { CountsPage } from '../pages/counts.tsx'
import { paths } from '../paths.ts'
import { mayCount } from '../policy.ts'
import { countByTheme } from '../store.ts'

/** The first days of this half year and of the three before it, the newest first. */
export function halfYears(today: PlainDate, count = 4): PlainDate[] {
  const now = Number(today.slice(0, 4)) * 2 + (today.slice(5, 7) < '07' ? 0 : 1)
  return Array.from({ length: count }, (_, i) => {
    const half = now - i
    return `${Math.floor(half / 2)}-${half % 2 === 0 ? '01' : '07'}-01`
  })
}

export const countRoutes = [
  page(
    paths.ofProgramme,
    { policy: mayCount, find: ({ tx, params }) => findProgramme(tx, params.programmeId) },
    async ({ tx, query, today, words, subject: programme }) => {
      const plan = blueprintOf(programme).signals
      if (!plan) return notFound()
      const periods = halfYears(today)
      const asked = query.get('from')
      const from = periods.find((one) => isPlainDate(asked) && one === asked) ?? periods[0]!
      return show(
        <CountsPage
          programmeId={programme.id}
          title={titleIn(programme, words.lang)}
          plan={plan}
          from={from}
          periods={periods}
          counts={await countByTheme(tx, programme.id, from)}
        />,
        { read: { act: 'signals.count', on: ['programme', programme.id], classes: ['follow-up'] } },
      )
    },
  ),
]
