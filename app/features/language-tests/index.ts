import type { Feature } from '../features.ts'
import { routes } from './routes.tsx'
import { languageCard } from './section.tsx'

export const languageTests: Feature = { routes, personSections: [languageCard] }
