import type { Feature } from '../features.ts'
import { paths } from './paths.ts'
import { mayListAll } from './policy.ts'
import { recordRoutes } from './record.routes.tsx'
import { routes } from './routes.tsx'
import { unitRoutes } from './unit.routes.tsx'

export const studies: Feature = {
  routes: [...routes, ...unitRoutes, ...recordRoutes],
  nav: [{ path: paths.all, key: 'studies.title', icon: 'die', policy: mayListAll }],
}
