import { publicPage } from '../../shared/http/doors.tsx'
import { redirect, show } from '../../shared/http/outcome.ts'
import { paths as space } from '../space/paths.ts'
import { AccessibilityPage, GroupsHelpPage, HelpPage } from './pages.tsx'
import { paths } from './paths.ts'

export const routes = [
  publicPage(paths.help, async ({ actor }) => show(<HelpPage isStaff={actor.kind === 'staff'} />)),
  publicPage(paths.groups, async ({ actor }) => show(<GroupsHelpPage isStaff={actor.kind === 'staff'} />)),
  publicPage(paths.accessibility, async () => show(<AccessibilityPage />)),
  // Ending a card's session needs the card, and that speaks only below /me.
  publicPage(paths.leave, async () => redirect(space.leave())),
]
