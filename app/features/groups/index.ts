import type { Feature } from '../features.ts'
import { paths } from './paths.ts'
import { mayList } from './policy.ts'
import { routes } from './routes.tsx'
import { movesCard } from './section.tsx'

export const groups: Feature = {
  routes,
  nav: [{ path: paths.list, key: 'groups.title', icon: 'calendar', policy: mayList }],
  personSections: [movesCard],
}
