import { LinkButton, Section, Status, useView } from '../../shared/ui/index.ts'
import { seesClass } from '../mandates/classes.ts'
import type { PersonSection } from '../people/section.ts'
import { blueprintOf } from '../programmes/programme.ts'
import type { Procedure, Situation } from './follow-up.ts'
import { AppointmentStatus, DueStatus, ProcedureName, SituationName } from './pages/parts.tsx'
import { paths } from './paths.ts'
import { isOpen, isOpenSituation, isOverdue } from './rules/changes.ts'
import type { DueStanding } from './rules/due.ts'
import { listAppointments, listProcedures, listSituations, readStandings } from './store/index.ts'
import { seesWhole } from './view.ts'

type CardView = {
  enrolmentId: string
  blueprint: Parameters<typeof ProcedureName>[0]['blueprint']
  standing: DueStanding | null
  last: Awaited<ReturnType<typeof listAppointments>>
  procedures: Procedure[]
  situations: Situation[]
}

/** On the person's page: by when they must be seen, what is planned, and what is open. */
export const followUpSection: PersonSection = {
  key: 'follow-up',
  order: 45,
  async read({ tx, actor, today, services, person, enrolments }) {
    if (!seesClass(actor.role, 'follow-up')) return undefined
    const lines = enrolments.filter(({ programme }) => blueprintOf(programme).followUp)
    const line = lines.find(({ enrolment }) => enrolment.endedOn === null) ?? lines[0]
    if (!line) return undefined
    const { enrolment, programme } = line
    const of = { id: enrolment.id, endedOn: enrolment.endedOn, programme }
    const standing = seesWhole(actor, { person }) ? (await readStandings(tx, [of], today)).get(enrolment.id) : null
    const appointments = await listAppointments(tx, services.vault, enrolment.id)
    const view: CardView = {
      enrolmentId: enrolment.id,
      blueprint: blueprintOf(programme),
      standing: standing ?? null,
      last: [
        ...appointments.filter(({ state }) => state === 'planned').reverse(),
        ...appointments.filter(({ state }) => state !== 'planned'),
      ].slice(0, 3),
      procedures: (await listProcedures(tx, services.vault, enrolment.id)).filter(isOpen),
      situations: (await listSituations(tx, services.vault, enrolment.id)).filter(isOpenSituation),
    }
    return { view: <FollowUpCard {...view} />, classes: ['follow-up'] }
  },
}

function FollowUpCard({ enrolmentId, blueprint, standing, last, procedures, situations }: CardView) {
  const { t, date, today } = useView()
  return (
    <Section
      title={t('followUps.title')}
      card
      actions={
        <LinkButton size="small" href={paths.show({ enrolmentId })} testId="open-follow-up">
          {t('followUps.open')}
        </LinkButton>
      }
    >
      {standing && (
        <p>
          <DueStatus standing={standing} />
        </p>
      )}
      <ul class="notes">
        {last.map((one) => (
          <li key={one.id}>
            <a href={paths.appointment({ appointmentId: one.id })}>
              {t('followUps.when', { date: date(one.on, 'weekday'), time: one.at })}
            </a>{' '}
            <AppointmentStatus state={one.state} />
          </li>
        ))}
        {procedures.slice(0, 3).map((one) => (
          <li key={one.id}>
            <a href={paths.procedure({ procedureId: one.id })}>
              <ProcedureName procedure={one} blueprint={blueprint} />
            </a>{' '}
            {one.dueOn && (
              <Status kind={isOverdue(one, today) ? 'attention' : 'waiting'}>
                {t(isOverdue(one, today) ? 'ui.next.late' : 'ui.next.by', { date: date(one.dueOn) })}
              </Status>
            )}
          </li>
        ))}
        {situations.slice(0, 4).map((one) => (
          <li key={one.id}>
            <a href={paths.situation({ situationId: one.id })}>
              <SituationName situation={one} />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
