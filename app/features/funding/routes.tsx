import { costRoutes } from './routes/costs.tsx'
import { lineRoutes } from './routes/lines.tsx'
import { reportRoutes } from './routes/report.tsx'
import { teamRoutes } from './routes/team.tsx'

export const routes = [...reportRoutes, ...lineRoutes, ...teamRoutes, ...costRoutes]
