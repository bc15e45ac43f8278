import type { Feature } from '../features.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { statusNeeds } from './needs.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'
import { statusSection } from './section.tsx'

export const indicators: Feature = {
  routes,
  needs: [statusNeeds],
  personSections: [statusSection],
  programmeLinks: (actor, programme, t) =>
    actor.role === 'coordinator' && blueprintOf(programme).indicators
      ? [{ part: 'results', href: paths.show({ programmeId: programme.id }), label: t('indicators.title') }]
      : [],
}
