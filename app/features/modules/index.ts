import type { Feature } from '../features.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'
import { modulesSection } from './section.tsx'

export const modules: Feature = {
  routes,
  personSections: [modulesSection],
  programmeLinks: (_actor, programme, t) =>
    blueprintOf(programme).modules
      ? [{ part: 'groups', href: paths.settings({ programmeId: programme.id }), label: t('modules.title') }]
      : [],
}
