import type { Feature } from '../features.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'

export const funding: Feature = {
  routes,
  programmeLinks: (actor, programme, t) =>
    actor.role === 'coordinator' && blueprintOf(programme).fundingLines
      ? [{ part: 'results', href: paths.overview({ programmeId: programme.id }), label: t('funding.title') }]
      : [],
}
