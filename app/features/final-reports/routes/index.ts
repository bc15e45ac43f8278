import { draftRoutes } from './draft.tsx'
import { sentRoutes } from './sent.tsx'

export const routes = [...draftRoutes, ...sentRoutes]
