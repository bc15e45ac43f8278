/** Forms that post HTML and come back with what was typed and what was wrong. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { classes, type Text, useText, useView } from './view.tsx'

/** What a form came back with: values as typed, and one message per field. Errors without a field go under ''. */
export type FormState = {
  values?: Record<string, string | string[] | undefined>
  errors?: Record<string, Text | undefined>
}

export const FormContext = createContext<FormState & { id: string }>({ id: 'f' })

type FormProps = FormState & {
  action: string
  /** Prefix of the fields' ids; needed when a page has two forms. */
  id?: string
  /** Address that takes drafts: saved every 2 s while typing, and "saved at 14:02" is shown. */
  autosave?: string
  upload?: boolean
  /** A tight row of fields and a button, for a page that has several small forms. */
  inline?: boolean
  label?: string
  testId?: string
  children: ComponentChildren
}

/** A form that posts. Its fields find their value and error by name. A second press of the button does nothing. */
export function Form(props: FormProps) {
  const { t } = useView()
  const { id = 'f', values, errors } = props
  return (
    <FormContext.Provider value={{ id, values, errors }}>
      <ErrorSummary errors={errors} id={id} />
      <form
        method="post"
        action={props.action}
        enctype={props.upload ? 'multipart/form-data' : undefined}
        class={classes('form', props.inline && 'inline')}
        novalidate
        data-island={props.autosave ? 'confirm-once autosave' : 'confirm-once'}
        data-autosave={props.autosave}
        data-testid={props.testId}
        aria-label={props.label}
      >
        {props.children}
        {props.autosave && (
          <p
            class="saved"
            role="status"
            data-saved={t('ui.saved', { time: '{time}' })}
            data-unsaved={t('ui.unsaved')}
          />
        )}
      </form>
    </FormContext.Provider>
  )
}

/** What is wrong, at the top, each line leading to its field. Takes the focus when the page opens. */
export function ErrorSummary(props: { errors?: FormState['errors']; id?: string }) {
  const { t } = useView()
  const text = useText()
  const entries = Object.entries(props.errors ?? {}).filter((e): e is [string, Text] => Boolean(e[1]))
  if (entries.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('ui.error.summary', { count: entries.length })}</h2>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>
            {name ? <a href={`#${fieldId(props.id ?? 'f', name)}`}>{text(message)}</a> : text(message)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Fields that belong together, under a heading. */
export function Fieldset(props: { legend: string; hint?: string; columns?: boolean; children: ComponentChildren }) {
  return (
    <fieldset class="group">
      <legend>{props.legend}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      <div class={props.columns ? 'columns' : 'stack'}>{props.children}</div>
    </fieldset>
  )
}

export function Hidden(props: { name: string; value: string | number }) {
  return <input type="hidden" name={props.name} value={props.value} />
}

/** The id of a field, for links and labels. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name.replaceAll(/[^\w-]/g, '_')}`
}

/** What a field needs to know: its id, value, error, and what describes it. */
export function useField(props: { name: string; value?: string | string[]; error?: Text; hint?: ComponentChildren }) {
  const form = useContext(FormContext)
  const text = useText()
  const id = fieldId(form.id, props.name)
  const message = props.error ?? form.errors?.[props.name]
  const error = message ? text(message) : undefined
  const typed = form.values?.[props.name]
  const described = classes(Boolean(props.hint) && `${id}-hint`, error && `${id}-error`)
  return { id, error, value: typed ?? props.value, describedBy: described || undefined }
}
