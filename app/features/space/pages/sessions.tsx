import type { Refusal as Reason } from '../../../shared/rules.ts'
import { Listen, Notice, ParticipantLayout, Refusal, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import type { OwnSession } from '../session.ts'
import { Absence, Changes, Line, Said, SessionFacts } from './parts.tsx'

/** All sessions: those to come, then those that were. */
export function SessionsPage(props: { coming: OwnSession[]; past: OwnSession[]; refusal?: Reason }) {
  const { t } = useView()
  const { coming, past, refusal } = props
  return (
    <ParticipantLayout title={t('space.sessions.title')} back={{ href: paths.home(), label: t('space.back') }}>
      {refusal && <Refusal reason={refusal} instead={{ key: `${refusal.key}.instead` }} />}
      {coming.length === 0 && (
        <Notice title={t('space.none')}>
          <p>{t('space.none.text')}</p>
        </Notice>
      )}
      {coming.map((session) => (
        <ComingSession key={session.id} session={session} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>{t('space.sessions.past')}</summary>
          <ol class="past">
            {past.map((session) => (
              <PastSession key={session.id} session={session} />
            ))}
          </ol>
        </details>
      )}
    </ParticipantLayout>
  )
}

function ComingSession({ session }: { session: OwnSession }) {
  const { t, date } = useView()
  return (
    <section class="card stack-small" data-testid="session">
      <div id={`s-${session.id}`} class="stack-small">
        <h2>{date(session.onDate, 'weekday')}</h2>
        <Changes session={session} />
        {!session.cancelled && (
          <>
            <p class="theme">
              <Said text={session.theme} />
            </p>
            <SessionFacts session={session} />
            {session.homework && (
              <dl class="with-pictures">
                <Line picture="homework" label={t('space.homework.after')}>
                  <Said text={session.homework} />
                </Line>
              </dl>
            )}
          </>
        )}
      </div>
      <Listen what={`s-${session.id}`} />
      {!session.cancelled && <Absence session={session} />}
    </section>
  )
}

function PastSession({ session }: { session: OwnSession }) {
  const { t, date } = useView()
  return (
    <li>
      <strong>{date(session.onDate, 'weekday')}</strong>
      <br />
      {session.cancelled ? t('space.cancelled') : <Said text={session.theme} />}
      {!session.cancelled && session.homework && (
        <>
          <br />
          <span class="hint">{t('space.homework.after')}</span> <Said text={session.homework} />
        </>
      )}
    </li>
  )
}
