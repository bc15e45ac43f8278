import type { Feature } from '../features.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { reportCard } from './card.tsx'
import { reportNeeds } from './needs.ts'
import { paths } from './paths.ts'
import { mayFollow } from './policy.ts'
import { routes } from './routes/index.ts'

export const finalReports: Feature = {
  routes,
  personSections: [reportCard],
  needs: [reportNeeds],
  programmeLinks: (actor, programme, t) =>
    blueprintOf(programme).finalReport && mayFollow.allows(actor, programme)
      ? [
          {
            part: 'follow-up',
            href: paths.ofProgramme({ programmeId: programme.id }),
            label: t('finalReports.programme.title'),
          },
        ]
      : [],
}
