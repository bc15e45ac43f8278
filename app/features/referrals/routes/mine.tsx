import { page } from '../../../shared/http/doors.tsx'
import { show } from '../../../shared/http/outcome.ts'
import { listProgrammes } from '../../programmes/store.ts'
import { nextStep } from '../next.ts'
import { loadNextFacts } from '../next-facts.ts'
import { type MineRow, MyReferralsPage } from '../pages/mine.tsx'
import { paths } from '../paths.ts'
import { mayListMine } from '../policy.ts'
import { listVisible } from '../store.ts'

export const mineRoutes = [
  page(paths.mine, { policy: mayListMine }, async ({ tx, query, today }) => {
    const enrolments = await listVisible(tx)
    const facts = await loadNextFacts(
      tx,
      enrolments.map((e) => e.id),
    )
    const programmes = new Map((await listProgrammes(tx)).map((p) => [p.id, p]))
    const rows: MineRow[] = enrolments.map(({ firstName, lastName, ...enrolment }) => {
      const found = facts.get(enrolment.id)
      return {
        enrolment,
        person: { firstName, lastName },
        programme: programmes.get(enrolment.programmeId)!,
        next: found ? nextStep(found, today) : null,
      }
    })
    const open = rows
      .filter((r) => r.next !== null || r.enrolment.endedOn === null)
      .toSorted((a, b) => ((a.next?.by ?? '9') < (b.next?.by ?? '9') ? -1 : 1))
    const done = rows.filter((r) => r.next === null && r.enrolment.endedOn !== null)
    const which = query.get('show') === 'done' ? 'done' : 'open'
    const shown = which === 'done' ? done : open
    return show(<MyReferralsPage rows={shown} show={which} counts={{ open: open.length, done: done.length }} />)
  }),
]
