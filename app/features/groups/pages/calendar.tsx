import { addDays, type PlainDate, weekday, weekStart } from '../../../shared/time/dates.ts'
import { EmptyState, LinkButton, Notice, Section, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import { paths as attendance } from '../../attendance/paths.ts'
import { SessionState } from '../../sessions/parts/state.tsx'
import { paths as sessionPaths } from '../../sessions/paths.ts'
import { partOf, type Session, titleOf } from '../../sessions/session.ts'
import type { Group } from '../group.ts'
import { ConflictList, type ShownConflict } from '../parts/conflicts.tsx'
import { GroupTabs } from '../parts/tabs.tsx'
import { paths } from '../paths.ts'

type Props = { group: Group; sessions: Session[]; conflicts: ShownConflict[]; mayAdd: boolean }

/** All half-days of a group: as months at a glance, and as a list with what each is about. */
export function CalendarPage({ group, sessions, conflicts, mayAdd }: Props) {
  const { t } = useView()
  const days = sessions.map((one) => one.onDate)
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  const width = Math.max(5, ...days.map((day) => weekday(day)))
  return (
    <StaffLayout
      title={group.name}
      crumbs={[{ href: paths.list(), label: t('groups.title') }]}
      actions={
        mayAdd && (
          <LinkButton icon="plus" href={paths.addSession({ groupId: group.id })} testId="new-session">
            {t('sessions.add')}
          </LinkButton>
        )
      }
    >
      <GroupTabs group={group} current="calendar" />
      {conflicts.length > 0 && (
        <div class="no-print">
          <Notice kind="warning">
            <ConflictList conflicts={conflicts} />
          </Notice>
        </div>
      )}
      <div class="months">
        {months.map((month) => (
          <Month key={month} month={month} sessions={sessions} days={width} />
        ))}
      </div>
      <Section title={t('groups.calendar.list')}>
        <SessionTable sessions={sessions} />
      </Section>
    </StaffLayout>
  )
}

/** The weeks of one month in which the group meets, from its first to its last session. */
function Month({ month, sessions, days }: { month: string; sessions: Session[]; days: number }) {
  const { date, today, lang } = useView()
  const first: PlainDate = `${month}-01`
  const from = weekStart(sessions[0]!.onDate)
  const to = sessions.at(-1)!.onDate
  const weeks: PlainDate[] = []
  for (let monday = weekStart(first); monday.slice(0, 7) <= month; monday = addDays(monday, 7))
    if (addDays(monday, days - 1).slice(0, 7) >= month && monday >= from && monday <= to) weeks.push(monday)
  const named = (style: 'short' | 'long', i: number) =>
    new Intl.DateTimeFormat(lang, { weekday: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 5 + i)))
  return (
    <table class="month">
      <caption>{date(first, 'month')}</caption>
      <thead>
        <tr>
          {Array.from({ length: days }, (_, i) => (
            <th key={named('short', i)} scope="col">
              <abbr title={named('long', i)}>{named('short', i)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((monday) => (
          <tr key={monday}>
            {Array.from({ length: days }, (_, i) => addDays(monday, i)).map((day) => (
              <td key={day} class={day === today ? 'today' : undefined}>
                {day.startsWith(month) && (
                  <>
                    <span class="day-number">{Number(day.slice(8))}</span>
                    {sessions
                      .filter((one) => one.onDate === day)
                      .map((one) => (
                        <DayLink key={one.id} session={one} />
                      ))}
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayLink({ session }: { session: Session }) {
  const { t, lang, date } = useView()
  const half = t(`ui.half.${session.halfDay}`)
  return (
    <a
      class={session.cancelledOn ? 'day-session gone' : session.closedAt ? 'day-session held' : 'day-session'}
      href={sessionPaths.show({ sessionId: session.id })}
    >
      {session.number}
      <small>{t(`groups.half.${session.halfDay}`)}</small>
      <span class="visually-hidden">
        {t('groups.calendar.day', {
          number: session.number,
          title: titleOf(session, lang),
          date: date(session.onDate, 'weekday'),
          half,
          state: session.cancelledOn ? 'cancelled' : 'on',
        })}
      </span>
    </a>
  )
}

function SessionTable({ sessions }: { sessions: Session[] }) {
  const { t, date, lang, today } = useView()
  return (
    <Table
      caption={t('groups.calendar.list')}
      hideCaption
      rows={sessions}
      rowKey={(one) => one.id}
      testId="sessions"
      empty={<EmptyState title={t('sessions.none')} />}
      highlight={(one) => one.cancelledOn === null && one.closedAt === null && one.onDate <= today}
      columns={[
        { label: t('sessions.number'), number: true, cell: (one) => one.number },
        { label: t('sessions.date'), cell: (one) => date(one.onDate, 'weekday') },
        {
          label: t('sessions.time'),
          cell: (one) => <span class="time">{t('sessions.fromTo', { from: one.startsAt, to: one.endsAt })}</span>,
        },
        {
          label: t('sessions.theme'),
          head: true,
          cell: (one) => (
            <>
              <a href={sessionPaths.show({ sessionId: one.id })} class={one.cancelledOn ? 'struck' : undefined}>
                {titleOf(one, lang)}
              </a>
              {partOf(one, 'outing', lang) && <small class="block">{partOf(one, 'outing', lang)}</small>}
            </>
          ),
        },
        { label: t('sessions.state'), cell: (one) => <SessionState session={one} /> },
        {
          label: t('groups.attendance'),
          hideLabel: true,
          cell: (one) =>
            one.cancelledOn === null &&
            one.onDate <= today && (
              <a href={attendance.register({ sessionId: one.id })}>
                {one.closedAt ? t('attendance.look') : t('groups.record')}
                <span class="visually-hidden"> {date(one.onDate)}</span>
              </a>
            ),
        },
      ]}
    />
  )
}
