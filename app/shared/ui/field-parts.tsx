/** What stands before every field: its name, its hint, what is wrong. */
import type { ComponentChildren } from 'preact'
import { useView } from './view.tsx'

export function Label(props: { for: string; label: string; optional?: boolean }) {
  return (
    <label for={props.for} class="label">
      {props.label} <Optional optional={props.optional} />
    </label>
  )
}

export function Legend(props: { label: string; optional?: boolean }) {
  return (
    <legend class="label">
      {props.label} <Optional optional={props.optional} />
    </legend>
  )
}

function Optional(props: { optional?: boolean }) {
  const { t } = useView()
  return props.optional ? <span class="optional">{t('ui.optional')}</span> : null
}

export function HintAndError(props: { id: string; hint?: ComponentChildren; error?: string }) {
  return (
    <>
      {props.hint && (
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="error" id={`${props.id}-error`}>
          {props.error}
        </p>
      )}
    </>
  )
}
