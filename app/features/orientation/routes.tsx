import { candidateRoutes } from './routes/candidates.tsx'
import { pathRoutes } from './routes/path.tsx'
import { programmeRoutes } from './routes/programme.tsx'

export const routes = [...candidateRoutes, ...programmeRoutes, ...pathRoutes]
