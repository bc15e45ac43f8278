import { Disclosure, type Event, type IconName, Section, Timeline, useView } from '../../../../shared/ui/index.ts'
import { type Programme, stageLabel, titleIn } from '../../../programmes/programme.ts'
import type { Fact } from '../../timeline.ts'

const icons: Record<Fact['kind'], IconName> = {
  opened: 'person',
  stage: 'arrow',
  session: 'calendar',
  sessions: 'calendar',
  handedOver: 'hand',
  handOverStep: 'check',
  direction: 'list',
}

/** So many are seen at once; the rest is one tap away. */
const first = 12

export function TimelineSection({ facts, programmes }: { facts: Fact[]; programmes: Programme[] }) {
  const { t } = useView()
  const event = useEvent(programmes)
  const events = facts.map(event)
  return (
    <Section title={t('people.timeline')} card>
      {events.length === 0 && <p class="unknown">{t('people.timeline.empty')}</p>}
      <Timeline label={t('people.timeline')} events={events.slice(0, first)} />
      {events.length > first && (
        <Disclosure summary={t('people.timeline.more', { count: events.length - first })}>
          <Timeline label={t('people.timeline')} events={events.slice(first)} />
        </Disclosure>
      )}
    </Section>
  )
}

function useEvent(programmes: Programme[]) {
  const { t, date, lang } = useView()
  const words = (fact: Fact): string => {
    switch (fact.kind) {
      case 'opened':
        return t('people.fact.opened')
      case 'stage': {
        const programme = programmes.find((one) => one.id === fact.programmeId)
        return t('people.fact.stage', {
          programme: programme ? titleIn(programme, lang) : '',
          stage: programme ? stageLabel(programme.settings.stages, fact.stage, lang) : fact.stage,
        })
      }
      case 'session':
        return t('people.fact.session', {
          number: fact.number,
          group: fact.group,
          status: t(`people.attendance.${fact.status as 'present'}`),
        })
      case 'sessions':
        return t('people.fact.sessions', {
          from: fact.from,
          to: fact.to,
          group: fact.group,
          status: t(`people.attendance.${fact.status as 'present'}`),
        })
      case 'handedOver':
        return t('people.fact.handedOver', { to: fact.to })
      case 'handOverStep':
        return t('people.fact.handOverStep', { step: t(`handovers.step.${fact.step as 'read'}`) })
      case 'direction':
        return t('people.fact.direction', { direction: t(`handovers.direction.${fact.direction as 'none'}`) })
    }
  }
  return (fact: Fact, at: number): Event => ({
    key: `${fact.kind} ${at}`,
    when: date(fact.on),
    datetime: fact.on,
    title: words(fact),
    icon: icons[fact.kind],
    ...(fact.who ? { who: fact.who } : {}),
  })
}
