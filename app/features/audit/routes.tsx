import { page } from '../../shared/http/doors.tsx'
import { show } from '../../shared/http/outcome.ts'
import { OpeningsPage } from './openings.page.tsx'
import { byDay, listOpenings } from './openings.ts'
import { paths } from './paths.ts'
import { mayReadOwn } from './policy.ts'

export const routes = [
  page(paths.openings, { policy: mayReadOwn }, async ({ tx, actor }) =>
    show(<OpeningsPage days={byDay(await listOpenings(tx, actor.personId))} />),
  ),
]
