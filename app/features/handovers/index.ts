import type { Feature } from '../features.ts'
import { paths } from './paths.ts'
import { mayList, mayListPassedOn } from './policy.ts'
import { routes } from './routes.tsx'

export const handovers: Feature = {
  routes,
  nav: [
    { path: paths.list, key: 'handovers.list.title', icon: 'hand', policy: mayList },
    { path: paths.passedOn, key: 'handovers.passed.title', icon: 'hand', policy: mayListPassedOn },
  ],
}
