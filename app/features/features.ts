import type { Route } from '../shared/http/doors.tsx'
import type { NavEntry } from '../shared/http/nav.ts'
import { people } from './people/index.ts'

/** What a feature brings to the site. */
export type Feature = { routes: Route[]; nav?: NavEntry[] }

/** The features, one line each. The navigation follows this order. */
export const features: Feature[] = [people]
