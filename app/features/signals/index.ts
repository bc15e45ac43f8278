import type { Feature } from '../features.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { needs } from './needs.ts'
import { paths } from './paths.ts'
import { mayList } from './policy.ts'
import { countRoutes } from './routes/counts.tsx'
import { followingRoutes } from './routes/following.tsx'
import { notingRoutes } from './routes/noting.tsx'
import { personSections } from './section.tsx'

export const signals: Feature = {
  routes: [...notingRoutes, ...followingRoutes, ...countRoutes],
  nav: [{ path: paths.list, key: 'signals.title', icon: 'flag', policy: mayList }],
  needs,
  personSections,
  programmeLinks: (actor, programme, t) =>
    actor.role === 'coordinator' && blueprintOf(programme).signals
      ? [
          {
            part: 'follow-up',
            href: paths.ofProgramme({ programmeId: programme.id }),
            label: t('signals.counts.title'),
          },
        ]
      : [],
}
