import type { Feature } from '../features.ts'
import { routes } from './routes.tsx'

export const contentLevels: Feature = { routes }
