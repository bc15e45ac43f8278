import type { Feature } from '../features.ts'
import { routes } from './routes/index.ts'

export const profiles: Feature = { routes }
