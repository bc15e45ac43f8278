import type { Feature } from '../features.ts'
import { paths } from './paths.ts'
import { mayListMine } from './policy.ts'
import { routes } from './routes.tsx'

export const referrals: Feature = {
  routes,
  nav: [{ path: paths.mine, key: 'referrals.mine.title', icon: 'arrow', policy: mayListMine }],
}
