/** Facts and figures: what is known, since when, and where a number comes from. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'
import { classes, useView } from './view.tsx'

/** Labelled facts. A fact without a value says "not known yet". */
export function Facts(props: {
  facts: { label: string; value?: ComponentChildren; action?: ComponentChildren }[]
  columns?: boolean
}) {
  const { t } = useView()
  return (
    <dl class={classes('facts', props.columns && 'columns')}>
      {props.facts.map((f) => (
        <div key={f.label}>
          <dt>{f.label}</dt>
          <dd>
            {f.value === undefined || f.value === null || f.value === '' ? (
              <span class="unknown">{t('ui.unknown')}</span>
            ) : (
              f.value
            )}
            {f.action && <span class="fact-action">{f.action}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type FigureProps = {
  value: number | string
  label: string
  /** How it is counted; a figure without its definition is not shown. */
  definition: string
  /** The list behind the number. */
  href?: string
  tone?: 'calm' | 'attention'
  testId?: string
}

/** A number with its definition and the list behind it. */
export function Figure(props: FigureProps) {
  const { t, number } = useView()
  const value = typeof props.value === 'number' ? number(props.value) : props.value
  return (
    <div class={classes('figure', props.tone)} data-testid={props.testId}>
      <p class="figure-line">
        <bdi class="figure-value">{value}</bdi>
        {props.href ? <a href={props.href}>{props.label}</a> : <span>{props.label}</span>}
      </p>
      <details>
        <summary>
          {t('ui.figure.definition')}
          <span class="visually-hidden"> {props.label}</span>
        </summary>
        <p>{props.definition}</p>
      </details>
    </div>
  )
}

/** Figures side by side. */
export function Figures(props: { children: ComponentChildren }) {
  return <div class="figures">{props.children}</div>
}

export type Event = {
  key: string
  when: string
  datetime?: string
  title: ComponentChildren
  who?: string
  icon?: IconName
  children?: ComponentChildren
}

/** What happened, newest first unless the page says otherwise. */
export function Timeline(props: { label: string; events: Event[] }) {
  return (
    <ol class="timeline" aria-label={props.label}>
      {props.events.map((e) => (
        <li key={e.key}>
          <span class="timeline-mark" aria-hidden>
            {e.icon && <Icon name={e.icon} size={16} />}
          </span>
          <p class="timeline-when">
            <time datetime={e.datetime}>{e.when}</time>
            {e.who && <span>{e.who}</span>}
          </p>
          <p class="timeline-title">{e.title}</p>
          {e.children}
        </li>
      ))}
    </ol>
  )
}

/** A part of a page with its heading and acts. `level` keeps the order of headings right. */
export function Section(props: {
  title: string
  level?: 2 | 3
  actions?: ComponentChildren
  card?: boolean
  id?: string
  children: ComponentChildren
}) {
  const H = props.level === 3 ? 'h3' : 'h2'
  return (
    <section class={classes('section', props.card && 'card')} id={props.id}>
      <div class="section-head">
        <H>{props.title}</H>
        {props.actions && <div class="actions">{props.actions}</div>}
      </div>
      {props.children}
    </section>
  )
}

/** Two columns on a wide screen: what is read first, and what goes beside it. */
export function Columns(props: {
  main: ComponentChildren
  aside: ComponentChildren
  /** On a narrow screen the aside comes first: it holds what is to be done. */
  asideFirst?: boolean
}) {
  return (
    <div class={classes('two', props.asideFirst && 'aside-first')}>
      <div class="stack">{props.main}</div>
      <aside class="stack">{props.aside}</aside>
    </div>
  )
}

/** Someone in a list: initials, name, and one word more. */
export function PersonChip(props: { name: string; href?: string; note?: string }) {
  return (
    <span class="person">
      <span class="avatar" aria-hidden>
        {initials(props.name)}
      </span>
      <span class="person-text">
        {props.href ? (
          <a href={props.href}>
            <bdi>{props.name}</bdi>
          </a>
        ) : (
          <bdi>{props.name}</bdi>
        )}
        {props.note && <small>{props.note}</small>}
      </span>
    </span>
  )
}

/** First letters of the first and last word; one letter for a single name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

/** More to read for those who want it. */
export function Disclosure(props: { summary: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="disclosure" open={props.open}>
      <summary>{props.summary}</summary>
      <div>{props.children}</div>
    </details>
  )
}

/**
 * A native dialog. Without script `DialogLink` leads to it by its address (`:target`); with script it opens as a modal.
 */
export function Dialog(props: { id: string; title: string; children: ComponentChildren }) {
  const { t } = useView()
  return (
    <dialog class="dialog" id={props.id} aria-labelledby={`${props.id}-title`} data-island="dialog">
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
      <a class="dialog-close" href="#main" aria-label={t('ui.close')}>
        <Icon name="cross" />
      </a>
    </dialog>
  )
}

export function DialogLink(props: { to: string; kind?: 'primary' | 'quiet' | 'danger'; children: ComponentChildren }) {
  return (
    <a class={classes('button', props.kind)} href={`#${props.to}`} aria-haspopup="dialog">
      {props.children}
    </a>
  )
}
