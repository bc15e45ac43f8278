import { LinkButton, Section, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { byUrgency } from '../rules.ts'
import { type ShownSignal, themeLabel } from '../view.ts'
import { SignalStatus } from './status.tsx'

/** On the person's page: what is open, with whom, and the way to note one. */
export function SignalsSection(props: { personId: string; signals: ShownSignal[]; can: { note: boolean } }) {
  const { t, lang, date } = useView()
  const { personId, signals } = props
  const open = signals.filter(({ signal }) => signal.state !== 'settled')
  return (
    <Section
      title={t('signals.title')}
      id="signals"
      card
      actions={
        props.can.note && (
          <LinkButton size="small" icon="flag" href={paths.create({ personId })} testId="signal">
            {t('signals.note')}
          </LinkButton>
        )
      }
    >
      {open.length === 0 && <p class="unknown">{t('signals.open.none')}</p>}
      <ul class="stack-small">
        {open
          .toSorted((a, b) => byUrgency(a.signal, b.signal))
          .slice(0, 3)
          .map(({ signal, plan, receiver }) => (
            <li key={signal.id}>
              <a href={paths.show({ signalId: signal.id })}>{themeLabel(plan, signal.theme, lang)}</a>{' '}
              <SignalStatus signal={signal} />
              <br />
              <small>
                {receiver
                  ? t('signals.open.by', { name: receiver.name, date: date(signal.dueOn) })
                  : t('signals.withNobody')}
              </small>
            </li>
          ))}
      </ul>
      {signals.length > 0 && (
        <p>
          <a href={paths.ofPerson({ personId })}>{t('signals.all', { count: signals.length })}</a>
        </p>
      )}
    </Section>
  )
}
