import type { Feature } from '../features.ts'
import { clearing } from './clearing.ts'
import { routes } from './routes.tsx'

export const imports: Feature = { routes, jobs: [clearing] }
