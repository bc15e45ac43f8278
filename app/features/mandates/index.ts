import type { Feature } from '../features.ts'
import { routes } from './routes.tsx'

export const mandates: Feature = { routes }
