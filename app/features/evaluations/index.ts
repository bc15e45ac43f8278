import type { Feature } from '../features.ts'
import { needs } from './needs.ts'
import { routes } from './routes.tsx'
import { personSections } from './section.tsx'

export const evaluations: Feature = { routes, needs, personSections }
