import { formState } from '../../shared/forms/forms.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, seeOther, show } from '../../shared/http/outcome.ts'
import { listStandings } from '../attendance/store.ts'
import { addSession, patternOf } from '../sessions/dates.ts'
import { parseAdded } from '../sessions/form.ts'
import { AddSessionPage } from '../sessions/parts/forms.tsx'
import { nextSlot } from '../sessions/planning.ts'
import { mayPlan } from '../sessions/policy.ts'
import { titleOf } from '../sessions/session.ts'
import { listExpected, listSessions } from '../sessions/store.ts'
import { listMembers } from './members.ts'
import { AttendanceOverviewPage } from './pages/attendance.tsx'
import { CalendarPage } from './pages/calendar.tsx'
import { paths } from './paths.ts'
import { readConflicts } from './planning.ts'
import { mayRead } from './policy.ts'
import { closedIn, getGroupProgramme } from './programme.ts'
import { findGroup, listCoaches } from './store.ts'

export const calendarRoutes = [
  page(
    paths.calendar,
    { policy: mayRead, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, actor, subject: group }) => {
      const sessions = await listSessions(tx, group.id)
      const coaches = (await listCoaches(tx, [group.id])).filter((coach) => coach.endedOn === null)
      const coming = sessions.filter((one) => one.cancelledOn === null && one.closedAt === null)
      const conflicts = await readConflicts(
        tx,
        { ...group, coaches },
        coming.map((one) => ({ date: one.onDate, from: one.startsAt, room: one.room })),
      )
      return show(
        <CalendarPage
          group={group}
          sessions={sessions}
          conflicts={conflicts}
          mayAdd={mayPlan.allows(actor, group) && group.closedOn === null}
        />,
      )
    },
  ),

  page(
    paths.attendance,
    { policy: mayRead, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, query, subject: group }) => {
      const sessions = (await listSessions(tx, group.id)).filter((one) => one.cancelledOn === null)
      const members = await listMembers(tx, group.id)
      const standings = await listStandings(tx, { personIds: members.map((one) => one.personId), groupId: group.id })
      return show(
        <AttendanceOverviewPage
          group={group}
          sessions={sessions}
          members={members}
          expected={
            await listExpected(
              tx,
              sessions.map((one) => one.id),
            )
          }
          page={Number(query.get('page')) || null}
          standings={new Map(standings.map((one) => [`${one.personId} ${one.sessionId}`, one.status]))}
        />,
        { read: { act: 'groups.attendance', on: ['group', group.id], classes: ['attendance'] } },
      )
    },
  ),

  page(
    paths.addSession,
    { policy: mayPlan, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, query, subject: group }) => {
      const sessions = await listSessions(tx, group.id)
      const instead = sessions.find((one) => one.id === query.get('instead'))
      const last = sessions.filter((one) => one.cancelledOn === null).at(-1)
      const programme = await getGroupProgramme(tx, group.programmeId)
      const free =
        last &&
        nextSlot(
          { date: last.onDate, from: last.startsAt, to: last.endsAt },
          patternOf(sessions),
          closedIn(programme.region),
        )
      const coaches = (await listCoaches(tx, [group.id])).filter((coach) => coach.endedOn === null)
      return show(
        <AddSessionPage
          group={group}
          instead={instead?.id ?? null}
          conflicts={free ? await readConflicts(tx, { ...group, coaches }, [free]) : []}
          state={{ values: { ...free, title: instead ? titleOf(instead, group.language) : '' } }}
        />,
      )
    },
  ),

  act(
    paths.addSession,
    { policy: mayPlan, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, typed, subject: group }) => {
      const parsed = parseAdded(typed)
      const instead = (await listSessions(tx, group.id)).find((one) => one.id === typed.get('instead'))
      if (!parsed.ok)
        return invalid(
          <AddSessionPage group={group} instead={instead?.id ?? null} conflicts={[]} state={formState(parsed)} />,
        )
      if (group.closedOn !== null) return notFound()
      const sameTheme = instead && titleOf(instead, group.language) === parsed.value.title
      const id = await addSession(tx, group, { ...parsed.value, theme: sameTheme ? instead.theme : undefined })
      return seeOther(paths.calendar({ groupId: group.id }), {
        did: { act: 'sessions.add', on: ['session', id] },
        say: 'sessions.added',
      })
    },
  ),
]
