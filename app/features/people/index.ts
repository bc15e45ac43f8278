import type { Feature } from '../features.ts'
import { paths } from './paths.ts'
import { mayList } from './policy.ts'
import { routes } from './routes.tsx'

export const people: Feature = {
  routes,
  nav: [{ path: paths.list, key: 'people.list.title', icon: 'people', policy: mayList }],
}
