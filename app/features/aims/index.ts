import type { Feature } from '../features.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { resultsDue } from './need.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'
import { aimCard } from './section.tsx'

export const aims: Feature = {
  routes,
  personSections: [aimCard],
  needs: [resultsDue],
  programmeLinks: (actor, programme, t) =>
    actor.role === 'coordinator' && blueprintOf(programme).aims
      ? [{ part: 'follow-up', href: paths.figures({ programmeId: programme.id }), label: t('aims.figures.link') }]
      : [],
}
