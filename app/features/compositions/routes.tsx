import { planRoutes } from './plan.routes.tsx'
import { candidateRoutes } from './routes/candidates.tsx'
import { compositionRoutes } from './routes/compositions.tsx'
import { confirmRoutes } from './routes/confirm.tsx'
import { missingRoutes } from './routes/missing.tsx'
import { offerRoutes } from './routes/offers.tsx'
import { pairRoutes } from './routes/pairs.tsx'
import { runRoutes } from './run.routes.tsx'

export const routes = [
  ...compositionRoutes,
  ...candidateRoutes,
  ...missingRoutes,
  ...offerRoutes,
  ...pairRoutes,
  ...runRoutes,
  ...planRoutes,
  ...confirmRoutes,
]
