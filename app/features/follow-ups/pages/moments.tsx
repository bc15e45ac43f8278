/** One fact of the follow-up as an event of the timeline. */
import { themeLabel } from '../../../data/carnet-de-bord/diagnosis.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Dots, type Event, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import type { Moment } from '../timeline.ts'
import type { FollowUpView } from '../view.ts'
import { useElsewhere } from './elsewhere.tsx'
import { AppointmentStatus, ProcedureName, ProcedureStatus, Said, SituationName } from './parts.tsx'

export function useMoment(view: FollowUpView): (moment: Moment) => Event {
  const { blueprint } = view
  const elsewhere = useElsewhere(view)
  const { t, date, lang } = useView()
  const module = (key: string) => {
    const found = blueprint.modules?.find((one) => one.key === key)
    return found ? textIn(found.label, lang).text : key
  }
  const body = (moment: Moment): Pick<Event, 'title' | 'children' | 'icon'> => {
    switch (moment.kind) {
      case 'appointment':
        return {
          icon: 'calendar',
          title: (
            <>
              <a href={paths.appointment({ appointmentId: moment.appointment.id })}>
                {t(`followUps.kind.${moment.appointment.kind}`)}
              </a>{' '}
              <AppointmentStatus state={moment.appointment.state} />
            </>
          ),
          children: (
            <>
              <Said words={moment.appointment.purpose} />
              <Said words={moment.appointment.result} />
            </>
          ),
        }
      case 'procedure':
        return {
          icon: 'note',
          title: (
            <>
              <a href={paths.procedure({ procedureId: moment.procedure.id })}>
                <ProcedureName procedure={moment.procedure} blueprint={blueprint} />
              </a>{' '}
              <ProcedureStatus state={moment.step.state} />
            </>
          ),
          children: <Said words={moment.step.words} />,
        }
      case 'noted':
      case 'settled':
        return {
          icon: moment.kind === 'settled' ? 'check' : 'info',
          title: t(moment.kind === 'settled' ? 'followUps.moment.settled' : 'followUps.moment.noted', {
            theme: themeLabel(moment.situation.theme, lang),
          }),
          children: (
            <p>
              <a href={paths.situation({ situationId: moment.situation.id })}>
                <SituationName situation={moment.situation} />
              </a>
            </p>
          ),
        }
      case 'stability':
        return { icon: 'info', title: t(moment.stable ? 'followUps.moment.stable' : 'followUps.moment.notStable') }
      case 'joined':
      case 'left':
        return {
          icon: 'people',
          title: t(moment.kind === 'joined' ? 'followUps.moment.joined' : 'followUps.moment.left', {
            module: module(moment.module),
          }),
        }
      case 'rated':
        return {
          icon: 'check',
          title: t('followUps.moment.rated', { module: module(moment.module) }),
          children: (
            <ul class="moment-changes">
              {moment.changes.map(({ change, point }) => {
                const described = change.points[point - 1]
                return (
                  <li key={change.key}>
                    <span>{textIn(change.label, lang).text}</span>
                    <Dots
                      value={point}
                      max={change.points.length}
                      label={described ? textIn(described, lang).text : undefined}
                    />
                  </li>
                )
              })}
            </ul>
          ),
        }
      default:
        return elsewhere(moment)
    }
  }
  return (moment) => ({
    key: moment.key,
    when: date(moment.on),
    datetime: moment.on,
    who: moment.who || undefined,
    ...body(moment),
  })
}
