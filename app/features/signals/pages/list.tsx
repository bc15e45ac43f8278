import { LinkButton, Section, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { paths as sessions } from '../../sessions/paths.ts'
import { type Session, titleOf } from '../../sessions/session.ts'
import { SignalTable } from '../parts/list.tsx'
import { paths } from '../paths.ts'
import type { ShownSignal } from '../view.ts'

/** My signals: what came to me, and what became of those I noted. Null: not for this role. */
export function SignalsPage(props: { mine: ShownSignal[] | null; noted: ShownSignal[] | null }) {
  const { t } = useView()
  return (
    <StaffLayout title={t('signals.title')}>
      {props.mine && (
        <Section title={t('signals.mine')}>
          <SignalTable
            caption={t('signals.mine')}
            signals={props.mine}
            empty={t('signals.mine.none')}
            mine
            testId="signals-mine"
          />
        </Section>
      )}
      {props.noted && (
        <Section title={t('signals.noted')}>
          <SignalTable
            caption={t('signals.noted')}
            signals={props.noted}
            empty={t('signals.noted.none')}
            news
            testId="signals-noted"
          />
        </Section>
      )}
    </StaffLayout>
  )
}

export function PersonSignalsPage(props: {
  personId: string
  name: string
  signals: ShownSignal[]
  can: { note: boolean }
}) {
  const { t } = useView()
  const { personId, name } = props
  return (
    <StaffLayout
      title={t('signals.ofPerson', { name })}
      crumbs={[{ href: people.show({ personId }), label: name }]}
      actions={
        props.can.note && (
          <LinkButton kind="primary" icon="flag" href={paths.create({ personId })} testId="signal">
            {t('signals.note')}
          </LinkButton>
        )
      }
    >
      <SignalTable
        caption={t('signals.ofPerson', { name })}
        signals={props.signals}
        empty={t('signals.ofPerson.none')}
        person={false}
        testId="signals-of-person"
      />
    </StaffLayout>
  )
}

/** From a session: about whom? */
export function SessionSignalsPage(props: {
  session: Session
  people: { personId: string; enrolmentId: string; name: string }[]
}) {
  const { t, lang } = useView()
  const { session } = props
  const sessionId = session.id
  return (
    <StaffLayout
      title={t('signals.who')}
      crumbs={[
        {
          href: sessions.show({ sessionId }),
          label: t('sessions.one', { number: session.number, title: titleOf(session, lang) }),
        },
      ]}
      width="narrow"
    >
      <ul class="signal-who">
        {props.people.map(({ personId, enrolmentId, name }) => (
          <li key={personId}>
            <LinkButton
              size="large"
              href={paths.create({ personId }, { session: sessionId, enrolment: enrolmentId })}
              testId="signal"
            >
              <bdi>{name}</bdi>
            </LinkButton>
          </li>
        ))}
      </ul>
    </StaffLayout>
  )
}
