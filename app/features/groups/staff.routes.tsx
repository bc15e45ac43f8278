import { act } from '../../shared/http/doors.tsx'
import { notFound, refused, seeOther } from '../../shared/http/outcome.ts'
import { parseCoach } from './form.ts'
import { GroupPage } from './pages/show.tsx'
import { paths } from './paths.ts'
import { mayStaff } from './policy.ts'
import { getGroupProgramme } from './programme.ts'
import { addCoach, endCoach, findGroup, listCandidates, settleMandates } from './store.ts'
import { viewGroup } from './views.ts'

/** Who leads a group: adding, replacing and ending move the mandates over its members at once. */
export const staffRoutes = [
  act(
    paths.coaches,
    { policy: mayStaff, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, actor, typed, subject: group, today }) => {
      const sorry = async (key: string) =>
        refused(<GroupPage {...(await viewGroup(tx, actor, group, today, { key }))} />)
      const parsed = parseCoach(typed)
      if (!parsed.ok) return sorry('groups.coach.missing')
      const { user, part, replaces } = parsed.value
      const programme = await getGroupProgramme(tx, group.programmeId)
      const candidate = (await listCandidates(tx, programme)).find((one) => one.id === user)
      if (!candidate) return sorry('groups.coach.unknown')
      if ((candidate.role === 'trainee') !== (part === 'trainee')) return sorry('groups.coach.part')
      if (replaces && !(await endCoach(tx, group.id, replaces, today))) return sorry('groups.coach.already')
      if (!(await addCoach(tx, actor, { groupId: group.id, userId: user, part, today })))
        return sorry('groups.coach.already')
      await settleMandates(tx, group.id)
      return seeOther(paths.show({ groupId: group.id }), {
        did: { act: replaces ? 'groups.replaceCoach' : 'groups.addCoach', on: ['group', group.id] },
        say: { key: 'groups.coach.added', params: { name: candidate.name } },
      })
    },
  ),

  act(
    paths.coachEnd,
    { policy: mayStaff, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, params, subject: group, today }) => {
      if (!(await endCoach(tx, group.id, params.coachId, today))) return notFound()
      await settleMandates(tx, group.id)
      return seeOther(paths.show({ groupId: group.id }), {
        did: { act: 'groups.endCoach', on: ['group', group.id] },
        say: 'groups.coach.ended',
      })
    },
  ),
]
