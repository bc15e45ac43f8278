import type { SignalsPlan } from '../../../blueprints/parts/signals.ts'
import { Button, Hidden, Icon, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { hasNews } from '../rules.ts'
import type { Signal } from '../signal.ts'
import { themeLabel } from '../view.ts'
import { SignalFields } from './fields.tsx'
import { SignalStatus } from './status.tsx'

/** What the register of a session needs to offer signals. */
export type RegisterSignals = {
  plan: SignalsPlan
  sessionId: string
  /** The reader's own signals that are open or have an answer they have not seen, by person, the newest first. */
  own: Map<string, Signal[]>
}

/** Beside a name: notes a signal on this person. A link to its page; with script the dialog below opens at once. */
export function SignalButton(props: { signals: RegisterSignals; personId: string; enrolmentId: string; name: string }) {
  const { t } = useView()
  const { signals, personId, enrolmentId, name } = props
  return (
    <a
      class="signal-link"
      href={paths.create({ personId }, { session: signals.sessionId, enrolment: enrolmentId })}
      data-signal={personId}
      data-enrolment={enrolmentId}
      data-name={name}
      aria-label={t('signals.note.of', { name })}
      data-testid="signal"
    >
      <Icon name="flag" />
      <span>{t('signals.note.short')}</span>
    </a>
  )
}

/** What became of the reader's own signals on this person: two at most, in a line of their own, so that buttons keep their place. */
export function SignalMarks({ signals, plan }: { signals: Signal[] | undefined; plan: SignalsPlan }) {
  const { t, lang } = useView()
  if (!signals) return null
  return (
    <span class="signal-marks">
      {signals.slice(0, 2).map((signal) => (
        <a key={signal.id} href={paths.show({ signalId: signal.id })}>
          <SignalStatus signal={signal} theme={themeLabel(plan, signal.theme, lang)} />
          {hasNews(signal) && <span class="tag">{t('signals.news')}</span>}
        </a>
      ))}
    </span>
  )
}

/**
 * One dialog for everybody on the register, for those with script: the island `signals` fills in the person and sends in the
 * background, again until the site has it, so that a signal is noted without a network too.
 */
export function SignalDialog({ signals }: { signals: RegisterSignals }) {
  const { t } = useView()
  return (
    <dialog
      class="dialog signal-dialog"
      id="signal"
      aria-labelledby="signal-title"
      data-island="signals"
      data-title={t('signals.new.title', { name: '{name}' })}
      data-unsent={t('signals.unsent', { name: '{name}' })}
      data-lost={t('signals.lost')}
      data-missing={t('signals.incomplete')}
    >
      <form method="post" action={paths.list()} class="form" novalidate>
        <h2 id="signal-title">{t('signals.title')}</h2>
        <p class="error" role="alert" data-signal-error />
        <Hidden name="enrolment" value="" />
        <SignalFields plan={signals.plan} id="" sessionId={signals.sessionId} />
        <div class="actions">
          <Button kind="primary" testId="save-signal">
            {t('signals.save')}
          </Button>
          <button type="button" class="button quiet" data-signal-close>
            {t('signals.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  )
}
