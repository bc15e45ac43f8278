import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { seeOther, show } from '../../shared/http/outcome.ts'
import { proposedEnd, summarise } from '../attendance/rules.ts'
import { listStandings } from '../attendance/store.ts'
import type { Group } from './group.ts'
import { listMembers } from './members.ts'
import { CompletionPage, type Ending, endings } from './pages/completion.tsx'
import { paths } from './paths.ts'
import { mayComplete } from './policy.ts'
import { getGroupProgramme } from './programme.ts'
import { enterStage } from './stages.ts'
import { closeGroup, findGroup } from './store.ts'

async function listEnds(tx: Ctx['tx'], group: Group) {
  const members = (await listMembers(tx, group.id)).filter((one) => one.leftOn === null)
  const standings = await listStandings(tx, { personIds: members.map((one) => one.personId), groupId: group.id })
  return members.map((one) => {
    const summary = summarise(standings.filter((mark) => mark.personId === one.personId).map((mark) => mark.status))
    return { ...one, summary, proposed: proposedEnd(summary) }
  })
}

/** The end of a group: a stage for each member, proposed from the registers. Members stay, so that profiles can be handed over. */
export const completionRoutes = [
  page(
    paths.completion,
    { policy: mayComplete, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, subject: group }) =>
      show(<CompletionPage group={group} members={await listEnds(tx, group)} />, {
        read: { act: 'groups.readEnds', on: ['group', group.id], classes: ['identity', 'attendance'] },
      }),
  ),

  act(
    paths.completion,
    { policy: mayComplete, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async (ctx) => {
      const { tx, typed, subject: group, today } = ctx
      const { settings } = await getGroupProgramme(tx, group.programmeId)
      const members = await listEnds(tx, group)
      const chosen = members.flatMap((one) => {
        const end = endings.find((known): known is Ending => known === typed.get(`end-${one.id}`))
        return end && end !== 'open' ? [{ ...one, end }] : []
      })
      for (const kind of ['completed', 'dropped', 'never-started'] as const) {
        await enterStage(
          ctx,
          chosen.filter((one) => one.end === kind),
          kind,
          settings,
        )
      }
      await closeGroup(tx, group.id, today)
      return seeOther(paths.show({ groupId: group.id }), {
        did: [
          { act: 'groups.complete', on: ['group', group.id] },
          ...chosen.map((one) => ({
            act: 'groups.end',
            on: ['group', group.id] as [string, string],
            person: one.personId,
            classes: ['attendance' as const],
          })),
        ],
        say: 'groups.completed',
      })
    },
  ),
]
