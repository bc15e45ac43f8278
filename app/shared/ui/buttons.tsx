/** What one can press. A button acts (posts), a link goes; they only look alike. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'
import { classes } from './view.tsx'

type Look = {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'normal' | 'large'
  icon?: IconName
  /** A key such as `n`: works with script, shown beside the words. */
  hotkey?: string
  testId?: string
  children: ComponentChildren
}

type ButtonProps = Look & {
  /** Which of several buttons was pressed, as the form sees it. */
  name?: string
  value?: string
  type?: 'submit' | 'button' | 'reset'
  /** Another address than the form's own. */
  formaction?: string
  form?: string
  /** What is read aloud when the words alone do not say which row is meant. */
  label?: string
}

/** Submits its form. Never disabled: say why not beside it instead. */
export function Button({ kind, size, icon, hotkey, testId, children, type = 'submit', label, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} class={look(kind, size)} data-hotkey={hotkey} data-testid={testId} aria-label={label}>
      <Inside icon={icon} hotkey={hotkey}>
        {children}
      </Inside>
    </button>
  )
}

/** Goes somewhere. `download` for files. */
export function LinkButton(props: Look & { href: string; download?: boolean; label?: string }) {
  const { kind, size, icon, hotkey, testId, children, href, download, label } = props
  return (
    <a
      class={look(kind, size)}
      href={href}
      download={download || undefined}
      data-hotkey={hotkey}
      data-testid={testId}
      aria-label={label}
    >
      <Inside icon={icon} hotkey={hotkey}>
        {children}
      </Inside>
    </a>
  )
}

/** Buttons side by side; the first is the usual one. */
export function Actions(props: { children: ComponentChildren }) {
  return <div class="actions">{props.children}</div>
}

function Inside(props: { icon?: IconName; hotkey?: string; children: ComponentChildren }) {
  return (
    <>
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
      {props.hotkey && <kbd aria-hidden>{props.hotkey}</kbd>}
    </>
  )
}

function look(kind: Look['kind'] = 'secondary', size: Look['size'] = 'normal') {
  return classes('button', kind !== 'secondary' && kind, size !== 'normal' && size)
}
