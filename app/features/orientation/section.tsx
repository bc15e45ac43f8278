import { LinkButton, Section, useView } from '../../shared/ui/index.ts'
import { seesClass } from '../mandates/classes.ts'
import type { PersonSection } from '../people/section.ts'
import { isOver, type Programme, titleIn } from '../programmes/programme.ts'
import { listProgrammes } from '../programmes/store.ts'
import type { Candidate } from './candidate.ts'
import { listCandidaciesOf } from './candidates.store.ts'
import { orientationOf, type Stretch } from './orientation.ts'
import { PathLine } from './parts/line.tsx'
import { paths } from './paths.ts'
import { readStretches } from './store.ts'
import { toOriented } from './subject.ts'

type Way = { enrolmentId: string; programme: Programme; stretches: Stretch[] }

/** On the person's page: the list they are on, and the chain as a line of steps. */
export const orientationSection: PersonSection = {
  key: 'orientation',
  order: 10,
  async read({ tx, actor, today, person, enrolments }) {
    if (!seesClass(actor.role, 'attendance') || actor.role === 'trainee') return undefined
    const ways: Way[] = []
    for (const { enrolment, programme } of enrolments) {
      const plan = orientationOf(programme)
      if (!plan || enrolment.endedOn) continue
      const stretches = await readStretches(tx, plan, toOriented(enrolment))
      if (stretches.length > 0) ways.push({ enrolmentId: enrolment.id, programme, stretches })
    }
    const programmes = (await listProgrammes(tx)).filter((p) => orientationOf(p) && !isOver(p.settings, today))
    const listed = (await listCandidaciesOf(tx, person.id)).filter((c) => c.outcome === null)
    const free = programmes.filter(
      (p) =>
        !listed.some((c) => c.programmeId === p.id) &&
        !enrolments.some((e) => e.programme.id === p.id && e.enrolment.endedOn === null),
    )
    const mayList = actor.role === 'social-worker' && free.length > 0
    if (ways.length === 0 && listed.length === 0 && !mayList) return undefined
    return {
      view: (
        <OrientationCard personId={person.id} ways={ways} listed={listed} programmes={programmes} mayList={mayList} />
      ),
      classes: ['attendance'],
    }
  },
}

function OrientationCard(props: {
  personId: string
  ways: Way[]
  listed: Candidate[]
  programmes: Programme[]
  mayList: boolean
}) {
  const { t, lang, date } = useView()
  return (
    <Section
      title={t('orientation.section')}
      card
      actions={
        props.mayList && (
          <LinkButton size="small" icon="plus" href={paths.list({ personId: props.personId })} testId="list-person">
            {t('orientation.list.open')}
          </LinkButton>
        )
      }
    >
      {props.ways.length === 0 && props.listed.length === 0 && <p class="unknown">{t('orientation.section.none')}</p>}
      {props.listed.map((c) => {
        const programme = props.programmes.find((p) => p.id === c.programmeId)
        return (
          <p key={c.id}>
            <a href={paths.candidate({ candidateId: c.id })} data-testid="candidacy">
              {t('orientation.section.listed', {
                programme: programme ? titleIn(programme, lang) : '',
                year: String(c.year),
              })}
            </a>{' '}
            <small>{date(c.listedOn)}</small>
          </p>
        )
      })}
      {props.ways.map(({ enrolmentId, programme, stretches }) => (
        <div key={enrolmentId} class="stack">
          <p>
            <a href={paths.show({ enrolmentId })} data-testid="open-orientation">
              {t('orientation.section.way', { programme: titleIn(programme, lang) })}
            </a>
          </p>
          <PathLine plan={orientationOf(programme)!} stretches={stretches} />
        </div>
      ))}
    </Section>
  )
}
