import type { PlainDate } from '../../../shared/time/dates.ts'
import { EmptyState, Pagination, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { type Attendance, statuses } from '../../attendance/attendance.ts'
import { StatusMark } from '../../attendance/parts/mark.tsx'
import { paths as attendance } from '../../attendance/paths.ts'
import { summarise } from '../../attendance/rules.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { type Session, titleOf } from '../../sessions/session.ts'
import type { Group, Member } from '../group.ts'
import { GroupTabs } from '../parts/tabs.tsx'
import { paths } from '../paths.ts'

type Props = {
  group: Group
  sessions: Session[]
  members: Member[]
  expected: Map<string, Set<string>>
  /** By `person session`. */
  standings: Map<string, Attendance>
  /** Which of the pages of half-days; null: where today is. */
  page: number | null
}

/** So many half-days fit beside the names; a group of sixty has pages. */
const perPage = 20

/** The page asked for, else the one of the next half-day, else the last. */
export function shownSessions(sessions: readonly Session[], asked: number | null, today: PlainDate) {
  const pages = Math.max(1, Math.ceil(sessions.length / perPage))
  const next = sessions.findIndex(({ onDate }) => onDate >= today)
  const page = Math.min(pages, Math.max(1, asked ?? (next < 0 ? pages : Math.floor(next / perPage) + 1)))
  return { page, pages, shown: sessions.slice((page - 1) * perPage, page * perPage) }
}

/** Who was there when: people by sessions, the same facts as the registers. */
export function AttendanceOverviewPage({ group, sessions, members, expected, standings, page: asked }: Props) {
  const { t, date, lang, today } = useView()
  const { page, pages, shown } = shownSessions(sessions, asked, today)
  const known = (member: Member, session: Session) =>
    member.joinedOn <= session.onDate &&
    (member.leftOn === null || member.leftOn > session.onDate) &&
    (expected.get(session.id)?.has(member.personId) ?? true)
  const marked = (member: Member, session: Session) => standings.get(`${member.personId} ${session.id}`) ?? null
  return (
    <StaffLayout title={group.name} crumbs={[{ href: paths.list(), label: t('groups.title') }]} width="wide">
      <GroupTabs group={group} current="attendance" />
      {members.length === 0 || sessions.length === 0 ? (
        <EmptyState title={t('attendance.overview.none')} />
      ) : (
        <>
          <div class="table-place grid-place" tabindex={0} role="region" aria-label={t('attendance.overview')}>
            <table class="grid" data-testid="attendance-overview">
              <caption class="visually-hidden">{t('attendance.overview')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('groups.member')}</th>
                  {shown.map((session) => (
                    <th key={session.id} scope="col" title={titleOf(session, lang)}>
                      {session.onDate <= today ? (
                        <a href={attendance.register({ sessionId: session.id })}>
                          {session.number}
                          <span class="visually-hidden"> {titleOf(session, lang)}</span>
                        </a>
                      ) : (
                        session.number
                      )}
                      <small>{date(session.onDate).slice(0, 5)}</small>
                    </th>
                  ))}
                  <th scope="col">{t('attendance.total')}</th>
                </tr>
              </thead>
              <tbody>
                {members.map((member) => {
                  const sum = summarise(sessions.map((session) => marked(member, session)))
                  return (
                    <tr key={member.id}>
                      <th scope="row">
                        <a href={people.show({ personId: member.personId })}>{fullName(member)}</a>
                      </th>
                      {shown.map((session) => (
                        <td key={session.id}>
                          {marked(member, session) ? (
                            <StatusMark status={marked(member, session)!} />
                          ) : known(member, session) ? (
                            <span class="soft">{session.onDate <= today ? '?' : ''}</span>
                          ) : (
                            <span class="soft">–</span>
                          )}
                        </td>
                      ))}
                      <td class="number">
                        {t('attendance.sum', { there: sum.present + sum.late + sum.leftEarly, marked: sum.marked })}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
          <Pagination
            page={page}
            pages={pages}
            hrefFor={(to) => paths.attendance({ groupId: group.id }, { page: String(to) })}
          />
          <p class="legend">
            {statuses.map((status) => (
              <span key={status}>
                <StatusMark status={status} decorative /> {t(`attendance.status.${status}`)}
              </span>
            ))}
          </p>
        </>
      )}
    </StaffLayout>
  )
}
