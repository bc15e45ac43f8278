/** What the page tells its reader: notices, refusals, states, what comes next, how far it is. */
import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'
import { classes, type Text, useText, useView } from './view.tsx'

type NoticeProps = {
  kind?: 'info' | 'done' | 'warning' | 'refused'
  title?: string
  children?: ComponentChildren
  /** What to do instead; belongs to every refusal. */
  instead?: ComponentChildren
  testId?: string
}

const noticeIcons = { info: 'info', done: 'check', warning: 'warning', refused: 'stop' } as const

/** Something to know. `refused` says why an act was not done and what to do instead; it takes the focus. */
export function Notice({ kind = 'info', ...props }: NoticeProps) {
  const { t } = useView()
  const refused = kind === 'refused'
  return (
    <div
      class={classes('notice', kind)}
      role={refused ? 'alert' : undefined}
      tabindex={refused ? -1 : undefined}
      autofocus={refused || undefined}
      data-testid={props.testId}
    >
      <Icon name={noticeIcons[kind]} label={t(`ui.notice.${kind}`)} />
      <div>
        {props.title && <p class="notice-title">{props.title}</p>}
        {props.children}
        {props.instead && (
          <p>
            <strong>{t('ui.notice.instead')}</strong> {props.instead}
          </p>
        )}
      </div>
    </div>
  )
}

/** The answer of a rule that said no, as a notice. */
export function Refusal(props: { reason: Text; instead?: Text }) {
  const { t } = useView()
  const text = useText()
  return (
    <Notice kind="refused" title={t('ui.refused')} instead={props.instead && text(props.instead)} testId="refusal">
      <p>{text(props.reason)}</p>
    </Notice>
  )
}

export type StatusKind = 'done' | 'active' | 'waiting' | 'attention' | 'stopped' | 'none'

const shapes: Record<StatusKind, ComponentChildren> = {
  done: <path d="M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0ZM5.2 9 9.5 4.3 8.5 3.3 5.2 7 3.5 5.200l-1 1Z" fill="currentColor" />,
  active: <path d="M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0Z" fill="currentColor" />,
  waiting: (
    <path d="M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1ZM6 3v3l2 1.5" fill="none" stroke="currentColor" stroke-width="1.6" />
  ),
  attention: <path d="M6 .5 12 11.500H0Z" fill="currentColor" />,
  stopped: <path d="M1 1h10v10H1Z" fill="currentColor" />,
  none: <path d="M1 6h10" stroke="currentColor" stroke-width="2" />,
}

/** A state: shape, colour and word, never colour alone. */
export function Status(props: { kind: StatusKind; children: ComponentChildren }) {
  return (
    <span class={`status ${props.kind}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden>
        {shapes[props.kind]}
      </svg>
      {props.children}
    </span>
  )
}

/** A word that sorts things: language, theme, role. Carries no state. */
export function Tag(props: { children: ComponentChildren }) {
  return <span class="tag">{props.children}</span>
}

type NextProps = {
  /** Who must do it, e.g. a name or a role. */
  who: ComponentChildren
  what: ComponentChildren
  /** By when, already formatted; `late` adds the word, not only the colour. */
  by?: string
  late?: boolean
  href?: string
}

/** The one line: next, who must do what by when. */
export function Next(props: NextProps) {
  const { t } = useView()
  return (
    <p class={classes('next', props.late && 'late')} data-testid="next">
      <span class="next-word">{t('ui.next')}</span>
      <strong>{props.who}</strong>
      <span class="next-what">{props.href ? <a href={props.href}>{props.what}</a> : props.what}</span>
      {props.by && (
        <span class="next-by">
          <Icon name={props.late ? 'warning' : 'calendar'} size={16} />{' '}
          {t(props.late ? 'ui.next.late' : 'ui.next.by', { date: props.by })}
        </span>
      )}
    </p>
  )
}

/** Nothing here yet, and what to do about it. */
export function EmptyState(props: { title: string; children?: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg width="96" height="40" viewBox="0 0 96 40" aria-hidden>
        <path
          d="M4 30c26-30 62-30 88 0"
          fill="none"
          stroke="currentColor"
          stroke-width="3"
          stroke-linecap="round"
          stroke-dasharray="1 8"
        />
      </svg>
      <p class="empty-title">{props.title}</p>
      {props.children && <div>{props.children}</div>}
      {props.action && <div class="actions">{props.action}</div>}
    </div>
  )
}

/** How far a piece of work is; without `value` it only says that it runs. */
export function Progress(props: { label: string; value?: number; max?: number; text?: string }) {
  return (
    <div class="progress">
      <label>
        <span>{props.label}</span>
        <progress value={props.value} max={props.max ?? 100} />
      </label>
      {props.text && <span class="progress-text">{props.text}</span>}
    </div>
  )
}

export type Step = { label: string; state: 'done' | 'current' | 'todo' | 'skipped'; note?: string; href?: string }

/** The stages of a way, with where one stands. */
export function Steps(props: { label: string; steps: Step[] }) {
  const { t } = useView()
  return (
    <ol class="steps" aria-label={props.label}>
      {props.steps.map((s, i) => (
        <li key={s.label} class={s.state} aria-current={s.state === 'current' ? 'step' : undefined}>
          <span class="step-mark" aria-hidden>
            {s.state === 'done' ? <Icon name="check" size={14} /> : s.state === 'skipped' ? '–' : i + 1}
          </span>
          <span class="step-text">
            {s.href ? <a href={s.href}>{s.label}</a> : s.label}
            <span class="visually-hidden"> {t(`ui.step.${s.state}`)}</span>
            {s.note && <small>{s.note}</small>}
          </span>
        </li>
      ))}
    </ol>
  )
}
