import { newId } from '../../shared/db/database.ts'
import { formState } from '../../shared/forms/forms.ts'
import { act, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, refused, seeOther, show } from '../../shared/http/outcome.ts'
import { listProgrammes } from '../programmes/store.ts'
import { calendarRoutes } from './calendar.routes.tsx'
import { completionRoutes } from './completion.routes.tsx'
import { parseDetails, parseNewGroup } from './form.ts'
import { makeGroup } from './making.ts'
import { memberRoutes } from './members.routes.tsx'
import { listMembers } from './members.ts'
import { EditGroupPage } from './pages/edit.tsx'
import { GroupsPage, ProgrammeGroupsPage } from './pages/list.tsx'
import { NewGroupPage } from './pages/new.tsx'
import { GroupPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayCreate, mayEdit, mayList, mayListOf, mayRead } from './policy.ts'
import { closedIn, findGroupProgramme, getGroupProgramme } from './programme.ts'
import { planningGroup, toSlots, usual } from './rules.ts'
import { staffRoutes } from './staff.routes.tsx'
import {
  findGroup,
  type ListedGroup,
  listCandidates,
  listCoaches,
  listGroupsOf,
  listLedGroups,
  listRooms,
  saveGroupDetails,
} from './store.ts'
import { viewGroup, viewPreview } from './views.ts'

const withCoaches = async (tx: Parameters<typeof listCoaches>[0], groups: ListedGroup[]) => {
  const coaches = Map.groupBy(
    (
      await listCoaches(
        tx,
        groups.map((group) => group.id),
      )
    ).filter((coach) => coach.endedOn === null),
    (coach) => coach.groupId,
  )
  return groups.map((group) => ({ ...group, coaches: coaches.get(group.id) ?? [] }))
}

export const routes = [
  page(paths.list, { policy: mayList }, async ({ tx, actor }) => {
    if (actor.role === 'coach' || actor.role === 'trainee') {
      const groups = await withCoaches(tx, await listLedGroups(tx))
      return show(<GroupsPage sections={[{ programme: null, groups, mayCreate: false }]} />)
    }
    const programmes = (await listProgrammes(tx)).filter((programme) => programme.isMine)
    const sections = []
    for (const programme of programmes)
      sections.push({
        programme,
        groups: await withCoaches(tx, await listGroupsOf(tx, programme.id)),
        mayCreate: actor.role === 'coordinator',
      })
    return show(<GroupsPage sections={sections} />)
  }),

  page(
    paths.ofProgramme,
    { policy: mayListOf, find: ({ tx, params }) => findGroupProgramme(tx, params.programmeId) },
    async ({ tx, actor, subject: programme }) =>
      show(
        <ProgrammeGroupsPage
          programme={programme}
          groups={await withCoaches(tx, await listGroupsOf(tx, programme.id))}
          mayCreate={mayCreate.allows(actor, programme)}
        />,
      ),
  ),

  page(
    paths.create,
    { policy: mayCreate, find: ({ tx, params }) => findGroupProgramme(tx, params.programmeId) },
    async ({ tx, subject: programme }) => {
      const { settings } = programme
      const values = {
        ...usual,
        id: newId(),
        language: settings.languages[0],
        capacity: String(settings.group?.max ?? 12),
        site: settings.sites.length === 1 ? settings.sites[0]!.name : '',
      }
      return show(
        <NewGroupPage
          programme={programme}
          candidates={await listCandidates(tx, programme)}
          rooms={await listRooms(tx, programme.id)}
          state={{ values }}
        />,
      )
    },
  ),

  /** First the preview, which writes nothing; then the same fields again with `confirm`. */
  act(
    paths.create,
    { policy: mayCreate, find: ({ tx, params }) => findGroupProgramme(tx, params.programmeId) },
    async ({ tx, actor, typed, subject: programme, words, today }) => {
      const frame = {
        programme,
        candidates: await listCandidates(tx, programme),
        rooms: await listRooms(tx, programme.id),
      }
      const parsed = parseNewGroup(typed, programme.settings.languages)
      if (!parsed.ok) return invalid(<NewGroupPage {...frame} state={formState(parsed)} />)
      const { id, start, halfDays, coach, coCoach, trainee, name, language, site, room, capacity, ...times } =
        parsed.value
      const team = [
        { userId: coach, part: 'coach' as const },
        ...(coCoach ? [{ userId: coCoach, part: 'co-coach' as const }] : []),
        ...(trainee ? [{ userId: trainee, part: 'trainee' as const }] : []),
      ].map((one) => ({ ...one, name: frame.candidates.find((c) => c.id === one.userId)?.name }))
      const plan = planningGroup(
        { start, slots: toSlots(halfDays, times) },
        programme.settings,
        closedIn(programme.region),
      )
      const unknown = team.some((one) => one.name === undefined)
      if (!plan.ok || unknown)
        return refused(
          <NewGroupPage
            {...frame}
            state={formState(parsed)}
            refusal={plan.ok ? { key: 'groups.coach.unknown' } : plan}
          />,
        )
      if (typed.get('intent') !== 'confirm') {
        const coaches = team.map((one) => ({ userId: one.userId, name: one.name! }))
        const preview = await viewPreview(tx, { id, room, coaches, programme, plan: plan.value, words })
        return show(
          <NewGroupPage
            {...frame}
            state={formState(parsed)}
            preview={{ ...preview, values: parsed.typed.toValues() }}
          />,
        )
      }
      const group = { id, programmeId: programme.id, name, language, site, room, capacity }
      const made = await makeGroup(tx, actor, { group, plan: plan.value, team, settings: programme.settings, today })
      if (!made) {
        const there = await findGroup(tx, id)
        if (!there) return notFound()
        return seeOther(paths.show({ groupId: id }), { did: [] })
      }
      return seeOther(paths.show({ groupId: id }), {
        did: { act: 'groups.create', on: ['group', id] },
        say: { key: 'groups.created', params: { count: plan.value.halfDays.length } },
      })
    },
  ),

  page(
    paths.show,
    { policy: mayRead, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, actor, subject: group, today }) =>
      show(<GroupPage {...(await viewGroup(tx, actor, group, today))} />, {
        read: { act: 'groups.read', on: ['group', group.id], classes: ['identity', 'attendance'] },
      }),
  ),

  page(
    paths.edit,
    { policy: mayEdit, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, subject: group }) => {
      const { settings } = await getGroupProgramme(tx, group.programmeId)
      return show(
        <EditGroupPage
          group={group}
          languages={settings.languages}
          sites={settings.sites.map((site) => site.name)}
          rooms={await listRooms(tx, group.programmeId)}
          state={{
            values: {
              name: group.name,
              language: group.language,
              site: group.site ?? '',
              room: group.room ?? '',
              capacity: String(group.capacity),
            },
          }}
        />,
      )
    },
  ),

  act(
    paths.edit,
    { policy: mayEdit, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, typed, subject: group }) => {
      const { settings } = await getGroupProgramme(tx, group.programmeId)
      const members = (await listMembers(tx, group.id)).filter((member) => member.leftOn === null)
      const parsed = parseDetails(typed, settings.languages, members.length)
      if (!parsed.ok)
        return invalid(
          <EditGroupPage
            group={group}
            languages={settings.languages}
            sites={settings.sites.map((site) => site.name)}
            rooms={await listRooms(tx, group.programmeId)}
            state={formState(parsed)}
          />,
        )
      if (!(await saveGroupDetails(tx, group.id, parsed.value))) return notFound()
      return seeOther(paths.show({ groupId: group.id }), {
        did: { act: 'groups.edit', on: ['group', group.id] },
        say: 'groups.saved',
      })
    },
  ),

  ...memberRoutes,
  ...staffRoutes,
  ...calendarRoutes,
  ...completionRoutes,
]
