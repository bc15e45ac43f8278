import { groupRoutes } from './groups.tsx'
import { outRoutes } from './me-out.tsx'
import { peerRoutes } from './me-peers.tsx'
import { workRoutes } from './me-work.tsx'
import { staffRoutes } from './staff.tsx'
import { versionRoutes } from './staff-versions.tsx'

export const routes = [...workRoutes, ...peerRoutes, ...outRoutes, ...groupRoutes, ...staffRoutes, ...versionRoutes]
