import { job } from '../../shared/http/jobs.ts'
import type { Feature } from '../features.ts'
import { cardRoutes } from './card.routes.tsx'
import { paths } from './paths.ts'
import { mayReadProgramme } from './policy.ts'
import { routes } from './routes.tsx'
import { endVotes, gridOf } from './store.ts'
import { trendRoutes } from './trend.routes.tsx'
import { voiceRoutes } from './voices.routes.tsx'
import { voteRoutes } from './vote.routes.tsx'

/** Votes end by date on their own: what was only needed while they ran goes. */
const ending = job('end-smileys', 60, async ({ tx }) => ((await endVotes(tx)) > 0 ? [{ act: 'smileys.end' }] : []))

export const smileys: Feature = {
  routes: [...routes, ...trendRoutes, ...voiceRoutes, ...voteRoutes, ...cardRoutes],
  jobs: [ending],
  programmeLinks: (actor, programme, t) =>
    gridOf(programme) && mayReadProgramme.allows(actor, programme)
      ? [{ part: 'follow-up', href: paths.ofProgramme({ programmeId: programme.id }), label: t('smileys.title') }]
      : [],
}
