import type { Route } from '../shared/http/doors.tsx'
import type { Job } from '../shared/http/jobs.ts'
import type { NavEntry } from '../shared/http/nav.ts'
import { aims } from './aims/index.ts'
import { attendance } from './attendance/index.ts'
import { audit } from './audit/index.ts'
import { cards } from './cards/index.ts'
import { compositions } from './compositions/index.ts'
import { contentLevels } from './content-levels/index.ts'
import { evaluations } from './evaluations/index.ts'
import { finalReports } from './final-reports/index.ts'
import { followUps } from './follow-ups/index.ts'
import { funding } from './funding/index.ts'
import { groups } from './groups/index.ts'
import { handovers } from './handovers/index.ts'
import { help } from './help/index.ts'
import { housekeeping } from './housekeeping/index.ts'
import { imports } from './imports/index.ts'
import { indicators } from './indicators/index.ts'
import { languageTests } from './language-tests/index.ts'
import { mandates } from './mandates/index.ts'
import { modules } from './modules/index.ts'
import { notes } from './notes/index.ts'
import { notices } from './notices/index.ts'
import { orientation } from './orientation/index.ts'
import { partners } from './partners/index.ts'
import { people } from './people/index.ts'
import type { PersonSection } from './people/section.ts'
import { plans } from './plans/index.ts'
import { professionals } from './professionals/index.ts'
import { profiles } from './profiles/index.ts'
import { programmes } from './programmes/index.ts'
import type { ProgrammeLinks } from './programmes/links.ts'
import { referrals } from './referrals/index.ts'
import { sessions } from './sessions/index.ts'
import { setup } from './setup/index.ts'
import { signals } from './signals/index.ts'
import { smileys } from './smileys/index.ts'
import { space } from './space/index.ts'
import { staff } from './staff/index.ts'
import { studies } from './studies/index.ts'
import { today } from './today/index.ts'
import type { NeedReader } from './today/need.ts'

/** What a feature brings to the site: its own pages, and what it shows on those of others. */
export type Feature = {
  routes: Route[]
  nav?: NavEntry[]
  jobs?: Job[]
  /** Cards on the person's page. */
  personSections?: PersonSection[]
  /** What waits for somebody, on the first page. */
  needs?: NeedReader[]
  /** From a programme's page to what happens in it. */
  programmeLinks?: ProgrammeLinks
}

/** The features, one line each. The navigation follows this order. */
export const features: Feature[] = [
  today,
  people,
  imports,
  mandates,
  modules,
  followUps,
  notes,
  handovers,
  plans,
  partners,
  profiles,
  programmes,
  referrals,
  orientation,
  professionals,
  compositions,
  groups,
  languageTests,
  aims,
  contentLevels,
  sessions,
  attendance,
  finalReports,
  signals,
  smileys,
  evaluations,
  studies,
  funding,
  indicators,
  notices,
  cards,
  space,
  audit,
  staff,
  setup,
  help,
  housekeeping,
]
