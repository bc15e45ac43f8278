import { type Column, EmptyState, Table, useView } from '../../../shared/ui/index.ts'
import { paths as people } from '../../people/paths.ts'
import { paths } from '../paths.ts'
import { hasNews, isLate } from '../rules.ts'
import { type ShownSignal, themeLabel } from '../view.ts'
import { SignalStatus } from './status.tsx'

/** Signals in a table: what, whom, by when, where it stands. `person: false` on the person's own page. */
export function SignalTable(props: {
  caption: string
  signals: ShownSignal[]
  empty: string
  person?: boolean
  /** All of them are with the reader: it need not be said. */
  mine?: boolean
  /** Whether to say of each that the reader has not seen the answer. */
  news?: boolean
  testId: string
}) {
  const { t, lang, date, today } = useView()
  const columns: Column<ShownSignal>[] = [
    {
      label: t('signals.one'),
      head: true,
      cell: ({ signal, plan }) => (
        <>
          <a href={paths.show({ signalId: signal.id })}>{themeLabel(plan, signal.theme, lang)}</a>
          <br />
          <small dir="auto">{signal.body.state === 'open' ? signal.body.text : t(`vault.${signal.body.state}`)}</small>
        </>
      ),
    },
    ...(props.person === false
      ? []
      : [
          {
            label: t('signals.person'),
            cell: ({ signal }: ShownSignal) => (
              <a href={people.show({ personId: signal.personId })}>
                <bdi>{signal.person}</bdi>
              </a>
            ),
          },
        ]),
    {
      label: t('signals.notedOn'),
      cell: ({ signal }) => t('signals.by', { date: date(signal.on), name: signal.notedByName }),
    },
    { label: t('signals.dueOn'), cell: ({ signal }) => (signal.state === 'settled' ? '–' : date(signal.dueOn)) },
    {
      label: t('signals.state'),
      cell: ({ signal, receiver }) => (
        <>
          <SignalStatus signal={signal} />
          {signal.state !== 'settled' && !props.mine && (
            <>
              <br />
              <small>{receiver ? t('signals.with', { name: receiver.name }) : t('signals.withNobody')}</small>
            </>
          )}
          {props.news && hasNews(signal) && (
            <>
              {' '}
              <span class="tag">{t('signals.news')}</span>
            </>
          )}
        </>
      ),
    },
  ]
  return (
    <Table
      caption={props.caption}
      hideCaption
      columns={columns}
      rows={props.signals}
      rowKey={({ signal }) => signal.id}
      highlight={({ signal }) => isLate(signal, today)}
      empty={<EmptyState title={props.empty} />}
      testId={props.testId}
    />
  )
}
