import type { SignalsPlan } from '../../../blueprints/parts/signals.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { useField } from '../../../shared/ui/form.tsx'
import { Hidden, Pictogram, useView } from '../../../shared/ui/index.ts'

/**
 * What is asked of a signal, the same on its own page and in the register's dialog: theme, one line, how soon. Two taps and a
 * line, since the person and the usual urgency are chosen already.
 */
export function SignalFields({ plan, id, sessionId }: { plan: SignalsPlan; id: string; sessionId: string | null }) {
  return (
    <>
      <Hidden name="id" value={id} />
      {sessionId && <Hidden name="session" value={sessionId} />}
      <Themes plan={plan} />
      <Line />
      <Urgencies plan={plan} />
    </>
  )
}

function Themes({ plan }: { plan: SignalsPlan }) {
  const { t, lang } = useView()
  const field = useField({ name: 'theme' })
  return (
    <fieldset class="signal-themes" aria-describedby={field.describedBy}>
      <legend>{t('signals.theme')}</legend>
      {field.error && (
        <p class="error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
      {plan.themes.map((theme, i) => (
        <label key={theme.key} class="signal-theme">
          <input
            type="radio"
            name="theme"
            value={theme.key}
            id={i === 0 ? field.id : undefined}
            checked={field.value === theme.key}
            data-testid={`signal-theme-${theme.key}`}
          />
          <Pictogram name={theme.picture} size={36} />
          <span>{textIn(theme.label, lang).text}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Line() {
  const { t } = useView()
  const { id, error, value, describedBy } = useField({ name: 'body', hint: ' ' })
  return (
    <div class="field">
      <label class="label" for={id}>
        {t('signals.body')}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {t('signals.body.hint')}
      </p>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        class="input"
        id={id}
        name="body"
        maxlength={1000}
        value={String(value ?? '')}
        dir="auto"
        autocomplete="off"
        aria-describedby={describedBy}
        aria-invalid={error ? 'true' : undefined}
        data-testid="signal-body"
      />
    </div>
  )
}

function Urgencies({ plan }: { plan: SignalsPlan }) {
  const { t, lang } = useView()
  const { value, id } = useField({ name: 'urgency', value: plan.usual })
  return (
    <fieldset class="signal-urgencies">
      <legend>{t('signals.urgency')}</legend>
      {plan.urgencies.map((urgency, i) => (
        <label key={urgency.key} class="signal-urgency">
          <input
            type="radio"
            name="urgency"
            value={urgency.key}
            id={i === 0 ? id : undefined}
            checked={(value || plan.usual) === urgency.key}
            data-testid={`signal-urgency-${urgency.key}`}
          />
          <span>{textIn(urgency.label, lang).text}</span>
        </label>
      ))}
    </fieldset>
  )
}
