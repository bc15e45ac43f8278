import type { Feature } from '../features.ts'
import { paths } from './paths.ts'
import { mayList } from './policy.ts'
import { routes } from './routes.tsx'

export const programmes: Feature = {
  routes,
  nav: [{ path: paths.list, key: 'programmes.list.title', icon: 'list', policy: mayList }],
}
