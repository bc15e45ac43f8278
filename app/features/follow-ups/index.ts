import type { Feature } from '../features.ts'
import { followUpNeeds } from './needs.ts'
import { routes } from './routes.tsx'
import { followUpSection } from './section.tsx'

export const followUps: Feature = { routes, personSections: [followUpSection], needs: [followUpNeeds] }
