/** Lists of rows: the table, what narrows it, and what turns its pages. */
import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'
import { classes, useView } from './view.tsx'

export type Column<Row> = {
  /** Name of the column; also stands before each value on a narrow screen. */
  label: string
  cell: (row: Row) => ComponentChildren
  /** The column that names the row. One per table. */
  head?: boolean
  /** Numbers stand at the end of their cell. */
  number?: boolean
  /** The address that sorts by this column, and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' }
  /** The label is read aloud but not shown (acts, boxes to tick). */
  hideLabel?: boolean
}

type TableProps<Row> = {
  caption: string
  /** The caption is read aloud but not shown, when a heading just above says the same. */
  hideCaption?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  /** Draws the eye to a row, e.g. overdue; the row must also say so in words. */
  highlight?: (row: Row) => boolean
  /** Instead of the table when there is no row. */
  empty?: ComponentChildren
  /** More columns than may fit: the place it scrolls in can be reached by keyboard. */
  wide?: boolean
  testId?: string
}

/** A table with a caption; under 600 px each row becomes a card. */
export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>
  return (
    <div class="table-place" {...(props.wide ? { tabIndex: 0, role: 'region', 'aria-label': props.caption } : {})}>
      <table class={classes('table', props.wide && 'wide')} role="table" data-testid={props.testId}>
        <caption class={props.hideCaption ? 'visually-hidden' : undefined}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map((c) => (
              <HeadCell key={c.label} column={c} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)} role="row" class={props.highlight?.(row) ? 'marked' : undefined}>
              {props.columns.map((c) => (
                <Cell key={c.label} column={c} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { label, sort } = column
  return (
    <th
      scope="col"
      role="columnheader"
      class={column.number ? 'number' : undefined}
      aria-sort={sort ? (sort.now ?? 'none') : undefined}
    >
      {sort ? (
        <a href={sort.href}>
          {label}
          {sort.now && <Icon name={sort.now === 'ascending' ? 'up' : 'down'} size={14} />}
        </a>
      ) : (
        <span class={column.hideLabel ? 'visually-hidden' : undefined}>{label}</span>
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row)
  if (column.head) {
    return (
      <th scope="row" role="rowheader">
        {content}
      </th>
    )
  }
  return (
    <td
      role="cell"
      class={column.number ? 'number' : undefined}
      data-label={column.hideLabel ? undefined : column.label}
    >
      {content}
    </td>
  )
}

type FiltersProps = {
  action: string
  /** Fields; give them `optional={false}` and the values of the address. */
  children: ComponentChildren
  /** What narrows the list now; each chip's link leaves it out. */
  active?: { label: string; removeHref: string }[]
  resetHref?: string
  /** How many rows are left, in words. */
  result?: string
}

/** Narrows a list; a GET form, so the filter is in the address. */
export function Filters(props: FiltersProps) {
  const { t } = useView()
  const active = props.active ?? []
  return (
    <div class="filters">
      <form method="get" action={props.action} class="form inline" role="search" aria-label={t('ui.filter.label')}>
        {props.children}
        <button class="button" type="submit">
          {t('ui.filter.apply')}
        </button>
      </form>
      {(active.length > 0 || props.result) && (
        <p class="filter-state">
          {props.result && <strong role="status">{props.result}</strong>}
          {active.map((a) => (
            <a
              key={a.label}
              class="chip-link"
              href={a.removeHref}
              aria-label={t('ui.filter.remove', { filter: a.label })}
            >
              {a.label} <Icon name="cross" size={14} />
            </a>
          ))}
          {active.length > 0 && props.resetHref && <a href={props.resetHref}>{t('ui.filter.reset')}</a>}
        </p>
      )}
    </div>
  )
}

/** Pages of a list. `page` counts from 1. */
export function Pagination(props: { page: number; pages: number; hrefFor: (page: number) => string }) {
  const { t } = useView()
  if (props.pages < 2) return null
  return (
    <nav class="pagination" aria-label={t('ui.pages.label')}>
      {props.page > 1 && (
        <a class="button" rel="prev" href={props.hrefFor(props.page - 1)}>
          <Icon name="back" /> {t('ui.pages.previous')}
        </a>
      )}
      <span>{t('ui.pages.now', { page: props.page, pages: props.pages })}</span>
      {props.page < props.pages && (
        <a class="button" rel="next" href={props.hrefFor(props.page + 1)}>
          {t('ui.pages.next')} <Icon name="arrow" />
        </a>
      )}
    </nav>
  )
}

/** Parts of one thing, each with its own address. */
export function Tabs(props: {
  label: string
  items: { href: string; label: string; current?: boolean; count?: number }[]
}) {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        {props.items.map((i) => (
          <li key={i.href}>
            <a href={i.href} aria-current={i.current ? 'page' : undefined} class={classes(i.current && 'current')}>
              {i.label}
              {i.count !== undefined && <span class="count">{i.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
