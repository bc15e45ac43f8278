import { publicPage } from '../../shared/http/doors.tsx'
import { notFound, redirect, show } from '../../shared/http/outcome.ts'
import { paths as space } from '../space/paths.ts'
import { GuidePage } from './guide.page.tsx'
import { isJob } from './guide.ts'
import { AccessibilityPage, GroupsHelpPage, HelpPage } from './pages.tsx'
import { paths } from './paths.ts'

export const routes = [
  publicPage(paths.help, async ({ actor }) => show(<HelpPage isStaff={actor.kind === 'staff'} />)),
  publicPage(paths.groups, async ({ actor }) => show(<GroupsHelpPage isStaff={actor.kind === 'staff'} />)),
  publicPage(paths.guide, async ({ actor, params }) =>
    isJob(params.job) ? show(<GuidePage job={params.job} isStaff={actor.kind === 'staff'} />) : notFound(),
  ),
  publicPage(paths.accessibility, async () => show(<AccessibilityPage />)),
  // Ending a card's session needs the card, and that speaks only below /me.
  publicPage(paths.leave, async () => redirect(space.leave())),
]
