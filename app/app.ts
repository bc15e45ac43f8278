import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { features } from './features/features.ts'
import { setPersonSections } from './features/people/section.ts'
import { setProgrammeLinks } from './features/programmes/links.ts'
import { setNeeds } from './features/today/need.ts'
import type { Route, Services } from './shared/http/doors.tsx'
import { unknownAddress } from './shared/http/doors.tsx'
import { refuseForeign, secureHeaders } from './shared/http/guards.ts'
import type { Job } from './shared/http/jobs.ts'
import { setNav } from './shared/http/nav.ts'

/** All routes of the site, feature by feature. */
export const allRoutes: Route[] = features.flatMap((feature) => feature.routes)

/** Work that no person asks for. */
export const allJobs: Job[] = features.flatMap((feature) => feature.jobs ?? [])

/** Joins the features to one application; no side effects until a request comes. */
export function createApp(services: Services): Hono {
  const app = new Hono()
  setNav(features.flatMap((feature) => feature.nav ?? []))
  setPersonSections(features.flatMap((feature) => feature.personSections ?? []))
  setNeeds(features.flatMap((feature) => feature.needs ?? []))
  setProgrammeLinks(features.flatMap((feature) => feature.programmeLinks ?? []))
  app.use(secureHeaders(services))
  app.use(refuseForeign(services))
  // Phones on slow lines. No page mixes a secret with what another site could make it repeat.
  app.use(compress())
  for (const route of allRoutes) app.on(route.method, route.path, (c) => route.answer(c, services))
  app.notFound((c) => unknownAddress(c, services))
  return app
}
