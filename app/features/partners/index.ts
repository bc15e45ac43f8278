import type { Feature } from '../features.ts'
import { paths } from './paths.ts'
import { mayList } from './policy.ts'
import { routes } from './routes.tsx'

export const partners: Feature = {
  routes,
  nav: [{ path: paths.list, key: 'partners.list.title', icon: 'info', policy: mayList }],
}
