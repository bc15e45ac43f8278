import type { Feature } from '../features.ts'
import { paths } from './paths.ts'
import { mayList } from './policy.ts'
import { routes } from './routes.tsx'

export const compositions: Feature = {
  routes,
  nav: [{ path: paths.list, key: 'compositions.nav', icon: 'people', policy: mayList }],
}
