import type { ContentLevel } from '../../blueprints/parts/content-levels.ts'
import type { Tx } from '../../shared/db/database.ts'
import type { StaffActor } from '../../shared/http/actor.ts'
import type { Group } from '../groups/group.ts'
import { blueprintOf } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import { mayDecideContent } from './policy.ts'
import { type Suggested, suggestContentLevel } from './rules.ts'
import { type DecidedLevel, listContentLevels, listMemberLevels } from './store.ts'

export type ContentLevelView = {
  groupId: string
  levels: readonly ContentLevel[]
  /** The latest decision first. */
  decided: DecidedLevel[]
  suggested: Suggested | null
  members: number
  can: { decide: boolean }
}

/** Undefined where the programme's groups have no level of content. */
export async function viewContentLevel(tx: Tx, actor: StaffActor, group: Group): Promise<ContentLevelView | undefined> {
  const levels = await contentLevelsOfProgramme(tx, group.programmeId)
  if (!levels) return undefined
  const members = await listMemberLevels(tx, group)
  return {
    groupId: group.id,
    levels,
    decided: await listContentLevels(tx, [group.id]),
    suggested: suggestContentLevel(levels, members),
    members: members.length,
    can: { decide: mayDecideContent.allows(actor, group) && group.closedOn === null },
  }
}

export async function contentLevelsOfProgramme(
  tx: Tx,
  programmeId: string,
): Promise<readonly ContentLevel[] | undefined> {
  const programme = await findProgramme(tx, programmeId)
  return programme && blueprintOf(programme).contentLevels
}

/** What a group works on, for a page that shows one line of it: the level and its material for a theme. */
export async function readContentLevel(
  tx: Tx,
  group: Pick<Group, 'id' | 'programmeId'>,
): Promise<ContentLevel | undefined> {
  const levels = await contentLevelsOfProgramme(tx, group.programmeId)
  if (!levels) return undefined
  const [now] = await listContentLevels(tx, [group.id])
  return levels.find(({ key }) => key === now?.level)
}
