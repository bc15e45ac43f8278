import type { Feature } from '../features.ts'
import { routes } from './routes.tsx'

export const professionals: Feature = { routes }
