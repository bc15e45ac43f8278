import type { Feature } from '../features.ts'
import { entryRoutes } from './entry.routes.tsx'
import { paths } from './paths.ts'
import { mayLendTablet } from './policy.ts'
import { routes } from './routes.tsx'

export const cards: Feature = {
  routes: [...routes, ...entryRoutes],
  nav: [{ path: paths.tablet, key: 'cards.tablet.nav', icon: 'hand', policy: mayLendTablet }],
}
