import { page } from '../../../shared/http/doors.tsx'
import { show } from '../../../shared/http/outcome.ts'
import { MinePage } from '../pages/mine.tsx'
import { paths } from '../paths.ts'
import { mayReadOwn } from '../policy.ts'
import { listOwnAppointments } from '../store/index.ts'

export const ownRoutes = [
  page(paths.mine, { policy: mayReadOwn }, async ({ tx, actor, today }) =>
    show(<MinePage coming={await listOwnAppointments(tx, actor.personId, today)} told={actor.level === 'pin'} />),
  ),
]
