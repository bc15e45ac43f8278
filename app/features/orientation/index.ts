import type { Feature } from '../features.ts'
import type { ProgrammeLinks } from '../programmes/links.ts'
import { needs } from './needs.ts'
import { orientationOf } from './orientation.ts'
import { paths } from './paths.ts'
import { mayEditCriteria, mayReadBoard, mayReadCandidates } from './policy.ts'
import { routes } from './routes.tsx'
import { orientationSection } from './section.tsx'

const programmeLinks: ProgrammeLinks = (actor, programme, t) => {
  if (!orientationOf(programme)) return []
  const programmeId = programme.id
  return [
    ...(mayReadBoard.allows(actor, programme)
      ? [
          {
            part: 'way-in' as const,
            anyone: true as const,
            href: paths.board({ programmeId }),
            label: t('orientation.board.title'),
          },
        ]
      : []),
    ...(mayReadCandidates.allows(actor, programme)
      ? [
          {
            part: 'way-in' as const,
            anyone: true as const,
            href: paths.candidates({ programmeId }),
            label: t('orientation.candidates.title'),
          },
        ]
      : []),
    ...(mayEditCriteria.allows(actor, programme)
      ? [{ part: 'way-in' as const, href: paths.editCriteria({ programmeId }), label: t('orientation.settings.title') }]
      : []),
  ]
}

export const orientation: Feature = { routes, needs, personSections: [orientationSection], programmeLinks }
