import { Listen, Notice, ParticipantLayout, Pictogram, useView } from '../../../shared/ui/index.ts'
import { paths as space } from '../../space/paths.ts'
import type { OwnAppointment } from '../follow-up.ts'

/** A participant's appointments: when, where, with whom. What they are about is never said here. */
export function MinePage({ coming, told }: { coming: OwnAppointment[]; told: boolean }) {
  const { t, date } = useView()
  const [next, ...later] = coming
  return (
    <ParticipantLayout title={t('followUps.mine.title')} back={{ href: space.home(), label: t('space.back') }}>
      {next ? (
        <section class="card stack-small" data-testid="next-appointment">
          <div id="next" class="stack-small">
            <h2 class="label-small">{t('followUps.mine.next')}</h2>
            <When appointment={next} />
            <dl class="with-pictures">
              {next.place && (
                <div>
                  <dt>
                    <Pictogram name="place" /> {t('followUps.mine.where')}
                  </dt>
                  <dd>
                    <bdi>{next.place}</bdi>
                  </dd>
                </div>
              )}
              <div>
                <dt>
                  <Pictogram name="people" /> {t('followUps.mine.with')}
                </dt>
                <dd>
                  <bdi>{next.withName}</bdi>
                </dd>
              </div>
            </dl>
            {told && next.kind === 'interview' && <p>{t('followUps.mine.interview')}</p>}
            <p>{t('followUps.mine.cannot')}</p>
          </div>
          <Listen what="next" />
        </section>
      ) : (
        <Notice title={t('followUps.mine.none')}>
          <p>{t('followUps.mine.noneText')}</p>
        </Notice>
      )}
      {later.length > 0 && (
        <section class="stack-small">
          <h2>{t('followUps.mine.later')}</h2>
          <ol class="past">
            {later.map((one) => (
              <li key={one.id}>
                <strong>{date(one.on, 'weekday')}</strong>
                <br />
                {t('followUps.mine.line', { time: one.at, name: one.withName })}
                {one.place && (
                  <>
                    <br />
                    <bdi>{one.place}</bdi>
                  </>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </ParticipantLayout>
  )
}

function When({ appointment }: { appointment: OwnAppointment }) {
  const { t, date } = useView()
  return (
    <p class="theme">
      {date(appointment.on, 'weekday')}
      <br />
      {t('followUps.mine.time', { time: appointment.at })}
    </p>
  )
}
