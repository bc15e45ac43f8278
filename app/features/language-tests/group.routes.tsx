import type { Tx } from '../../shared/db/database.ts'
import { page } from '../../shared/http/doors.tsx'
import { show } from '../../shared/http/outcome.ts'
import { ContentLevelSection } from '../content-levels/parts/section.tsx'
import { viewContentLevel } from '../content-levels/view.ts'
import type { Group } from '../groups/group.ts'
import { listMembers } from '../groups/members.ts'
import { mayPlace } from '../groups/policy.ts'
import { findGroup } from '../groups/store.ts'
import { GroupLevelsPage, type MemberLevels } from './pages/group.tsx'
import { paths } from './paths.ts'
import { mayReadGroupLevels } from './policy.ts'
import { currentLevels, thenAndNow } from './rules.ts'
import { latestTriages } from './schooling.store.ts'
import { lastTested, listDatedLevels } from './store.ts'

/** The running members with what counts now in the group's language. */
async function listMemberLevels(tx: Tx, group: Group): Promise<MemberLevels[]> {
  const members = (await listMembers(tx, group.id)).filter((member) => member.leftOn === null)
  const ids = members.map((member) => member.personId)
  const levels = Map.groupBy(await listDatedLevels(tx, ids, group.language), (one) => one.personId)
  const triages = await latestTriages(tx, ids, group.language)
  const tested = await lastTested(tx, ids, group.language)
  return members.map((member) => {
    const own = levels.get(member.personId) ?? []
    return {
      member,
      levels: currentLevels(own),
      thenAndNow: thenAndNow(own),
      triage: triages.get(member.personId) ?? null,
      tested: tested.get(member.personId) ?? null,
    }
  })
}

export const groupRoutes = [
  page(
    paths.group,
    { policy: mayReadGroupLevels, find: ({ tx, params }) => findGroup(tx, params.groupId) },
    async ({ tx, actor, subject: group }) => {
      const content = await viewContentLevel(tx, actor, group)
      return show(
        <GroupLevelsPage
          group={group}
          members={await listMemberLevels(tx, group)}
          can={{ write: actor.role === 'coach' && group.leads, place: mayPlace.allows(actor, group) }}
        >
          {content && <ContentLevelSection view={content} />}
        </GroupLevelsPage>,
        { read: { act: 'languageTests.group', on: ['group', group.id], classes: ['identity', 'language'] } },
      )
    },
  ),
]
