import type { Feature } from '../features.ts'
import { paths } from './paths.ts'
import { mayRead } from './policy.ts'
import { routes } from './routes.tsx'

export const today: Feature = {
  routes,
  nav: [{ path: paths.today, key: 'today.title', icon: 'home', policy: mayRead }],
}
