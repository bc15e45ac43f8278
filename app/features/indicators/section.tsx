import { Section, useView } from '../../shared/ui/index.ts'
import type { PersonSection } from '../people/section.ts'
import { blueprintOf, type Programme, titleIn } from '../programmes/programme.ts'
import { paths } from './paths.ts'
import { mayReadStatuses } from './policy.ts'

/** From a person's page to what funders count them by. */
export const statusSection: PersonSection = {
  key: 'statuses',
  order: 80,
  async read({ actor, person, enrolments }) {
    const counted = enrolments.filter(
      ({ enrolment, programme }) =>
        blueprintOf(programme).indicators && mayReadStatuses.allows(actor, { enrolment, programme, person }),
    )
    if (counted.length === 0) return undefined
    const links = counted.map(({ enrolment, programme }) => ({ enrolmentId: enrolment.id, programme }))
    return { view: <StatusLinks links={links} />, classes: [] }
  },
}

function StatusLinks({ links }: { links: { enrolmentId: string; programme: Programme }[] }) {
  const { t, lang } = useView()
  return (
    <Section title={t('indicators.statuses.title')} card>
      <ul class="plain">
        {links.map(({ enrolmentId, programme }) => (
          <li key={enrolmentId}>
            <a href={paths.statuses({ enrolmentId })} data-testid="to-statuses">
              {t('indicators.statuses.of', { programme: titleIn(programme, lang) })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
